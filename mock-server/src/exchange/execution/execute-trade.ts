import type { Account } from '../accounts/account.ts'
import { lotsOf } from '../accounts/margin/assessment.ts'
import { isLentOn } from '../accounts/margin/credit.ts'
import { noteDayTrading } from '../accounts/margin/day-trading.ts'
import { refitStock } from '../accounts/margin/fit-exposure.ts'
import { chargeOf } from '../accounts/margin/initial-call.ts'
import { fitReservation } from '../accounts/reservations.ts'
import type { Aggressor, Fill } from '../events.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { Listing } from '../instruments/listing.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { filledOrder } from '../orders/progress.ts'
import type { ExchangeState } from '../state.ts'
import type { Liquidity, Lots, Minor, Ticks } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import { bookSettlement } from './book-settlement.ts'
import { leaveExpiries, nextMoment, settleFinished, takeResting } from './conclude-order.ts'
import { explain } from './explain.ts'
import { feeOf } from './fee-of.ts'
import { moveFilledLots } from './move-lots.ts'
import { watchPositions } from './position-changes.ts'

/** A decided trade between a resting order and the order that came to it. */
export interface DecidedTrade {
  readonly listing: Listing
  readonly maker: OrderRecord
  readonly taker: OrderRecord
  /** The maker's price. */
  readonly priceTicks: Ticks
  readonly quantityLots: Lots
  /** The public print; a recorded print stands for the fills it causes. */
  readonly tradeNumber: number
  readonly aggressor: Aggressor
  /** Which of the prices that it came to, from 1. */
  readonly level?: number
  readonly why: { readonly maker: string; readonly taker: string }
}

/**
 * Applies one trade: book, reservations, ledger, fees, both orders, events. The one place where anything
 * is filled.
 */
export function executeTrade(state: ExchangeState, trade: DecidedTrade): void {
  const { listing, maker, taker, quantityLots } = trade
  const value = tradeValue(listing.instrument, trade.priceTicks, quantityLots)
  // In an auction both may rest.
  for (const record of [maker, taker]) {
    if (record.resting === undefined) continue
    takeResting(state, record, quantityLots)
    record.printedLots = Math.max(0, record.printedLots - quantityLots)
  }
  fitReservation(maker, maker.order.remainingLots - quantityLots, state)
  fitReservation(taker, taker.order.remainingLots - quantityLots, state)
  const { symbol } = listing.instrument
  const changes = watchPositions(maker.account.position(symbol), taker.account.position(symbol))
  const [buyer, seller] = taker.order.terms.side === 'buy' ? [taker, maker] : [maker, taker]
  state.ledger.settleTrade({
    symbol,
    asset: listing.instrument.quoteAsset,
    buyer: buyer.account,
    seller: seller.account,
    lots: quantityLots,
    value,
  })
  refitStock(buyer.account, listing, state.ledger)
  refitStock(seller.account, listing, state.ledger)
  const makerFill = fillSide(state, trade, maker, 'maker', value)
  const takerFill = fillSide(state, trade, taker, 'taker', value)
  const [ofMaker, ofTaker] = changes()
  state.trades.execution(
    { fill: makerFill, ...ofMaker },
    { fill: takerFill, ...ofTaker },
    maker.account.kind === 'customer' || taker.account.kind === 'customer',
  )
}

function fillSide(
  state: ExchangeState,
  trade: DecidedTrade,
  record: OrderRecord,
  liquidity: Liquidity,
  value: Minor,
): Fill {
  const { priceTicks, quantityLots } = trade
  const { instrument, status } = trade.listing
  const { side } = record.order.terms
  const { account } = record
  const execution = {
    side,
    liquidity,
    priceTicks,
    quantityLots,
    value,
    time: state.time,
    phase: status.phase,
  }
  const fee = feeOf(state, { account, listing: trade.listing }, execution, record.order)
  state.ledger.chargeFee(instrument.quoteAsset, account, fee)
  record.order = filledOrder(record.order, quantityLots, value, fee, nextMoment(state, record))
  // What the rest may cost depends on what the order has paid.
  if (record.reservedCash !== 0n || record.exposure !== undefined)
    fitReservation(record, record.order.remainingLots, state)
  state.lastFillNumber += 1
  const fill: Fill = {
    fillNumber: state.lastFillNumber,
    tradeNumber: trade.tradeNumber,
    orderNumber: record.order.orderNumber,
    accountId: record.account.accountId,
    symbol: instrument.symbol,
    side,
    priceTicks,
    quantityLots,
    value,
    liquidity,
    fee,
    time: state.time,
    why: liquidity === 'maker' ? trade.why.maker : trade.why.taker,
    explanation: explain(trade, record, liquidity),
  }
  if (record.account.kind === 'customer') rememberFill(state, record.account, fill, instrument)
  noteOnCredit(state, record.account, instrument, fill)
  state.accountChanged(record.account)
  if (record.order.remainingLots === 0) {
    record.resting = undefined
    // Filled with a request on its way: over when that is answered.
    if (isOpen(record.order.status)) leaveExpiries(state, record)
    else settleFinished(state, record)
  }
  state.emit({ type: 'OrderFilled', time: state.time, order: record.order, fill })
  if (record.group !== undefined) state.followUps.push({ record, filledLots: quantityLots })
  return fill
}

/** What margin accounts count of a day; the position has the fill already. */
function noteOnCredit(state: ExchangeState, account: Account, instrument: Instrument, fill: Fill): void {
  const { margin } = account
  if (margin === undefined || !isLentOn(instrument, account.currency)) return
  const { symbol, value, orderNumber } = fill
  const lots = fill.side === 'buy' ? fill.quantityLots : -fill.quantityLots
  const before = lotsOf(account, symbol) - lots
  noteDayTrading(margin.dayTrading, { symbol, lots, value, orderNumber, before }, state.time)
  margin.dayCharge += chargeOf(state, instrument, { lots, value, before })
}

/** The fill, and what it and its fee moved. */
export function rememberFill(
  state: ExchangeState,
  account: Account,
  fill: Fill,
  instrument: Instrument,
): void {
  const asset = instrument.quoteAsset
  state.orders.archive(account).addFill(fill)
  const { fillNumber, orderNumber, side, symbol, value, quantityLots } = fill
  const cause = { fillNumber, orderNumber }
  bookSettlement(state, account, instrument, fill)
  moveFilledLots(state, account, fill)
  state.booked(account, {
    type: 'fill',
    cash: { asset, amount: side === 'buy' ? -value : value },
    stock: { symbol, lots: side === 'buy' ? quantityLots : -quantityLots },
    fill: cause,
  })
  if (fill.fee !== 0n) state.booked(account, { type: 'fee', cash: { asset, amount: -fill.fee }, fill: cause })
}
