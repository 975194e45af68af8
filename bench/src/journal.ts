import { closeSync, fdatasync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Command } from '../../mock-server/src/exchange/commands.ts'
import { encodeFrame } from '../../mock-server/src/journal/frames.ts'
import { openJournal } from '../../mock-server/src/journal/open-journal.ts'
import { type Entry, encodeLines, writeEntry } from '../../mock-server/src/journal/records.ts'
import { systemClock } from '../../mock-server/src/ports/system-clock.ts'
import { compare, type Result } from './measure.ts'

const WRITES = 300
/** Commands that come in within one turn, and so go to the disk together. */
const AT_ONCE = 8
const MICROS_PER_SECOND = 1_000_000

const sync = promisify(fdatasync)

/** What a command costs that nobody hears of before it is on the disk. */
export async function journalBenchmarks(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-journal-'))
  try {
    return [
      await compare({
        name: 'journal.append',
        unit: 'us/write',
        better: 'lower',
        ours: () => journal(join(folder, 'world.journal')),
        limit: () => bare(join(folder, 'bare')),
        target: {
          text: 'at most 2 times the bare write and sync',
          met: ({ ratioToLimit }) => (ratioToLimit ?? 0) >= 0.5,
        },
        note: `${AT_ONCE} commands a write, \`always\`: as text, with checksums, one after another on the disk; limit: \`writeSync\` and \`fdatasync\` of the same bytes, made before`,
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function journal(path: string): Promise<number> {
  rmSync(path, { force: true })
  const world = { seed: 1, world: {}, version: 'bench', clock: systemClock }
  const log = openJournal({ path, sync: 'always' }, world)
  const writer = log.begin({ checkpoint: () => [], onFailure: () => {} })
  const took = await timed(async (write) => {
    for (const [kind, value] of entriesOf(write)) writer.add(kind, value)
    await writer.settled()
  })
  await log.close()
  return took
}

async function bare(path: string): Promise<number> {
  const frames = Array.from({ length: WRITES }, (_, write) =>
    encodeFrame(write, encodeLines(entriesOf(write).map(writeEntry))),
  )
  const file = openSync(path, 'w')
  const took = await timed(async (write) => {
    writeSync(file, frames[write] ?? new Uint8Array())
    await sync(file)
  })
  closeSync(file)
  return took
}

/** Microseconds of one write, on average. */
async function timed(write: (number: number) => Promise<void>): Promise<number> {
  const start = process.hrtime.bigint()
  for (let number = 0; number < WRITES; number++) await write(number)
  return (Number(process.hrtime.bigint() - start) * MICROS_PER_SECOND) / 1e9 / WRITES
}

function entriesOf(write: number): Entry[] {
  return Array.from({ length: AT_ONCE }, (_, index) => ['command', order(write * AT_ONCE + index)])
}

function order(number: number): Command {
  return {
    type: 'SubmitOrder',
    accountId: 'acc_demo',
    terms: {
      clientOrderId: `c${number}`,
      symbol: 'AAPL',
      side: number % 2 === 0 ? 'buy' : 'sell',
      type: 'limit',
      timeInForce: 'gtc',
      quantityLots: 1 + (number % 100),
      limitPriceTicks: 19_000 + (number % 50),
    },
  }
}
