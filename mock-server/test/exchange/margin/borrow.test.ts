import { describe, expect, test } from 'vitest'
import type { SetBorrow } from '../../../src/exchange/commands.ts'
import { type Desk, ONE, openDesk } from '../support/builders.ts'

/** Ann may borrow and owns 200 of XYZ, Bob may borrow and is short of it; the market stands at 100.00. */
function openLenders(): Desk {
  const desk = openDesk({}, ['ann', 'bob'])
  desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: 1_000_000n * ONE })
  desk.execute({ type: 'DepositPosition', accountId: 'bob', symbol: 'XYZ', quantityLots: -200 })
  desk.house(['buy', 9_999, 10_000], ['sell', 10_001, 10_000])
  desk.market('bob', 'sell', 30)
  return desk
}

const set = (desk: Desk, borrow: Omit<SetBorrow, 'type' | 'symbol'>, symbol = 'XYZ') =>
  desk.execute({ type: 'SetBorrow', symbol, ...borrow })
const listingOf = (desk: Desk) => desk.exchange.state.listings.get('XYZ')

describe('a stock that is no longer easy to borrow', () => {
  test.each([
    ['hard', { shortable: true, borrowableLots: 500 }],
    ['not at all', { shortable: false }],
  ])(
    'to be borrowed %s: open sales that borrow end with the reason, sales of what is owned stay',
    (_how, borrow) => {
      const desk = openLenders()
      const owned = desk.limit('ann', 'sell', 150, 10_500)
      const beyond = desk.limit('ann', 'sell', 100, 10_600)
      const stop = desk.orderOf(desk.submit('bob', { side: 'sell', type: 'stop', stopPriceTicks: 9_000 }))
      const cover = desk.limit('bob', 'buy', 10, 9_000)
      expect(listingOf(desk)?.lentLots).toBe(30 + 50 + 1)
      const events = set(desk, borrow)
      expect(events.map((event) => event.type).filter((type) => type === 'OrderCanceled')).toHaveLength(2)
      for (const order of [beyond, stop])
        expect(desk.order(order)).toMatchObject({ status: 'canceled', reason: 'borrow-unavailable' })
      for (const order of [owned, cover]) expect(desk.order(order).status).toBe('new')
      expect(listingOf(desk)?.lentLots).toBe(30)
      expect(desk.position('bob').available).toBe(-30)
    },
  )

  test('is refused from then on, with what there is, until it is easy again', () => {
    const desk = openLenders()
    set(desk, { shortable: true, borrowableLots: 40 })
    expect(desk.limit('bob', 'sell', 11, 10_500)).toMatchObject({ reason: 'borrow-unavailable' })
    expect(desk.limit('bob', 'sell', 10, 10_500).status).toBe('new')
    set(desk, { shortable: false })
    expect(desk.limit('bob', 'sell', 1, 10_500)).toMatchObject({ reason: 'not-shortable' })
    set(desk, { shortable: true })
    expect(desk.limit('bob', 'sell', 100, 10_500).status).toBe('new')
  })

  test('changes nothing while it stays easy', () => {
    const desk = openLenders()
    const sale = desk.limit('bob', 'sell', 100, 10_500)
    expect(set(desk, { shortable: true })).toEqual([])
    expect(desk.order(sale).status).toBe('new')
  })

  test.each([
    ['crypto', 'BTC-USD', { shortable: true }],
    ['half a lot', 'XYZ', { shortable: true, borrowableLots: 0.5 }],
    ['an unknown symbol', 'NOPE', { shortable: true }],
  ])('%s cannot be borrowed', (_what, symbol, borrow) => {
    expect(set(openLenders(), borrow, symbol)).toMatchObject([{ type: 'CommandRejected' }])
  })
})
