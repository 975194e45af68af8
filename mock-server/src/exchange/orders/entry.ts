import type { Account } from '../accounts/account.ts'
import type { FeeModel } from '../accounts/fees.ts'
import type { Listing } from '../instruments/listing.ts'
import { decideMatches, type Match } from '../matching/match.ts'
import { anyPrice, opposite } from '../matching/side.ts'
import type { Lots, Minor, Time } from '../values/types.ts'
import { countNotional } from './notional.ts'
import { limitOf, type OrderTerms } from './order.ts'
import type { OrderRecord } from './order-record.ts'

type Parts = Pick<OrderEntry, 'terms' | 'account' | 'listing' | 'fees' | 'time'>

/** An order at the door: what the checks look at. */
export class OrderEntry {
  /** With the quantity that a notional makes now. */
  readonly terms: OrderTerms
  readonly account: Account
  readonly listing: Listing
  readonly fees: FeeModel
  readonly time: Time
  /** The open order whose place it is to take, with what that has filled and holds. */
  readonly original: OrderRecord | undefined
  #matches: readonly Match[] | undefined = undefined

  constructor({ terms, account, listing, fees, time }: Parts, original?: OrderRecord) {
    this.terms = terms.notional === undefined ? terms : countNotional(terms, terms.notional, listing)
    this.account = account
    this.listing = listing
    this.fees = fees
    this.time = time
    this.original = original
  }

  get filledLots(): Lots {
    return this.original?.order.filledLots ?? 0
  }

  /** What is to be traded still. */
  get workingLots(): Lots {
    return this.terms.quantityLots - this.filledLots
  }

  /** Money that the order may use. */
  get availableCash(): Minor {
    const balance = this.account.balances.get(this.listing.instrument.quoteAsset)
    return (balance?.available ?? 0n) + (this.original?.reservedCash ?? 0n)
  }

  /** Stock that the order may use. */
  get availableLots(): Lots {
    const position = this.account.positions.get(this.listing.instrument.symbol)
    return (position?.availableLots ?? 0) + (this.original?.reservedLots ?? 0)
  }

  /** Whom it would trade with now; decided once, and executed as decided. */
  get matches(): readonly Match[] {
    this.#matches ??= this.#decide()
    return this.#matches
  }

  #decide(): readonly Match[] {
    const { side, timeInForce } = this.terms
    const makers = this.listing.book.side(opposite(side))
    const matches = decideMatches(makers, limitOf(this.terms) ?? anyPrice(side), this.workingLots)
    if (timeInForce !== 'fok') return matches
    const lots = matches.reduce((sum, match) => sum + match.quantityLots, 0)
    return lots < this.workingLots ? [] : matches
  }
}
