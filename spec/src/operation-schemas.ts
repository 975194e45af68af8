import type { z } from 'zod'
import type { OperationId } from './generated/routes.ts'
import type { OperationBody, OperationInput, OperationStatus } from './operations.ts'

/** The validators of one operation: parameters by place, the request's body, each answer's body by status. */
export interface OperationSchemas<Id extends OperationId> {
  readonly path: z.ZodType<OperationInput<Id>['path']>
  readonly query: z.ZodType<OperationInput<Id>['query']>
  readonly header: z.ZodType<OperationInput<Id>['header']>
  /** Null for an operation that takes no body. */
  readonly body: z.ZodType<OperationInput<Id>['body']> | null
  readonly responses: { readonly [Status in OperationStatus<Id>]: z.ZodType<OperationBody<Id, Status>> }
}
