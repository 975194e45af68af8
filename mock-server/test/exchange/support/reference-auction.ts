import type { AuctionOrder } from '../../../src/exchange/matching/auction.ts'

/** What each order got, and at what price; null when nobody traded. */
export interface ReferenceUncross {
  readonly price: number | null
  readonly paired: number
  /** Order number -> lots traded. */
  readonly traded: ReadonlyMap<number, number>
}

interface Lot {
  readonly order: AuctionOrder
  readonly index: number
}

/**
 * A call auction in its plainest form: every order is cut into single lots, every price is counted from them, and
 * of two lots of one owner that would meet, the rule is applied and everything is done again. Shares only types.
 */
export function referenceUncross(orders: readonly AuctionOrder[], reference?: number): ReferenceUncross {
  let lots = orders.flatMap((order) =>
    Array.from({ length: order.lots }, (_, index): Lot => ({ order, index })),
  )
  for (;;) {
    const price = referencePrice(
      lots.map(({ order }) => order),
      reference,
    )
    if (price === null) return { price, paired: 0, traded: new Map() }
    const buyers = willing(lots, 'buy', price)
    const sellers = willing(lots, 'sell', price)
    const paired = Math.min(buyers.length, sellers.length)
    const own = firstOwn(buyers.slice(0, paired), sellers.slice(0, paired))
    if (own === undefined) {
      const traded = new Map<number, number>()
      for (const { order } of [...buyers.slice(0, paired), ...sellers.slice(0, paired)]) {
        traded.set(order.orderNumber, (traded.get(order.orderNumber) ?? 0) + 1)
      }
      return { price, paired, traded }
    }
    lots = withoutPrevented(lots, own)
  }
}

/** With `decrement` what the two orders share goes, else one of them or both. */
function withoutPrevented(lots: readonly Lot[], met: readonly Lot[]): Lot[] {
  const [one, other] = [...new Set(met.map(({ order }) => order))]
  if (one === undefined || other === undefined) throw new Error('two orders meet, or none')
  const [first, second] = one.placeNumber < other.placeNumber ? [one, other] : [other, one]
  const mode = first.prevention
  if (mode === 'decrement') return lots.filter((lot) => !met.includes(lot))
  const gone = new Set<AuctionOrder>()
  if (mode !== 'cancelIncoming') gone.add(first)
  if (mode !== 'cancelResting') gone.add(second)
  return lots.filter(({ order }) => !gone.has(order))
}

/** Every lot that the first two orders of one owner share. */
function firstOwn(buyers: readonly Lot[], sellers: readonly Lot[]): readonly Lot[] | undefined {
  const pairs = buyers.flatMap((buyer, position) => {
    const seller = sellers[position]
    return seller === undefined ? [] : [{ buyer, seller }]
  })
  const own = pairs.find(({ buyer, seller }) => {
    if (buyer.order.owner === 0 || buyer.order.owner !== seller.order.owner) return false
    const first = buyer.order.placeNumber < seller.order.placeNumber ? buyer : seller
    return first.order.prevention !== undefined
  })
  if (own === undefined) return undefined
  return pairs
    .filter(({ buyer, seller }) => buyer.order === own.buyer.order && seller.order === own.seller.order)
    .flatMap(({ buyer, seller }) => [buyer, seller])
}

function willing(lots: readonly Lot[], side: 'buy' | 'sell', price: number): Lot[] {
  const sign = side === 'buy' ? -1 : 1
  return lots
    .filter(({ order }) => order.side === side)
    .filter(({ order: { limitTicks } }) => limitTicks === undefined || sign * (limitTicks - price) <= 0)
    .sort(
      (one, other) =>
        rank(one.order, sign) - rank(other.order, sign) ||
        one.order.placeNumber - other.order.placeNumber ||
        one.index - other.index,
    )
}

function rank({ limitTicks }: AuctionOrder, sign: number): number {
  return limitTicks === undefined ? -1_000_000 : sign * limitTicks
}

/** Each named price is tried, one rule after the other. */
function referencePrice(lots: readonly AuctionOrder[], reference: number | undefined): number | null {
  const named = new Set(lots.flatMap(({ limitTicks }) => (limitTicks === undefined ? [] : [limitTicks])))
  if (named.size === 0 && reference !== undefined) named.add(reference)
  const tried = [...named].map((price) => {
    const demand = lots.filter(({ side, limitTicks = price }) => side === 'buy' && limitTicks >= price).length
    const supply = lots.filter(
      ({ side, limitTicks = price }) => side === 'sell' && limitTicks <= price,
    ).length
    return { price, volume: Math.min(demand, supply), surplus: demand - supply }
  })
  const volume = Math.max(0, ...tried.map((each) => each.volume))
  if (volume === 0) return null
  const fullest = tried.filter((each) => each.volume === volume)
  const surplus = Math.min(...fullest.map((each) => Math.abs(each.surplus)))
  const tied = fullest.filter((each) => Math.abs(each.surplus) === surplus)
  const [low, high] = [
    Math.min(...tied.map(({ price }) => price)),
    Math.max(...tied.map(({ price }) => price)),
  ]
  if (tied.every((each) => each.surplus > 0)) return high
  if (tied.every((each) => each.surplus < 0)) return low
  return Math.min(high, Math.max(low, reference ?? Math.floor((low + high) / 2)))
}
