import type { MarginRules } from '../exchange/accounts/margin/margin-rules.ts'
import type { SetBorrow } from '../exchange/commands.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import { toLots } from '../exchange/values/wire.ts'
import type { MarketInstrument } from '../market/demo-instruments.ts'

/** How a stock can be borrowed. */
export type BorrowOption = 'easy' | 'none' | { readonly quantity: string }

export interface MarginOptions {
  /**
   * The rules for what is bought and sold within a day: `intraday` since 2026-06-04, `legacyDayTrade` before.
   * @default 'byDate'
   */
  readonly regime?: MarginRules['regime']
  /** How long an account that lacks equity has before the broker closes its positions. @default 900 */
  readonly graceSeconds?: number
  /**
   * What becomes of short sales at the bid of stocks that fell by a tenth: `reprice` moves a limit to the price above
   * the bid, `off` lets them pass.
   * @default 'reject'
   */
  readonly shortSaleRestriction?: MarginRules['shortSaleRestriction']
}

/** The instruments with what can be borrowed of them. @throws RangeError for what is none of them, or no quantity */
export function withBorrow(
  markets: readonly MarketInstrument[],
  borrow: Readonly<Record<string, BorrowOption>> = {},
): MarketInstrument[] {
  for (const symbol of Object.keys(borrow)) {
    const market = markets.find(({ instrument }) => instrument.symbol === symbol)
    if (market?.instrument.assetClass !== 'usEquity') {
      throw new RangeError(`borrow names stocks of this world, not ${symbol}`)
    }
  }
  return markets.map((market) => {
    const option = borrow[market.instrument.symbol]
    return option === undefined ? market : { ...market, instrument: borrowed(market.instrument, option) }
  })
}

function borrowed(instrument: Instrument, option: BorrowOption): Instrument {
  return option === 'easy' ? instrument : { ...instrument, ...borrowTerms(instrument, option) }
}

/** @throws RangeError for what is no quantity of the instrument */
export function borrowTerms(
  instrument: Instrument,
  option: BorrowOption,
): Omit<SetBorrow, 'type' | 'symbol'> {
  if (option === 'easy' || option === 'none') return { shortable: option === 'easy' }
  const borrowableLots = toLots(instrument, option.quantity)
  if (borrowableLots === undefined || borrowableLots < 0) {
    throw new RangeError(`${instrument.symbol}: 'easy', 'none' or { quantity: '500' } can be borrowed`)
  }
  return { shortable: true, borrowableLots }
}

export function readMargin({ graceSeconds, ...rules }: MarginOptions = {}): Partial<MarginRules> {
  return graceSeconds === undefined ? rules : { ...rules, graceMicros: Math.round(graceSeconds * 1_000_000) }
}
