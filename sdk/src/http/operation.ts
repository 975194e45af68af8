import type { OperationId, operations, routes } from '@openbourse/spec'
import { ArgumentError } from '../errors/client-errors.ts'

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
  [Status in keyof operations[Id]['responses']]: Status extends 200 | 201
    ? operations[Id]['responses'][Status] extends {
        readonly content: { readonly 'application/json': infer Data }
      }
      ? Data
      : never
    : never
}[keyof operations[Id]['responses']]

export interface CallOptions {
  /** Stops the call, and everything it waits for. */
  readonly signal?: AbortSignal
  /**
   * The limit of the whole call in milliseconds, in place of the client's; of a request that changes something also in
   * place of its shorter limit for the headers.
   */
  readonly timeoutMs?: number
}

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
  /** `/v1/orders/{orderId}` */
  readonly template: string
  /** `/v1/orders/ord_1`, for people: errors and observers. */
  readonly path: string
  /** Whether it may change something; then it is sent once only, with a deadline. */
  readonly changesState: boolean
  readonly parameters: {
    readonly path: Readonly<Record<string, string>>
    readonly query: Readonly<Record<string, unknown>>
  }
  readonly body: unknown
}

export interface LooseInput {
  readonly path?: object | undefined
  readonly query?: object | undefined
  readonly body?: unknown
}

/** @throws ArgumentError for a path parameter that would make another address of it. */
export function toCall(route: string, input: LooseInput, options: AccountCallOptions): Call {
  const [operationId = '', method = '', template = ''] = route.split(' ')
  const parameters = {
    path: { ...input.path } as Readonly<Record<string, string>>,
    query: { ...input.query, ...accountOf(options) },
  }
  for (const [name, value] of Object.entries(parameters.path)) checkPathParameter(operationId, name, value)
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => parameters.path[name] ?? '')
  const changesState = method !== 'GET'
  return { operationId, method, template, path, changesState, parameters, body: input.body }
}

const accountOf = ({ accountId }: AccountCallOptions) => (accountId === undefined ? {} : { accountId })

/** Encoding leaves dots alone, and addresses are normalised: canceling the order `..` would cancel all orders. */
function checkPathParameter(operationId: string, name: string, value: unknown): void {
  if (typeof value === 'string' && !/^\.{0,2}$/.test(value)) return
  throw new ArgumentError(`${operationId} needs a ${name}: a text that is not empty, '.' or '..'`)
}
