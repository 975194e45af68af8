/** The check of the committed contract against the released one, as text: empty when all is well. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { specFolder } from '../sources.ts'
import { describeBreak } from './break.ts'
import { breakingChanges } from './breaking-changes.ts'
import { readDocuments, releasedFolder } from './documents.ts'
import { type Exception, judge } from './policy.ts'

export const exceptionsFile = join(releasedFolder, 'exceptions.yaml')

const whatToDo = `Keep what was released, or raise the version (before 1.0 the minor, then the major one), or write
the change with its rule, its place and a reason into spec/released/exceptions.yaml.`

export async function checkContract(): Promise<string> {
  const [released, current, exceptions] = await Promise.all([
    readDocuments(releasedFolder),
    readDocuments(specFolder),
    readExceptions(),
  ])
  const breaks = await breakingChanges(released, current)
  const { refused, wrongExceptions } = judge(breaks, exceptions, {
    released: released.openapi.info.version,
    current: current.openapi.info.version,
  })
  const wrong = wrongExceptions.map(({ rule, at }) => `exceptions.yaml: ${rule} at '${at}' excuses nothing`)
  return [...refused.map(describeBreak), ...wrong, ...(refused.length > 0 ? [whatToDo] : [])].join('\n')
}

export async function readExceptions(): Promise<Exception[]> {
  return (parse(await readFile(exceptionsFile, 'utf8')) ?? []) as Exception[]
}
