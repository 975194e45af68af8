import type { Account } from './accounts/account.ts'
import { valuationOf } from './accounts/margin/valuation.ts'
import { type Position, totalLots } from './accounts/position.ts'
import { unsettledLots } from './accounts/settlement/settlement.ts'
import type { PositionView } from './exchange.ts'
import type { Listing } from './instruments/listing.ts'
import type { ExchangeState } from './state.ts'

/** A position, and what it was when somebody last looked. */
interface Watched {
  readonly symbol: string
  readonly position: Position
  readonly listing: Listing | undefined
  latest: PositionView
}

/** Those of one account in the order in which it got them; none of them ever goes. */
interface Looked {
  readonly watched: Watched[]
  views: readonly PositionView[]
}

/**
 * What each account's positions were when somebody last looked. They are read after every command that changed the
 * account, and most of them are as they were: these are answered again rather than copied, and never change.
 */
export class PositionViews {
  readonly #state: ExchangeState
  readonly #looked = new Map<Account, Looked>()

  constructor(state: ExchangeState) {
    this.#state = state
  }

  /** The very same list as the last time when nothing in it is different. */
  of(account: Account): readonly PositionView[] {
    const looked = this.#lookedAt(account)
    let isSame = true
    for (const watched of looked.watched) {
      const now = read(account, watched, watched.latest)
      if (now === watched.latest) continue
      watched.latest = now
      isSame = false
    }
    if (!isSame) looked.views = looked.watched.map(({ latest }) => latest)
    return looked.views
  }

  #lookedAt(account: Account): Looked {
    let looked = this.#looked.get(account)
    if (looked === undefined) {
      looked = { watched: [], views: [] }
      this.#looked.set(account, looked)
    }
    const { watched } = looked
    if (watched.length === account.positions.size) return looked
    for (const [symbol, position] of [...account.positions].slice(watched.length)) {
      const found = { symbol, position, listing: this.#state.listings.get(symbol) }
      watched.push({ ...found, latest: read(account, found) })
    }
    looked.views = watched.map(({ latest }) => latest)
    return looked
  }
}

/** What was read before, if that is what it still is. */
function read(
  account: Account,
  { symbol, position, listing }: Omit<Watched, 'latest'>,
  latest?: PositionView,
): PositionView {
  const { settlement, lots } = account
  const { availableLots, heldLots } = position
  const total = totalLots(position)
  const { cost, realizedProfit } = lots?.get(symbol)?.now ?? position
  const unsettled = settlement === undefined ? 0 : unsettledLots(settlement, symbol, total)
  const valueTicks = (listing && valuationOf(account, listing, total)) ?? null
  if (
    latest !== undefined &&
    latest.valueTicks === valueTicks &&
    latest.availableLots === availableLots &&
    latest.heldLots === heldLots &&
    latest.unsettledLots === unsettled &&
    latest.cost === cost &&
    latest.realizedProfit === realizedProfit
  )
    return latest
  return { symbol, availableLots, heldLots, cost, realizedProfit, unsettledLots: unsettled, valueTicks }
}
