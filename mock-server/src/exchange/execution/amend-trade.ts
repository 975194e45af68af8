import { NOTHING_FILLED, type OrderSoFar } from '../accounts/fees/fee-model.ts'
import { isOnCredit } from '../accounts/margin/credit.ts'
import { refitStock } from '../accounts/margin/fit-exposure.ts'
import { fitReservation } from '../accounts/reservations.ts'
import { noteOwed, type PostedSide, reverseTrade } from '../accounts/reversal.ts'
import type { Fill } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { amendedOrder, type FilledPart } from '../orders/progress.ts'
import type { ExchangeState } from '../state.ts'
import type { RememberedTrade, TradeSide } from '../trades/trade-register.ts'
import type { Lots, Ticks } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import { unbookSettlement } from './book-settlement.ts'
import { cancelOrder, leaveBook, nextMoment } from './conclude-order.ts'
import { restOrder } from './enter-order.ts'
import { rememberFill } from './execute-trade.ts'
import { takeBackLots } from './move-lots.ts'

export interface Amendment {
  readonly reason: string
  /** What the trade is in truth; nothing of it where left out. */
  readonly corrected?: { readonly priceTicks?: Ticks; readonly quantityLots?: Lots }
}

/** Undoes a trade, books what counts in its place, and tells the tape and every order that it had filled. */
export function amendTrade(
  state: ExchangeState,
  listing: Listing,
  trade: RememberedTrade,
  amendment: Amendment,
): void {
  const sides: TradeSide[] = []
  const orders: AmendedSide[] = []
  const executions = trade.sides.length / 2
  for (let index = 0; index < executions; index += 1) {
    const [maker, taker] = [trade.sides[2 * index], trade.sides[2 * index + 1]]
    if (maker === undefined || taker === undefined) continue
    reverse(state, listing, maker, taker)
    const pair = [maker, taker].map(({ fill }) => correctedFill(state, listing, fill, amendment))
    const [made, took] = pair
    if (made !== undefined && took !== undefined) sides.push(...bookAgain(state, listing, made, took))
    orders.push({ before: maker.fill, after: made }, { before: taker.fill, after: took })
  }
  tellTape(state, trade, sides, amendment)
  for (const side of orders) markHistory(state, listing, side, amendment)
  for (const side of orders) amendOrders(state, side, amendment)
  for (const { before } of orders) cover(state, listing, before.accountId)
}

interface AmendedSide {
  readonly before: Fill
  /** Undefined: busted. */
  readonly after: Fill | undefined
}

function reverse(state: ExchangeState, listing: Listing, maker: TradeSide, taker: TradeSide): void {
  const [buyer, seller] = taker.fill.side === 'buy' ? [taker, maker] : [maker, taker]
  const { symbol, quoteAsset } = listing.instrument
  const { quantityLots, value } = maker.fill
  reverseTrade(state.ledger, {
    symbol,
    asset: quoteAsset,
    buyer: postedBy(state, buyer),
    seller: postedBy(state, seller),
    lots: quantityLots,
    value,
  })
}

function postedBy(state: ExchangeState, { fill, costChange, profitChange }: TradeSide): PostedSide {
  const account = state.accounts.get(fill.accountId)
  if (account === undefined) throw new Error(`fill ${fill.fillNumber} is of no account`)
  return { account, fee: fill.fee, costChange, profitChange }
}

function correctedFill(
  state: ExchangeState,
  { instrument, status }: Listing,
  fill: Fill,
  { corrected, reason }: Amendment,
): Fill | undefined {
  const account = state.accounts.get(fill.accountId)
  account?.volume?.add(state.time, -fill.value)
  if (corrected === undefined || account === undefined) return undefined
  const { priceTicks = fill.priceTicks } = corrected
  const quantityLots = Math.min(fill.quantityLots, corrected.quantityLots ?? fill.quantityLots)
  const value = tradeValue(instrument, priceTicks, quantityLots)
  const { side, liquidity, time } = fill
  const tradedValue = account.volume?.before(state.time) ?? 0n
  const { phase } = status
  const fee = account.fees.fee(
    { instrument, side, liquidity, priceTicks, quantityLots, value, time, phase, tradedValue },
    orderWithout(fill, state.orders.get(fill.orderNumber)),
  )
  account.volume?.add(state.time, value)
  state.lastFillNumber += 1
  const now = { priceTicks, quantityLots, value, fee, time: state.time }
  return { ...fill, ...now, fillNumber: state.lastFillNumber, corrects: fill.fillNumber, amendReason: reason }
}

/** What the order had come to, but for the fill. */
function orderWithout({ quantityLots, value, fee }: Fill, record: OrderRecord | undefined): OrderSoFar {
  if (record === undefined) return NOTHING_FILLED
  const { filledLots, filledValue, fees } = record.order
  return { filledLots: filledLots - quantityLots, filledValue: filledValue - value, fees: fees - fee }
}

/** The corrected trade, posted like any other. */
function bookAgain(
  state: ExchangeState,
  { instrument }: Listing,
  maker: Fill,
  taker: Fill,
): readonly [TradeSide, TradeSide] {
  const { symbol, quoteAsset: asset } = instrument
  const accounts = [maker, taker].map(({ accountId }) => state.accounts.get(accountId))
  const [made, took] = accounts
  if (made === undefined || took === undefined) throw new Error(`trade ${maker.tradeNumber} is of no account`)
  const [buyer, seller] = taker.side === 'buy' ? [took, made] : [made, took]
  const [one, other] = [made.position(symbol), took.position(symbol)]
  const before = [one.cost, one.realizedProfit, other.cost, other.realizedProfit] as const
  const { quantityLots: lots, value } = maker
  state.ledger.settleTrade({ symbol, asset, buyer, seller, lots, value })
  state.ledger.chargeFee(asset, made, maker.fee)
  state.ledger.chargeFee(asset, took, taker.fee)
  const isOne = one === other
  return [
    { fill: maker, costChange: one.cost - before[0], profitChange: one.realizedProfit - before[1] },
    {
      fill: taker,
      costChange: isOne ? 0n : other.cost - before[2],
      profitChange: isOne ? 0n : other.realizedProfit - before[3],
    },
  ]
}

