/** The shapes of what is read: documents, schemas and the error table. Only what the generators use. */
import { fileURLToPath } from 'node:url'

export const specFolder = fileURLToPath(new URL('..', import.meta.url))

export type Json = { readonly [key: string]: unknown }

export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: string
  readonly default?: unknown
  readonly description?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly oneOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly discriminator?: {
    readonly propertyName: string
    readonly mapping?: Readonly<Record<string, string>>
  }
  /** The property whose const tells the options apart; AsyncAPI's own discriminator is a string, OpenAPI's an object. */
  readonly 'x-discriminator'?: string
  readonly 'x-open'?: boolean
  readonly 'x-expected'?: string
  readonly 'x-rules'?: readonly Json[]
  readonly 'x-values-from'?: string
}

export type Schemas = Readonly<Record<string, JsonSchema>>

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: JsonSchema
}

export interface ResponseObject {
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>
}

export interface Operation {
  readonly operationId: string
  readonly description?: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[]
  readonly requestBody?: ResponseObject
  readonly responses: Readonly<Record<string, ResponseObject | { readonly $ref: string }>>
  readonly 'x-errors'?: readonly string[]
  /** What a description is written from, by hand: see describe-operations.ts. */
  readonly 'x-units'?: string
  readonly 'x-callers'?: string
  readonly 'x-effect'?: string
  readonly 'x-retry'?: string
  /** The name of the rate limit that a request counts against. */
  readonly 'x-rate-limit'?: string
  /** Whether its answer has an ETag and may be 304. */
  readonly 'x-conditional'?: boolean
  readonly deprecated?: boolean
  /** The days (UTC, YYYY-MM-DD) since when a deprecated operation is deprecated, and from when it may be gone. */
  readonly 'x-deprecated-since'?: string
  readonly 'x-sunset'?: string
}

export interface OpenApi {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly 'x-edge-responses': Readonly<Record<string, { readonly $ref: string }>>
  readonly components: {
    readonly schemas: Schemas
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly responses: Readonly<Record<string, ResponseObject>>
    readonly headers: Readonly<Record<string, unknown>>
  }
}

/** A logical channel of the streams. */
export interface ChannelSource {
  readonly name: string
  /** What stands between the name and the parameter, and the schema whose values it may have. */
  readonly qualifier?: string
  readonly values?: string
  readonly parameter: string
  /** The schema whose pattern the parameter follows. */
  readonly pattern: string
  /** The schema of its messages. */
  readonly message: string
}

export interface AsyncApi {
  readonly info: { readonly version: string }
  readonly channels: Readonly<Record<string, { readonly address: string }>>
  readonly 'x-channels': Readonly<Record<string, { readonly 'x-channel': ChannelSource }>>
  readonly components: { readonly schemas: Schemas }
}

export interface ErrorRow {
  readonly status: number
  readonly scope: 'edge' | 'request' | 'order' | 'item' | 'stream'
  readonly title: string
  readonly retryable: boolean
  readonly processed: 'no' | 'yes' | 'unknown'
  readonly meaning: string
  readonly action: string
}

export interface ErrorTable {
  readonly codes: Readonly<Record<string, ErrorRow>>
  readonly reasons: Readonly<Record<string, string>>
}

/** The schemas of both documents together; a name that both have must mean the same. */
export function mergeSchemas(openapi: OpenApi, asyncapi: AsyncApi): Schemas {
  const merged: Record<string, JsonSchema> = { ...openapi.components.schemas }
  for (const [name, schema] of Object.entries(asyncapi.components.schemas)) {
    const known = merged[name]
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`${name} differs between the two documents`)
    }
    merged[name] = schema
  }
  return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const refPrefix = '#/components/schemas/'

/** The name of the schema that a reference points at. */
export function refName(ref: string): string {
  if (!ref.startsWith(refPrefix))
    throw new Error(`Only references to component schemas are implemented, not ${ref}`)
  return ref.slice(refPrefix.length)
}
