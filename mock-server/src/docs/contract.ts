import { asyncapi as asyncapiDocument, openapi as openapiDocument } from '@openbourse/spec/documents'

/** The two documents as their pages read them. */

export interface SchemaNode {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly items?: SchemaNode
  readonly additionalProperties?: boolean | SchemaNode
  readonly oneOf?: readonly SchemaNode[]
  readonly anyOf?: readonly SchemaNode[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly 'x-open'?: boolean
}

export interface ParameterObject {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly description?: string
  readonly schema: SchemaNode
}

type Content = Readonly<Record<string, { readonly schema?: SchemaNode }>>

export interface ResponseObject {
  readonly description: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Content
}

export interface OperationObject {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly deprecated?: boolean
  readonly parameters?: readonly (ParameterObject | { readonly $ref: string })[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, ResponseObject | { readonly $ref: string }>>
}

export interface OpenApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  /** What the server sends by itself. */
  readonly webhooks: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly 'x-edge-responses': Readonly<Record<string, { readonly $ref: string }>>
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaNode>>
    readonly parameters: Readonly<Record<string, ParameterObject>>
    readonly responses: Readonly<Record<string, ResponseObject>>
    readonly headers: Readonly<Record<string, { readonly description: string }>>
    readonly securitySchemes: Readonly<
      Record<string, { readonly type: string; readonly description: string }>
    >
  }
}

export interface LogicalChannel {
  readonly description: string
  readonly 'x-channel': {
    readonly name: string
    readonly qualifier?: string
    readonly parameter: string
    readonly message: string
  }
}

export interface CloseCode {
  readonly meaning: string
  readonly action: string
}

export interface AsyncApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly operations: Readonly<
    Record<string, { readonly summary: string; readonly messages: readonly { readonly $ref: string }[] }>
  >
  readonly 'x-channels': Readonly<Record<string, LogicalChannel>>
  readonly 'x-close-codes': Readonly<Record<string, CloseCode>>
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly payload: { readonly $ref: string } }>>
    readonly schemas: Readonly<Record<string, SchemaNode>>
  }
}

export const openapi = openapiDocument as unknown as OpenApiDocument
export const asyncapi = asyncapiDocument as unknown as AsyncApiDocument

/** The last part of `#/components/schemas/Order`. */
export function refName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}

/** What a reference stands for, or the thing itself. */
export function resolved<Item extends object>(
  item: Item | { readonly $ref: string },
  components: Readonly<Record<string, Item>>,
): Item {
  if (!('$ref' in item) || typeof item.$ref !== 'string') return item as Item
  const found = components[refName(item.$ref)]
  if (found === undefined) throw new Error(`The document has no ${item.$ref}`)
  return found
}

/** A schema of either document; what both have is the same. */
export function findSchema(name: string): SchemaNode | undefined {
  return openapi.components.schemas[name] ?? asyncapi.components.schemas[name]
}
