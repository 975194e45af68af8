import { formatTime } from '../../exchange/values/time.ts'
import type { Operation } from '../context.ts'
import { toWireBalances, toWirePositions } from '../wire/account.ts'
import { showOrder } from '../wire/order.ts'

/** One instant: everything is read without anything in between. Not simulated yet: an `account` channel; its number is 0. */
export const getAccountSnapshot: Operation<'getAccountSnapshot'> = (_, { world, account }) => {
  const { view, feed } = world
  return {
    status: 200,
    body: {
      orders: { epoch: feed.epoch, seq: account.ordersSeq },
      account: { epoch: feed.epoch, seq: 0 },
      openOrders: [...view.openOrders(account.accountId)].map((order) => showOrder(view, order)),
      balances: toWireBalances(account),
      positions: toWirePositions(view, account),
      time: formatTime(view.time),
    },
  }
}
