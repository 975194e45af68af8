import fc from 'fast-check'
import type { OpenAccount } from '../../../src/exchange/commands.ts'
import type { ExchangeOptions, InspectableExchange } from '../../../src/exchange/create-exchange.ts'
import { xnys } from '../../../src/exchange/sessions/xnys.ts'
import { CUSTOMERS, coin, FEES, FLOW, HOUSE, ONE, START, stock } from './builders.ts'
import { quickCalendar } from './quick-calendar.ts'

/** How one world of many is made: its options, its accounts, and which moves are made in it. */
export interface World {
  readonly options: ExchangeOptions
  readonly people: readonly Person[]
  /** Prices around 10,000 ticks with room between them, or five prices at which everybody meets. */
  readonly crowd: 'wide' | 'narrow'
}

type Person = Omit<OpenAccount, 'type' | 'accountId' | 'kind' | 'name' | 'currency'>

const RATES = { debit: 8_250_000n, credit: 2_000_000n, borrow: 30_000_000n }
const MARKET_WIDE = { marketWide: true, tier2: ['XYZ'] }
const GROUP = { tradeGroup: 'family' }

/** Every way in which an account can be kept. */
const PEOPLE: readonly Person[] = [
  { fees: ['usRetail', 'cryptoTiers'], costBasis: 'fifo', settlementRules: 'strict', interest: RATES },
  { fees: ['perShare', 'cryptoTiers'], settlementRules: 'strict', ...GROUP },
  { fees: ['publicLike'], costBasis: 'fifo', ...GROUP },
  { fees: ['exchangeRebates'] },
  { accountType: 'margin', fees: ['perShare'], costBasis: 'fifo', interest: RATES },
  { accountType: 'margin', interest: RATES, ...GROUP },
  { accountType: 'margin', fees: ['exchangeRebates', 'cryptoTiers'] },
  {},
]

const options: fc.Arbitrary<ExchangeOptions> = fc
  .record({
    calendar: fc.constantFrom(xnys, xnys, xnys, quickCalendar, quickCalendar, undefined),
    crypto: fc.constantFrom(undefined, undefined, undefined, quickCalendar),
    volatility: fc.constantFrom({}, MARKET_WIDE, { priceBands: true }, { ...MARKET_WIDE, priceBands: true }),
    latency: fc.constantFrom(0, 200_000),
    dayEndReports: fc.boolean(),
    regime: fc.constantFrom('intraday', 'legacyDayTrade'),
    finishedOrders: fc.constantFrom(200_000, 200_000, 5),
  })
  .map(({ calendar, crypto, volatility, latency, dayEndReports, regime, finishedOrders }) => ({
    fees: FEES,
    retention: { finishedOrders },
    ...(calendar === undefined ? {} : { calendar }),
    calendars: crypto === undefined ? {} : { crypto },
    margin: { regime, graceMicros: 5_000_000 },
    volatility,
    requestLatency: latency,
    dayEndReports,
  }))

export const worlds: fc.Arbitrary<World> = fc.record({
  options,
  people: fc.array(fc.constantFrom(...PEOPLE), { minLength: CUSTOMERS.length, maxLength: CUSTOMERS.length }),
  crowd: fc.constantFrom('wide', 'narrow'),
})

/** Two symbols, three customers with money and stock, a background flow and a house. */
export function furnish(exchange: InspectableExchange, { people, crowd }: World): void {
  const isWide = crowd === 'wide'
  exchange.execute({ type: 'AdvanceTo', time: START })
  const instrument = stock(isWide ? {} : { tickSize: '5', maximumPriceTicks: 1_000 })
  exchange.execute({ type: 'ListInstrument', instrument })
  exchange.execute({ type: 'ListInstrument', instrument: coin() })
  for (const accountId of [FLOW, HOUSE])
    exchange.execute({ type: 'OpenAccount', accountId, kind: 'liquidity', name: accountId, currency: 'USD' })
  for (const [index, accountId] of CUSTOMERS.entries()) {
    const label = { accountId, kind: 'customer', name: accountId, currency: 'USD' } as const
    exchange.execute({ type: 'OpenAccount', ...label, ...people[index] })
    exchange.execute({ type: 'Deposit', accountId, asset: 'USD', amount: (isWide ? 10_000n : 2_100n) * ONE })
    for (const symbol of ['XYZ', 'BTC-USD'])
      exchange.execute({ type: 'DepositPosition', accountId, symbol, quantityLots: isWide ? 200 : 8 })
  }
}
