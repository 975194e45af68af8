import { expect, test } from 'vitest'
import { volumeVolatility } from '../../scripts/realism/measure.ts'

/** Middles at the ends of ten minutes' seconds, of a price that moves within one minute alone. */
function movingIn(minute: number): Float64Array {
  return Float64Array.from({ length: 601 }, (_, index) => (index < 60 * minute + 30 ? 1_400 : 1_401))
}

test('volume goes with the return of its own minute, not with that of the minute before or after', () => {
  const mids = movingIn(4)
  const [before, same, after] = [3, 4, 5].map((minute) =>
    volumeVolatility({ mids, tradeTimes: [60 * minute + 10], tradeLots: [100] }),
  )
  expect(same).toBeCloseTo(1, 10)
  expect(before).toBeLessThan(0)
  expect(after).toBeLessThan(0)
})

test('a minute lasts from the end of its first second to the end of that of the next', () => {
  const mids = movingIn(4)
  const tradeTimes = [240.9, 241, 300.9, 301]
  const [early, first, last, late] = tradeTimes.map((time) =>
    volumeVolatility({ mids, tradeTimes: [time], tradeLots: [100] }),
  )
  expect([first, last]).toEqual([1, 1].map((one) => expect.closeTo(one, 10)))
  expect(early).toBeLessThan(0)
  expect(late).toBeLessThan(0)
})
