import { afterAll, beforeEach } from 'vitest'
import { createMockBroker } from './create-mock-broker.ts'
import type { MockBroker } from './mock-broker.ts'
import type { MockBrokerOptions } from './options/broker-options.ts'

/**
 * A broker for the tests of this file or `describe`: begins anew before each test, ends after the last.
 *
 * @example
 * ```ts
 * const broker = useMockBroker({ seed: 7, clock: 'paused' })
 *
 * test('buys below the limit', async () => {
 *   broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01' })
 *   const { baseUrl, credentials, fetch, WebSocket } = broker
 *   const client = createClient({ environment: 'mock', baseUrl, credentials, fetch, WebSocket })
 * })
 * ```
 */
export function useMockBroker(options: MockBrokerOptions = {}): MockBroker {
  const broker = createMockBroker(options)
  beforeEach(() => broker.reset())
  afterAll(() => broker.close())
  return broker
}
