import { describe, expect, test } from 'vitest'
import { callAfterDay, chargeOf } from '../../../src/exchange/accounts/margin/initial-call.ts'
import { restoreExchange } from '../../../src/exchange/create-exchange.ts'
import { parseTime } from '../../../src/exchange/values/time.ts'
import { Desk, ONE, openDesk, START, stock } from '../support/builders.ts'

const MINUTE = 60_000_000
const DAY = 1_440 * MINUTE
const DAY_END = parseTime('2026-11-24T05:00:00Z') ?? 0

/** Ann may borrow against 10,000 and has no stock; XYZ stands at 100.00. */
function openDay(): Desk {
  const desk = openDesk({}, ['ann'])
  for (const symbol of ['XYZ', 'BTC-USD'])
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol, quantityLots: -200 })
  goTo(desk, 10_000)
  return desk
}

/** What rests makes room for a quote around a price, which trades there. */
function goTo(desk: Desk, price: number): void {
  const { bidTicks = null, askTicks = null } = desk.exchange.view.best('XYZ') ?? {}
  if (bidTicks !== null) desk.house(['buy', bidTicks, 0])
  if (askTicks !== null) desk.house(['sell', askTicks, 0])
  desk.house(['buy', price, 1_000], ['sell', price + 1, 1_000])
  desk.print(1, price, { fills: false })
}

const callOf = (desk: Desk) => desk.exchange.view.account('ann')?.margin?.initialCall
const due = parseTime('2026-11-28T05:00:00Z')

describe('what a trade wants at the initial rate', () => {
  test.each([
    ['opening wants half', 100, 10_000n, 0, 5_000n],
    ['adding too', 100, 10_000n, 50, 5_000n],
    ['closing gives half back', -100, 10_000n, 100, -5_000n],
    ['a short sale wants half', -100, 10_000n, 0, 5_000n],
    ['its cover gives that back', 100, 10_000n, -100, -5_000n],
    ['through zero it closes and opens', -300, 30_000n, 100, 5_000n],
    ['a cheap stock wants all of it', 100, 200n, 0, 200n],
  ])('%s', (_rule, lots, value, before, charge) => {
    const { state } = openDesk().exchange
    expect(chargeOf(state, stock(), { lots, value: value * ONE, before })).toBe(charge * ONE)
  })
})

describe('the call once a day is over', () => {
  const call = { calledAt: 1, dueAt: 2, isLiquidating: false }
  test.each([
    ['what the trades leave lacking', undefined, 5_000n, 0n, 4_000n, 4_000n],
    ['at most what they wanted', undefined, 5_000n, -4_000n, 9_000n, 5_000n],
    ['less what was there in the morning', undefined, 5_000n, 3_000n, 9_000n, 2_000n],
    ['nothing where that sufficed, however prices fell', undefined, 5_000n, 5_000n, 9_000n, undefined],
    ['nothing where nothing lacks', undefined, 5_000n, 0n, -1n, undefined],
    ['nothing without trades', undefined, 0n, -9_000n, 9_000n, undefined],
    ['nothing for a thousand or less', undefined, 1_000n, 0n, 9_000n, undefined],
    ['more on top of one that stands', 3_000n, 500n, -3_000n, 9_000n, 3_500n],
    ['less after closing or paying in', 3_000n, -2_500n, -3_000n, 9_000n, 500n],
    ['none once all is paid', 3_000n, -3_000n, -3_000n, 9_000n, undefined],
    ['no more than lacks now', 3_000n, 0n, -3_000n, 700n, 700n],
  ])('%s', (_rule, before, charge, excess, lacking, amount) => {
    const initialCall = before === undefined ? undefined : { ...call, amount: before * ONE }
    const day = { initialCall, dayCharge: charge * ONE, dayExcess: excess * ONE }
    const next = callAfterDay(day, lacking * ONE, DAY_END)
    expect(next?.amount).toBe(amount === undefined ? undefined : amount * ONE)
  })

  test('it is due two business days after its trades settle, and keeps its day as it grows', () => {
    const first = callAfterDay(
      { initialCall: undefined, dayCharge: 5_000n * ONE, dayExcess: 0n },
      5_000n * ONE,
      DAY_END,
    )
    // Tuesday, Wednesday and, after Thanksgiving, Friday.
    expect(first).toEqual({ calledAt: DAY_END, dueAt: due, isLiquidating: false, amount: 5_000n * ONE })
    const grown = callAfterDay(
      { initialCall: first, dayCharge: ONE, dayExcess: -5_000n * ONE },
      9_000n * ONE,
      DAY_END + DAY,
    )
    expect(grown).toEqual({ ...first, amount: 5_001n * ONE })
  })
})

