import { fileURLToPath } from 'node:url'
import { message, start } from './child.ts'
import { dayBenchmark } from './day.ts'
import { compare, type Result } from './measure.ts'
import { ACCOUNTS, SYMBOLS } from './submit-mix.ts'

const PROGRAM = fileURLToPath(new URL('./submit-orders.ts', import.meta.url))
const TARGET = 200_000
const TARGET_WITH_FEED = 100_000

/** Each line by its name. */
export async function exchangeBenchmarks(wanted: (name: string) => boolean): Promise<Result[]> {
  return [
    ...(wanted('exchange.submit') || wanted('exchange.submit-with-feed') ? await submitBenchmarks() : []),
    ...(wanted('exchange.day') ? [await dayBenchmark()] : []),
  ]
}

async function submitBenchmarks(): Promise<Result[]> {
  const mix = `${ACCOUNTS} accounts, ${SYMBOLS.length} symbols, 50 % add, 45 % cancel, 5 % IOC`
  return [
    await compare({
      name: 'exchange.submit',
      unit: 'commands/s',
      better: 'higher',
      ours: rateIn('exchange'),
      limit: rateIn('book'),
      target: {
        text: `at least ${TARGET} commands/s a core`,
        met: ({ ours }) => ours >= TARGET,
        reason:
          'Most of the time goes to memory where caches are small: an order that rested is found in some ten lines of it; `machine.load` is what one of them takes.',
      },
      note: `${mix}; command, checks, match, ledger, numbered events; limit: the book alone`,
    }),
    await compare({
      name: 'exchange.submit-with-feed',
      unit: 'commands/s',
      better: 'higher',
      ours: rateIn('exchange-with-feed'),
      limit: rateIn('book'),
      target: {
        text: `at least ${TARGET_WITH_FEED} commands/s a core`,
        met: ({ ours }) => ours >= TARGET_WITH_FEED,
        reason:
          'Two fifths of the time is the feed, most of it memory: every command changes an account, and what changed is noted in the history of one of a hundred accounts.',
      },
      note: `the same, and every event projected into its channels: quotes, trades, books with checksums, orders and accounts kept for replay`,
    }),
  ]
}

/** Commands a second of one side, in a process of its own. */
function rateIn(side: 'exchange' | 'exchange-with-feed' | 'book'): () => Promise<number> {
  return async () => {
    const child = start(process.execPath, ['--conditions=@openbourse/source', PROGRAM, side])
    try {
      return await message<number>(child)
    } finally {
      await child.stop()
    }
  }
}
