import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { factsOf } from './realism/bands.ts'
import { meanCurves } from './realism/curves.ts'
import { picture } from './realism/picture.ts'
import { playSeeds } from './realism/play-seeds.ts'
import { PROFILES } from './realism/profiles.ts'
import { presetPage, show } from './realism/report.ts'
import { judge, type Verdict } from './realism/verdict.ts'

/**
 * Plays every preset of the order flow under many seeds and compares its statistics with those of recorded markets.
 * `npm run realism` writes docs/realism; `npm run check:realism` writes nothing. Both exit 1 when a fact leaves its
 * band. `--preset NAME` and `--seeds N` choose less, `--from N` other seeds.
 * Presets are tuned on seeds below 5,000, and judged by seeds from there on, which nobody tuned on.
 */

const FOLDER = new URL('../../docs/realism/', import.meta.url)

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    preset: { type: 'string' },
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '5001' },
    threads: { type: 'string', default: '2' },
  },
})

const seeds = { first: Number(values.from), count: Number(values.seeds) }
const failures: string[] = []
mkdirSync(FOLDER, { recursive: true })
for (const profile of PROFILES) {
  const { preset } = profile
  if (values.preset !== undefined && values.preset !== preset) continue
  const results = await playSeeds(profile, seeds, Number(values.threads))
  const verdicts = factsOf(preset).map((fact) =>
    judge(
      fact,
      results.map(({ measures }) => measures[fact.key] ?? Number.NaN),
    ),
  )
  for (const verdict of verdicts) console.log(`${preset}: ${line(verdict)}`)
  for (const verdict of verdicts) if (!verdict.holds) failures.push(`${preset}: ${line(verdict)}`)
  if (values.check) continue
  writeFileSync(new URL(`${preset}.md`, FOLDER), presetPage(profile, seeds, verdicts))
  writeFileSync(
    new URL(`${preset}.svg`, FOLDER),
    picture(preset, meanCurves(results.map(({ curves }) => curves))),
  )
}
for (const failure of failures) console.error(`left its band: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0

function line({ fact, median, interval: [low, high], holds }: Verdict): string {
  const state = holds ? 'holds' : 'LEFT ITS BAND'
  return `${state}: ${fact.name} (${fact.key}): ${show(median)} [${show(low)}, ${show(high)}], band ${show(fact.low)} to ${show(fact.high)}`
}
