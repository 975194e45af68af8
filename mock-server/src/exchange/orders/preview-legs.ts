import { NOTHING_FILLED } from '../accounts/fees/fee-model.ts'
import { assess, lotsOf } from '../accounts/margin/assessment.ts'
import { boughtFor, levelOf, measured } from '../accounts/margin/buying-power.ts'
import { type Exposure, type MarginAccount, plus } from '../accounts/margin/margin-account.ts'
import { amountAt, shortPrice } from '../accounts/margin/open-amount.ts'
import { openRequirement } from '../accounts/margin/open-orders.ts'
import { opposite } from '../matching/side.ts'
import type { Lots, Minor, Side, Ticks } from '../values/types.ts'
import type { OrderEntry } from './entry.ts'

/** What the exits of an order hold once they work; of two only one will trade, so they hold it once. */
export interface LegsHold {
  /** Of the position; an account that may borrow holds none. */
  readonly lots: Lots
  /** Money, or what counts against the buying power of an account that may borrow. */
  readonly buyingPower: Minor
}

/** Undefined for an order without legs. Of an oco order the order itself is one of the two exits. */
export function legsHoldOf(entry: OrderEntry): LegsHold | undefined {
  const { terms, account } = entry
  const { side, orderClass = 'simple' } = terms
  if (orderClass === 'simple') return undefined
  const exit = orderClass === 'oco' ? side : opposite(side)
  if (account.margin !== undefined && entry.isOnCredit)
    return { lots: 0, buyingPower: onCredit(entry, exit, account.margin) }
  if (exit === 'sell') return { lots: terms.quantityLots, buyingPower: 0n }
  const { value, fees } = amountAt(account, entry.listing, dearest(entry), terms.quantityLots, NOTHING_FILLED)
  return { lots: 0, buyingPower: value + fees }
}

/** What they open, as the position will be when they begin to work: what they close wants nothing. */
function onCredit(entry: OrderEntry, exit: Side, margin: MarginAccount): Minor {
  const { terms, account, desk, listing } = entry
  const { instrument } = listing
  const entered = terms.orderClass === 'oco' ? 0 : terms.quantityLots
  const lots = lotsOf(account, instrument.symbol) + (terms.side === 'buy' ? entered : -entered)
  const others = margin.exposure(instrument.symbol)
  const price = Math.max(dearest(entry), exit === 'sell' ? shortPrice(listing, entry.time) : 0)
  const exits = amountAt(account, listing, price, terms.quantityLots, NOTHING_FILLED)
  const level = levelOf(desk, assess(desk, account))
  const wanted = (exposure: Exposure) => measured(level, openRequirement(desk, instrument, lots, exposure))
  const more = wanted({ ...others, [exit]: plus(others[exit], exits) }) - wanted(others)
  return more > 0n ? boughtFor(desk, level, more) : 0n
}

/** Of two exits what the dearer one needs suffices: each at its limit, or where its stop stands. */
function dearest({ terms }: OrderEntry): Ticks {
  const { takeProfit, stopLoss, orderClass, limitPriceTicks = 0 } = terms
  const own = orderClass === 'oco' ? limitPriceTicks : 0
  const loss = stopLoss?.limitPriceTicks ?? stopLoss?.stopPriceTicks ?? 0
  return Math.max(own, takeProfit?.limitPriceTicks ?? 0, loss)
}
