import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LotMove, LotQueue } from '../../../src/exchange/accounts/lots/lot-queue.ts'
import { TaxLots } from '../../../src/exchange/accounts/lots/tax-lots.ts'

/** Single lots, each with its price: what a queue of them does needs no rule. */
class SingleLots {
  #open: { price: bigint; sign: number }[] = []
  realizedProfit = 0n

  apply({ lots, value }: LotMove): void {
    const sign = Math.sign(lots)
    const price = (value ?? 0n) / BigInt(Math.abs(lots))
    for (let lot = 0; lot < Math.abs(lots); lot += 1) {
      const [oldest] = this.#open
      if (oldest === undefined || oldest.sign === sign) this.#open.push({ price, sign })
      else {
        this.#open.shift()
        if (value !== undefined) this.realizedProfit += BigInt(oldest.sign) * (price - oldest.price)
      }
    }
  }

  get cost(): bigint {
    return this.#open.reduce((sum, { price, sign }) => sum + BigInt(sign) * price, 0n)
  }
  get lots(): number {
    return this.#open.reduce((sum, { sign }) => sum + sign, 0)
  }
}

const move = (day: number, lots: number, price: number | undefined, fillNumber = day): LotMove => ({
  fillNumber,
  day,
  lots,
  value: price === undefined ? undefined : BigInt(price) * BigInt(Math.abs(lots)),
})

const moves = fc.array(
  fc.record({
    lots: fc.integer({ min: -40, max: 40 }).filter((lots) => lots !== 0),
    price: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined, freq: 8 }),
  }),
  { minLength: 1, maxLength: 40 },
)

test('first in, first out: the oldest lots are sold first, and what is left of one keeps its price', () => {
  const queue = new LotQueue()
  for (const step of [move(1, 10, 100), move(2, 10, 120), move(3, -15, 130)]) queue.apply(step)
  expect(queue.realizedProfit).toBe(10n * 30n + 5n * 10n)
  expect(queue.lots).toEqual([{ openedOn: 2, lots: 5, cost: 600n }])
})

test('a position through zero closes its lots and opens a short one', () => {
  const queue = new LotQueue()
  for (const step of [move(1, 10, 100), move(2, -25, 90)]) queue.apply(step)
  expect(queue.lots).toEqual([{ openedOn: 2, lots: -15, cost: -1_350n }])
  queue.apply(move(3, 15, 80))
  expect([queue.realizedProfit, queue.cost]).toEqual([-100n + 150n, 0n])
})

test('quantity, cost and profit are those of single lots, whatever comes and goes', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      const [queue, single] = [new LotQueue(), new SingleLots()]
      steps.forEach(({ lots, price }, day) => {
        queue.apply(move(day, lots, price))
        single.apply(move(day, lots, price))
        const total = queue.lots.reduce((sum, lot) => sum + lot.lots, 0)
        expect([total, queue.cost, queue.realizedProfit]).toEqual([
          single.lots,
          single.cost,
          single.realizedProfit,
        ])
      })
    }),
    { numRuns: 500 },
  )
})

test('a fill that is taken back leaves lots and profit as if it had never been', () => {
  fc.assert(
    fc.property(moves, fc.nat(), (steps, at) => {
      const [lots, expected] = [new TaxLots(), new LotQueue()]
      const index = at % steps.length
      steps.forEach(({ lots: quantity, price }, day) => {
        lots.move(move(day, quantity, price, day + 1))
        if (day !== index) expected.apply(move(day, quantity, price, day + 1))
      })
      const gone = steps[index]
      if (gone === undefined) return
      lots.takeBack(move(99, gone.lots, gone.price, index + 1))
      expect(lots.now).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('a fill that is corrected counts from its own day', () => {
  const lots = new TaxLots()
  for (const step of [move(1, 10, 100), move(2, 10, 120), move(3, -10, 130)]) lots.move(step)
  lots.takeBack(move(1, 10, 100), move(9, 4, 90))
  expect(lots.now.realizedProfit).toBe(4n * 40n + 6n * 10n)
  expect(lots.now.lots).toEqual([{ openedOn: 2, lots: 4, cost: 480n }])
})

test('memory is bounded: lots beyond a thousand are joined, and cost and profit stay exact in sum', () => {
  const lots = new TaxLots()
  let [paid, received] = [0n, 0n]
  for (let day = 1; day <= 5_000; day += 1) {
    lots.move(move(day, 2, 100 + (day % 7)))
    paid += 2n * BigInt(100 + (day % 7))
  }
  expect([lots.now.lots.length, lots.moves.length < 2_000]).toEqual([1_000, true])
  expect(lots.now.cost).toBe(paid)
  lots.move(move(5_001, -10_000, 200))
  received += 2_000_000n
  expect([lots.now.lots.length, lots.now.realizedProfit]).toEqual([0, received - paid])
})
