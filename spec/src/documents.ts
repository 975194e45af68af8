/**
 * The bundled documents as objects, as `GET /openapi.json` and `GET /asyncapi.json` answer them.
 *
 * @packageDocumentation
 */
import asyncapiDocument from '../asyncapi.json' with { type: 'json' }
import openapiDocument from '../openapi.json' with { type: 'json' }

/** A bundled document. */
export interface ContractDocumentObject {
  readonly info: { readonly title: string; readonly version: string }
  readonly [key: string]: unknown
}

/** The OpenAPI 3.1 document: REST. */
export const openapi: ContractDocumentObject & { readonly openapi: string } = openapiDocument

/** The AsyncAPI 3.0 document: streams. */
export const asyncapi: ContractDocumentObject & { readonly asyncapi: string } = asyncapiDocument
