import type { Command, HouseLevel } from '../exchange/commands.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import type { MarketInstrument } from '../market/demo-instruments.ts'
import { SCRIPT_HOUSE } from './scripted-market.ts'

/**
 * A market that goes on after a restart: its chance begins anew, at the prices at which it stopped. What it had in
 * the book is withdrawn first, so that it does not meet its own leftovers. Meanwhile the smallest order holds the
 * place of each best price, so that no stop takes an emptied book for a price.
 */
export interface Reopening {
  /** The market's instruments, each at the price at which it stopped. */
  readonly markets: readonly MarketInstrument[]
  /** To be executed before the market posts its first orders ... */
  readonly before: readonly Command[]
  /** ... and after. */
  readonly after: readonly Command[]
}

/** @param scripted symbols whose market ended, because a script sets their quotes */
export function planReopening(
  view: ExchangeView,
  markets: readonly MarketInstrument[],
  scripted: readonly string[],
): Reopening {
  const open = markets.filter(({ instrument }) => !scripted.includes(instrument.symbol))
  const places = open.map((market) => ({ market, levels: bestOf(view, market) }))
  const hold = (quantityOf: (market: MarketInstrument) => number): Command[] =>
    places.map(({ market, levels }) => ({
      type: 'SetHouseLevels',
      accountId: SCRIPT_HOUSE,
      symbol: market.instrument.symbol,
      levels: levels.map((level) => ({ ...level, quantityLots: quantityOf(market) })),
    }))
  const makers = [...view.accounts()].filter(
    ({ kind, accountId }) => kind === 'liquidity' && accountId !== SCRIPT_HOUSE,
  )
  return {
    markets: open.map((market) => ({ ...market, referenceTicks: priceOf(view, market) })),
    before: [
      ...hold(({ instrument }) => instrument.minimumQuantityLots),
      ...makers.map(({ accountId }): Command => ({ type: 'CancelAllOrders', accountId })),
    ],
    after: hold(() => 0),
  }
}

function bestOf(
  view: ExchangeView,
  { instrument }: MarketInstrument,
): readonly Omit<HouseLevel, 'quantityLots'>[] {
  const { bidTicks = null, askTicks = null } = view.best(instrument.symbol) ?? {}
  return [
    ...(bidTicks === null ? [] : [{ side: 'buy' as const, priceTicks: bidTicks }]),
    ...(askTicks === null ? [] : [{ side: 'sell' as const, priceTicks: askTicks }]),
  ]
}

/** The middle of the best prices where there are both, else what the market began with. */
function priceOf(view: ExchangeView, { instrument, referenceTicks }: MarketInstrument): number {
  const best = view.best(instrument.symbol)
  if (best === undefined || best.bidTicks === null || best.askTicks === null) return referenceTicks
  return Math.floor((best.bidTicks + best.askTicks) / 2)
}
