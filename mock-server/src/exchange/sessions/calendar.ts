import type { Time } from '../values/types.ts'

/**
 * `preMarket` and `postMarket`: only orders that ask for extended hours trade. `open`: the regular session.
 * `closed`: nothing trades, and orders wait for the next session.
 */
export type SessionPhase = 'preMarket' | 'open' | 'postMarket' | 'closed'

/** By asset class, but for US equities. */
export type Calendars = Readonly<Partial<Record<'crypto' | 'fx', SessionCalendar>>>

/** Until when, and from when again, orders for the auctions are taken. All in micros. */
export interface AuctionTimes {
  /** Before the open: the last moment for `opg` orders, when indications begin too. */
  readonly openingEntry: Time
  /** Before the close: the last moment for `cls` orders, when indications begin too. */
  readonly closingEntry: Time
  /** After the close: from when on orders for the next session's auctions are taken. */
  readonly nextEntry: Time
  /** Between two indications of the opening, and of the last part of the closing auction. */
  readonly fastIndication: Time
  /** Between two indications of the closing auction before its last part. */
  readonly slowIndication: Time
  /** Before the close: when the last part begins. */
  readonly lastPart: Time
}

/**
 * When a market trades. An exchange without a calendar is always open and its trade date ends at 00:00 UTC;
 * with one, the trade date ends with the regular session, unless `endOfDay` says otherwise.
 */
export interface SessionCalendar {
  /** For example `XNYS`. @default 'custom' */
  readonly name?: string
  phaseAt(time: Time): SessionPhase
  /** The first later instant at which `phaseAt` answers otherwise; undefined when it never does. */
  nextChange(time: Time): Time | undefined
  /** The next end of a trade date after `time`. @default the next end of a regular session */
  endOfDay?(time: Time): Time | undefined
  /** What is told of coming hours, where auctions end at a moment that nobody knows before. @default this calendar */
  readonly announced?: SessionCalendar
  /** When a change was announced for that is late at `time`: it is to come yet. */
  lateSince?(time: Time): Time | undefined
  /** Sessions open and close by auction. @default trading just begins and ends */
  readonly auctions?: AuctionTimes
}

export function isCalendar(value: unknown): value is SessionCalendar {
  if (typeof value !== 'object' || value === null) return false
  return ['phaseAt', 'nextChange'].every((name) => typeof Reflect.get(value, name) === 'function')
}
