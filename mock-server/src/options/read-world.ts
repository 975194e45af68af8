import { MICROS_PER_MS } from '../exchange/values/time.ts'
import { DEMO_ACCOUNT } from '../worlds/accounts.ts'
import { endAtRandom } from '../worlds/random-ends.ts'
import type { WorldOptions } from '../worlds/world-options.ts'
import type { MockBrokerOptions } from './broker-options.ts'
import { readMargin } from './margin-options.ts'
import {
  readAccountDefaults,
  readCalendars,
  readClock,
  readMarketModel,
  readMarkets,
  resumeClock,
} from './read-options.ts'

/** What of a world the caller's options say. */
export function readWorld(
  options: MockBrokerOptions,
  { seed, machine }: Pick<WorldOptions, 'seed' | 'machine'>,
): Omit<WorldOptions, 'epoch'> {
  const { accounts = [DEMO_ACCOUNT], calendar, auctionRandomEndMs = 0 } = options
  return {
    seed,
    machine,
    clock: readClock(options, machine.nowMs()),
    clockFrom: (time) => resumeClock(options, time, machine.nowMs()),
    accounts,
    accountDefaults: readAccountDefaults(options),
    strictAuth: options.strictAuth,
    markets: readMarkets(options),
    marketModel: readMarketModel(options),
    margin: readMargin(options.margin),
    ...endAtRandom(readCalendars(calendar), { seed, most: MICROS_PER_MS * auctionRandomEndMs }),
    volatility: options.volatility,
    requestLatencyMs: options.requestLatencyMs,
    dayEndReports: options.dayEndReports,
  }
}
