import type { ErrorCode, OperationId } from '@openbourse/spec'
import { formOf } from '../forms.ts'
import { asItIs, type Kitchen, type Recipe } from '../kitchen.ts'
import {
  closedAccount,
  newOrderCodes,
  openOrder,
  own,
  replacementCodes,
  requestTwice,
  resting,
  whileHalted,
} from './order-codes.ts'

/** What only this operation does, by status and by code; the rest is shared. */
interface OperationRecipes {
  readonly successes?: Readonly<Record<number, Recipe>>
  readonly errors?: Readonly<Partial<Record<ErrorCode | OAuthCode, Recipe>>>
}

type OAuthCode = 'invalid_request' | 'unsupported_grant_type' | 'invalid_scope' | 'invalid_client'

const get =
  (request: (kitchen: Kitchen) => Promise<string>): Recipe =>
  async (kitchen) =>
    kitchen.call(await request(kitchen))

const byId = async (kitchen: Kitchen) => `/v1/orders/${(await openOrder(kitchen)).orderId}`
const byClientId = async (kitchen: Kitchen) =>
  `/v1/orders/by-client-id/${(await openOrder(kitchen)).clientOrderId}`

/** Of an order that was canceled already. */
const cancelTwice =
  (target: (kitchen: Kitchen) => Promise<string>): Recipe =>
  async (kitchen) => {
    const path = await target(kitchen)
    await kitchen.call(`DELETE ${path}`)
    return kitchen.call(`DELETE ${path}`)
  }

const replacements = (target: (kitchen: Kitchen) => Promise<string>): Readonly<Record<number, Recipe>> => ({
  201: async (kitchen) =>
    kitchen.call(`PATCH ${await target(kitchen)}`, { clientOrderId: kitchen.fresh('next'), quantity: '2' }),
  200: async (kitchen) => {
    const path = await target(kitchen)
    const body = { clientOrderId: kitchen.fresh('next'), quantity: '2' }
    await kitchen.call(`PATCH ${path}`, body)
    return kitchen.call(`PATCH ${path}`, body)
  },
})

const CLIENT = { client_id: 'mk_demo_hmac', client_secret: 'demo-secret-of-mk_demo_hmac' }
const GRANT = { grant_type: 'client_credentials' }
const token =
  (body: object): Recipe =>
  ({ send }, id) =>
    send(formOf(id, { body }))

const watchlist = (kitchen: Kitchen) => ({ name: kitchen.fresh('list'), symbols: ['AAPL'] })
const newWatchlist = async (kitchen: Kitchen, key = 'mk_demo') =>
  (await kitchen.call('POST /v1/watchlists', watchlist(kitchen), key)).json

/** So many quotes that the first are no longer held. */
function forgetQuotes(world: Kitchen['venues']['usual']['world']): void {
  for (let cents = 10; cents < 60; cents += 1) {
    world.setQuote('BRK.B', { bidPrice: `400.${cents}`, askPrice: `401.${cents}` })
  }
}

const HOOK = { url: 'https://example.com/hooks' }
const REFUSED_HOOK = { url: 'https://user:word@example.com/' }

/** A request about a webhook of its own, which is gone afterwards: an account has few. */
const withHook =
  (method: string, body?: object, below = ''): Recipe =>
  async (kitchen) => {
    const { webhookId } = (await kitchen.call('POST /v1/webhooks', HOOK)).json
    const answer = await kitchen.call(`${method} /v1/webhooks/${webhookId}${below}`, body)
    if (method !== 'DELETE') await kitchen.call(`DELETE /v1/webhooks/${webhookId}`)
    return answer
  }

/** Closes what acc_demo has of AAPL, or of another account or symbol. */
const close = (kitchen: Kitchen, body: object = {}, key = 'mk_demo', symbol = 'AAPL') =>
  kitchen.call(`POST /v1/positions/${symbol}/close`, { clientOrderId: kitchen.fresh('close'), ...body }, key)

