import type { OperationId, Problem } from '@openbourse/spec'
import type { ApiReply, RestApp } from '../../src/api/call.ts'
import { createRestApp, type RestAppOptions } from '../../src/api/rest-app.ts'
import type { Command } from '../../src/exchange/commands.ts'
import {
  createExchange,
  type ExchangeOptions,
  type InspectableExchange,
} from '../../src/exchange/create-exchange.ts'
import type { Instrument } from '../../src/exchange/instruments/instrument.ts'
import type { Side } from '../../src/exchange/values/types.ts'
import { createFeed } from '../../src/feed/create-feed.ts'
import { NO_TRANSPORT } from '../../src/webhooks/send.ts'
import { Webhooks } from '../../src/webhooks/webhooks.ts'
import { createKeyring } from '../../src/worlds/keyring.ts'
import type { Principal } from '../../src/worlds/principal.ts'
import { demoKeys } from '../../src/worlds/signing-keys.ts'
import { Watchlists } from '../../src/worlds/watchlists.ts'
import type { World } from '../../src/worlds/world.ts'
import { assertContract, operationOf } from '../contract-check.ts'

/** A broker without a market of its own: what is in its books, a test has put there. */
export interface TestBroker {
  readonly world: World
  readonly app: RestApp
  /** Its inside, to compare states. */
  readonly exchange: InspectableExchange
  /** The transport clock; stands until a test moves it. */
  readonly clock: { ms: number }
  run(command: Command): void
  /** Moves world time on. */
  pass(micros: number): void
  /** An order of the market maker. */
  quote(symbol: string, side: Side, price: number, quantity: number): void
  call(method: string, target: string, request?: TestRequest): Promise<TestAnswer>
  /** A limit order of the demo account, with what a test says otherwise. */
  submit(terms?: Readonly<Record<string, unknown>>, request?: TestRequest): Promise<TestAnswer>
}

export interface TestRequest {
  /** The API key; null sends none. @default mk_demo */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON with its content type; a text or bytes as they are. */
  readonly body?: unknown
}

export interface TestAnswer extends ApiReply {
  readonly operationId: OperationId | undefined
  /** The body, read as whatever a test looks for in it. */
  readonly json: Problem & AnswerJson
}

interface AnswerJson {
  readonly orderId: string
  readonly data: readonly Readonly<Record<string, string>>[]
  readonly nextCursor: string | null
  readonly bids: readonly object[]
  readonly checksum: string
  readonly seq: number
}

export const START = 1_760_000_000_000_000

const STOCK = {
  assetClass: 'usEquity',
  quoteAsset: 'USD',
  tickSize: '0.01',
  lotSize: '1',
  minimumPriceTicks: 1,
  maximumPriceTicks: 100_000_000,
  minimumQuantityLots: 1,
  maximumQuantityLots: 1_000_000,
} as const

const INSTRUMENTS: readonly Instrument[] = [
  { ...STOCK, symbol: 'AAPL', name: 'Apple' },
  { ...STOCK, symbol: 'BRK.B', name: 'Berkshire Hathaway B' },
  { ...STOCK, symbol: 'BTC-USD', name: 'Bitcoin', assetClass: 'crypto', lotSize: '0.00001' },
]

const SCOPES: Principal['scopes'] = ['trade', 'read', 'market-data']
const KEYS: Readonly<Record<string, Principal>> = {
  mk_demo: {
    keyId: 'demo',
    defaultAccountId: 'acc_demo',
    accountIds: ['acc_demo', 'acc_second'],
    scopes: SCOPES,
  },
  mk_other: { keyId: 'other', defaultAccountId: 'acc_other', accountIds: ['acc_other'], scopes: SCOPES },
  mk_reader: { keyId: 'reader', defaultAccountId: 'acc_demo', accountIds: ['acc_demo'], scopes: ['read'] },
  mk_data: { keyId: 'data', defaultAccountId: 'acc_demo', accountIds: ['acc_demo'], scopes: ['market-data'] },
}

