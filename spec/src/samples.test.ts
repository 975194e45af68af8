import { expect, test } from 'vitest'
import asyncapi from '../asyncapi.json' with { type: 'json' }
import { refName } from '../scripts/sources.ts'
import { acceptedByAjv, partsOf, samples, schemaNames, schemas } from '../test/contract.ts'
import { channels } from './generated/channels.ts'
import { routes } from './generated/routes.ts'
import { checkRules } from './rules.ts'
import { schemaByName, validate } from './schemas.ts'
import type { SchemaName } from './validate.ts'

test.each(Object.keys(samples))('the sample %s is valid', (name) => {
  expect(validate(schemaByName(name as SchemaName), samples[name])).toEqual([])
  expect(acceptedByAjv(name, samples[name])).toBe(true)
})

test('every resource that an operation takes or answers has a sample', () => {
  const names = Object.values(routes).flatMap((route) => [route.body, ...Object.values(route.responses)])
  const wanted = new Set<string>(names.filter((name) => name !== null && name !== 'ContractDocument'))
  expect([...wanted].filter((name) => samples[name] === undefined)).toEqual([])
})

test('every message of the streams has a sample', () => {
  const { messages } = asyncapi.components
  const payloads = Object.values(messages).map(({ payload }) => refName(payload.$ref))
  expect(payloads.filter((name) => samples[name] === undefined)).toEqual([])
  expect(payloads).toEqual(expect.arrayContaining(Object.values(channels).map((channel) => channel.message)))
})

test('every sample is one of a schema', () => {
  expect(Object.keys(samples).filter((name) => !schemaNames.includes(name as SchemaName))).toEqual([])
})

test('every schema of an object is shown by a sample, its own or one that holds it', () => {
  const shown = new Set(
    Object.entries(samples).flatMap(([name, value]) => partsOf(name, value).map(([part]) => part)),
  )
  const objects = schemaNames.filter((name) => schemas[name]?.type === 'object')
  expect(objects.filter((name) => !shown.has(name) && name !== 'ContractDocument')).toEqual([])
})

test('the samples keep the rules between fields', () => {
  expect(checkRules('OrderRequest', samples.OrderRequest as object)).toEqual([])
})
