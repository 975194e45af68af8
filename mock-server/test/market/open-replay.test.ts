import { expect, test } from 'vitest'
import { formatTime } from '../../src/exchange/values/time.ts'
import { openReplay } from '../../src/market/replay/open-replay.ts'
import { ReplayError } from '../../src/market/replay/replay-error.ts'
import {
  askLeg,
  bidLeg,
  emptyView,
  Folder,
  type Played,
  playAll,
  quotePair,
  streams,
  takeDue,
  tradeLine,
} from './fixtures.ts'

const QUOTES = [
  ...quotePair('09:30:00', [182.5, 300], [182.6, 100]),
  ...quotePair('09:30:01', [182.5, 200], [182.6, 100]),
  ...quotePair('09:30:02', [182.51, 200], [182.6, 100]),
]
const TRADES = [tradeLine('09:30:01', 182.5, 100), tradeLine('09:30:01.5', 182.55, 50)]

/** Clock time after 13:30 UTC, and what the command says. */
function script(played: readonly Played[]): string[] {
  return played.map(({ time, command }) => {
    const clock = formatTime(time).slice(14, 23)
    if (command.type === 'PrintTrade') return `${clock} print ${command.priceTicks} x ${command.quantityLots}`
    if (command.type !== 'SetHouseLevels') return `${clock} ${command.type}`
    const levels = command.levels.map((level) => `${level.side} ${level.priceTicks} x ${level.quantityLots}`)
    return `${clock} ${levels.join(', ')}`
  })
}

async function play(...[paths, options]: Parameters<typeof openReplay>) {
  const source = await openReplay(paths, options)
  const { startTime, instruments } = source
  const { played, faults } = await playAll(source)
  return { lines: script(played), faults, startTime, instruments, source }
}

test('quotes and prints are merged by time, prints first in their millisecond', async () => {
  using folder = new Folder()
  const { lines, instruments, startTime } = await play([
    folder.ticks('quote', QUOTES),
    folder.ticks('trade', TRADES),
  ])
  expect(formatTime(startTime)).toBe('2013-10-07T13:30:00.000000Z')
  expect(instruments).toMatchObject([{ symbol: 'IBM', tickSize: '0.01', lotSize: '1', quoteAsset: 'USD' }])
  expect(lines).toEqual([
    '30:00.000 OpenAccount',
    '30:00.000 buy 18250 x 300, sell 18260 x 100',
    '30:01.000 print 18250 x 100',
    '30:01.000 buy 18250 x 200',
    '30:01.500 print 18255 x 50',
    '30:02.000 buy 18250 x 0, buy 18251 x 200',
  ])
})

test('a folder is all its recordings, day after day, symbol beside symbol', async () => {
  using folder = new Folder()
  folder.ticks('quote', QUOTES)
  folder.ticks('trade', TRADES)
  folder.ticks('quote', QUOTES, { date: '20131008' })
  folder.ticks('quote', QUOTES, { symbol: 'brk.b' })
  folder.write('tick/ibm/notes.txt', 'not a recording')
  const { lines, instruments } = await play([folder.path])
  expect(instruments.map((instrument) => instrument.symbol)).toEqual(['BRK.B', 'IBM'])
  expect(lines).toHaveLength(1 + 3 + 3 + 2 + 3)
})

test('from starts with the book as it stood just before, until leaves out its own time', async () => {
  using folder = new Folder()
  const paths = [folder.ticks('quote', QUOTES), folder.ticks('trade', TRADES)]
  const { lines, startTime } = await play(paths, {
    from: '2013-10-07T13:30:01.200Z',
    until: '2013-10-07T13:30:02Z',
  })
  expect(formatTime(startTime)).toBe('2013-10-07T13:30:01.200000Z')
  expect(lines).toEqual([
    '30:01.200 OpenAccount',
    '30:01.200 buy 18250 x 200, sell 18260 x 100',
    '30:01.500 print 18255 x 50',
  ])
})

test('a line at from itself is played, not part of the opening book', async () => {
  using folder = new Folder()
  const { lines } = await play([folder.ticks('quote', QUOTES)], { from: '2013-10-07T13:30:01Z' })
  expect(lines.slice(1, 3)).toEqual([
    '30:01.000 buy 18250 x 300, sell 18260 x 100',
    '30:01.000 buy 18250 x 200',
  ])
})