describe('an account that keeps beyond the day what the day allowed', () => {
  test('is called as the day ends, and told so', () => {
    const desk = openDay()
    desk.market('ann', 'buy', 300)
    desk.advance(DAY_END - START - 1)
    expect(callOf(desk)).toBeUndefined()
    expect(desk.advance(1)).toContainEqual(expect.objectContaining({ type: 'AccountChanged' }))
    // 300 at 100.01 want 15,001.50 of 10,000; the ask that was paid is the mark.
    expect(callOf(desk)).toMatchObject({ dueAt: due, amount: 5_001n * ONE + ONE / 2n })
  })

  test('is not where it closed in time, opened no more than half allows, or only lost', () => {
    const desk = openDay()
    desk.market('ann', 'buy', 300)
    desk.market('ann', 'sell', 101)
    desk.advance(DAY)
    expect(callOf(desk)).toBeUndefined()
    goTo(desk, 9_500)
    desk.advance(DAY)
    expect(callOf(desk)).toBeUndefined()
  })

  test.each([
    [
      'pays in',
      (desk: Desk) => desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: 5_100n * ONE }),
    ],
    ['closes what wants as much', (desk: Desk) => desk.market('ann', 'sell', 101)],
    ['sees prices rise', (desk: Desk) => goTo(desk, 15_100)],
  ])('and %s, is called no more', (_how, meet) => {
    const desk = openDay()
    desk.market('ann', 'buy', 300)
    desk.advance(DAY)
    meet(desk)
    expect(callOf(desk)).toBeUndefined()
    desk.advance(MINUTE)
    expect(desk.exchange.state.calledAccounts.size).toBe(0)
    const { available } = desk.position('ann')
    desk.advance(10 * DAY)
    expect(desk.position('ann').available).toBe(available)
  })

  test('and does nothing, is closed out as far as it takes once the time is over', () => {
    const desk = openDay()
    desk.market('ann', 'buy', 300)
    const open = desk.limit('ann', 'sell', 10, 12_000)
    desk.advance(DAY)
    const events = desk.advance((due ?? 0) - START - DAY)
    expect(desk.order(open)).toMatchObject({ status: 'canceled', reason: 'margin-call' })
    const sold = events.flatMap((event) => (event.type === 'OrderAccepted' ? [event.order] : []))
    expect(sold).toMatchObject([{ reason: 'margin-call', terms: { side: 'sell', quantityLots: 111 } }])
    expect(desk.position('ann').available).toBe(189)
    expect(callOf(desk)).toBeUndefined()
    expect(desk.exchange.view.account('ann')?.margin?.call).toBeUndefined()
  })

  test('where nobody buys, is tried again when something has moved', () => {
    const desk = openDay()
    desk.market('ann', 'buy', 300)
    desk.advance(DAY)
    desk.house(['buy', 10_000, 0])
    desk.advance(5 * DAY)
    expect(callOf(desk)).toMatchObject({ isLiquidating: true })
    expect(desk.exchange.state.marginCheckAt).toBeUndefined()
    desk.house(['buy', 9_990, 1_000])
    desk.advance(MINUTE)
    expect(desk.position('ann').available).toBeLessThan(200)
    expect(callOf(desk)).toBeUndefined()
  })

  test('is called in a restored exchange too', () => {
    const desk = openDay()
    desk.market('ann', 'buy', 300)
    const twin = new Desk(restoreExchange(desk.exchange.snapshot(), {}))
    for (const one of [desk, twin]) one.advance(2 * DAY)
    expect(callOf(twin)).toEqual(callOf(desk))
    const third = new Desk(restoreExchange(twin.exchange.snapshot(), {}))
    for (const one of [desk, third]) one.advance(5 * DAY)
    expect(third.position('ann')).toEqual(desk.position('ann'))
    expect(third.position('ann').available).toBe(189)
  })
})
