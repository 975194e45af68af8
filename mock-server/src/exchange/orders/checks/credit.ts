import type { Account } from '../../accounts/account.ts'
import { type Assessment, assess, excessOf, lotsOf } from '../../accounts/margin/assessment.ts'
import {
  boughtFor,
  type CreditLevel,
  dayTradingLeft,
  levelOf,
  mayBorrow,
  measured,
} from '../../accounts/margin/buying-power.ts'
import {
  type Exposure,
  minus,
  NO_AMOUNT,
  type OpenAmount,
  plus,
} from '../../accounts/margin/margin-account.ts'
import type { MarginDesk } from '../../accounts/margin/margin-desk.ts'
import { amountAt, shortPrice } from '../../accounts/margin/open-amount.ts'
import { openingValue, openRequirement } from '../../accounts/margin/open-orders.ts'
import type { Requirement } from '../../accounts/margin/requirements.ts'
import { isShortable } from '../../instruments/instrument.ts'
import { lastWhere } from '../../values/first-where.ts'
import type { Lots, Minor, Ticks } from '../../values/types.ts'
import { tradeValue } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'

/** An order at the door of a margin account, held against what the account may borrow. */
export class CreditCase {
  readonly level: CreditLevel
  /** The account as it stands. */
  readonly assessment: Assessment
  /** Whether the account has the equity without which nothing is lent. */
  readonly mayBorrow: boolean
  readonly #entry: OrderEntry
  readonly #desk: MarginDesk
  /** Open orders without the one whose place it takes, and what they want. */
  readonly #others: Exposure
  readonly #wantedByOthers: Requirement
  /** What is left for it and nothing else. */
  readonly #left: Requirement
  /** The same of what day trading may cost, in its value; undefined where it has no allowance of its own. */
  readonly #leftWithinDay: Minor | undefined

