import type { Account } from '../accounts/account.ts'
import { type Assessment, assess, wantedBehind } from '../accounts/margin/assessment.ts'
import { outstandingOf } from '../accounts/margin/initial-call.ts'
import { worthOf } from '../accounts/margin/valuation.ts'
import { totalLots } from '../accounts/position.ts'
import type { Listing } from '../instruments/listing.ts'
import { opposite } from '../matching/side.ts'
import { OrderEntry } from '../orders/entry.ts'
import type { OrderTerms } from '../orders/order.ts'
import type { ExchangeState } from '../state.ts'
import { divideUp } from '../values/decimal.ts'
import type { Lots, Minor } from '../values/types.ts'
import { admitOrder } from './admit-order.ts'
import { cancelOpenOrders } from './conclude-order.ts'
import { recordOrder } from './enter-order.ts'

const REASON = 'margin-call'
/** How much more than wanted is aimed at, so that the next tick is not another call. */
const AIM = { times: 11n, of: 10n }

/** `maintenance`: equity is less than positions want. `initial`: a call of Regulation T was not met. */
type Measure = 'initial' | 'maintenance'

/**
 * The broker closes what it takes to bring the account's equity back above what its positions want, or what meets
 * the call of Regulation T: first its open
 * orders, then the positions with the greatest losses, each by at most one market order, and no more of them than
 * needed. What finds nobody stays open.
 */
export function liquidate(state: ExchangeState, account: Account, measure: Measure): void {
  cancelOpenOrders(state, account, REASON)
  for (const { listing } of losersFirst(state, account)) {
    const lots = lotsToClose(state, account, listing, measure)
    if (lots > 0) close(state, account, listing, lots)
  }
}

interface Loser {
  readonly listing: Listing
  readonly profit: Minor
}

function losersFirst(state: ExchangeState, account: Account): readonly Loser[] {
  const losers: Loser[] = []
  for (const [symbol, position] of account.positions) {
    const listing = state.listings.get(symbol)
    const lots = totalLots(position)
    if (listing === undefined || lots === 0 || !listing.tradable) continue
    losers.push({ listing, profit: worthOf(listing, position) - position.cost })
  }
  return losers.sort((one, other) => (one.profit < other.profit ? -1 : one.profit > other.profit ? 1 : 0))
}

/** Positive, and at most the position; 0 where there is no need, or nobody to trade with. */
function lotsToClose(state: ExchangeState, account: Account, listing: Listing, measure: Measure): Lots {
  const { instrument, book } = listing
  const position = account.position(instrument.symbol)
  const lots = totalLots(position)
  const { lacking, released } = lackingOf(account, assess(state, account), measure)
  if (lacking <= 0n || book.side(lots > 0 ? 'buy' : 'sell').count === 0) return 0
  const wanted = wantedBehind(state, account, instrument, lots, worthOf(listing, position))[measure]
  const all = Math.abs(lots)
  if (wanted === 0n) return 0
  const part = divideUp(lacking * released.of * BigInt(all), wanted * released.times)
  return part < BigInt(all) ? Number(part) : all
}

/** What lacks of the aim, and how much of it is gained by closing what wants 1. */
function lackingOf({ margin }: Account, assessment: Assessment, measure: Measure) {
  const { equity, positions } = assessment
  if (measure === 'maintenance')
    return { lacking: (positions.maintenance * AIM.times) / AIM.of - equity, released: AIM }
  const left = margin === undefined ? 0n : outstandingOf(margin, assessment)
  return { lacking: divideUp(left * AIM.times, AIM.of), released: { times: 1n, of: 1n } }
}

function close(state: ExchangeState, account: Account, listing: Listing, quantityLots: Lots): void {
  const { symbol } = listing.instrument
  const isLong = totalLots(account.position(symbol)) > 0
  const terms: OrderTerms = {
    clientOrderId: freeId(state, account),
    symbol,
    side: opposite(isLong ? 'buy' : 'sell'),
    type: 'market',
    timeInForce: 'ioc',
    quantityLots,
  }
  const entry = new OrderEntry({ terms, account, listing, desk: state })
  const record = recordOrder(state, account, entry.terms, listing)
  record.order = { ...record.order, reason: REASON }
  admitOrder(state, record, entry)
}

/** Names of the broker's own; a caller's order may have one by accident. */
function freeId(state: ExchangeState, account: Account): string {
  const archive = state.orders.archive(account)
  let id = `${REASON}-${state.lastOrderNumber + 1}`
  while (archive.find(id) !== undefined) id += 'x'
  return id
}