export const recipes: Readonly<Partial<Record<OperationId, OperationRecipes>>> = {
  createAccessToken: {
    successes: { 200: token({ ...GRANT, ...CLIENT }) },
    errors: {
      invalid_request: token({ ...CLIENT }),
      unsupported_grant_type: token({ ...CLIENT, grant_type: 'password' }),
      invalid_scope: token({ ...GRANT, ...CLIENT, scope: 'everything' }),
      invalid_client: token({ ...GRANT, ...CLIENT, client_secret: 'wrong' }),
      'too-many-attempts': async ({ send }, id) => {
        const form = formOf(id, { body: { ...GRANT, ...CLIENT, client_secret: 'wrong' } })
        await send(form, 'limited')
        return send(form, 'limited')
      },
    },
  },
  createStreamToken: { successes: { 201: asItIs } },
  listCorporateActions: {},
  getPosition: {
    successes: {
      200: (kitchen) => {
        own(kitchen, 'acc_demo')
        return kitchen.call('GET /v1/positions/AAPL')
      },
    },
    errors: { 'unknown-position': get(async () => 'GET /v1/positions/BRK.B') },
  },
  closePosition: {
    successes: {
      201: (kitchen) => {
        own(kitchen, 'acc_demo')
        return close(kitchen, { quantity: '1' })
      },
      200: async (kitchen) => {
        own(kitchen, 'acc_demo')
        const body = { clientOrderId: kitchen.fresh('close'), quantity: '1' }
        await close(kitchen, body)
        return close(kitchen, body)
      },
    },
    errors: {
      'unknown-position': (kitchen) => close(kitchen, {}, 'mk_demo', 'BRK.B'),
      'client-order-id-reused': async (kitchen) => {
        own(kitchen, 'acc_demo')
        const { clientOrderId } = await openOrder(kitchen)
        return close(kitchen, { clientOrderId })
      },
      'insufficient-position': async (kitchen) => {
        own(kitchen, 'acc_demo')
        return close(kitchen, { quantity: '9999' })
      },
      'would-increase-position': async (kitchen) => {
        own(kitchen, 'acc_margin')
        return close(kitchen, { quantity: '9999' }, 'mk_margin')
      },
      'invalid-lot': (kitchen) => {
        own(kitchen, 'acc_demo')
        return close(kitchen, { quantity: '0.5' })
      },
      'quantity-out-of-bounds': (kitchen) => {
        own(kitchen, 'acc_demo')
        return close(kitchen, { quantity: '99999999999' })
      },
      'symbol-halted': (kitchen) => {
        own(kitchen, 'acc_demo')
        return whileHalted(kitchen, () => close(kitchen, { quantity: '1' }), 'AAPL')
      },
      'account-closed': async (kitchen) => {
        await closedAccount(kitchen)
        return close(kitchen, {}, 'mk_closed')
      },
    },
  },
  submitOrder: {
    successes: {
      201: (kitchen) => kitchen.call('POST /v1/orders', resting(kitchen)),
      200: async (kitchen) => {
        const order = resting(kitchen)
        await kitchen.call('POST /v1/orders', order)
        return kitchen.call('POST /v1/orders', order)
      },
    },
    errors: newOrderCodes,
  },
  cancelAllOrders: {
    errors: {
      'epoch-gone': ({ send }, id) => send(formOf(id, { query: { epoch: 'another', asOfSeq: '1' } })),
    },
  },
  getOrder: { successes: { 200: get(async (kitchen) => `GET ${await byId(kitchen)}`) } },
  getOrderByClientId: { successes: { 200: get(async (kitchen) => `GET ${await byClientId(kitchen)}`) } },
  cancelOrder: {
    successes: { 200: get(async (kitchen) => `DELETE ${await byId(kitchen)}`) },
    errors: { 'order-not-open': cancelTwice(byId), 'request-pending': requestTwice },
  },
  cancelOrderByClientId: {
    successes: { 200: get(async (kitchen) => `DELETE ${await byClientId(kitchen)}`) },
    errors: { 'order-not-open': cancelTwice(byClientId), 'request-pending': requestTwice },
  },
  replaceOrder: {
    successes: replacements(byId),
    errors: replacementCodes(({ orderId }) => `/v1/orders/${orderId}`),
  },
  replaceOrderByClientId: {
    successes: replacements(byClientId),
    errors: replacementCodes(({ clientOrderId }) => `/v1/orders/by-client-id/${clientOrderId}`),
  },
  listFills: {
    errors: { 'unknown-order': ({ send }, id) => send(formOf(id, { query: { orderId: 'ord_999999' } })) },
  },
  createWatchlist: {
    successes: { 201: (kitchen) => kitchen.call('POST /v1/watchlists', watchlist(kitchen)) },
    errors: {
      'watchlist-name-taken': async (kitchen) => {
        const { name } = await newWatchlist(kitchen)
        return kitchen.call('POST /v1/watchlists', { name, symbols: [] })
      },
      'watchlist-limit': async (kitchen) => {
        const { watchlists } = kitchen.venues.usual.world
        const at = kitchen.venues.usual.world.now()
        for (let count = 0; count < 100; count += 1) {
          watchlists.create('acc_full', { name: kitchen.fresh('full'), symbols: [] }, at)
        }
        return kitchen.call('POST /v1/watchlists', watchlist(kitchen), 'mk_full')
      },
    },
  },
  getWatchlist: {
    successes: {
      200: get(async (kitchen) => `GET /v1/watchlists/${(await newWatchlist(kitchen)).watchlistId}`),
    },
  },
  replaceWatchlist: {
    successes: {
      200: async (kitchen) =>
        kitchen.call(`PUT /v1/watchlists/${(await newWatchlist(kitchen)).watchlistId}`, watchlist(kitchen)),
    },
    errors: {
      'watchlist-name-taken': async (kitchen) => {
        const { name } = await newWatchlist(kitchen)
        const { watchlistId } = await newWatchlist(kitchen)
        return kitchen.call(`PUT /v1/watchlists/${watchlistId}`, { name, symbols: [] })
      },
    },
  },
  deleteWatchlist: {
    successes: {
      200: get(async (kitchen) => `DELETE /v1/watchlists/${(await newWatchlist(kitchen)).watchlistId}`),
    },
  },
  createWebhook: {
    successes: { 201: (kitchen) => kitchen.call('POST /v1/webhooks', HOOK) },
    errors: {
      'webhook-url-refused': (kitchen) => kitchen.call('POST /v1/webhooks', REFUSED_HOOK),
      'webhook-limit': async (kitchen) => {
        for (let count = 0; count < 16; count += 1) await kitchen.call('POST /v1/webhooks', HOOK, 'mk_full')
        return kitchen.call('POST /v1/webhooks', HOOK, 'mk_full')
      },
    },
  },
  getWebhook: { successes: { 200: withHook('GET') } },
  updateWebhook: {
    successes: { 200: withHook('PATCH', { description: 'another' }) },
    errors: { 'webhook-url-refused': withHook('PATCH', REFUSED_HOOK) },
  },
  deleteWebhook: { successes: { 200: withHook('DELETE') } },
  testWebhook: { successes: { 202: withHook('POST', undefined, '/test') } },
  listWebhookDeliveries: {
    successes: { 200: withHook('GET', undefined, '/deliveries') },
    errors: {
      'invalid-cursor': withHook('GET', undefined, '/deliveries?cursor=abc'),
      'cursor-mismatch': async (kitchen, id) => {
        const { nextCursor } = (await kitchen.call('GET /v1/accounts?limit=1')).json
        const cursor = encodeURIComponent(nextCursor)
        return withHook('GET', undefined, `/deliveries?cursor=${cursor}`)(kitchen, id)
      },
    },
  },
  streamEvents: {
    errors: {
      'missing-scope': ({ send }, id) => send(formOf(id, { key: 'mk_read' })),
      'unknown-symbol': ({ send }, id) => send(formOf(id, { query: { channels: 'trades.NOPE' } })),
      'epoch-gone': ({ send }, id) => send(formOf(id, { headers: { 'last-event-id': 'another:1' } })),
      'sequence-gone': ({ send, venues }, id) => {
        forgetQuotes(venues.usual.world)
        const headers = { 'last-event-id': 'epoch-1:0' }
        return send(formOf(id, { headers, query: { channels: 'quotes.BRK.B' } }))
      },
      'too-many-connections': async ({ send, hold }, id) => {
        const release = await hold(formOf(id), 'limited')
        const refused = await send(formOf(id, { key: 'mk_second' }), 'limited')
        release()
        return refused
      },
    },
  },
  listEvents: {
    errors: {
      'missing-scope': ({ send }, id) => send(formOf(id, { key: 'mk_read' })),
      'unknown-symbol': ({ send }, id) => send(formOf(id, { query: { channel: 'trades.NOPE' } })),
      'epoch-gone': ({ send }, id) => send(formOf(id, { query: { epoch: 'another' } })),
      'sequence-gone': ({ send, venues }, id) => {
        forgetQuotes(venues.usual.world)
        return send(formOf(id, { query: { channel: 'quotes.BRK.B' } }))
      },
    },
  },
}
