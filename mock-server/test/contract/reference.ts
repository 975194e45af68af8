import { expect, test } from 'vitest'
import { call } from './client.ts'
import type { Served } from './transports.ts'

/** Part of the REST suite: what every transport must answer about sessions and corporate actions. */
export function referenceTests(at: () => Served): void {
  test('without a calendar the market never closes, and every day is a session', async () => {
    expect((await call(at(), 'GET /v1/market/clock')).json).toEqual({
      time: '2026-01-05T14:30:00.000000Z',
      calendar: 'alwaysOpen',
      phase: 'open',
      nextOpen: null,
      nextClose: null,
      nextChange: null,
    })
    const { json } = await call(at(), 'GET /v1/market/calendar?from=2026-01-03&to=2026-01-04')
    expect(json.data).toEqual([
      { date: '2026-01-03', open: '2026-01-03T00:00:00.000000Z', close: '2026-01-04T00:00:00.000000Z' },
      { date: '2026-01-04', open: '2026-01-04T00:00:00.000000Z', close: '2026-01-05T00:00:00.000000Z' },
    ])
  })

  test('there are no corporate actions; a filter that means nothing is refused', async () => {
    const none = await call(at(), 'GET /v1/corporate-actions?symbol=AAPL&from=2026-01-01')
    expect(none.json).toEqual({ data: [], nextCursor: null })
    expect((await call(at(), 'GET /v1/corporate-actions?symbol=NONE')).json.code).toBe('unknown-symbol')
    const noDay = await call(at(), 'GET /v1/corporate-actions?from=2026-02-30')
    expect([noDay.status, noDay.json.errors[0].pointer]).toEqual([422, '/query/from'])
  })
}
