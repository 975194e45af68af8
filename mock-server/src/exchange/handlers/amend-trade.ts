import type { BustTrade, CorrectTrade } from '../commands.ts'
import { tookEffectSince } from '../corporate/corporate-action.ts'
import type { TradePrinted } from '../events.ts'
import type { Amendment } from '../execution/amend-orders.ts'
import { amendTrade } from '../execution/amend-trade.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import type { RememberedTrade } from '../trades/trade-register.ts'
import { formatPrice, formatQuantity } from '../values/wire.ts'

export function bustTrade(state: ExchangeState, { tradeNumber, reason }: BustTrade): void {
  const found = findTrade(state, tradeNumber)
  if (found !== undefined) amendTrade(state, found.listing, found.trade, { reason })
}

export function correctTrade(state: ExchangeState, command: CorrectTrade): void {
  const found = findTrade(state, command.tradeNumber)
  if (found === undefined) return
  const { trade, listing } = found
  const { priceTicks, quantityLots, reason } = command
  const corrected = {
    ...(priceTicks === undefined ? {} : { priceTicks }),
    ...(quantityLots === undefined ? {} : { quantityLots }),
  }
  const fault = faultOf(trade, listing, corrected)
  if (fault !== undefined) state.reject('invalid-request', fault)
  else amendTrade(state, listing, trade, { reason, corrected })
}

function findTrade(
  state: ExchangeState,
  tradeNumber: number,
): { trade: RememberedTrade; listing: Listing } | undefined {
  const trade = state.trades.get(tradeNumber)
  const listing = trade && state.listings.get(trade.print.symbol)
  if (trade === undefined || listing === undefined || !isWhole(state, trade)) {
    const detail =
      tradeNumber > 0 && tradeNumber <= state.lastTradeNumber
        ? `Trade ${tradeNumber} is too old: it is no longer remembered with all its orders.`
        : `There is no trade ${tradeNumber}.`
    state.reject('unknown-trade', detail)
    return undefined
  }
  if (trade.print.bustedAt !== undefined) {
    state.reject('trade-busted', `Trade ${tradeNumber} is busted already.`)
    return undefined
  }
  if (wasSplitSince(state, trade.print)) {
    const detail = `Trade ${tradeNumber} counts ${trade.print.symbol} as before its split, and stands.`
    state.reject('invalid-request', detail)
    return undefined
  }
  return { trade, listing }
}

/** Whether the orders of its customers are remembered still. */
function isWhole(state: ExchangeState, { sides }: RememberedTrade): boolean {
  return sides.every(
    ({ fill }) =>
      state.accounts.get(fill.accountId)?.kind !== 'customer' ||
      state.orders.get(fill.orderNumber) !== undefined,
  )
}

/** Its quantity is then in units that no position and no order has any more. */
function wasSplitSince({ corporateActions }: ExchangeState, { symbol, time }: TradePrinted): boolean {
  return tookEffectSince(corporateActions, symbol, time).some(({ terms }) => terms.type === 'split')
}

function faultOf(
  { print }: RememberedTrade,
  { instrument }: Listing,
  corrected: NonNullable<Amendment['corrected']>,
): string | undefined {
  const { tradeNumber } = print
  const { priceTicks = print.priceTicks, quantityLots = print.quantityLots } = corrected
  if (!Number.isSafeInteger(priceTicks) || !Number.isSafeInteger(quantityLots))
    return 'A correction needs whole ticks and lots.'
  if (priceTicks < instrument.minimumPriceTicks || priceTicks > instrument.maximumPriceTicks)
    return `The price ${formatPrice(instrument, priceTicks)} is outside the bounds of ${instrument.symbol}.`
  if (quantityLots < 1 || quantityLots > print.quantityLots) {
    const now = formatQuantity(instrument, print.quantityLots)
    return `Trade ${tradeNumber} is of ${now}, and may be corrected to less of it, above 0.`
  }
  const isLess = quantityLots < print.quantityLots
  if (!isLess && priceTicks === print.priceTicks && print.subTick === 0)
    return `Trade ${tradeNumber} is that already.`
  return undefined
}
