import { createBroker } from '../../src/create-mock-broker.ts'
import type { MockBrokerOptions } from '../../src/index.ts'
import { Journal, type JournalOptions } from '../../src/journal/journal.ts'
import { readJournal } from '../../src/journal/read-journal.ts'
import { nextTask } from '../../src/ports/system-clock.ts'
import { FakeClock } from '../streams/fake-clock.ts'
import type { MemoryFile } from './memory-file.ts'

const head = { version: '0.0.0', world: {}, seed: 7, cursorSecret: 'secret' }

export function aJournal(
  file: MemoryFile,
  sync: 'always' | 'interval' = 'always',
  options: Partial<JournalOptions> = {},
): Journal {
  const recovered = file.bytes && readJournal(file.bytes).entries
  const usual = { file, head, recovered, sync, intervalMs: 50, clock: new FakeClock(), soon: nextTask }
  return new Journal({ ...usual, ...options })
}

export async function tasks(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve))
}

export function aBroker(
  file: MemoryFile,
  options: MockBrokerOptions = {},
  journal: Partial<JournalOptions> = {},
) {
  const errors: unknown[] = []
  const broker = createBroker(
    { clock: 'paused', symbols: ['AAPL'], onInternalError: (error) => errors.push(error), ...options },
    { journal: aJournal(file, 'always', journal) },
  )
  const headers = { authorization: 'Bearer mk_demo', 'content-type': 'application/json' }
  const post = (clientOrderId: string) =>
    broker.fetch(`${broker.baseUrl}/v1/orders`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...ORDER, clientOrderId }),
    })
  return { broker, errors, headers, post }
}

const ORDER = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  quantity: '1',
  limitPrice: '1.00',
}
