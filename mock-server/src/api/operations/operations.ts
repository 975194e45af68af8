import type { OperationId } from '@openbourse/spec'
import type { Operation } from '../context.ts'
import { cancelAllOrders } from './cancel-all-orders.ts'
import { cancelOrder } from './cancel-order.ts'
import { cancelOrderByClientId } from './cancel-order-by-client-id.ts'
import { getAccount } from './get-account.ts'
import { getAccountSnapshot } from './get-account-snapshot.ts'
import { getAsyncApiDocument } from './get-async-api-document.ts'
import { getInstrument } from './get-instrument.ts'
import { getLatestQuotes } from './get-latest-quotes.ts'
import { getLimits } from './get-limits.ts'
import { getOpenApiDocument } from './get-open-api-document.ts'
import { getOrder } from './get-order.ts'
import { getOrderBook } from './get-order-book.ts'
import { getOrderByClientId } from './get-order-by-client-id.ts'
import { getStatus } from './get-status.ts'
import { getTime } from './get-time.ts'
import { listAccounts } from './list-accounts.ts'
import { listEvents } from './list-events.ts'
import { listFills } from './list-fills.ts'
import { listInstruments } from './list-instruments.ts'
import { listOrders } from './list-orders.ts'
import { listPositions } from './list-positions.ts'
import { listTrades } from './list-trades.ts'
import { submitOrder } from './submit-order.ts'

/** Every operation of the contract: a missing one, an undeclared status or a wrong body does not compile. */
export const operations: { readonly [Id in OperationId]: Operation<Id> } = {
  getStatus,
  getTime,
  getLimits,
  listInstruments,
  getInstrument,
  getLatestQuotes,
  listTrades,
  getOrderBook,
  listAccounts,
  getAccount,
  getAccountSnapshot,
  listPositions,
  submitOrder,
  listOrders,
  getOrder,
  getOrderByClientId,
  cancelOrder,
  cancelOrderByClientId,
  cancelAllOrders,
  listFills,
  listEvents,
  getOpenApiDocument,
  getAsyncApiDocument,
}
