import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Fact, factsOf } from '../../scripts/realism/bands.ts'
import { PROFILES } from '../../scripts/realism/profiles.ts'
import { run } from '../../scripts/realism/run.ts'
import { judge } from '../../scripts/realism/verdict.ts'

const fact: Fact = { name: 'a fact', key: 'key', low: 1, high: 3 }
/** Twenty seeds: half below, half above. Their median is the middle, its interval reaches to both. */
const halves = (low: number, high: number) =>
  Array.from({ length: 20 }, (_, seed) => (seed < 10 ? low : high))

describe('a fact as measured over the seeds', () => {
  test.each([
    ['inside its band', 2, true],
    ['at its lower end', 1, true],
    ['at its upper end', 3, true],
    ['just below it', 0.999_999, false],
    ['just above it', 3.000_001, false],
    ['not measured', Number.NaN, false],
  ])('%s', (_name, value, holds) => {
    const verdict = judge(fact, halves(value, value))
    expect(verdict).toEqual({ fact, median: value, interval: [value, value], holds })
  })

  test.each([
    ['the interval reaches into the band from above, the median does not', [2.9, 4], 3.45, true],
    ['the interval reaches into the band from below, the median does not', [0, 1.1], 0.55, true],
    ['the interval ends above the band', [3.1, 4], 3.55, false],
    ['the interval ends below the band', [0, 0.9], 0.45, false],
  ] as const)('%s', (_name, [low, high], median, holds) => {
    const verdict = judge(fact, halves(low, high))
    expect(verdict).toMatchObject({ interval: [low, high], holds })
    expect(verdict.median).toBeCloseTo(median, 10)
  })

  test('one seed that is far away moves neither the median nor its interval', () => {
    const values = [...halves(2, 2).slice(1), 1_000]
    expect(judge(fact, values)).toMatchObject({ median: 2, interval: [2, 2], holds: true })
  })
})

describe('the check', () => {
  /** Every fact of every preset in the middle of its band, but for those of these keys. */
  async function check(measured: Readonly<Record<string, number | undefined>>, preset?: string) {
    const told: string[] = []
    const failures: string[] = []
    const code = await run({
      seeds: { first: 5001, count: 1 },
      check: true,
      preset,
      play: async (profile) => {
        const middles = factsOf(profile.preset).map(({ key, low, high }) => [key, (low + high) / 2])
        const measures = { ...Object.fromEntries(middles), ...measured }
        return [{ measures, curves: NO_CURVES }]
      },
      console: { log: (line) => told.push(line), error: (line) => failures.push(line) },
    })
    return { code, told, failures }
  }
  const NO_CURVES = { returns: [], absoluteAcf: [], plainAcf: [], signAcf: [], depths: [], volumes: [] }

  test('passes when every fact of every preset holds, and tells all of them', async () => {
    const { code, told, failures } = await check({})
    expect([code, failures]).toEqual([0, []])
    expect(told).toHaveLength(PROFILES.flatMap(({ preset }) => factsOf(preset)).length)
  })

  test('exits with 1 and names the preset, the fact and its band when one left it', async () => {
    const { code, failures } = await check({ 'book.hump-level': 11 }, 'fxMajor')
    expect(code).toBe(1)
    expect(failures).toEqual([
      'left its band: fxMajor: LEFT ITS BAND: level with the greatest mean depth (book.hump-level): 11 [11, 11], band 2 to 10',
    ])
  })

  test('a fact that was not measured has left its band', async () => {
    const { code, failures } = await check({ 'kurtosis.10s': undefined }, 'fxMajor')
    expect(code).toBe(1)
    expect(failures).toEqual([expect.stringContaining('(kurtosis.10s): none')])
  })
})

describe('the pages', () => {
  const folder = new URL('../../../docs/realism/', import.meta.url)
  const page = (name: string) => readFileSync(new URL(`${name}.md`, folder), 'utf8')
  const rowsOf = (name: string) =>
    [...page(name).matchAll(/^\| ([^|]+) \| ([^|]+) \| [^|]+ \| [^|]+ \| (holds|\*\*missed\*\*) \|$/gm)].map(
      ([, fact, band = '', verdict]) => ({ fact, band: band.split(' to ').map(Number), verdict }),
    )

  test('there is one for each preset, and one about all', () => {
    const pages = readdirSync(folder).filter((file) => file.endsWith('.md'))
    expect(pages.sort()).toEqual(['README.md', ...PROFILES.map(({ preset }) => `${preset}.md`)].sort())
  })

  test.each(PROFILES)('$preset: exactly the facts and bands that are judged by', ({ preset }) => {
    const bands = factsOf(preset).map(({ name, low, high }) => [name, low === high ? [low] : [low, high]])
    expect(rowsOf(preset).map(({ fact, band }) => [fact, band])).toEqual(bands)
  })

  test.each(PROFILES)('$preset: as many facts hold as it says', ({ preset }) => {
    const rows = rowsOf(preset)
    const held = rows.filter(({ verdict }) => verdict === 'holds')
    expect(page(preset)).toContain(`${held.length} of ${rows.length} facts hold.`)
  })
})
