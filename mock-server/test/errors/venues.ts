import { type OperationId, routes } from '@openbourse/spec'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import { instrumentFor } from '../../src/market/demo-instruments.ts'
import type { Limits } from '../../src/options/broker-options.ts'
import { readLimits } from '../../src/options/read-options.ts'
import type { Backend } from '../../src/transports/backend.ts'
import { createBackend } from '../../src/transports/create-backend.ts'
import type { WorldAccount } from '../../src/worlds/accounts.ts'
import { createWorld } from '../../src/worlds/create-world.ts'
import type { RunningWorld } from '../../src/worlds/running-world.ts'
import { demoKeys } from '../../src/worlds/signing-keys.ts'
import type { World } from '../../src/worlds/world.ts'
import type { WorldOptions } from '../../src/worlds/world-options.ts'
import { FakeClock } from '../streams/fake-clock.ts'

/** Friday, half an hour before New York closes. */
const OPEN = '2026-01-09T20:30:00Z'
const CLOSED = '2026-01-09T22:00:00Z'

const people: readonly WorldAccount[] = [
  { key: 'mk_demo', accountId: 'acc_demo' },
  { key: 'mk_demo', accountId: 'acc_second' },
  { key: 'mk_second', accountId: 'acc_demo' },
  { key: 'mk_other', accountId: 'acc_other' },
  { key: 'mk_closed', accountId: 'acc_closed' },
  { key: 'mk_hasty', accountId: 'acc_hasty', cash: '0.00', settlementRules: 'strict' },
  { key: 'mk_full', accountId: 'acc_full' },
  { key: 'mk_margin', accountId: 'acc_margin', type: 'margin' },
  { key: 'mk_small', accountId: 'acc_small', type: 'margin', cash: '1000.00' },
  { key: 'mk_trade', accountId: 'acc_demo', scopes: ['trade'] },
  { key: 'mk_read', accountId: 'acc_demo', scopes: ['read'] },
  { key: 'mk_data', accountId: 'acc_demo', scopes: ['market-data'] },
]

/** A key for each operation, so that none of them uses up another's quota. */
const spenders: readonly WorldAccount[] = Object.keys(routes).map((id) => ({
  key: spenderOf(id as OperationId),
  accountId: 'acc_demo',
}))

export function spenderOf(id: OperationId): string {
  return `mk_spends_${id}`
}

/** One request of each limit is allowed, the second refusal bans. */
const LITTLE: Limits = {
  ...readLimits('relaxed'),
  rates: Object.fromEntries(
    Object.keys(readLimits('relaxed').rates).map((name) => [name, { quota: 1, windowSeconds: 60 }]),
  ) as Limits['rates'],
  ban: { violations: 2, windowSeconds: 60, firstSeconds: 120, maximumSeconds: 240 },
  attempts: { quota: 1, windowSeconds: 60 },
  connectionsPerAccount: 1,
}

export interface Venue {
  readonly world: RunningWorld
  readonly backend: Backend
  readonly clock: FakeClock
}

/** Worlds in every state that an answer may need. */
export type VenueName = keyof ReturnType<typeof createVenues>

export function createVenues() {
  const sessions = createVenue({ calendar: xnys })
  prepareSessions(sessions.world)
  // A day passes here, which every further market would fill with trades.
  const fallen = createVenue({ markets: [instrumentFor('AAPL')] })
  prepareFall(fallen.world)
  const banded = createVenue({ calendar: xnys, volatility: { priceBands: true } })
  prepareSessions(banded.world)
  const busy = createVenue({ margin: { regime: 'legacyDayTrade' } })
  prepareDayTrades(busy.world)
  const deep = createVenue({ margin: { regime: 'intraday' } })
  prepareDebt(deep.world)
  return {
    /** Where everything goes its usual way, at an hour at which New York trades. */
    usual: createVenue(),
    /** Where next to nothing is allowed. */
    limited: createVenue({ limits: LITTLE }),
    starting: createVenue({ status: 'starting' }),
    stopping: createVenue({ status: 'stopping' }),
    /** Where whatever reads the world meets a fault. */
    broken: createVenue({ change: broken }),
    /** Where New York is open until {@link closeMarket}. */
    sessions,
    /** Where AAPL lost more than a tenth since yesterday, from 200 to 150. */
    fallen,
    /** Where New York stays open, with price bands. */
    banded,
    /** Where requests to an order are on their way for a second. */
    slow: createVenue({ requestLatencyMs: 1000 }),
    /** Where acc_margin made three day trades today, under the rule that counts them. */
    busy,
    /** Where acc_margin owns more than six times its equity. */
    deep,
  }
}

interface VenueOptions
  extends Partial<Pick<WorldOptions, 'markets' | 'calendar' | 'margin' | 'volatility' | 'requestLatencyMs'>> {
  readonly limits?: Limits
  readonly status?: 'ok' | 'starting' | 'stopping'
  readonly change?: (world: World) => World
}

