import { expect, test } from 'vitest'
import { stateHash } from '../../src/exchange/canonical.ts'
import type { Command } from '../../src/exchange/commands.ts'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import type { JournalOptions } from '../../src/journal/journal.ts'
import { exchangeOf } from '../../src/journal/kept-exchange.ts'
import { readJournal } from '../../src/journal/read-journal.ts'
import type { Entry } from '../../src/journal/records.ts'
import { nextTask } from '../../src/ports/system-clock.ts'
import { Day, hashesAfter } from './a-day.ts'
import { aJournal, tasks } from './journaled.ts'
import { MemoryFile, type Step } from './memory-file.ts'

/** A day whose journal begins anew again and again, a few lines in each turn. */
function aJournaledDay(options: Partial<JournalOptions> = {}) {
  const file = new MemoryFile()
  const warnings: string[] = []
  const failures: unknown[] = []
  const onWarning = (warning: string) => warnings.push(warning)
  const small = { checkpointBytes: 2_000, turnBytes: 2_000, onWarning }
  const journal = aJournal(file, 'always', { ...small, ...options })
  const day = new Day()
  const told = { executed: 0, acknowledged: 0 }
  const writer = journal.begin({
    checkpoint: () => withCount(day.exchange.snapshotParts(), told.executed),
    onFailure: (error) => failures.push(error),
  })
  const play = (count: number): void => {
    for (let more = 0; more < count; more += 1) writer.add('command', day.next())
    told.executed += count
    const { executed } = told
    void writer.settled()?.then(() => {
      told.acknowledged = executed
    })
  }
  return { file, journal, writer, day, told, warnings, failures, play }
}

function* withCount(parts: Iterable<Entry>, executed: number): Generator<Entry> {
  yield* parts
  yield ['executed', executed]
}

const turn = () => new Promise<void>((resolve) => nextTask(resolve))

async function playUntil(isSo: () => boolean, play: (count: number) => void): Promise<void> {
  for (let round = 0; !isSo(); round += 1) {
    if (round === 1_000) throw new Error('it did not come to that')
    play(1)
    await turn()
  }
}

interface Restarted {
  /** Commands that it knows of. */
  readonly executed: number
  readonly hash: string
}

function restarted(bytes: Uint8Array | undefined): Restarted {
  if (bytes === undefined) throw new Error('there is no file')
  const { entries } = readJournal(bytes)
  const exchange = restoreExchange(exchangeOf(entries) ?? expect.fail())
  const [, before] = entries.find(([kind]) => kind === 'executed') ?? expect.fail()
  let executed = before as number
  for (const [kind, value] of entries) {
    if (kind !== 'command') continue
    exchange.execute(value as Command)
    executed += 1
  }
  return { executed, hash: stateHash(exchange) }
}

function expectTrue(all: readonly Restarted[]): void {
  const hashes = hashesAfter(all.map(({ executed }) => executed))
  for (const { executed, hash } of all) expect(hash).toBe(hashes.get(executed))
}

test('wherever it is killed, a restart has all that was acknowledged and stands where that left the world', async () => {
  const { file, told, play, journal, warnings } = aJournaledDay()
  const images = new Map<
    string,
    { readonly bytes: Uint8Array; readonly acknowledged: number; readonly executed: number }
  >()
  const steps = new Map<Step, number>()
  let checkpoints = 0
  let meanwhile = 0
  file.onStep = (step) => {
    steps.set(step, (steps.get(step) ?? 0) + 1)
    if (step === 'append' && file.hasNext) meanwhile += 1
    if (step === 'take place') checkpoints += 1
    for (const [of, bytes] of file.left().entries()) {
      const name = `${of} ${checkpoints} ${bytes.length}`
      const image = images.get(name)
      // The same bytes must do for whatever is acknowledged while they are all there is.
      if (image === undefined) images.set(name, { bytes, ...told })
      else Object.assign(image, told)
    }
  }
  for (let round = 0; round < 60; round += 1) {
    play(3)
    await turn()
  }
  await journal.close()
  const all = [...images.values()].map(({ bytes, acknowledged, executed }) => {
    const known = restarted(bytes)
    expect(known.executed).toBeGreaterThanOrEqual(acknowledged)
    expect(known.executed).toBeLessThanOrEqual(executed)
    return known
  })
  expectTrue(all)
  expect(restarted(file.bytes).executed).toBe(180)
  expect([...steps.keys()].sort()).toEqual(
    expect.arrayContaining(['append', 'begin', 'next', 'sync', 'sync name', 'sync next', 'take place']),
  )
  expect(checkpoints).toBeGreaterThan(3)
  expect(meanwhile).toBeGreaterThan(20)
  expect(warnings).toEqual([])
})

