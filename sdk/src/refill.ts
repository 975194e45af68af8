import { isGoneError } from './errors/guards.ts'
import type { Http } from './http/http.ts'
import type { RefillPort } from './streaming/gap-fill.ts'

/** The most events of a page, and the most levels of a side: as many as the contract allows. */
const most = 1_000

/** What the streams fetch over REST: events that were missed, and the present state of a channel. */
export function createRefill(http: Http): RefillPort {
  return {
    async events(channel, { epoch, from, to }, signal) {
      const query = { channel: [channel], epoch, from, to, limit: most }
      try {
        const { data } = await http.one('listEvents GET /v1/events', { query }, { signal })
        return { messages: data }
      } catch (error) {
        if (!isGoneError(error)) throw error
        const oldestSeq = error.items.find((item) => item.oldestSeq !== undefined)?.oldestSeq
        return { gone: oldestSeq === undefined ? {} : { oldestSeq } }
      }
    },
    async snapshot(channel, signal) {
      const dot = channel.indexOf('.')
      const parameter = channel.slice(dot + 1)
      switch (channel.slice(0, dot)) {
        case 'quotes': {
          const query = { symbols: [parameter] }
          const { data } = await http.one('getLatestQuotes GET /v1/quotes/latest', { query }, { signal })
          return stateOf(data[0])
        }
        case 'book': {
          const input = { path: { symbol: parameter }, query: { depth: most } }
          return stateOf(await http.one('getOrderBook GET /v1/order-books/{symbol}', input, { signal }))
        }
        default: {
          const route = 'getAccountSnapshot GET /v1/accounts/{accountId}/snapshot'
          const data = await http.one(route, { path: { accountId: parameter } }, { signal })
          const { orders, account, time, balances, positions } = data
          return channel.startsWith('orders')
            ? { ...orders, time, data }
            : { ...account, time, data: { accountId: parameter, ordersSeq: orders.seq, balances, positions } }
        }
      }
    },
  }
}

interface State {
  readonly epoch: string
  readonly seq: number
  readonly time: string
}

/** Where epoch and number stand beside the state itself. */
function stateOf(state: State | undefined) {
  if (state === undefined) throw new TypeError('the server answered with no state')
  const { epoch, seq, time, ...data } = state
  return { epoch, seq, time, data: { time, ...data } }
}
