import { expect, test } from 'vitest'
import { openReplay } from '../../src/market/replay/open-replay.ts'
import { DEMO_ACCOUNT } from '../../src/worlds/accounts.ts'
import { runningClock, type WorldClock } from '../../src/worlds/clock.ts'
import { createWorld } from '../../src/worlds/create-world.ts'
import type { WorldOptions } from '../../src/worlds/world-options.ts'
import { Folder, quotePair } from '../market/fixtures.ts'
import { FakeClock } from '../streams/fake-clock.ts'

const RANGE = { from: '2013-10-07T13:30:00Z' }
const pairs = (count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    quotePair(
      `09:30:0${Math.floor(index / 100)}.${String((index % 100) * 10).padStart(3, '0')}`,
      [182.5, 100 + index],
      [182.6, 100],
    ),
  ).flat()

async function replayed(
  lines: readonly string[],
  clockOf: (startTime: number) => WorldClock,
  options: Partial<WorldOptions> = {},
) {
  using folder = new Folder()
  const replay = await openReplay([folder.ticks('quote', lines)], RANGE)
  const machine = new FakeClock()
  const errors: Error[] = []
  const world = createWorld({
    seed: 1,
    epoch: 'epoch',
    machine,
    clock: clockOf(replay.startTime),
    accounts: [DEMO_ACCOUNT],
    markets: [],
    replay,
    onReplayError: (error) => errors.push(error as Error),
    ...options,
  })
  world.start()
  return { world, machine, errors, startTime: replay.startTime }
}

const atFullSpeed = (time: number): WorldClock => ({ mode: 'recorded', time })

/** Lets files be read and turns run until `done`. */
async function until(done: () => boolean, machine: FakeClock): Promise<void> {
  for (let round = 0; round < 5000 && !done(); round += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    machine.advance(1)
  }
  expect(done()).toBe(true)
}

test('a recording at full speed begins with the first reader, who gets every quote', async () => {
  const { world, machine } = await replayed(pairs(500), atFullSpeed)
  await until(() => machine.nowMs() > 1_000_050, machine)
  expect(world.feed.seq('quotes.IBM')).toBe(0)
  const seqs: number[] = []
  world.feed.listen('quotes.IBM', ({ seq }) => seqs.push(seq))
  await until(() => world.clock.mode === 'paused', machine)
  expect(seqs).toEqual(Array.from({ length: 500 }, (_, index) => index + 1))
})

test('it waits while a reader is behind', async () => {
  let behind = false
  const { world, machine } = await replayed(pairs(500), atFullSpeed, { backlogged: () => behind })
  world.feed.listen('quotes.IBM', ({ seq }) => {
    if (seq % 100 === 0) behind = true
  })
  for (const seq of [100, 200, 300]) {
    await until(() => behind, machine)
    expect(world.feed.seq('quotes.IBM')).toBe(seq)
    behind = false
  }
})

test('at a factor it follows the machine', async () => {
  const { world, machine, startTime } = await replayed(pairs(500), (time) => runningClock(time, 2, 1_000_000))
  await until(() => machine.nowMs() >= 1_001_000, machine)
  expect(world.now()).toBe(startTime + (machine.nowMs() - 1_000_000) * 2000)
  // Quotes are 10 ms apart.
  const played = Math.floor(((machine.nowMs() - 1_000_000) * 2) / 10) + 1
  expect(Math.abs(world.feed.seq('quotes.IBM') - played)).toBeLessThanOrEqual(1)
})

test('an advance over what is not read yet reads it first', async () => {
  const { world, startTime } = await replayed(pairs(500), (time) => ({ mode: 'paused', time }))
  await world.clock.advanceTo(startTime + 4_995_000)
  expect(world.feed.seq('quotes.IBM')).toBe(500)
})

test('a broken file is told once, with line and reason, and the world goes on with what it had', async () => {
  const lines = [...pairs(300), 'nonsense', ...pairs(300)]
  const { world, machine, errors } = await replayed(lines, atFullSpeed)
  world.feed.listen('quotes.IBM', () => {})
  await until(() => world.clock.mode === 'paused', machine)
  expect(errors.map((error) => error.message)).toEqual([expect.stringMatching(/quote\.zip:601:9: /)])
  expect(world.feed.seq('quotes.IBM')).toBe(300)
  expect(world.view.best('IBM')).toMatchObject({ bidTicks: 18_250, bidLots: 399 })
  expect(() => world.setQuote('IBM', { bidPrice: '1', askPrice: '2' })).toThrow(/come from a recording/)
})
