import fc from 'fast-check'
import { everythingRuns, playEverything } from '../test/exchange/support/everything.ts'

/**
 * `npm run check:everything -- RUNS SEED`: as many runs of everything at once, with a restored twin beside each.
 * @default 20000, and a seed by chance
 */
const runs = Number(process.argv[2] ?? 20_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000)
if (![runs, seed].every(Number.isSafeInteger) || runs < 1) {
  console.error(`check:everything takes a number of runs and a seed, not ${process.argv.slice(2).join(' ')}`)
  process.exit(2)
}
console.log(`${runs} runs, seed ${seed}`)
fc.assert(fc.property(everythingRuns, playEverything), { numRuns: runs, seed })
console.log('all of them alike')