test('a from before the first line starts at the first line, one after the last shows the last book', async () => {
  using folder = new Folder()
  const file = folder.ticks('quote', QUOTES)
  const early = await play([file], { from: '2013-10-07T12:00:00Z' })
  expect(early.lines[0]).toBe('30:00.000 OpenAccount')
  const late = await play([file], { from: '2013-10-07T13:40:00Z' })
  expect(late.lines).toEqual(['40:00.000 OpenAccount', '40:00.000 buy 18251 x 200, sell 18260 x 100'])
})

test('a crossed quote that opens a replay shows its newer leg and says so', async () => {
  using folder = new Folder()
  const lines = [...quotePair('09:30:00', [182.5, 300], [182.6, 100]), bidLeg('09:30:01', 182.7, 300)]
  const source = await openReplay([folder.ticks('quote', lines)], { from: '2013-10-07T13:31:00Z' })
  const { played } = await playAll(source)
  expect(played.at(-1)?.command).toMatchObject({
    levels: [{ side: 'buy', priceTicks: 18_270, quantityLots: 300 }],
    market: 'crossed',
  })
})

test('a print out of order is published at the time reached, marked, and fills nobody', async () => {
  using folder = new Folder()
  const lines = [
    tradeLine('09:30:05', 182.5, 100),
    tradeLine('09:30:01', 182.6, 50),
    tradeLine('09:30:06', 182.5, 1),
  ]
  const { played } = await playAll(await openReplay([folder.ticks('trade', lines)]))
  expect(played.slice(1).map(({ time, command }) => [formatTime(time).slice(14, 19), command])).toMatchObject(
    [
      ['30:05', { fills: true }],
      ['30:05', { fills: false, conditions: ['outOfSequence'], priceTicks: 18_260 }],
      ['30:06', { fills: true }],
    ],
  )
})

test('a broken line names file, line, column and reason once; what was read before still plays', async () => {
  using folder = new Folder()
  const lines = [...QUOTES.slice(0, 4), '34203000,oops,200,0,0,Q,1,0', ...QUOTES.slice(4)]
  const file = folder.ticks('quote', lines)
  const { lines: said, faults, source } = await play([file])
  expect(said).toHaveLength(3)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toBeInstanceOf(ReplayError)
  expect(faults[0]).toMatchObject({
    message: `${file}:5:10: bid price "oops" is not a whole number`,
    line: 5,
    column: 10,
  })
  expect(source.failed).toBe(true)
  expect(source.failure).toBe(faults[0])
  expect(source.needsRefill).toBe(false)
})

test('a bid leg just before a broken line is played alone', async () => {
  using folder = new Folder()
  const { lines } = await play([
    folder.ticks('quote', [...QUOTES.slice(0, 2), bidLeg('09:30:01', 182.4, 1), 'x']),
  ])
  expect(lines.at(-1)).toBe('30:01.000 buy 18250 x 0, buy 18240 x 1')
})

test('a file broken in its first line cannot be opened', async () => {
  using folder = new Folder()
  const file = folder.ticks('trade', ['nonsense'])
  await expect(openReplay([file])).rejects.toThrow(`${file}:1:9: the line has 1 fields instead of 6`)
})

test('a truncated zip plays as far as it goes, then says where it broke', async () => {
  using folder = new Folder()
  const lines = Array.from({ length: 20_000 }, (_, index) =>
    tradeLine(
      `09:30:${String(index / 1_000).padStart(6, '0')}`,
      100 + ((index * 7_919) % 1_000) / 100,
      1 + (index % 97),
    ),
  )
  const file = folder.ticks('trade', lines, { defects: { keepBytes: 40_000 } })
  const { lines: said, faults } = await play([file])
  expect(said.length).toBeGreaterThan(1_000)
  expect(said.length).toBeLessThan(20_000)
  expect(String(faults[0])).toMatch(/20131007_trade\.zip:\d+:\d+: cannot be read further: /)
})

