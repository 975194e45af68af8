/** For tests: the samples, and ajv over all schemas of both documents as the judge of the generated validators. */
import { readdirSync, readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import asyncapi from '../asyncapi.json' with { type: 'json' }
import openapi from '../openapi.json' with { type: 'json' }
import { type AsyncApi, type JsonSchema, mergeSchemas, type OpenApi, refName } from '../scripts/sources.ts'
import type { SchemaName } from '../src/validate.ts'

export const schemas = mergeSchemas(openapi as unknown as OpenApi, asyncapi as unknown as AsyncApi)
export const schemaNames = Object.keys(schemas) as SchemaName[]

const samplesFolder = new URL('../samples/', import.meta.url)

/** Every sample by the name of its schema. */
export const samples: Readonly<Record<string, unknown>> = Object.fromEntries(
  readdirSync(samplesFolder).map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(new URL(file, samplesFolder), 'utf8')),
  ]),
)

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
addFormats(ajv)
for (const keyword of ['components', 'x-open', 'x-expected', 'x-rules', 'x-discriminator'])
  ajv.addKeyword(keyword)
ajv.addSchema({ $id: 'contract', components: { schemas } })

/** Whether ajv accepts a value. */
export function acceptedByAjv(name: string, value: unknown): boolean {
  const validator = ajv.getSchema(`contract#/components/schemas/${name}`)
  if (validator === undefined) throw new Error(`ajv has no schema ${name}`)
  return validator(value) === true
}

/** Every pair of a component schema and a value that it describes inside a value, the value itself first. */
export function partsOf(name: string, value: unknown): [string, unknown][] {
  return [[name, value], ...inside(schemas[name] ?? {}, value)]
}

function inside(schema: JsonSchema, value: unknown): [string, unknown][] {
  if (value === null || value === undefined) return []
  if (schema.$ref !== undefined) {
    const name = refName(schema.$ref)
    return acceptedByAjv(name, value) ? partsOf(name, value) : []
  }
  const options = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (options.length > 0) return options.flatMap((option) => inside(option, value))
  const { items, properties, additionalProperties } = schema
  if (items !== undefined) return (value as unknown[]).flatMap((item) => inside(items, item))
  return Object.entries(value).flatMap(([key, item]) => {
    const property =
      properties?.[key] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    return property === undefined ? [] : inside(property, item)
  })
}
