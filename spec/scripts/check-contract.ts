/** `npm run check:contract`: fails when the committed documents break what the released ones promised. */
import { checkContract } from './breaking/check.ts'

const found = await checkContract()
if (found !== '') {
  process.stderr.write(`${found}\n`)
  process.exit(1)
}
process.stdout.write('check:contract: nothing that was released is broken\n')
