import type { MockBrokerOptions } from './broker-options.ts'

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

/** What a world is made with, as texts to compare; the seed, which a journal remembers itself, is not among it. */
export function describeWorld(options: MockBrokerOptions): Readonly<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !MAY_CHANGE.has(name)) told[name] = describe(value)
  }
  return told
}

/** Keys of accounts are secrets, and may be changed; a function is told by its object's name. */
function describe(value: unknown): string {
  return JSON.stringify(value, (name, part: unknown) =>
    name === 'key' || name === 'scopes' || typeof part === 'function' ? undefined : part,
  )
}
