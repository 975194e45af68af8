import fc from 'fast-check'
import { test } from 'vitest'
import { everythingRuns, playEverything } from '../support/everything.ts'
import { PATIENCE } from '../support/property.ts'

/** `npm run check:everything -- 20000` plays more. */
const RUNS = 60

test(
  'with everything turned on a restored exchange has the same future, and so has one that hears the same commands',
  PATIENCE,
  () => {
    fc.assert(fc.property(everythingRuns, playEverything), { numRuns: RUNS })
  },
)