function createVenue({
  limits,
  status = 'ok',
  change = (world) => world,
  markets = [...['AAPL', 'BRK.B', 'TSLA'].map(instrumentFor), ...hardToBorrow()],
  calendar,
  volatility,
  requestLatencyMs,
  margin,
}: VenueOptions = {}): Venue {
  const clock = new FakeClock()
  const world = createWorld({
    seed: 7,
    epoch: 'epoch-1',
    machine: clock,
    clock: { mode: 'paused', time: parseTime(OPEN) ?? 0 },
    accounts: [...people, ...spenders],
    signingKeys: demoKeys('acc_demo'),
    markets,
    calendar,
    volatility,
    requestLatencyMs,
    margin,
    retention: { messages: 16 },
  })
  const backend = createBackend({
    world: change(world),
    clock,
    securityClock: clock,
    limits: limits ?? readLimits('relaxed'),
    cors: undefined,
    version: '0.0.0',
    cursorSecret: 'a secret of cursors',
    serverStatus: () => status,
    onInternalError: (error) => {
      if (!(error instanceof PlannedFault)) throw error
    },
  })
  return { world, backend, clock }
}

/** A stock that nobody lends, and one of which ten can be borrowed. */
function hardToBorrow() {
  const [none, few] = [instrumentFor('NONE'), instrumentFor('FEW')]
  return [
    { ...none, instrument: { ...none.instrument, shortable: false } },
    { ...few, instrument: { ...few.instrument, borrowableLots: 10 } },
  ]
}

const DAY_MICROS = 86_400_000_000

function prepareDayTrades(world: RunningWorld): void {
  const accountId = 'acc_margin'
  const common = { symbol: 'AAPL', timeInForce: 'gtc', quantityLots: 1 } as const
  const rest = { clientOrderId: WAITING, side: 'buy', type: 'limit', limitPriceTicks: 1_000 } as const
  world.operate({ type: 'SubmitOrder', accountId, terms: { ...common, ...rest } })
  world.setQuote('AAPL', { bidPrice: '199.00', askPrice: '201.00' })
  for (const side of ['buy', 'sell', 'buy', 'sell', 'buy', 'sell'] as const) {
    const clientOrderId = `trade-${world.view.account(accountId)?.ordersSeq}`
    const terms = { ...common, clientOrderId, side, type: 'market' } as const
    world.operate({ type: 'SubmitOrder', accountId, terms })
  }
}

function prepareDebt(world: RunningWorld): void {
  const accountId = 'acc_margin'
  const common = { symbol: 'AAPL', timeInForce: 'gtc', side: 'buy' } as const
  const rest = { clientOrderId: WAITING, quantityLots: 1, type: 'limit', limitPriceTicks: 1_000 } as const
  world.operate({ type: 'SubmitOrder', accountId, terms: { ...common, ...rest } })
  world.setQuote('AAPL', { bidPrice: '199.00', askPrice: '200.00', askQuantity: '2000' })
  const buy = { clientOrderId: 'all', quantityLots: 1_980, type: 'market' } as const
  world.operate({ type: 'SubmitOrder', accountId, terms: { ...common, ...buy } })
  world.setQuote('AAPL', { bidPrice: '170.00', askPrice: '171.00' })
}

function prepareFall(world: RunningWorld): void {
  world.setQuote('AAPL', { bidPrice: '199.00', askPrice: '201.00' })
  world.printTrade('AAPL', { price: '200.00', quantity: '1' })
  void world.clock.advanceTo(world.now() + DAY_MICROS)
  world.setQuote('AAPL', { bidPrice: '150.00', askPrice: '151.00' })
  world.printTrade('AAPL', { price: '150.00', quantity: '1' })
  const terms = { clientOrderId: WAITING, symbol: 'AAPL', side: 'sell', type: 'limit' } as const
  const size = { timeInForce: 'gtc', quantityLots: 1, limitPriceTicks: 20_000 } as const
  world.operate({ type: 'SubmitOrder', accountId: 'acc_margin', terms: { ...terms, ...size } })
}

export const WAITING = 'waiting'

/** While it is open: an order that waits, and something that could be closed. */
function prepareSessions(world: RunningWorld): void {
  const accountId = 'acc_demo'
  world.operate({ type: 'DepositPosition', accountId, symbol: 'AAPL', quantityLots: 10 })
  const terms = { clientOrderId: WAITING, symbol: 'AAPL', side: 'buy', type: 'limit' } as const
  const size = { timeInForce: 'gtc', quantityLots: 1, limitPriceTicks: 1000 } as const
  world.operate({ type: 'SubmitOrder', accountId, terms: { ...terms, ...size } })
}

export function closeMarket({ world }: Venue): void {
  void world.clock.advanceTo(parseTime(CLOSED) ?? 0)
}

/** What a test puts in an exchange's way; any other fault fails the test. */
export class PlannedFault extends Error {}

function broken({ view, feed, authenticator, watchlists, webhooks }: World): World {
  const fail = (): never => {
    throw new PlannedFault('a fault that nobody outside may hear of')
  }
  return { view, feed, authenticator, watchlists, webhooks, now: fail, execute: fail }
}
