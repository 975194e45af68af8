import type { OperationId } from '@openbourse/spec'
import type { AccountView } from '../exchange/exchange.ts'
import type { ApiCall, ReplyStream } from './call.ts'
import type { LimitVerdict } from './limits/limiter.ts'
import type { ProblemSource } from './problems.ts'

/** Fills up on its way through the steps of `respond`. */
export interface CurrentRequest extends ProblemSource {
  readonly call: ApiCall
  path: string
  operationId?: OperationId
  account?: AccountView
  limit?: LimitVerdict
}

export interface Outcome {
  readonly status: number
  readonly body?: unknown
  readonly stream?: ReplyStream
  readonly headers?: Readonly<Record<string, string>> | undefined
}
