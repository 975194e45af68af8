import type { OperationId } from './generated/routes.ts'
import type { operations } from './generated/types.ts'

type Given<Id extends OperationId, Place extends 'path' | 'query' | 'header'> = [
  NonNullable<operations[Id]['parameters'][Place]>,
] extends [never]
  ? Record<never, never>
  : NonNullable<operations[Id]['parameters'][Place]>

type JsonBody<Content> = Content extends { content: infer Media } ? Media[keyof Media] : undefined

/** What a call of an operation carries, after validation. */
export interface OperationInput<Id extends OperationId> {
  readonly path: Readonly<Given<Id, 'path'>>
  readonly query: Readonly<Given<Id, 'query'>>
  readonly header: Readonly<Given<Id, 'header'>>
  /** The body; undefined for an operation that takes none. */
  readonly body: operations[Id] extends { requestBody: infer Body } ? JsonBody<Body> : undefined
}

/** The statuses with a body that an operation declares; 304 is the answer to a condition, not the operation's own. */
export type OperationStatus<Id extends OperationId> = Exclude<keyof operations[Id]['responses'] & number, 304>

/** The body that an operation answers with a status. */
export type OperationBody<Id extends OperationId, Status extends OperationStatus<Id>> = JsonBody<
  operations[Id]['responses'][Status]
>

/** What an operation may answer: one of its declared statuses with the body of that status. */
export type OperationReply<Id extends OperationId> = {
  [Status in OperationStatus<Id>]: {
    readonly status: Status
    readonly body: OperationBody<Id, Status>
    /** Headers beyond those that every answer carries. */
    readonly headers?: Readonly<Record<string, string>>
  }
}[OperationStatus<Id>]

/** One function for every operation: a missing one, an undeclared status or a wrong body does not compile. */
export type OperationHandlers<Context> = {
  readonly [Id in OperationId]: (
    input: OperationInput<Id>,
    context: Context,
  ) => OperationReply<Id> | Promise<OperationReply<Id>>
}
