import { formatTime } from '../../exchange/values/time.ts'
import { toWireBalances, toWirePositions } from '../../feed/wire/holdings.ts'
import type { Operation } from '../context.ts'
import { showOrder } from '../wire/order.ts'

/** One instant: everything is read without anything in between. */
export const getAccountSnapshot: Operation<'getAccountSnapshot'> = (_, { world, account }) => {
  const { view, feed } = world
  return {
    status: 200,
    body: {
      orders: { epoch: feed.epoch, seq: account.ordersSeq },
      account: { epoch: feed.epoch, seq: feed.seq(`account.${account.accountId}`) },
      openOrders: [...view.openOrders(account.accountId)].map((order) => showOrder(view, order)),
      balances: toWireBalances(account.balances),
      positions: toWirePositions(view, account.positions),
      time: formatTime(view.time),
    },
  }
}
