import { createClient } from '@openbourse/sdk'
import { expect, test } from 'vitest'
import { dayNumber } from '../../src/exchange/sessions/civil-date.ts'
import { closedFor } from '../../src/exchange/sessions/entry-window.ts'
import { newYorkTime } from '../../src/exchange/sessions/new-york.ts'
import { toldTurn } from '../../src/exchange/sessions/sessions.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import type { Time } from '../../src/exchange/values/types.ts'
import { createMockBroker } from '../../src/index.ts'
import { withRandomEnds } from '../../src/worlds/random-ends.ts'
import { Desk, openExchange } from '../exchange/support/builders.ts'

const SECOND = 1_000_000
const MONDAY = dayNumber(2026, 11, 23)
const most = 30 * SECOND

/** How long after its announced time each auction of some days ends. */
function delays(seed: number, days = 60): readonly Time[] {
  const drawn = withRandomEnds(xnys, { seed, most })
  const found: Time[] = []
  for (let day = MONDAY; day < MONDAY + days; day += 1) {
    for (const hour of [9.5, 16]) {
      const announced = newYorkTime(day, hour)
      if (xnys.phaseAt(announced - 1) === xnys.phaseAt(announced)) continue
      const change = drawn.nextChange(announced - SECOND) ?? 0
      expect(drawn.phaseAt(change - 1)).toBe(xnys.phaseAt(announced - 1))
      expect(drawn.phaseAt(change)).toBe(xnys.phaseAt(announced))
      expect(drawn.nextChange(announced + Math.floor((change - announced) / 2))).toBe(change)
      found.push(change - announced)
    }
  }
  return found
}

test('auctions end within the time, spread over it, each by its own draw and the same again for a seed', () => {
  const found = delays(1)
  expect(found.length).toBeGreaterThan(70)
  expect(Math.min(...found)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...found)).toBeLessThan(most)
  const mean = found.reduce((sum, delay) => sum + delay, 0) / found.length
  // The mean of 75 uniform draws below 30 s deviates by 1 s.
  expect(Math.abs(mean - 15 * SECOND)).toBeLessThan(4 * SECOND)
  expect(new Set(found).size).toBe(found.length)
  expect(delays(1)).toEqual(found)
  expect(delays(2)).not.toEqual(found)
})

test('extended hours begin and end when they are announced', () => {
  const drawn = withRandomEnds(xnys, { seed: 1, most })
  for (const hour of [4, 20]) {
    const change = newYorkTime(MONDAY, hour)
    expect(drawn.nextChange(change - SECOND)).toBe(change)
    expect(drawn.phaseAt(change)).toBe(xnys.phaseAt(change))
  }
})

test('orders for the close come in by the announced time, which is all that is told, and trade at the drawn one', () => {
  const calendar = withRandomEnds(xnys, { seed: 1, most })
  const close = newYorkTime(MONDAY, 16)
  const end = calendar.nextChange(close - SECOND) ?? 0
  expect(end).toBeGreaterThan(close)
  expect(closedFor('cls', calendar, close - 600 * SECOND)).toBeUndefined()
  expect(closedFor('cls', calendar, close - 600 * SECOND + 1)).toBeDefined()
  const desk = new Desk(openExchange({ calendar }))
  const statusOf = () => desk.exchange.view.status('XYZ')
  const sell = desk.orderOf(desk.submit('ann', { side: 'sell', timeInForce: 'cls', limitPriceTicks: 10_000 }))
  desk.execute({ type: 'AdvanceTo', time: close })
  expect(statusOf()).toMatchObject({ phase: 'open', auction: { kind: 'closing', at: close } })
  const late = desk.orderOf(desk.submit('bob', { limitPriceTicks: 10_000, timeInForce: 'day' }))
  desk.execute({ type: 'AdvanceTo', time: end - 1 })
  expect([desk.order(sell), desk.order(late)].map(({ status }) => status)).toEqual(['new', 'new'])
  desk.execute({ type: 'AdvanceTo', time: end })
  expect([desk.order(sell), desk.order(late)].map(({ status }) => status)).toEqual(['filled', 'filled'])
  expect(statusOf()?.phase).toBe('postMarket')
})

test('between the announced and the drawn end the announced hours are still the next ones, and who resumes joins the auction', () => {
  const calendar = withRandomEnds(xnys, { seed: 1, most })
  const [open, close] = [newYorkTime(MONDAY, 9.5), newYorkTime(MONDAY, 16)]
  expect(calendar.phaseAt(open)).toBe('preMarket')
  expect([toldTurn(calendar, open, 'open'), toldTurn(calendar, open, 'closed')]).toEqual([open, close])
  const desk = new Desk(openExchange({ calendar }))
  desk.execute({ type: 'AdvanceTo', time: close - SECOND })
  desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
  desk.execute({ type: 'AdvanceTo', time: close + 1 })
  expect(toldTurn(calendar, close + 1, 'closed')).toBe(close)
  desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ' })
  expect(desk.exchange.view.status('XYZ')?.auction).toMatchObject({ kind: 'closing', at: close })
})

test('getMarketClock tells no end of an auction that is not made yet', async () => {
  const clock = { start: '2026-01-05T14:30:00Z', speed: 0 }
  await using broker = createMockBroker({ calendar: 'XNYS', auctionRandomEndMs: 30_000, clock })
  const { baseUrl, credentials, fetch, WebSocket } = broker
  const client = createClient({ environment: 'mock', baseUrl, credentials, fetch, WebSocket })
  const announced = '2026-01-05T14:30:00.000000Z'
  expect(await client.market.clock()).toMatchObject({
    phase: 'preMarket',
    nextOpen: announced,
    nextChange: announced,
    nextClose: '2026-01-05T21:00:00.000000Z',
  })
  await client.close()
})
