import type { OperationId } from '@openbourse/spec'
import type { Operation } from '../context.ts'
import { cancelAllOrders } from './cancel-all-orders.ts'
import { cancelOrder } from './cancel-order.ts'
import { cancelOrderByClientId } from './cancel-order-by-client-id.ts'
import { closeAllPositions } from './close-all-positions.ts'
import { closePosition } from './close-position.ts'
import { createAccessToken } from './create-access-token.ts'
import { createStreamToken } from './create-stream-token.ts'
import { createWatchlist } from './create-watchlist.ts'
import { createWebhook } from './create-webhook.ts'
import { deleteWatchlist } from './delete-watchlist.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { getAccount } from './get-account.ts'
import { getAccountSnapshot } from './get-account-snapshot.ts'
import { getAsyncApiDocument } from './get-async-api-document.ts'
import { getInstrument } from './get-instrument.ts'
import { getLatestQuotes } from './get-latest-quotes.ts'
import { getLimits } from './get-limits.ts'
import { getMarketClock } from './get-market-clock.ts'
import { getOpenApiDocument } from './get-open-api-document.ts'
import { getOrder } from './get-order.ts'
import { getOrderBook } from './get-order-book.ts'
import { getOrderByClientId } from './get-order-by-client-id.ts'
import { getPortfolioHistory } from './get-portfolio-history.ts'
import { getPosition } from './get-position.ts'
import { getSnapshots } from './get-snapshots.ts'
import { getStatus } from './get-status.ts'
import { getTime } from './get-time.ts'
import { getWatchlist } from './get-watchlist.ts'
import { getWebhook } from './get-webhook.ts'
import { listAccounts } from './list-accounts.ts'
import { listActivities } from './list-activities.ts'
import { listBalances } from './list-balances.ts'
import { listBars } from './list-bars.ts'
import { listCalendarDays } from './list-calendar-days.ts'
import { listCorporateActions } from './list-corporate-actions.ts'
import { listEvents } from './list-events.ts'
import { listFills } from './list-fills.ts'
import { listInstruments } from './list-instruments.ts'
import { listOrders } from './list-orders.ts'
import { listPositions } from './list-positions.ts'
import { listQuotes } from './list-quotes.ts'
import { listTrades } from './list-trades.ts'
import { listWatchlists } from './list-watchlists.ts'
import { listWebhookDeliveries } from './list-webhook-deliveries.ts'
import { listWebhooks } from './list-webhooks.ts'
import { previewOrder } from './preview-order.ts'
import { replaceOrder } from './replace-order.ts'
import { replaceOrderByClientId } from './replace-order-by-client-id.ts'
import { replaceWatchlist } from './replace-watchlist.ts'
import { setCancelAllAfter } from './set-cancel-all-after.ts'
import { streamEvents } from './stream-events.ts'
import { submitOrder } from './submit-order.ts'
import { testWebhook } from './test-webhook.ts'
import { updateAccountSettings } from './update-account-settings.ts'
import { updateWebhook } from './update-webhook.ts'

/** Every operation of the contract: a missing one, an undeclared status or a wrong body does not compile. */
export const operations: { readonly [Id in OperationId]: Operation<Id> } = {
  getStatus,
  getTime,
  getLimits,
  createAccessToken,
  createStreamToken,
  listInstruments,
  getInstrument,
  getMarketClock,
  listCalendarDays,
  listCorporateActions,
  getLatestQuotes,
  listQuotes,
  listTrades,
  listBars,
  getSnapshots,
  getOrderBook,
  listAccounts,
  getAccount,
  updateAccountSettings,
  listBalances,
  listActivities,
  getPortfolioHistory,
  getAccountSnapshot,
  listPositions,
  getPosition,
  closePosition,
  closeAllPositions,
  submitOrder,
  previewOrder,
  replaceOrder,
  replaceOrderByClientId,
  setCancelAllAfter,
  listOrders,
  getOrder,
  getOrderByClientId,
  cancelOrder,
  cancelOrderByClientId,
  cancelAllOrders,
  listFills,
  listWatchlists,
  createWatchlist,
  getWatchlist,
  replaceWatchlist,
  deleteWatchlist,
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  testWebhook,
  listWebhookDeliveries,
  listEvents,
  streamEvents,
  getOpenApiDocument,
  getAsyncApiDocument,
}
