import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AgeQueue } from '../../../src/exchange/orders/age-queue.ts'

interface Item {
  time: number
}

test('it says whether its oldest is of before a time, whatever was asked and dropped before', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('push'), by: fc.nat(3) }),
    fc.record({ kind: fc.constantFrom('drop', 'ask', 'change'), by: fc.nat(12) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const queue = new AgeQueue<Item>()
      const items: Item[] = []
      let now = 0
      for (const { kind, by } of steps) {
        if (kind === 'push') {
          now += by
          const item = { time: now }
          items.push(item)
          queue.push(item)
        } else if (kind === 'change') {
          const [oldest] = items
          if (oldest !== undefined) oldest.time = now
        } else if (kind === 'drop' && items.length > 0) {
          items.shift()
          queue.dropOldest()
        }
        const asked = now - by
        expect(queue.hasBefore(asked, ({ time }) => time)).toBe((items[0]?.time ?? asked) < asked)
        expect(queue.length).toBe(items.length)
      }
    }),
  )
})

test('the next one is looked at again: the time of the oldest may have grown', () => {
  const queue = new AgeQueue<Item>()
  const [first, second] = [{ time: 1 }, { time: 2 }]
  for (const item of [first, second]) queue.push(item)
  first.time = 10
  expect(queue.hasBefore(5, ({ time }) => time)).toBe(false)
  queue.dropOldest()
  expect(queue.hasBefore(5, ({ time }) => time)).toBe(true)
})

test('an oldest that is known to be young enough is not looked at again', () => {
  const queue = new AgeQueue<Item>()
  for (const time of [10, 20]) queue.push({ time })
  let looks = 0
  const timeOf = ({ time }: Item): number => {
    looks += 1
    return time
  }
  expect([5, 10, 10, 8].map((time) => queue.hasBefore(time, timeOf))).toEqual([false, false, false, false])
  expect(looks).toBe(1)
  expect(queue.hasBefore(11, timeOf)).toBe(true)
})
