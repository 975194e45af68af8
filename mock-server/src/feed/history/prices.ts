import type { PriceBasis } from '../../exchange/accounts/margin/valuation.ts'
import type { ExchangeView, ListingView } from '../../exchange/exchange.ts'
import type { Ticks } from '../../exchange/values/types.ts'
import { Steps } from '../steps.ts'

/** What one symbol was worth on one basis, at the moments at which somebody asked for it to be noted. */
export class PriceSteps {
  readonly #listing: ListingView | undefined
  readonly #basis: PriceBasis
  readonly #steps = new Steps<Ticks | null>()

  constructor(listing: ListingView | undefined, basis: PriceBasis) {
    this.#listing = listing
    this.#basis = basis
  }

  note(moment: number): void {
    const now = this.#listing?.priceOn(this.#basis) ?? null
    if (now !== this.#steps.latest) this.#steps.note(moment, now)
  }

  at(moment: number): Ticks | null {
    return this.#steps.at(moment) ?? null
  }
}

/** One record of prices for all accounts: when a price moves, it is noted once and not for everybody who owns some. */
export class Prices {
  readonly #view: ExchangeView
  readonly #byBasis = { mark: new Map(), bid: new Map(), ask: new Map() } satisfies Record<
    PriceBasis,
    Map<string, PriceSteps>
  >

  constructor(view: ExchangeView) {
    this.#view = view
  }

  of(symbol: string, basis: PriceBasis): PriceSteps {
    const bySymbol: Map<string, PriceSteps> = this.#byBasis[basis]
    let steps = bySymbol.get(symbol)
    if (steps === undefined) {
      steps = new PriceSteps(this.#view.listing(symbol), basis)
      bySymbol.set(symbol, steps)
    }
    return steps
  }
}
