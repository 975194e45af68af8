import type { PriceBasis } from '../../exchange/accounts/margin/valuation.ts'
import type { ListingView } from '../../exchange/exchange.ts'
import type { Ticks } from '../../exchange/values/types.ts'
import { Steps } from '../steps.ts'

/** What one symbol was worth on one basis, at the moments at which it was noted. */
export class PriceSteps {
  readonly #listing: ListingView
  readonly #basis: PriceBasis
  readonly #steps = new Steps<Ticks | null>()

  constructor(listing: ListingView, basis: PriceBasis) {
    this.#listing = listing
    this.#basis = basis
  }

  note(moment: number): void {
    const now = this.#listing.priceOn(this.#basis) ?? null
    if (now !== this.#steps.latest) this.#steps.note(moment, now)
  }

  at(moment: number): Ticks | null {
    return this.#steps.at(moment) ?? null
  }
}

/** One record of a symbol's prices for all accounts: when one moves, it is noted once and not for every owner. */
export class SymbolPrices {
  readonly #listing: ListingView
  readonly #noted: Record<PriceBasis, PriceSteps | undefined> = {
    mark: undefined,
    bid: undefined,
    ask: undefined,
  }

  constructor(listing: ListingView) {
    this.#listing = listing
  }

  /** From when this is first called for a basis, its price is noted. */
  on(basis: PriceBasis): PriceSteps {
    this.#noted[basis] ??= new PriceSteps(this.#listing, basis)
    return this.#noted[basis]
  }

  /** The best bid or offer may be another. A mark may be without that, so that whoever needs it notes it himself. */
  moved(moment: number): void {
    this.#noted.bid?.note(moment)
    this.#noted.ask?.note(moment)
  }
}
