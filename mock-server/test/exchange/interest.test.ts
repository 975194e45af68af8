import { expect, test } from 'vitest'
import {
  accrue,
  type InterestRates,
  interestOn,
  NOTHING_ACCRUED,
} from '../../src/exchange/accounts/interest/interest.ts'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import { parseDecimal } from '../../src/exchange/values/decimal.ts'
import { formatTime } from '../../src/exchange/values/time.ts'
import { formatMoney } from '../../src/exchange/values/wire.ts'
import { Desk, ONE, openDesk, openDeskOfDan } from './support/builders.ts'

const DAY = 86_400_000_000
const rate = (text: string) => parseDecimal(text) ?? 0n

/** From Monday, 2026-11-23: Thanksgiving is the 26th, the last business day of November Monday, the 30th. */
const deskOf = (accountType: 'cash' | 'margin', interest: InterestRates) =>
  openDeskOfDan({ dollars: 10_000n, accountType, interest })

const booked = (desk: Desk) =>
  [...desk.exchange.view.activities('dan')]
    .filter(({ type }) => type === 'interest' || type === 'borrowFee')
    .map(({ type, cash, time }) => [type, formatMoney(cash?.amount ?? 0n), formatTime(time).slice(0, 16)])

test('a Friday counts three days, the day before a holiday two: eight from Monday to Monday', () => {
  let accrued = accrue(NOTHING_ACCRUED, 100n * ONE, 0n, 3)
  accrued = accrue(accrued, -100n * ONE, 50n * ONE, 2)
  expect(accrued).toEqual({ earned: 300n * ONE, owed: 200n * ONE, borrowed: 100n * ONE })
  expect(interestOn(36_000n * ONE, rate('0.05'))).toBe(5n * ONE)
  const desk = deskOf('cash', { credit: rate('0.036') })
  desk.advance(8 * DAY)
  expect(booked(desk)).toEqual([['interest', '8.00', '2026-12-01T05:00']])
})

test('interest is half-even to a cent, once a month', () => {
  expect(interestOn(36_000n * ONE, rate('0.00005'))).toBe(0n)
  expect(interestOn(36_000n * ONE, rate('0.00015'))).toBe(2_000_000n)
})

test('a margin account owes interest on what it borrowed, from the day on which its trades settle', () => {
  const desk = deskOf('margin', { debit: rate('0.072') })
  desk.limit('flow', 'sell', 150, 10_000)
  desk.limit('dan', 'buy', 150, 10_000)
  desk.advance(8 * DAY)
  // 5,000.00 for seven of the eight days: on Monday the purchase had not settled.
  expect(booked(desk)).toEqual([['interest', '-7.00', '2026-12-01T05:00']])
  desk.advance(31 * DAY)
  // 5,007.00 for 34 days: December, and the days until the first Monday of January.
  expect(booked(desk)[0]).toEqual(['interest', '-34.05', '2027-01-01T05:00'])
})

test('what is sold short costs a fee on whole hundreds of shares, and its proceeds earn nothing', () => {
  const desk = deskOf('margin', { borrow: rate('0.036'), credit: rate('0.036') })
  desk.limit('flow', 'buy', 20, 10_000)
  desk.limit('dan', 'sell', 20, 10_000)
  desk.advance(8 * DAY)
  // Monday night the proceeds have not settled: 8,000.00 for a day; then the 10,000.00 of the deposit.
  expect(booked(desk)).toEqual([
    ['borrowFee', '-8.00', '2026-12-01T05:00'],
    ['interest', '7.80', '2026-12-01T05:00'],
  ])
})

test('accounts without rates have nothing due, and what runs up survives a restart', () => {
  expect(openDesk().exchange.nextDue()).toBe(undefined)
  const desk = deskOf('cash', { credit: rate('0.036') })
  desk.advance(2 * DAY)
  const again = new Desk(restoreExchange(JSON.parse(JSON.stringify(desk.exchange.snapshot())), {}))
  again.advance(6 * DAY)
  expect(booked(again)).toEqual([['interest', '8.00', '2026-12-01T05:00']])
})
