import { expect, test } from 'vitest'
import { acceptedByAjv, samples, schemaNames } from '../test/contract.ts'
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
  const unions = ['ClientMessage', 'ServerMessage', 'DataMessage']
  const messages = schemaNames.filter((name) => name.endsWith('Message') && !unions.includes(name))
  expect(messages.filter((name) => samples[name] === undefined)).toEqual([])
  expect(messages).toEqual(expect.arrayContaining(Object.values(channels).map((channel) => channel.message)))
})

test('the samples keep the rules between fields', () => {
  expect(checkRules('OrderRequest', samples.OrderRequest as object)).toEqual([])
})
