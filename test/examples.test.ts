import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { Folder, quotePair, tradeLine } from '../mock-server/test/market/fixtures.ts'
import { root } from './architecture/sources.ts'

const folder = join(root, 'examples')
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))

/** Runs an example as the reader would, from source; answers the lines it printed. */
async function run(name: string, ...args: string[]): Promise<string[]> {
  const argv = ['--conditions=@openbourse/source', join(folder, name), ...args]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, argv)
  expect(stderr).toBe('')
  return stdout.trimEnd().split('\n')
}

// trading-function.test.ts is found and run by vitest as every other test.
test('the examples are those that are run', () => {
  expect(files).toEqual([
    'place-order.ts',
    'receive-webhooks.ts',
    'replay-day.ts',
    'resume-events.ts',
    'stream-quotes.ts',
    'trading-function.test.ts',
    'trading-function.ts',
  ])
})

test.each(files)('%s has at most 40 lines', (name) => {
  expect(readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})

test('place-order shows an order, its fills and the position', async () => {
  const [order, ...fills] = await run('place-order.ts')
  const position = fills.pop()
  expect(order).toMatch(/^ord_\d+ is (filled|partiallyFilled), \d+ to go$/)
  expect(fills.length).toBeGreaterThan(0)
  for (const fill of fills) expect(fill).toMatch(/^filled \d+ at \d+\.\d\d as taker: Took \d+ at /)
  const bought = fills
    .map((fill) => Number(/^filled (\d+)/.exec(fill)?.[1]))
    .reduce((sum, each) => sum + each)
  expect(position).toMatch(new RegExp(`^position ${bought} AAPL, cost \\d+\\.\\d\\d$`))
})

test('resume-events shows what happened while it read and while it did not, each once', async () => {
  expect(await run('resume-events.ts')).toEqual([
    '1 orderAccepted',
    '2 orderFilled',
    '3 orderAccepted',
    '4 orderFilled',
  ])
})

test('stream-quotes shows ten quotes, first the present ones', async () => {
  const lines = await run('stream-quotes.ts')
  expect(lines).toHaveLength(10)
  for (const line of lines) {
    expect(line).toMatch(/^(AAPL|BTC-USD) [\d.]+ @ \d+\.\d\d \| \d+\.\d\d @ [\d.]+$/)
  }
  expect(lines.some((line) => line.startsWith('AAPL'))).toBe(true)
  expect(lines.some((line) => line.startsWith('BTC-USD'))).toBe(true)
})

test('receive-webhooks refuses what is not signed, and shows each event once', async () => {
  expect(await run('receive-webhooks.ts')).toEqual([
    '400',
    'orderAccepted orders.acc_demo 1',
    expect.stringMatching(/^account account\.acc_demo \d+$/),
  ])
})

test('replay-day shows the quote before the recording, which has none, and every recorded change at its time', async () => {
  using recordings = new Folder()
  const minutes = [0, 1, 2, 3, 4, 5]
  const quotes = minutes.flatMap((minute) =>
    quotePair(`09:3${minute}:00.000`, [182.5 + minute, 300], [182.75 + minute, 200]),
  )
  const paths = [
    recordings.ticks('quote', quotes),
    recordings.ticks('trade', [tradeLine('09:30:30.000', 182.75, 100)]),
  ]
  expect(await run('replay-day.ts', ...paths)).toEqual([
    '2013-10-07T13:30:00.000000Z IBM null | null',
    '2013-10-07T13:30:00.000000Z IBM 182.50 | 182.75',
    '2013-10-07T13:31:00.000000Z IBM 183.50 | 183.75',
    '2013-10-07T13:32:00.000000Z IBM 184.50 | 184.75',
    '2013-10-07T13:33:00.000000Z IBM 185.50 | 185.75',
  ])
})
