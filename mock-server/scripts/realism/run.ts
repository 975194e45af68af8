import { mkdirSync, writeFileSync } from 'node:fs'
import { factsOf } from './bands.ts'
import { meanCurves } from './curves.ts'
import { picture } from './picture.ts'
import type { SeedResult } from './play-seed.ts'
import type { Seeds } from './play-seeds.ts'
import { PROFILES, type Profile } from './profiles.ts'
import { presetPage, show } from './report.ts'
import { judge, type Verdict } from './verdict.ts'

const FOLDER = new URL('../../../docs/realism/', import.meta.url)

export interface Run {
  readonly seeds: Seeds
  /** Writes nothing. */
  readonly check: boolean
  /** @default all */
  readonly preset?: string | undefined
  play(profile: Profile): Promise<readonly SeedResult[]>
  readonly console: Pick<Console, 'log' | 'error'>
}

/** Plays presets and judges them; answers the exit code, 1 where a fact left its band. */
export async function run({ seeds, check, preset, play, console }: Run): Promise<number> {
  const failures: string[] = []
  for (const profile of PROFILES) {
    if (preset !== undefined && preset !== profile.preset) continue
    const results = await play(profile)
    const verdicts = verdictsOf(profile, results)
    for (const verdict of verdicts) {
      const said = `${profile.preset}: ${line(verdict)}`
      console.log(said)
      if (!verdict.holds) failures.push(said)
    }
    if (!check) write(presetPage(profile, seeds, verdicts), profile, results)
  }
  for (const failure of failures) console.error(`left its band: ${failure}`)
  return failures.length > 0 ? 1 : 0
}

function verdictsOf({ preset }: Profile, results: readonly SeedResult[]): readonly Verdict[] {
  return factsOf(preset).map((fact) =>
    judge(
      fact,
      results.map(({ measures }) => measures[fact.key] ?? Number.NaN),
    ),
  )
}

function write(page: string, { preset }: Profile, results: readonly SeedResult[]): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(new URL(`${preset}.md`, FOLDER), page)
  const curves = meanCurves(results.map((result) => result.curves))
  writeFileSync(new URL(`${preset}.svg`, FOLDER), picture(preset, curves))
}

function line({ fact, median, interval: [low, high], holds }: Verdict): string {
  const state = holds ? 'holds' : 'LEFT ITS BAND'
  return `${state}: ${fact.name} (${fact.key}): ${show(median)} [${show(low)}, ${show(high)}], band ${show(fact.low)} to ${show(fact.high)}`
}
