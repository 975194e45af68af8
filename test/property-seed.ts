import fc from 'fast-check'

/**
 * Properties draw the same cases in every run, so that a change alone turns a test red.
 * `FAST_CHECK_SEED=random npm test` draws others, `FAST_CHECK_SEED=42 npm test` those of 42; a failure names its seed.
 */
const DEFAULT_SEED = 20_261_122

const given = process.env.FAST_CHECK_SEED
if (given !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: readSeed(given) })

function readSeed(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_SEED
  const seed = Number(text)
  if (Number.isSafeInteger(seed)) return seed
  throw new Error(`FAST_CHECK_SEED is a whole number or "random", not ${text}`)
}