test.each<Step>(['begin', 'next', 'sync next', 'take place'])(
  'a checkpoint that fails at the step "%s" is told; the journal of before goes on, and the next one is written',
  async (step) => {
    const { file, play, journal, warnings, failures, told } = aJournaledDay()
    // Of its pieces not the first, so that it ends halfway.
    let left = step === 'next' ? 5 : 1
    file.faultOfNext = (at) => {
      if (at === step) left -= 1
      return at === step && left === 0 ? new Error('no space left on device') : undefined
    }
    await playUntil(() => warnings.length > 0, play)
    expect(warnings).toEqual([expect.stringMatching(/^No checkpoint could be written.*: no space left/)])
    expect(file.hasNext).toBe(false)
    await tasks()
    const after = restarted(file.bytes)
    expect(after.executed).toBe(told.executed)
    const { replacements } = file
    await playUntil(() => file.replacements > replacements, play)
    await journal.close()
    const last = restarted(file.bytes)
    expect([last.executed, warnings.length, failures]).toEqual([told.executed, 1, []])
    expectTrue([after, last])
  },
)

test('a disk that a checkpoint fills up has room for records again once that is given up', async () => {
  const { file, play, journal, warnings, failures, told } = aJournaledDay()
  // It waits for the disk, so that the next record is what finds that full.
  file.slowNext = true
  await playUntil(() => file.hasNext, play)
  for (let turns = 0; turns < 20; turns += 1) await turn()
  file.room = file.taken
  play(1)
  await tasks()
  expect([warnings, failures, file.hasNext]).toEqual([
    [expect.stringMatching(/^No checkpoint could be written.*: no space left/)],
    [],
    false,
  ])
  expect(told.acknowledged).toBe(told.executed)
  await journal.close()
  const known = restarted(file.bytes)
  expect(known.executed).toBe(told.executed)
  expectTrue([known])
})

test('closed in any turn of a checkpoint, the journal has all, and nothing is left beside it', async () => {
  for (let turns = 0; ; turns += 1) {
    const { file, play, journal, told } = aJournaledDay()
    await playUntil(() => file.hasNext, play)
    for (let more = 0; more < turns; more += 1) await turn()
    const isOver = file.replacements > 1
    play(2)
    await journal.close()
    const bytes = file.bytes ?? expect.fail()
    file.onStep = (step) => expect.fail(`${step} after the end`)
    await tasks()
    expect([file.hasNext, file.closed, file.bytes]).toEqual([false, true, bytes])
    const known = restarted(bytes)
    expect(known.executed).toBe(told.executed)
    expectTrue([known])
    if (!isOver) continue
    expect(turns).toBeGreaterThan(3)
    return
  }
})

test('a source that ends, or another that begins, in any turn of a checkpoint ends that', async () => {
  for (let turns = 0; turns < 12; turns += 1) {
    const { file, play, journal, writer, warnings } = aJournaledDay()
    await playUntil(() => file.hasNext, play)
    for (let more = 0; more < turns; more += 1) await turn()
    if (turns % 2 === 0) writer.end()
    const other = journal.begin({ checkpoint: () => [['exchange', 'other']], onFailure: () => {} })
    other.add('command', 1)
    await other.settled()
    await tasks()
    const entries = readJournal(file.bytes ?? expect.fail()).entries
    expect([entries, file.hasNext, warnings]).toEqual([
      [
        ['exchange', 'other'],
        ['command', 1],
      ],
      false,
      [],
    ])
    await journal.close()
  }
})

test('while the disk is slow with a checkpoint, commands are acknowledged', async () => {
  const { file, play, journal, told } = aJournaledDay()
  file.slowNext = true
  for (let round = 0; round < 200; round += 1) {
    play(1)
    await turn()
  }
  await tasks()
  expect([file.hasNext, file.replacements, told.acknowledged]).toEqual([true, 1, told.executed])
  file.slowNext = false
  file.release()
  await tasks()
  expect([file.hasNext, file.replacements]).toEqual([false, 2])
  await journal.close()
  expect(restarted(file.bytes).executed).toBe(told.executed)
})

test('no turn of a checkpoint makes or writes more than a small part of it', async () => {
  const { file, play, journal, day } = aJournaledDay({ turnBytes: undefined, checkpointBytes: 20_000 })
  for (let command = 0; command < 1_500; command += 1) day.next()
  let written = 0
  let turns = 0
  const ofTurns = new Map<number, number>()
  const before = file.begin.bind(file)
  file.begin = () => {
    const next = before()
    return {
      ...next,
      append: (bytes) => {
        written += bytes.length
        ofTurns.set(turns, (ofTurns.get(turns) ?? 0) + bytes.length)
        next.append(bytes)
      },
    }
  }
  await playUntil(
    () => file.replacements === 2,
    (count) => {
      turns += 1
      play(count)
    },
  )
  expect(written).toBeGreaterThan(400_000)
  expect(Math.max(...ofTurns.values())).toBeLessThan(130_000)
  await journal.close()
})
