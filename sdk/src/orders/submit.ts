import type { Order } from '@openbourse/spec'
import { InvalidResponseError } from '../errors/client-errors.ts'
import type { OpenbourseError } from '../errors/openbourse-error.ts'
import { ApiPromise, type ApiResponse } from '../http/api-promise.ts'
import type { Http } from '../http/http.ts'
import type { AccountCallOptions, InnerOptions, Route } from '../http/operation.ts'
import { writePath } from '../http/transport.ts'
import type { ResolvedOptions } from '../options.ts'
import { createIntent } from './intent.ts'
import { submissionError } from './outcome.ts'

/** The operations that make an order under a client order id. */
export type OrderRoute = Route<'submitOrder' | 'replaceOrder' | 'replaceOrderByClientId' | 'closePosition'>

export type SendOrder = (
  route: OrderRoute,
  path: Readonly<Record<string, string>>,
  request: { readonly clientOrderId?: string },
  options?: AccountCallOptions,
) => ApiPromise<Order>

/** Sends each order once, under an id that it has before the first byte leaves. */
export function createSendOrder(http: Http, ports: Pick<ResolvedOptions, 'clock' | 'random'>): SendOrder {
  return (route, path, request, options = {}) => {
    const body = createIntent(request, ports)
    const { clientOrderId } = body
    const { accountId } = options
    let deadline: string | undefined
    const inner: InnerOptions = {
      ...options,
      onDeadline: (sent) => {
        deadline = sent
      },
    }
    // The resources' own signatures hold path and body to the route.
    const answer = http.one(route, { path, body } as never, inner).withResponse()
    return new ApiPromise(
      answer.then(checkEcho(clientOrderId)).catch((error: OpenbourseError) => {
        const [operationId = '', method = '', template = ''] = route.split(' ')
        const operation = { operationId, method, path: writePath(template, path) }
        throw submissionError(error, operation, { clientOrderId, accountId, deadline })
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