test.each([
  ['a missing file', (folder: Folder) => [`${folder.path}/none.zip`], 'no such file or folder'],
  ['an empty folder', (folder: Folder) => [folder.path], 'the folder holds no recording'],
  ['another kind of file', (folder: Folder) => [folder.write('a.json', '{}')], 'not a recording'],
  [
    'minute bars',
    (folder: Folder) => [folder.write('20131007_trade.csv/../20131007_ibm_Trade_Minute.csv', '1,2')],
    'holds minute bars; ticks can be replayed',
  ],
  [
    'a bad date',
    (folder: Folder) => [folder.ticks('trade', TRADES, { date: '20131340' })],
    '20131340 in its name',
  ],
  [
    'the same day twice',
    (folder: Folder) => [
      folder.ticks('trade', TRADES),
      folder.write('20131007_ibm_Trade_Tick.csv', TRADES.join('\n')),
    ],
    'a second trade file of IBM for 20131007',
  ],
  [
    'a gzip of something else',
    (folder: Folder) => [folder.streams('a.gz', ['hello'])],
    'not a recording of streams',
  ],
])('%s is refused with a clear reason', async (_, paths, reason) => {
  using folder = new Folder()
  await expect(openReplay(paths(folder))).rejects.toThrow(reason)
})

test.each([
  [{ from: 'yesterday' }, 'from is not an RFC 3339 time: yesterday'],
  [{ until: '2013-13-01T00:00:00Z' }, 'until is not an RFC 3339 time'],
  [{ from: '2013-10-07T14:00:00Z', until: '2013-10-07T14:00:00Z' }, 'must be after from'],
])('the range %j is refused', async (range, reason) => {
  using folder = new Folder()
  await expect(openReplay([folder.ticks('trade', TRADES)], range)).rejects.toThrow(reason)
})

test('no more than a few thousand commands are read ahead, however large the file', async () => {
  using folder = new Folder()
  const lines = Array.from({ length: 30_000 }, (_, index) =>
    askLeg(`09:30:${String(index / 1_000).padStart(6, '0')}`, 182 + (index % 50) / 100, 1 + (index % 9)),
  )
  const source = await openReplay([folder.ticks('quote', lines)])
  let ahead = 0
  let longest = 0
  let played = 0
  while (source.nextDue() !== undefined) {
    if (source.needsRefill) await source.refill()
    ahead = source.progress.commands - played
    longest = Math.max(longest, ahead)
    expect(source.horizon).toBeGreaterThanOrEqual(source.nextDue() ?? 0)
    played += takeDue(source, emptyView).length
  }
  expect(played).toBe(30_000)
  expect(longest).toBeLessThan(2_000)
  expect(source.horizon).toBe(Number.POSITIVE_INFINITY)
})

test('a source that is closed half-way is silent', async () => {
  using folder = new Folder()
  const source = await openReplay([folder.ticks('quote', QUOTES)])
  takeDue(source, emptyView)
  await source.close()
  expect(source.nextDue()).toBeUndefined()
  expect(source.needsRefill).toBe(false)
})

const RECORDED = [
  streams.depth(0, [95, 99], [['60000.00', '1.00000000']], []),
  streams.snapshot(1_000, 100, [['60000.00', '2.00000000']], [['60000.10', '1.50000']]),
  streams.depth(2_000, [100, 104], [['59999.99', '0.10000000']], []),
  streams.ticker(3_000, 106, ['60000.00', '1.00000000'], ['60000.10', '1.50000000']),
  streams.trade(4_000, '60000.005', '0.00020000'),
  streams.trade(5_000, '60000.00', '0.50000000', { X: 'INSURANCE_FUND' }),
]

