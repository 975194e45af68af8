import { isCalendar, type SessionCalendar } from './exchange/sessions/calendar.ts'
import type { Time } from './exchange/values/types.ts'
import type { MockBrokerOptions } from './options/broker-options.ts'
import { digest } from './ports/crypto.ts'

/** Options that may differ from one start of a world to the next: who may use it, how fast, and by which clock. */
const MAY_CHANGE: ReadonlySet<string> = new Set<keyof MockBrokerOptions>([
  'seed',
  'clock',
  'limits',
  'cors',
  'keys',
  'strictAuth',
  'baseUrl',
  'webhookFetch',
  'transportClock',
  'nextEpoch',
  'onInternalError',
])

/** What is so anyway: a world is the same whether these are said or not. */
const DEFAULTS: MockBrokerOptions = {
  market: 'calm',
  accountType: 'cash',
  requestLatencyMs: 0,
  dayEndReports: false,
  auctionRandomEndMs: 0,
}

/** What a world is made with, as texts to compare; the seed, which a journal remembers itself, is not among it. */
export function describeWorld(options: MockBrokerOptions): Readonly<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const [name, value] of Object.entries(options)) {
    if (MAY_CHANGE.has(name) || value === DEFAULTS[name as keyof MockBrokerOptions]) continue
    if (value !== undefined) told[name] = describe(value)
  }
  return told
}

/** Keys of accounts are secrets, and may be changed; a calendar of one's own is told by its name and what it says. */
function describe(value: unknown): string {
  return JSON.stringify(value, (name, part: unknown) => {
    if (name === 'key' || name === 'scopes' || typeof part === 'function') return undefined
    return isCalendar(part) ? { name: part.name, phases: phasesOf(part) } : part
  })
}

/** 2026-01-01, and about a week of most calendars. */
const FIRST: Time = 1_767_225_600_000_000
const CHANGES = 24

function phasesOf(calendar: SessionCalendar): string {
  const told: string[] = []
  let time: Time | undefined = FIRST
  while (time !== undefined && told.length < CHANGES) {
    told.push(`${time} ${calendar.phaseAt(time)}`)
    time = calendar.nextChange(time)
  }
  return digest(told.join()).slice(0, 8)
}
