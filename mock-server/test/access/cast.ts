import { stateHash } from '../../src/exchange/canonical.ts'
import { createExchange, type InspectableExchange } from '../../src/exchange/create-exchange.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import { instrumentFor } from '../../src/market/demo-instruments.ts'
import { readLimits } from '../../src/options/read-options.ts'
import { createBackend, type WorldBackend } from '../../src/transports/create-backend.ts'
import type { WorldAccount } from '../../src/worlds/accounts.ts'
import { createWorld } from '../../src/worlds/create-world.ts'
import { assertContract, operationOf } from '../contract-check.ts'
import type { Form } from '../errors/forms.ts'
import { FakeClock } from '../streams/fake-clock.ts'

/** Who may be mistaken for whom. `both` has the stranger's account and, when it says so, the owner's. */
const accounts: readonly WorldAccount[] = [
  { key: 'mk_owner', accountId: 'acc_owner', name: 'What the owner calls it' },
  { key: 'mk_partner', accountId: 'acc_owner' },
  { key: 'mk_reader', accountId: 'acc_owner', scopes: ['read', 'market-data'] },
  { key: 'mk_revoked', accountId: 'acc_owner' },
  { key: 'mk_stranger', accountId: 'acc_stranger' },
  { key: 'mk_both', accountId: 'acc_stranger' },
  { key: 'mk_both', accountId: 'acc_owner' },
]

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** An owner with one of everything, and others who would like to have it. */
export interface Cast {
  readonly backend: WorldBackend
  send(form: Form): Promise<Answer>
  /** Of everything that the exchange holds. */
  hash(): string
  /** All that the owner can read of the account. */
  ownersView(): Promise<string>
  /** By parameter: the owner's object, and one that nobody has. */
  readonly objects: Readonly<Record<string, { readonly owners: string; readonly nobodys: string }>>
  /** What only the owner may ever read. */
  readonly secrets: readonly string[]
}

export async function createCast(): Promise<Cast> {
  const clock = new FakeClock()
  let exchange: InspectableExchange | undefined
  const world = createWorld({
    seed: 7,
    epoch: 'epoch-1',
    machine: clock,
    clock: { mode: 'paused', time: parseTime('2026-01-09T15:00:00Z') ?? 0 },
    accounts,
    markets: ['AAPL', 'BRK.B'].map(instrumentFor),
    exchange: (options) => {
      exchange = createExchange(options)
      return exchange
    },
  })
  const backend = createBackend({
    world,
    clock,
    securityClock: clock,
    limits: readLimits('relaxed'),
    cors: undefined,
    version: '0.0.0',
    cursorSecret: 'a secret of cursors',
    serverStatus: () => 'ok',
    onInternalError: (error) => {
      throw error
    },
  })
  world.authenticator.revoke('mk_revoked')
  const send = (form: Form): Promise<Answer> => sendTo(backend, form)
  const asOwner = async (request: string, body?: object) => {
    const { status, text } = await send(formFor('mk_owner', request, body))
    if (status >= 300) throw new Error(`${request} of the owner was answered ${status}: ${text}`)
    return JSON.parse(text)
  }

  const terms = { symbol: 'AAPL', side: 'buy', quantity: '10' }
  const limit = { ...terms, type: 'limit', timeInForce: 'gtc', limitPrice: '10.00' }
  const resting = await asOwner('POST /v1/orders', { ...limit, clientOrderId: 'owners-resting' })
  const market = { ...terms, type: 'market', timeInForce: 'day', tags: ['owners-tag'] }
  const filled = await asOwner('POST /v1/orders', { ...market, clientOrderId: 'owners-filled' })
  const fills = await asOwner('GET /v1/fills')
  const watchlist = await asOwner('POST /v1/watchlists', { name: 'owners-list', symbols: ['AAPL'] })
  const webhook = await asOwner('POST /v1/webhooks', { url: 'https://owners-hook.example.com/' })
  return {
    backend,
    send,
    hash: () => (exchange === undefined ? '' : stateHash(exchange)),
    async ownersView() {
      const views = await Promise.all(OWNERS_READS.map((target) => asOwner(`GET ${target}`)))
      return JSON.stringify(views)
    },
    objects: {
      accountId: { owners: 'acc_owner', nobodys: 'acc_nobody' },
      orderId: { owners: resting.orderId, nobodys: 'ord_999999' },
      clientOrderId: { owners: 'owners-resting', nobodys: 'nobodys-order' },
      watchlistId: { owners: watchlist.watchlistId, nobodys: 'wat_999999' },
      webhookId: { owners: webhook.webhookId, nobodys: 'whk_999999' },
      channel: { owners: 'orders.acc_owner', nobodys: 'orders.acc_nobody' },
      channels: { owners: 'orders.acc_owner', nobodys: 'orders.acc_nobody' },
    },
    secrets: [
      'acc_owner',
      'What the owner calls it',
      'owners-',
      'https://owners-hook',
      resting.orderId,
      filled.orderId,
      ...fills.data.map(({ fillId }: { fillId: string }) => fillId),
    ].map((secret) => `"${secret}`),
  }
}

const OWNERS_READS = [
  '/v1/accounts/acc_owner/snapshot',
  '/v1/accounts/acc_owner/activities',
  '/v1/orders?status=all',
  '/v1/fills',
  '/v1/watchlists',
  '/v1/webhooks',
  '/v1/events?channel=orders&channel=account&epoch=epoch-1&from=1',
]

export function formFor(key: string, request: string, body?: object): Form {
  const [method = '', target = ''] = request.split(' ')
  const type = { 'content-type': 'application/json' }
  return {
    method,
    target,
    headers: { authorization: `Bearer ${key}`, ...(body && type) },
    body: body && JSON.stringify(body),
  }
}

async function sendTo(backend: WorldBackend, form: Form): Promise<Answer> {
  const { method, target, headers, body } = form
  const reply = await backend.handle({
    method,
    target,
    header: (name) => headers[name],
    ...(body === undefined ? {} : { body }),
  })
  assertContract(operationOf(method, target), reply)
  reply.stream?.closed()
  return { status: reply.status, headers: reply.headers, text: reply.body ?? '' }
}