test('recorded streams become levels and prints at their receipt times', async () => {
  using folder = new Folder()
  const { played } = await playAll(await openReplay([folder.streams('btcusdt.gz', RECORDED.slice(0, 5))]))
  expect(played.map(({ time }) => time - 1_723_161_253_000_000)).toEqual([0, 1_000, 2_000, 3_000, 4_000])
  expect(played.map(({ command }) => command)).toMatchObject([
    { type: 'OpenAccount', kind: 'liquidity' },
    {
      symbol: 'BTC-USDT',
      levels: [
        { side: 'buy', priceTicks: 6_000_000, quantityLots: 200_000 },
        { side: 'sell', priceTicks: 6_000_010, quantityLots: 150_000 },
      ],
    },
    { levels: [{ side: 'buy', priceTicks: 5_999_999, quantityLots: 10_000 }] },
    { levels: [{ side: 'buy', priceTicks: 6_000_000, quantityLots: 100_000 }] },
    { type: 'PrintTrade', priceTicks: 6_000_000, subTick: 500_000, quantityLots: 20, fills: true },
  ])
})

test('a futures recording has the futures’ steps, and trades not of the market fill nobody', async () => {
  using folder = new Folder()
  const lines = [
    streams.snapshot(0, 100, [['60000.00', '2.000']], [['60000.10', '1.500']]),
    streams.depth(1_000, [90, 104, 89], [['59999.90', '0.100']], []),
    streams.trade(2_000, '60000.00', '0.500', { X: 'MARKET' }),
    streams.trade(3_000, '60000.00', '0.500', { X: 'INSURANCE_FUND' }),
    streams.depth(4_000, [120, 124, 104], [['59999.99', '0.100']], []),
  ]
  const source = await openReplay([folder.streams('btcusdt.gz', lines)])
  expect(source.instruments).toMatchObject([{ symbol: 'BTC-USDT', tickSize: '0.1', lotSize: '0.001' }])
  const { played, faults } = await playAll(source)
  expect(played.slice(2).map(({ command }) => command)).toMatchObject([
    { levels: [{ priceTicks: 599_999, quantityLots: 100 }] },
    { priceTicks: 600_000, quantityLots: 500, fills: true },
    { fills: false, conditions: ['INSURANCE_FUND'] },
  ])
  expect(String(faults[0])).toContain('btcusdt.gz:5:21: price "59999.99" is between two ticks')
})

test('a gap in the sequence is counted and the book goes on', async () => {
  using folder = new Folder()
  const lines = [...RECORDED.slice(0, 4), streams.depth(6_000, [110, 112], [['59999.98', '1.00000000']], [])]
  const source = await openReplay([folder.streams('btcusdt.gz', lines)])
  const { played } = await playAll(source)
  expect(source.progress.books['BTC-USDT']).toMatchObject({ sequenceGaps: 1, crossings: 0, depthsApplied: 2 })
  expect(played.at(-1)?.command).toMatchObject({ levels: [{ priceTicks: 5_999_998, quantityLots: 100_000 }] })
})

test('a gzip cut short plays as far as it goes', async () => {
  using folder = new Folder()
  const lines = Array.from({ length: 5_000 }, (_, index) =>
    streams.trade(index, `${60_000 + ((index * 7_919) % 977)}.00`, `0.${10_000 + index}000`),
  )
  const { lines: said, faults } = await play([folder.streams('btcusdt.gz', lines, 20_000)])
  expect(said.length).toBeGreaterThan(500)
  expect(String(faults[0])).toContain('cannot be read further')
})

test.each([
  ['no time', 'abc {"stream":"x"}', 1, 'is not a time in nanoseconds'],
  ['bad JSON', '1723161253000000123 {"stream":', 21, 'not valid JSON'],
  [
    'a missing id',
    '1723161253000000123 {"stream":"btcusdt@depth","data":{"e":"depthUpdate","s":"BTCUSDT","u":3,"b":[],"a":[]}}',
    21,
    '"U" is missing or not a whole number',
  ],
])('a line with %s is named', async (_, line, column, reason) => {
  using folder = new Folder()
  const { faults } = await play([folder.streams('btcusdt.gz', [...RECORDED.slice(0, 4), line])])
  expect(faults[0]).toMatchObject({ line: 5, column })
  expect(String(faults[0])).toContain(reason)
})

test('spot and futures of one symbol cannot share a world', async () => {
  using folder = new Folder()
  const spot = folder.streams('spot.gz', RECORDED.slice(0, 4))
  const futures = folder.streams('futures.gz', RECORDED)
  await expect(openReplay([spot, futures])).rejects.toThrow('another market of BTC-USDT')
})
