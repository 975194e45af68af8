import fc from 'fast-check'
import type { ExchangeOptions, InspectableExchange } from '../../../src/exchange/create-exchange.ts'
import { xnys } from '../../../src/exchange/sessions/xnys.ts'
import { CUSTOMERS, coin, FEES, FLOW, HOUSE, type Keeping, openCustomer, START, stock } from './builders.ts'
import { quickCalendar } from './quick-calendar.ts'

/** How one world of many is made: its options, its accounts, and which moves are made in it. */
export interface World {
  readonly options: ExchangeOptions
  readonly people: readonly Keeping[]
  /** Prices around 10,000 ticks with room between them, or five prices at which everybody meets. */
  readonly crowd: 'wide' | 'narrow'
  /** What people begin with. On scant means margin accounts bought on credit, so that they are soon called. */
  readonly means: 'ample' | 'scant'
}

const RATES = { debit: 8_250_000n, credit: 2_000_000n, borrow: 30_000_000n }
const MARKET_WIDE = { marketWide: true, tier2: ['XYZ'] }
const BANDS = { priceBands: true }
const MOVED = { ...BANDS, beyondBands: 'reprice' } as const
const GROUP = { tradeGroup: 'family' }

/** Every way in which an account can be kept. */
const PEOPLE: readonly Keeping[] = [
  { fees: ['usRetail', 'cryptoTiers'], costBasis: 'fifo', settlementRules: 'strict', interest: RATES },
  { fees: ['perShare', 'cryptoTiers'], settlementRules: 'strict', ...GROUP },
  { fees: ['publicLike'], costBasis: 'fifo', ...GROUP },
  { fees: ['exchangeRebates', 'krakenLike'] },
  { accountType: 'margin', fees: ['perShare'], costBasis: 'fifo', interest: RATES },
  { accountType: 'margin', interest: RATES, ...GROUP },
  { accountType: 'margin', fees: ['exchangeRebates', 'cryptoTiers'] },
  {},
]

const options: fc.Arbitrary<ExchangeOptions> = fc
  .record({
    calendar: fc.constantFrom(xnys, xnys, xnys, quickCalendar, quickCalendar, undefined),
    crypto: fc.constantFrom(undefined, undefined, undefined, quickCalendar),
    volatility: fc.constantFrom(
      {},
      MARKET_WIDE,
      BANDS,
      MOVED,
      { ...MARKET_WIDE, ...BANDS },
      { ...MARKET_WIDE, ...MOVED },
    ),
    shortSaleRestriction: fc.constantFrom('reject', 'reprice', 'reprice', 'off'),
    latency: fc.constantFrom(0, 200_000),
    dayEndReports: fc.boolean(),
    regime: fc.constantFrom('intraday', 'legacyDayTrade'),
    finishedOrders: fc.constantFrom(200_000, 200_000, 5),
    days: fc.constantFrom(7, 7, 1),
  })
  .map(
    ({
      calendar,
      crypto,
      volatility,
      latency,
      dayEndReports,
      regime,
      shortSaleRestriction,
      finishedOrders,
      days,
    }) => ({
      fees: FEES,
      retention: { finishedOrders, days },
      ...(calendar === undefined ? {} : { calendar }),
      calendars: crypto === undefined ? {} : { crypto },
      margin: { regime, shortSaleRestriction, graceMicros: 5_000_000 },
      volatility,
      requestLatency: latency,
      dayEndReports,
    }),
  )

export const worlds: fc.Arbitrary<World> = fc.record({
  options,
  people: fc.array(fc.constantFrom(...PEOPLE), { minLength: CUSTOMERS.length, maxLength: CUSTOMERS.length }),
  crowd: fc.constantFrom('wide', 'narrow'),
  means: fc.constantFrom('ample', 'scant'),
})

/** Money and lots; prices are 100 dollars in a wide crowd, 500 in a narrow one. */
const MEANS = {
  wide: { ample: [10_000n, 200], scant: [2_000n, 15] },
  narrow: { ample: [2_100n, 8], scant: [1_300n, 2] },
} as const

/** Two symbols, three customers with money and stock, a background flow and a house. */
export function furnish(exchange: InspectableExchange, { people, crowd, means }: World): void {
  const isWide = crowd === 'wide'
  const [money, lots] = MEANS[crowd][means]
  exchange.execute({ type: 'AdvanceTo', time: START })
  const instrument = stock(isWide ? {} : { tickSize: '5', maximumPriceTicks: 1_000 })
  exchange.execute({ type: 'ListInstrument', instrument })
  exchange.execute({ type: 'ListInstrument', instrument: coin() })
  for (const accountId of [FLOW, HOUSE])
    exchange.execute({ type: 'OpenAccount', accountId, kind: 'liquidity', name: accountId, currency: 'USD' })
  for (const [index, accountId] of CUSTOMERS.entries()) {
    openCustomer(exchange, accountId, { dollars: money, ...people[index] })
    for (const symbol of ['XYZ', 'BTC-USD'])
      exchange.execute({ type: 'DepositPosition', accountId, symbol, quantityLots: lots })
  }
  if (means === 'scant') borrow(exchange, isWide ? [10_000, 100] : [100, 12])
}

/** Who may, buys so much from the house, and keeps it. */
function borrow(exchange: InspectableExchange, [priceTicks, quantityLots]: readonly [number, number]): void {
  for (const accountId of CUSTOMERS) {
    if (exchange.view.account(accountId)?.type !== 'margin') continue
    const levels = [{ side: 'sell', priceTicks, quantityLots }] as const
    exchange.execute({ type: 'SetHouseLevels', accountId: HOUSE, symbol: 'XYZ', levels })
    const order = { clientOrderId: 'begin', symbol: 'XYZ', side: 'buy', type: 'limit' } as const
    const terms = { ...order, timeInForce: 'ioc', quantityLots, limitPriceTicks: priceTicks } as const
    exchange.execute({ type: 'SubmitOrder', accountId, terms })
  }
}