export function createBroker(
  options: Partial<RestAppOptions> = {},
  exchangeOptions: ExchangeOptions = {},
): TestBroker {
  const clock = { ms: START / 1000 }
  const exchange = createExchange(exchangeOptions)
  const world = createTestWorld(clock, exchange)
  const app = createRestApp({
    world,
    clock: { nowMs: () => clock.ms, after: () => () => {} },
    version: '0.1.0',
    onInternalError: (error) => {
      throw error
    },
    ...options,
  })
  let orders = 0

  const call = async (method: string, target: string, request: TestRequest = {}): Promise<TestAnswer> => {
    const reply = await app.handle({ method, target, ...toParts(request) })
    const operationId = operationOf(method, target)
    assertContract(operationId, reply)
    return { ...reply, operationId, json: reply.body ? JSON.parse(reply.body) : undefined }
  }

  const run = (command: Command): void => {
    world.execute(command)
  }
  return {
    world,
    app,
    exchange,
    clock,
    run,
    call,
    pass: (micros) => run({ type: 'AdvanceTo', time: world.view.time + micros }),
    quote: (symbol, side, priceTicks, quantityLots) => {
      orders += 1
      const terms = { clientOrderId: `mm-${orders}`, symbol, side, quantityLots, limitPriceTicks: priceTicks }
      run({
        type: 'SubmitOrder',
        accountId: 'acc_maker',
        terms: { ...terms, type: 'limit', timeInForce: 'gtc' },
      })
    },
    submit: (terms = {}, request = {}) => {
      orders += 1
      return call('POST', '/v1/orders', {
        ...request,
        body: limitOrder({ clientOrderId: `t-${orders}`, ...terms }),
      })
    },
  }
}

/** A valid order request. */
export function limitOrder(terms: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    clientOrderId: 'one',
    symbol: 'AAPL',
    side: 'buy',
    type: 'limit',
    timeInForce: 'gtc',
    quantity: '10',
    limitPrice: '100.00',
    ...terms,
  }
}

function createTestWorld(clock: { ms: number }, exchange: InspectableExchange): World {
  const security = { nowMs: () => clock.ms }
  const feed = createFeed({ view: exchange.view, epoch: 'epoch-1', now: () => clock.ms })
  const execute = (command: Command) => {
    const events = exchange.execute(command)
    feed.publish(events)
    return events
  }
  execute({ type: 'AdvanceTo', time: START })
  for (const instrument of INSTRUMENTS) execute({ type: 'ListInstrument', instrument })
  for (const accountId of ['acc_demo', 'acc_second', 'acc_other']) {
    execute({ type: 'OpenAccount', accountId, kind: 'customer', name: accountId, currency: 'USD' })
    execute({ type: 'Deposit', accountId, asset: 'USD', amount: 100_000n * 100_000_000n })
  }
  execute({ type: 'OpenAccount', accountId: 'acc_maker', kind: 'liquidity', name: 'Maker', currency: 'USD' })
  return {
    view: exchange.view,
    feed,
    authenticator: {
      ...createKeyring({ accounts: [], signingKeys: demoKeys('acc_demo'), strict: false, clock: security }),
      authenticate: (token) => KEYS[token],
    },
    watchlists: new Watchlists(),
    webhooks: new Webhooks({
      feed,
      transport: NO_TRANSPORT,
      securityClock: { ...security, after: () => () => {} },
      machine: { ...security, after: () => () => {} },
      newKey: () => new Uint8Array(32),
      randomOf: () => () => 0,
      soon: () => {},
    }),
    now: () => exchange.view.time,
    execute,
  }
}

function toParts({ key = 'mk_demo', headers = {}, body }: TestRequest) {
  const all: Record<string, string> = { ...headers }
  if (key !== null) all.authorization ??= `Bearer ${key}`
  const isText = typeof body === 'string' || body instanceof Uint8Array
  if (body !== undefined && !isText) all['content-type'] ??= 'application/json'
  return {
    header: (name: string) => all[name],
    ...(body === undefined ? undefined : { body: isText ? body : JSON.stringify(body) }),
  }
}

/** A last price of AAPL of 100.00, deep quotes around it, and plenty to sell. */
export function openDeepMarket(exchangeOptions: ExchangeOptions = {}): TestBroker {
  const broker = createBroker({}, exchangeOptions)
  broker.quote('AAPL', 'sell', 10_050, 1_000_000)
  broker.quote('AAPL', 'buy', 9_950, 1_000_000)
  broker.run({ type: 'OpenAccount', accountId: 'house', kind: 'liquidity', name: 'House', currency: 'USD' })
  print(broker, 10_000)
  broker.run({ type: 'DepositPosition', accountId: 'acc_demo', symbol: 'AAPL', quantityLots: 5_000_000 })
  return broker
}

/** A recorded trade of AAPL, in a world that {@link openDeepMarket} opened. */
export function print(broker: TestBroker, priceTicks: number): void {
  const trade = { symbol: 'AAPL', priceTicks, subTick: 0, quantityLots: 1, fills: true }
  broker.run({ type: 'PrintTrade', accountId: 'house', ...trade, source: 'recorded' })
}