function tellTape(
  state: ExchangeState,
  trade: RememberedTrade,
  sides: readonly TradeSide[],
  { corrected }: Amendment,
): void {
  const { time } = state
  const print =
    corrected === undefined
      ? { ...trade.print, bustedAt: time }
      : { ...trade.print, ...corrected, ...(corrected.priceTicks ? { subTick: 0 } : {}), correctedAt: time }
  state.trades.put({ ...trade, print, sides: corrected === undefined ? trade.sides : sides })
  state.emit({ type: corrected === undefined ? 'PrintBusted' : 'PrintCorrected', time, print })
}

/** The old fill stays, marked; its bookings are joined by their opposites. */
function markHistory(
  state: ExchangeState,
  { instrument }: Listing,
  { before, after }: AmendedSide,
  { reason }: Amendment,
): void {
  const account = state.accounts.get(before.accountId)
  if (account === undefined || account.kind !== 'customer') return
  state.orders.archive(account).markFill(before.fillNumber, {
    ...(after === undefined ? { bustedAt: state.time } : { correctedBy: after.fillNumber }),
    amendReason: reason,
  })
  const { side, symbol, value, quantityLots, fee, fillNumber, orderNumber } = before
  const { quoteAsset: asset } = instrument
  const fill = { fillNumber, orderNumber }
  state.booked(account, {
    type: 'reversal',
    cash: { asset, amount: side === 'buy' ? value : -value },
    stock: { symbol, lots: side === 'buy' ? -quantityLots : quantityLots },
    fill,
  })
  if (fee !== 0n) state.booked(account, { type: 'reversal', cash: { asset, amount: fee }, fill })
  unbookSettlement(state, account, instrument, before)
  if (after === undefined) takeBackLots(account, before)
  else rememberFill(state, account, after, instrument)
  state.accountChanged(account)
}

/** The order that was filled, and those that took its place with what it had filled. */
function amendOrders(state: ExchangeState, side: AmendedSide, amendment: Amendment): void {
  let record = state.orders.get(side.before.orderNumber)
  while (record !== undefined) {
    amendOrder(state, record, side, amendment)
    const { replacedBy } = record.order
    record = replacedBy === undefined ? undefined : state.orders.get(replacedBy)
  }
}

function amendOrder(
  state: ExchangeState,
  record: OrderRecord,
  { before, after }: AmendedSide,
  { reason: amendReason }: Amendment,
): void {
  const taken = partOf(before)
  const given = after === undefined ? NOTHING : partOf(after)
  const lots = taken.lots - given.lots
  const reason = after === undefined ? 'trade-busted' : 'trade-corrected'
  const { order } = record
  record.order = amendedOrder(order, taken, given, reason, nextMoment(state, record))
  if (lots > 0 && isOpen(order.status)) workAgain(state, record, lots)
  const { time } = state
  const fill = after ?? { ...before, bustedAt: time, amendReason }
  state.emit({
    type: after === undefined ? 'TradeBusted' : 'TradeCorrected',
    time,
    order: record.order,
    fill,
  })
  if (lots > 0 && record.group !== undefined) state.followUps.push({ record, filledLots: -lots })
}

function partOf({ quantityLots, value, fee }: Fill): FilledPart {
  return { lots: quantityLots, value, fee }
}

const NOTHING: FilledPart = { lots: 0, value: 0n, fee: 0n }

/** More to trade queues anew. The market's own accounts show what they mean to show, and no more for it. */
function workAgain(state: ExchangeState, record: OrderRecord, lots: Lots): void {
  const { account, listing, resting } = record
  if (account.kind !== 'customer') {
    const { order } = record
    const terms = { ...order.terms, quantityLots: order.terms.quantityLots - lots }
    record.order = { ...order, terms, remainingLots: order.remainingLots - lots }
    return
  }
  if (resting !== undefined && listing !== undefined) {
    const { priceTicks } = listing.book.placeOf(resting)
    leaveBook(state, record)
    restOrder(state, record, listing, priceTicks, record.order.remainingLots)
  }
  fitReservation(record, record.order.remainingLots, state)
}

/** Orders that what is left does not cover any more are canceled, the newest first. */
function cover(state: ExchangeState, listing: Listing, accountId: string): void {
  const account = state.accounts.get(accountId)
  if (account === undefined || account.kind !== 'customer') return
  if (isOnCredit(account, listing.instrument)) {
    // It may owe what it does not have: its equity says how much.
    refitStock(account, listing, state.ledger)
    return
  }
  const { symbol, quoteAsset } = listing.instrument
  const open = [...state.orders.archive(account).open.values()].reverse()
  for (const record of open) {
    if (!isOpen(record.order.status)) continue
    const lacksCash = record.reservedCash > 0n && account.balance(quoteAsset).available < 0n
    const isOfAsset = record.listing?.instrument.quoteAsset === quoteAsset
    const lacksStock = record.reservedLots > 0 && account.position(symbol).availableLots < 0
    const isOfSymbol = record.listing === listing
    if ((lacksCash && isOfAsset) || (lacksStock && isOfSymbol))
      cancelOrder(state, record, 'no-longer-covered')
  }
  noteOwed(account, symbol, quoteAsset)
}
