import { describe, expect, test } from 'vitest'
import { Account } from '../../../src/exchange/accounts/account.ts'
import { Ledger } from '../../../src/exchange/accounts/ledger.ts'
import {
  changePosition,
  emptyPosition,
  type Position,
  totalLots,
} from '../../../src/exchange/accounts/position.ts'
import { must, PATIENCE } from '../support/property.ts'
import { Xoshiro } from '../support/xoshiro.ts'

type Trade = readonly [lots: number, value: bigint]

function traded(...trades: readonly Trade[]): Position {
  const position = emptyPosition()
  for (const [lots, value] of trades) changePosition(position, lots, value)
  return position
}

describe('a position', () => {
  const cases: readonly (readonly [string, readonly Trade[], readonly [number, bigint, bigint]])[] = [
    [
      'grows by average cost',
      [
        [10, 1000n],
        [5, 800n],
      ],
      [15, 1800n, 0n],
    ],
    [
      'is reduced at its average cost, with a profit',
      [
        [10, 1000n],
        [-4, 500n],
      ],
      [6, 600n, 100n],
    ],
    [
      'closes with all of its cost',
      [
        [3, 100n],
        [-1, 30n],
        [-2, 80n],
      ],
      [0, 0n, 10n],
    ],
    ['is short by what it sold', [[-10, 1000n]], [-10, -1000n, 0n]],
    [
      'grows short by average proceeds',
      [
        [-10, 1000n],
        [-10, 1200n],
      ],
      [-20, -2200n, 0n],
    ],
    [
      'is covered at its average proceeds',
      [
        [-10, 1000n],
        [4, 360n],
      ],
      [-6, -600n, 40n],
    ],
    [
      'loses where it is covered dearer',
      [
        [-10, 1000n],
        [10, 1100n],
      ],
      [0, 0n, -100n],
    ],
    [
      'goes from long to short in one trade',
      [
        [10, 1000n],
        [-15, 1800n],
      ],
      [-5, -600n, 200n],
    ],
    [
      'goes from short to long in one trade',
      [
        [-10, 1000n],
        [15, 1200n],
      ],
      [5, 400n, 200n],
    ],
  ]

  test.each(cases)('%s', (_, trades, [lots, cost, profit]) => {
    const position = traded(...trades)
    expect([totalLots(position), position.cost, position.realizedProfit]).toEqual([lots, cost, profit])
  })

  test('that stock is delivered to, or taken from, makes no profit', () => {
    const position = traded([10, 1000n])
    changePosition(position, 10, undefined)
    expect(position.cost).toBe(1000n)
    changePosition(position, -5, undefined)
    expect([position.cost, position.realizedProfit]).toEqual([750n, 0n])
  })
})

test(
  'a position is the sum of its signed trades, and profit less cost the sum of what they paid, to the unit',
  PATIENCE,
  () => {
    const random = new Xoshiro(4)
    const position = emptyPosition()
    let lots = 0
    let paid = 0n
    for (let round = 0; round < 1_000_000; round += 1) {
      const size = 1 + random.below(97)
      const value = BigInt(size) * BigInt(1 + random.below(1_000_003))
      // Drawn towards zero, so that it is crossed again and again.
      const change = random.below(300) - 150 < lots ? -size : size
      changePosition(position, change, value)
      lots += change
      paid += change < 0 ? value : -value
      must(totalLots(position) === lots, () => `${totalLots(position)}, not ${lots}`)
      must(position.realizedProfit - position.cost === paid, () => `after ${round}: not ${paid}`)
      must(lots !== 0 || position.cost === 0n, () => `nothing, but a cost of ${position.cost}`)
    }
    changePosition(position, -lots, BigInt(Math.abs(lots)) * 7n)
    expect([totalLots(position), position.cost]).toEqual([0, 0n])
  },
)

test('the opposite of a trade at its value brings back quantity, and profit less cost', () => {
  const random = new Xoshiro(5)
  for (let round = 0; round < 5_000; round += 1) {
    const position = traded([random.below(200) - 100, BigInt(random.below(10_000))])
    const before = [totalLots(position), position.realizedProfit - position.cost]
    const lots = random.below(200) - 100
    const value = BigInt(Math.abs(lots)) * BigInt(random.below(1_000))
    changePosition(position, lots, value)
    changePosition(position, -lots, value)
    expect([totalLots(position), position.realizedProfit - position.cost]).toEqual(before)
  }
})

test('trades between accounts through zero leave the sum of positions and of money at zero', () => {
  const random = new Xoshiro(6)
  const ledger = new Ledger()
  const accounts = ['a', 'b', 'c'].map((id) => new Account(id, 'customer', id, 'USD', 0))
  for (let round = 0; round < 10_000; round += 1) {
    const buyer = accounts[random.below(3)]
    const seller = accounts[random.below(3)]
    if (buyer === undefined || seller === undefined) continue
    const lots = 1 + random.below(50)
    const value = BigInt(lots) * BigInt(1 + random.below(1_000))
    ledger.settleTrade({ symbol: 'XYZ', asset: 'USD', buyer, seller, lots, value })
  }
  expect(accounts.reduce((sum, account) => sum + totalLots(account.position('XYZ')), 0)).toBe(0)
  expect(accounts.reduce((sum, account) => sum + account.balance('USD').available, 0n)).toBe(0n)
  const made = accounts.reduce((sum, { positions }) => {
    const { realizedProfit = 0n, cost = 0n } = positions.get('XYZ') ?? {}
    return sum + realizedProfit - cost
  }, 0n)
  expect(made).toBe(0n)
})
