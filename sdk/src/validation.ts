/**
 * Optional validation of everything the server says, with the contract's own schemas. Needs `zod`.
 *
 * @packageDocumentation
 */
import { operationSchemas, ServerMessage, type Validator, validate } from '@openbourse/spec/schemas'
import type { ResponseValidator } from './response-validator.ts'

export type { ResponseValidator } from './response-validator.ts'

/**
 * Checks each successful answer and each stream message against the contract. An answer that does not fit becomes an
 * `InvalidResponseError` with the code `contract-violation`. Values that an open enum does not list yet are let through, as are unknown fields.
 *
 * @example
 * const client = createClient({ environment: 'mock', credentials, validate: responseValidation() })
 */
export function responseValidation(): ResponseValidator {
  return {
    reply(operationId, status, body) {
      if (!Object.hasOwn(operationSchemas, operationId)) return `unknown operation ${operationId}`
      const { responses } = operationSchemas[operationId as keyof typeof operationSchemas]
      const schema = (responses as Readonly<Record<number, Validator | undefined>>)[status]
      if (schema === undefined) return `the contract knows no answer ${status}`
      return firstFault(schema, body)
    },
    message: (message) => firstFault(ServerMessage, message),
  }
}

function firstFault(schema: Validator, value: unknown): string | undefined {
  const [fault] = validate(schema, value, { allowUnknownValues: true })
  return fault && `it breaks the contract: ${fault.pointer || 'the whole'}: ${fault.detail}`
}
