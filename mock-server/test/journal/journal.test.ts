import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Journal, type JournalOptions } from '../../src/journal/journal.ts'
import { readJournal } from '../../src/journal/read-journal.ts'
import type { Entry } from '../../src/journal/records.ts'
import { takeAway } from '../../src/ports/file-lock.ts'
import { openJournalFile } from '../../src/ports/journal-file.ts'
import { nextTask } from '../../src/ports/system-clock.ts'
import { FakeClock } from '../streams/fake-clock.ts'
import { MemoryFile } from './memory-file.ts'

const head = { version: '0.0.0', world: {}, seed: 7, cursorSecret: 'secret' }

function aJournal(options: Partial<JournalOptions> = {}) {
  const file = new MemoryFile()
  const clock = new FakeClock()
  const failures: unknown[] = []
  const journal = new Journal({
    file,
    head,
    sync: 'always',
    intervalMs: 50,
    clock,
    soon: nextTask,
    ...options,
  })
  let state: readonly Entry[] = [['exchange', 'empty']]
  const writer = journal.begin({ checkpoint: () => state, onFailure: (error) => failures.push(error) })
  const entries = () => readJournal(file.bytes ?? new Uint8Array()).entries
  return {
    file,
    clock,
    failures,
    journal,
    writer,
    entries,
    become: (next: readonly Entry[]) => (state = next),
  }
}

async function tasks(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('always: one sync for all that one turn did, and whoever waits, waits for it', async () => {
  const { file, writer, entries } = aJournal()
  file.slow = true
  expect(writer.settled()).toBeUndefined()
  for (const number of [1, 2, 3]) writer.add('command', { number: BigInt(number) })
  let isSettled = false
  void writer.settled()?.then(() => (isSettled = true))
  await tasks()
  expect([file.syncs, isSettled]).toEqual([1, false])
  file.release()
  await tasks()
  expect([file.syncs, isSettled]).toEqual([1, true])
  expect(writer.settled()).toBeUndefined()
  expect(entries()).toEqual([
    ['exchange', 'empty'],
    ['command', { number: 1n }],
    ['command', { number: 2n }],
    ['command', { number: 3n }],
  ])
})

test('what comes while the disk is busy goes with the next sync', async () => {
  const { file, writer } = aJournal()
  file.slow = true
  writer.add('command', 1)
  await tasks()
  writer.add('command', 2)
  writer.add('command', 3)
  const later = writer.settled()
  let isSettled = false
  void later?.then(() => (isSettled = true))
  file.release()
  await tasks()
  expect([file.syncs, isSettled]).toEqual([2, false])
  file.release()
  await tasks()
  expect([file.syncs, isSettled]).toEqual([2, true])
})

test('interval: nobody waits, and all is written after the interval', async () => {
  const { file, clock, writer, entries } = aJournal({ sync: 'interval' })
  writer.add('command', 1)
  clock.advance(30)
  writer.add('command', 2)
  expect(writer.settled()).toBeUndefined()
  await tasks()
  expect(entries()).toHaveLength(1)
  clock.advance(20)
  await tasks()
  expect([entries().length, file.syncs]).toEqual([3, 1])
})

test('a log that has grown long begins anew with a checkpoint', async () => {
  const { file, writer, entries, become } = aJournal({ checkpointBytes: 1000 })
  for (let number = 0; number < 200; number += 1) {
    writer.add('command', number)
    become([['exchange', number]])
    await writer.settled()
    expect(file.bytes?.length).toBeLessThan(1300)
  }
  expect(file.replacements).toBeGreaterThan(3)
  const [[, last] = [], ...rest] = entries()
  expect(rest.at(-1) ?? ['command', last]).toEqual(['command', 199])
})

test('a disk that fails is told once; who waits is refused, and nothing is written after it', async () => {
  const { file, failures, journal, writer, entries } = aJournal()
  file.fault = new Error('no space left on device')
  writer.add('command', 1)
  const outcome = writer.settled()
  await expect(outcome).rejects.toThrow('no space left')
  file.fault = undefined
  writer.add('command', 2)
  await tasks()
  expect(failures).toEqual([new Error('no space left on device')])
  await journal.close()
  expect([entries().length, file.closed]).toEqual([1, true])
})

test('closing waits for all that is on its way', async () => {
  const { file, journal, writer } = aJournal()
  file.slow = true
  writer.add('command', 1)
  await tasks()
  writer.add('command', 2)
  const closed = journal.close()
  await tasks()
  file.release()
  await tasks()
  expect([file.syncs, file.closed]).toEqual([2, false])
  file.release()
  await closed
  expect([file.synced === file.bytes?.length, file.closed]).toEqual([true, true])
})

test('a source that ended is not asked for a checkpoint', async () => {
  const { journal, writer, entries, become } = aJournal({ checkpointBytes: 10 })
  for (let number = 0; number < 10; number += 1) writer.add('command', 'long enough')
  await writer.settled()
  writer.add('command', 'last')
  become([['exchange', 'broken']])
  writer.end()
  await journal.close()
  expect([entries()[0], entries().at(-1)]).toEqual([
    ['exchange', 'empty'],
    ['command', 'last'],
  ])
})

test('where a new source cannot begin, the one before does not go on', async () => {
  const { file, failures, journal, writer, entries } = aJournal()
  file.fault = new Error('no space left on device')
  expect(() => journal.begin({ checkpoint: () => [], onFailure: () => {} })).toThrow('no space left')
  file.fault = undefined
  writer.add('command', 1)
  await journal.close()
  expect([failures, entries().length]).toEqual([[new Error('no space left on device')], 1])
})

test('of two processes that find a dead lock, one does not remove what the other has put there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'))
  const file = join(folder, 'world.journal.lock')
  for (const [found, left] of [
    ['4194305', []],
    ['17', ['world.journal.lock']],
  ] as const) {
    writeFileSync(file, found)
    takeAway(file, 4_194_305)
    expect(readdirSync(folder)).toEqual(left)
  }
  expect(readFileSync(file, 'utf8')).toBe('17')
  rmSync(folder, { recursive: true })
  takeAway(file, 17)
})

test('a file that is replaced while it is synced is closed after that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'))
  const file = openJournalFile(join(folder, 'world.journal'))
  const replace = (bytes: number): void => {
    const next = file.begin()
    next.append(new Uint8Array(bytes))
    next.takePlaceNow()
  }
  replace(8)
  file.append(new Uint8Array(8))
  // More than can be under way at once: the last of them have not begun.
  const synced = Promise.all(Array.from({ length: 64 }, () => file.sync()))
  replace(4)
  await expect(synced).resolves.toHaveLength(64)
  file.append(new Uint8Array(1))
  await file.sync()
  expect(file.read()).toHaveLength(5)
  file.close()
  rmSync(folder, { recursive: true })
})

test('closing writes what is left, and a source that ended writes nothing more', async () => {
  const { file, journal, writer, entries } = aJournal({ sync: 'interval' })
  writer.add('command', 1)
  writer.end()
  writer.add('command', 2)
  await journal.close()
  expect([entries().length, file.closed]).toEqual([2, true])
})
