import type { OperationId, operations, routes } from '@openbourse/spec'
import { ArgumentError } from '../errors/client-errors.ts'
import { writePath } from './transport.ts'

/** `getOrder GET /v1/orders/{orderId}`: an operation as it stands in the contract, in one text that is easy to read. */
export type Route<Id extends OperationId = OperationId> = {
  [Each in Id]: `${Each} ${(typeof routes)[Each]['method']} ${(typeof routes)[Each]['path']}`
}[Id]

export type IdOf<R extends Route> = R extends `${infer Id extends OperationId} ${string}` ? Id : never

type Parameters<Id extends OperationId> = operations[Id]['parameters']

type FullQuery<Id extends OperationId> = NonNullable<Parameters<Id>['query']>

/** The query of an operation without the account, which is among the call's options. */
export type Query<Id extends OperationId> = Omit<FullQuery<Id>, 'accountId'>

type Body<Id extends OperationId> = operations[Id] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer B } }
}
  ? { readonly body: B }
  : { readonly body?: undefined }

type Path<Id extends OperationId> =
  Parameters<Id> extends { readonly path: infer P extends object }
    ? { readonly path: P }
    : { readonly path?: undefined }

type QueryPart<Id extends OperationId> = [FullQuery<Id>] extends [never]
  ? { readonly query?: undefined }
  : Partial<Query<Id>> extends Query<Id>
    ? { readonly query?: Query<Id> | undefined }
    : { readonly query: Query<Id> }

/** What an operation takes: its path parameters, query and body. */
export type Input<Id extends OperationId> = Path<Id> & QueryPart<Id> & Body<Id>

/** What an operation gives when it succeeds. */
export type Result<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses']]: Status extends 200 | 201 | 202
    ? operations[Id]['responses'][Status] extends {
        readonly content: { readonly 'application/json': infer Data }
      }
      ? Data
      : never
    : never
}[keyof operations[Id]['responses']]

/** What every call takes beside its input. */
export interface CallOptions {
  /** Stops the call, and everything it waits for. */
  readonly signal?: AbortSignal
  /**
   * The limit of the whole call in milliseconds, in place of the client's; of a request that changes something also in
   * place of its shorter limit for the headers.
   */
  readonly timeoutMs?: number
}

/** The same for calls that speak of an account. */
export interface AccountCallOptions extends CallOptions {
  /** The account meant. @default the key's default account */
  readonly accountId?: string
}

/** What only other parts of the client ask for. */
export interface InnerOptions extends AccountCallOptions {
  /** Told the deadline that goes out with a request that changes something. */
  readonly onDeadline?: ((deadline: string) => void) | undefined
}

/** The options of an operation: with an account where the contract lets the caller choose one. */
export type OptionsOf<Id extends OperationId> = [FullQuery<Id>] extends [never]
  ? CallOptions
  : 'accountId' extends keyof FullQuery<Id>
    ? AccountCallOptions
    : CallOptions

/** A call as it goes through the layers, after the types have done their work. */
export interface Call {
  readonly operationId: string
  readonly method: string
  /** With its parameters filled in: `/v1/orders/ord_1`. */
  readonly path: string
  readonly query: object
  readonly body: unknown
  /** Whether it may change something; then it is sent once only, with a deadline. */
  readonly changesState: boolean
}

export interface LooseInput {
  readonly path?: object | undefined
  readonly query?: object | undefined
  readonly body?: unknown
}

/** @throws ArgumentError for a path parameter that would make another address of it. */
export function toCall(route: string, input: LooseInput, { accountId }: AccountCallOptions): Call {
  const [operationId = '', method = '', template = ''] = route.split(' ')
  const parameters: object = input.path ?? {}
  for (const [name, value] of Object.entries(parameters)) checkPathParameter(operationId, name, value)
  const path = writePath(template, parameters)
  const query = { ...input.query, accountId }
  return { operationId, method, path, query, body: input.body, changesState: method !== 'GET' }
}

/** Encoding leaves dots alone, and addresses are normalised: canceling the order `..` would cancel all orders. */
function checkPathParameter(operationId: string, name: string, value: unknown): void {
  if (typeof value === 'string' && !/^\.{0,2}$/.test(value)) return
  throw new ArgumentError(`${operationId} needs ${name}: a text that is not empty, '.' or '..'`)
}
