import { describe, expect, test } from 'vitest'
import type { InspectableExchange } from '../../src/exchange/create-exchange.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { openDesk } from './support/builders.ts'

/** An exchange with resting orders of both sides, spoiled by hand. */
function spoiled(spoil: (state: InspectableExchange['state']) => void): () => void {
  const desk = openDesk()
  desk.limit('ann', 'buy', 10, 9_990)
  desk.limit('bob', 'sell', 10, 10_010)
  desk.limit('cid', 'sell', 10, 10_020)
  spoil(desk.exchange.state)
  return () => checkInvariants(desk.exchange)
}

describe('the exchange’s check of itself', () => {
  test('finds nothing wrong with an exchange left alone', () => {
    expect(spoiled(() => {})).not.toThrow()
  })

  const faults: readonly (readonly [string, (state: InspectableExchange['state']) => void])[] = [
    [
      'money is conserved',
      (state) => {
        state.ledger.feePool.balance('USD').available += 1n
      },
    ],
    [
      'positions sum to zero',
      (state) => {
        state.ledger.issuer.position('XYZ').availableLots += 1
      },
    ],
    [
      'available is never negative',
      (state) => {
        const ann = state.accounts.get('ann')
        if (ann !== undefined) state.ledger.moveCash('USD', ann, state.ledger.external, 10n ** 15n)
      },
    ],
    [
      'held equals reservations',
      (state) => {
        const ann = state.accounts.get('ann')
        if (ann !== undefined) state.ledger.holdCash('USD', ann, 1n)
      },
    ],
    [
      'reservations are exact',
      (state) =>
        spoilOrder(state, (record) => {
          record.reservedCash -= 1n
        }),
    ],
    [
      'filled is within quantity',
      (state) =>
        spoilOrder(state, (record) => {
          record.order = { ...record.order, filledLots: 11 }
        }),
    ],
    [
      'filled and remaining make the quantity',
      (state) =>
        spoilOrder(state, (record) => {
          record.order = { ...record.order, filledLots: 1 }
        }),
    ],
    ['the book is never crossed', (state) => void state.listings.get('XYZ')?.book.rest(9, 'buy', 10_015, 1)],
    ['book and orders agree', (state) => void state.listings.get('XYZ')?.book.rest(9, 'buy', 9_000, 1)],
    [
      'a level is the sum of its orders',
      (state) => {
        const bids = state.listings.get('XYZ')?.book.bids
        const level = bids?.numberFromBest(0) ?? 0
        bids?.pool.remove(level, bids.pool.firstOf(level))
      },
    ],
  ]

  test.each(faults)('names the invariant: %s', (invariant, spoil) => {
    expect(spoiled(spoil)).toThrow(invariant)
  })
})

type Spoiler = (record: NonNullable<ReturnType<InspectableExchange['state']['orders']['get']>>) => void

/** The first order, ann's resting buy. */
function spoilOrder(state: InspectableExchange['state'], spoil: Spoiler): void {
  const record = state.orders.get(1)
  if (record !== undefined) spoil(record)
}
