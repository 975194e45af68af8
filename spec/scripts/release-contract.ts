/** `npm run release:contract`: from now on the committed documents are what nothing may break. */
import { join } from 'node:path'
import { checkContract } from './breaking/check.ts'
import { releaseContract } from './breaking/release.ts'
import { specFolder } from './sources.ts'

try {
  const version = await releaseContract(join(specFolder, '..'), checkContract)
  process.stdout.write(`spec/released/ is now ${version}: commit it\n`)
} catch (failure) {
  process.stderr.write(`Not released. ${failure instanceof Error ? failure.message : failure}\n`)
  process.exit(1)
}
