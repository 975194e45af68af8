import { type Execution, NOTHING_FILLED, type OrderSoFar } from '../accounts/fees/fee-model.ts'
import { type PostedSide, reverseTrade } from '../accounts/reversal.ts'
import { takeBackDividends } from '../corporate/dividends.ts'
import type { Fill } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import type { RememberedTrade, TradeSide } from '../trades/trade-register.ts'
import type { Lots } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import { type AmendedSide, type Amendment, amendOrders, cover } from './amend-orders.ts'
import { unbookSettlement } from './book-settlement.ts'
import { rememberFill } from './execute-trade.ts'
import { feeOf } from './fee-of.ts'
import { takeBackLots } from './move-lots.ts'
import { watchPositions } from './position-changes.ts'

/** Undoes a trade, books what counts in its place, and tells the tape and every order that it had filled. */
export function amendTrade(
  state: ExchangeState,
  listing: Listing,
  trade: RememberedTrade,
  amendment: Amendment,
): void {
  const traded = whenTraded(listing, trade)
  const sides: TradeSide[] = []
  const orders: AmendedSide[] = []
  for (const { maker, taker, lots } of executionsOf(trade, amendment)) {
    if (isAsItWas(maker.fill, lots, amendment)) {
      sides.push(maker, taker)
      continue
    }
    reverse(state, listing, maker, taker)
    const pair = [maker, taker].map(({ fill }) =>
      correctedFill(state, listing, { fill, lots, traded }, amendment),
    )
    const [made, took] = pair
    if (made !== undefined && took !== undefined) sides.push(...bookAgain(state, listing, made, took))
    orders.push({ before: maker.fill, after: made }, { before: taker.fill, after: took })
    for (const { fill } of [maker, taker]) {
      const back = { fill, lots: fill.quantityLots - lots, tradedAt: traded.time }
      takeBackDividends(state, listing, back)
    }
  }
  tellTape(state, trade, sides, amendment)
  for (const side of orders) markHistory(state, listing, side, amendment)
  for (const side of orders) amendOrders(state, side, amendment)
  for (const { before } of orders) cover(state, listing, before.accountId)
}

interface AmendedExecution {
  readonly maker: TradeSide
  readonly taker: TradeSide
  /** What is left of it. */
  readonly lots: Lots
}

/**
 * Of the executions that a print stands for, the first keep what the corrected print has: the last one is made
 * smaller first, and one that nothing is left for is busted. What a recorded print traded elsewhere, beyond its
 * executions here, goes before all of them.
 */
function* executionsOf(
  { print, sides }: RememberedTrade,
  { corrected }: Amendment,
): Generator<AmendedExecution> {
  let left = corrected === undefined ? 0 : (corrected.quantityLots ?? print.quantityLots)
  for (let index = 0; index < sides.length; index += 2) {
    const [maker, taker] = [sides[index], sides[index + 1]]
    if (maker === undefined || taker === undefined) continue
    const lots = Math.min(left, maker.fill.quantityLots)
    left -= lots
    yield { maker, taker, lots }
  }
}

function isAsItWas({ quantityLots, priceTicks }: Fill, lots: Lots, { corrected }: Amendment): boolean {
  return lots === quantityLots && priceTicks === (corrected?.priceTicks ?? priceTicks)
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
  listing: Listing,
  { fill, lots: quantityLots, traded }: { fill: Fill; lots: Lots; traded: Traded },
  { corrected, reason }: Amendment,
): Fill | undefined {
  const account = state.accounts.get(fill.accountId)
  account?.volume?.add(state.time, -fill.value)
  if (quantityLots === 0 || account === undefined) return undefined
  const { priceTicks = fill.priceTicks } = corrected ?? {}
  const value = tradeValue(listing.instrument, priceTicks, quantityLots)
  const { side, liquidity } = fill
  const execution = { side, liquidity, priceTicks, quantityLots, value, ...traded }
  const order = orderWithout(fill, state.orders.get(fill.orderNumber))
  const fee = feeOf(state, { account, listing }, execution, order)
  state.lastFillNumber += 1
  const now = { priceTicks, quantityLots, value, fee, time: state.time }
  return { ...fill, ...now, fillNumber: state.lastFillNumber, corrects: fill.fillNumber, amendReason: reason }
}

/** When it traded, whenever that is corrected: what it costs depends on it. Auctions are of the regular session. */
function whenTraded({ calendar }: Listing, { print, sides }: RememberedTrade): Traded {
  const { time } = print
  const isAuction = sides.some(({ fill }) => fill.explanation.aggressor === 'auction')
  return { time, phase: calendar === undefined || isAuction ? 'open' : calendar.phaseAt(time) }
}

type Traded = Pick<Execution, 'time' | 'phase'>

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
  const changes = watchPositions(made.position(symbol), took.position(symbol))
  const { quantityLots: lots, value } = maker
  state.ledger.settleTrade({ symbol, asset, buyer, seller, lots, value })
  state.ledger.chargeFee(asset, made, maker.fee)
  state.ledger.chargeFee(asset, took, taker.fee)
  const [ofMaker, ofTaker] = changes()
  return [
    { fill: maker, ...ofMaker },
    { fill: taker, ...ofTaker },
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
