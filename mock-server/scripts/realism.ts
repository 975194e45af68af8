import { parseArgs } from 'node:util'
import { playSeeds } from './realism/play-seeds.ts'
import { PROFILES } from './realism/profiles.ts'
import { run } from './realism/run.ts'

/**
 * Plays every preset of the order flow under many seeds and compares its statistics with those of recorded markets.
 * `npm run realism` writes docs/realism; `npm run check:realism` writes nothing. Both exit 1 when a fact leaves its
 * band. `--preset NAME` and `--seeds N` choose less, `--from N` other seeds.
 * Presets are tuned on seeds below 5,000, and judged by seeds from there on, which nobody tuned on.
 */

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    preset: { type: 'string' },
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '5001' },
    threads: { type: 'string', default: '2' },
  },
})

const { check, preset } = values
const seeds = { first: Number(values.from), count: Number(values.seeds) }
const threads = Number(values.threads)
const names = PROFILES.map((profile) => profile.preset)
if (preset !== undefined && !names.some((name) => name === preset)) {
  console.error(`--preset is one of ${names.join(', ')}, not ${preset}`)
  process.exit(2)
}
if (![seeds.first, seeds.count, threads].every((count) => Number.isSafeInteger(count) && count >= 1)) {
  console.error('--seeds, --from and --threads are whole numbers from 1 on')
  process.exit(2)
}
const play = (profile: (typeof PROFILES)[number]) => playSeeds(profile, seeds, threads)
process.exitCode = await run({ seeds, check, preset, play, console })