  constructor(entry: OrderEntry, exposure: Exposure) {
    const { desk } = entry
    this.#entry = entry
    this.#desk = desk
    const assessment = assess(desk, entry.account)
    this.assessment = assessment
    this.level = levelOf(desk, assessment)
    this.mayBorrow = mayBorrow(desk, assessment)
    const { side } = entry.terms
    const released = entry.replaced.reduce(
      (sum, record) => plus(sum, record.exposure ?? NO_AMOUNT),
      NO_AMOUNT,
    )
    this.#others = { ...exposure, [side]: minus(exposure[side], released) }
    this.#wantedByOthers = this.#wanted(this.#others)
    const excess = excessOf(assessment)
    const [all, others] = [this.#wanted(exposure), this.#wantedByOthers]
    const withinDay = dayTradingLeft(desk, entry.account)
    this.#leftWithinDay =
      withinDay === undefined
        ? undefined
        : withinDay - othersOpening(desk, entry.account, entry, this.#others)
    this.#left = {
      initial: excess.initial + all.initial - others.initial,
      maintenance: excess.maintenance + all.maintenance - others.maintenance,
      full: excess.full + all.full - others.full,
    }
  }

  /** What equity it wants beyond what is wanted already: nothing where it closes. */
  needed(lots: Lots, level: CreditLevel = this.level): Minor {
    const { side } = this.#entry.terms
    const others = this.#others
    const wanted = this.#wanted({ ...others, [side]: plus(others[side], amountOf(this.#entry, lots)) })
    const more = measured(level, wanted) - measured(level, this.#wantedByOthers)
    return more > 0n ? more : 0n
  }

  /** Equity that it may take, at least zero. */
  available(level: CreditLevel = this.level): Minor {
    const left = measured(level, this.#left)
    return left > 0n ? left : 0n
  }

  suffices(lots: Lots): boolean {
    if (this.needed(lots) <= this.available()) return true
    return this.#leftWithinDay !== undefined && this.#opened(lots) <= this.#leftWithinDay
  }

  /** What it needs and what there is, as buying power: by the measure that leaves more. */
  power(lots: Lots): { readonly needed: Minor; readonly available: Minor } {
    const available = this.#asBuyingPower(this.available())
    const withinDay = this.#leftWithinDay
    if (withinDay !== undefined && withinDay > available)
      return { needed: this.#opened(lots), available: withinDay }
    return { needed: this.#asBuyingPower(this.needed(lots)), available }
  }

  /** The value that it opens. */
  #opened(lots: Lots): Minor {
    const { side } = this.#entry.terms
    const [others, position] = [this.#others, this.#lots()]
    const all = { ...others, [side]: plus(others[side], amountOf(this.#entry, lots)) }
    return openingValue(position, all) - openingValue(position, others)
  }

  #asBuyingPower(equity: Minor): Minor {
    return boughtFor(this.#desk, this.level, equity)
  }

  /** How much of a sale is sold short. */
  shortLots(lots: Lots): Lots {
    if (this.#entry.terms.side !== 'sell') return 0
    const others = this.#borrowedByOthers()
    return Math.max(0, this.#others.sell.lots + lots - this.#lots()) - others
  }

  /** What can be sold without selling short, or bought without owning more than is owed. */
  get closableLots(): Lots {
    const { side } = this.#entry.terms
    const there = side === 'sell' ? this.#lots() : -this.#lots()
    return Math.max(0, there - this.#others[side].lots)
  }

  /** How much can still be borrowed for it; undefined: any quantity. */
  get borrowableLots(): Lots | undefined {
    const { instrument, lentLots } = this.#entry.listing
    if (instrument.borrowableLots === undefined) return undefined
    const lent = lentLots - this.#others.borrowedLots + this.#borrowedByOthers()
    return Math.max(0, instrument.borrowableLots - lent)
  }

  /** The largest quantity that could pass; what passes does so in every smaller quantity too. */
  passableLots(): Lots {
    return lastWhere(this.#entry.workingLots, (lots) => this.suffices(lots) && this.mayShort(lots))
  }

  mayShort(lots: Lots): boolean {
    const short = this.shortLots(lots)
    if (short === 0) return true
    const { borrowableLots = short } = this
    return isShortable(this.#entry.listing.instrument) && this.mayBorrow && short <= borrowableLots
  }

  #lots(): Lots {
    return lotsOf(this.#entry.account, this.#entry.listing.instrument.symbol)
  }

  #borrowedByOthers(): Lots {
    return Math.max(0, this.#others.sell.lots - this.#lots())
  }

  #wanted(exposure: Exposure): Requirement {
    return openRequirement(this.#desk, this.#entry.listing.instrument, this.#lots(), exposure)
  }
}

/** What `lots` of the order would count as: a buy at any price what its matches cost. */
function amountOf(entry: OrderEntry, lots: Lots): OpenAmount {
  const { terms, account, listing, heldPrice, soFar } = entry
  const amount = (priceTicks: Ticks, of: Lots) => amountAt(account, listing, priceTicks, of, soFar)
  if (heldPrice !== undefined && terms.side === 'buy') return amount(heldPrice, lots)
  if (terms.side === 'sell') {
    const priceTicks = Math.max(heldPrice ?? 0, shortPrice(listing, entry.time))
    return amount(priceTicks, heldPrice === undefined ? matched(entry, lots) : lots)
  }
  let [left, value] = [lots, 0n]
  for (const { priceTicks, quantityLots } of entry.matches) {
    const taken = Math.min(left, quantityLots)
    value += tradeValue(listing.instrument, priceTicks, taken)
    left -= taken
  }
  const rest = { lots: lots - left, value }
  return { ...rest, fees: account.fees.worstFee(listing.instrument, rest, soFar) }
}

function matched({ matches }: OrderEntry, most: Lots): Lots {
  return Math.min(
    most,
    matches.reduce((sum, { quantityLots }) => sum + quantityLots, 0),
  )
}

/** Undefined where the order is not on credit. */
export function creditCaseOf(entry: OrderEntry): CreditCase | undefined {
  const { margin } = entry.account
  if (margin === undefined || !entry.isOnCredit) return undefined
  return new CreditCase(entry, margin.exposure(entry.listing.instrument.symbol))
}

/** What all open orders but one would open. */
function othersOpening(desk: MarginDesk, account: Account, { listing }: OrderEntry, others: Exposure): Minor {
  const own = listing.instrument.symbol
  let value = openingValue(lotsOf(account, own), others)
  for (const [symbol, exposure] of account.margin?.exposures ?? []) {
    if (symbol !== own && desk.listings.has(symbol)) value += openingValue(lotsOf(account, symbol), exposure)
  }
  return value
}
