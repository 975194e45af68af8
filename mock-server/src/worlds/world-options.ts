import type { ExchangeOptions } from '../exchange/create-exchange.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Calendars, SessionCalendar } from '../exchange/sessions/calendar.ts'
import type { VolatilityRules } from '../exchange/sessions/volatility.ts'
import type { Time } from '../exchange/values/types.ts'
import type { RetentionLimits } from '../feed/retention.ts'
import type { Journal } from '../journal/journal.ts'
import type { MarketInstrument } from '../market/demo-instruments.ts'
import type { ReplaySource } from '../market/replay/replay-source.ts'
import type { MarketModel } from '../market/symbol-source.ts'
import type { Clock } from '../ports/clock.ts'
import type { WebhookTransport } from '../webhooks/send.ts'
import type { AccountDefaults, WorldAccount } from './accounts.ts'
import type { WorldClock } from './clock.ts'
import type { SigningKeyEntry } from './signing-keys.ts'

export interface WorldOptions {
  readonly seed: number
  /** Never used before by any world: clients tell by it that numbers began anew. */
  readonly epoch: string
  /** The transport clock: what a running world's time is counted with. */
  readonly machine: Clock
  readonly clock: WorldClock
  readonly accounts: readonly WorldAccount[]
  /** Keys that sign. @default none */
  readonly signingKeys?: readonly SigningKeyEntry[] | undefined
  /** Plain keys are refused. @default false */
  readonly strictAuth?: boolean | undefined
  /** The security clock. @default the machine's */
  readonly securityClock?: Clock | undefined
  /** How webhooks reach their receivers. @default not at all: their deliveries fail */
  readonly webhooks?: WebhookTransport | undefined
  /** What accounts have that say nothing of their own. */
  readonly accountDefaults?: AccountDefaults | undefined
  /** Instruments with background orders. */
  readonly markets: readonly MarketInstrument[]
  /** What these orders are like. @default a calm book */
  readonly marketModel?: MarketModel | undefined
  /** How margin accounts are kept. @default the rules of the day */
  readonly margin?: ExchangeOptions['margin'] | undefined
  /** Sessions of US equities. @default always open */
  readonly calendar?: SessionCalendar | undefined
  /** Sessions of the other asset classes. @default always open */
  readonly calendars?: Calendars | undefined
  /** Price bands and circuit breakers of stocks with sessions. @default none */
  readonly volatility?: VolatilityRules | undefined
  /** Milliseconds of world time that requests to an order take. @default 0 */
  readonly requestLatencyMs?: number | undefined
  /** Whether orders are told that the day is over. @default false */
  readonly dayEndReports?: boolean | undefined
  /** A recording; its instruments are listed beside `markets`. A `recorded` clock plays it at full speed. */
  readonly replay?: ReplaySource | undefined
  readonly retention?: Partial<RetentionLimits> | undefined
  /** Where it writes what it does; a world that an earlier process left in it goes on. @default nowhere */
  readonly journal?: Journal | undefined
  /** The clock of a world that goes on, which stood at this time. @default `clock`, moved there */
  readonly clockFrom?: ((time: Time) => WorldClock) | undefined
  /** Whether a stream's reader is behind: a recording at full speed waits for it. @default never */
  readonly backlogged?: (() => boolean) | undefined
  /** Hears once of a recording that broke off; the world goes on with what it had. */
  readonly onReplayError?: ((error: unknown) => void) | undefined
  /** Hears of a fault of this server, after which the world stands still. */
  readonly onFailure?: ((error: unknown) => void) | undefined
  /** Hears once that it stands still, whoever met the fault. */
  readonly onStopped?: (() => void) | undefined
  /** Another exchange, for a test of what becomes of its faults. @default the real one */
  readonly exchange?: ((options: ExchangeOptions) => Exchange) | undefined
}
