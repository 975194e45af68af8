import type { Order } from '@openbourse/spec'
import { InvalidResponseError } from '../errors/client-errors.ts'
import type { OpenbourseError } from '../errors/openbourse-error.ts'
import { ApiPromise, type ApiResponse } from '../http/api-promise.ts'
import type { Http } from '../http/http.ts'
import type { AccountCallOptions, InnerOptions } from '../http/operation.ts'
import type { ResolvedOptions } from '../options.ts'
import { createIntent, type NewOrder } from './intent.ts'
import { submissionError } from './outcome.ts'

export type SubmitOrder = (order: NewOrder, options?: AccountCallOptions) => ApiPromise<Order>

/** Sends each order once, under an id that it has before the first byte leaves. */
export function createSubmitOrder(http: Http, ports: Pick<ResolvedOptions, 'clock' | 'random'>): SubmitOrder {
  return (order, options = {}) => {
    const body = createIntent(order, ports)
    const { clientOrderId } = body
    const { accountId } = options
    let deadline: string | undefined
    const inner: InnerOptions = {
      ...options,
      onDeadline: (sent) => {
        deadline = sent
      },
    }
    const answer = http.one('submitOrder POST /v1/orders', { body }, inner).withResponse()
    return new ApiPromise(
      answer.then(checkEcho(clientOrderId)).catch((error: OpenbourseError) => {
        throw submissionError(error, { clientOrderId, accountId, deadline })
      }),
    )
  }
}

/** An answer about another order, or about none, is of something in between: it tells nothing of this one. */
const checkEcho =
  (clientOrderId: string) =>
  (answer: ApiResponse<Order>): ApiResponse<Order> => {
    if (answer.data.clientOrderId === clientOrderId) return answer
    const { status, requestId } = answer
    const facts = { code: 'invalid-response', status, requestId, processed: 'unknown' } as const
    throw new InvalidResponseError("the answer is not the order's", facts)
  }
