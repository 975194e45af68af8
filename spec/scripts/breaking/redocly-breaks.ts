/** What Redocly's comparison of two documents calls major, but for values that an open enum of an answer gained. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { redocly } from '../redocly.ts'
import type { Break } from './break.ts'
import { closedAnswerEnums } from './closed-enums.ts'
import type { DocumentName } from './documents.ts'

interface Report {
  readonly changes: readonly Change[]
}

interface Change {
  readonly path: string
  readonly base?: { readonly pointer: string }
  readonly verdicts: readonly {
    readonly ruleId: string
    readonly impact: string
    readonly message: string
    readonly location: { readonly pointer: string }
  }[]
}

export async function redoclyBreaks(
  document: DocumentName,
  released: object,
  current: object,
): Promise<Break[]> {
  const { changes } = await compare(released, current)
  const closed = closedAnswerEnums(released)
  return changes.flatMap((change) =>
    change.verdicts
      .filter(({ impact }) => impact === 'major')
      .filter(({ ruleId }) => ruleId !== 'enum-values-added' || closed.has(change.base?.pointer ?? ''))
      .map(({ ruleId, message, location }) => ({
        document,
        rule: ruleId,
        at: location.pointer,
        where: inWords(change.path),
        message,
      })),
  )
}

async function compare(released: object, current: object): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'openbourse-diff-'))
  try {
    const path = (name: string) => join(folder, `${name}.json`)
    await writeFile(path('released'), JSON.stringify(released))
    await writeFile(path('current'), JSON.stringify(current))
    const options = ['--format=json', '--fail-on=none', `--output=${path('report')}`]
    // Run there because our configuration, made for the linter, would replace the rules of the comparison.
    await redocly(['diff', path('released'), path('current'), ...options], folder)
    return JSON.parse(await readFile(path('report'), 'utf8')) as Report
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `#/paths/~1v1~1fills/get/parameters/1` -> `GET /v1/fills parameters/1`. */
function inWords(pointer: string): string {
  const [group = '', name = '', third = '', ...rest] = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const words =
    group === 'paths' ? [third.toUpperCase(), name, rest.join('/')] : [group, name, third, ...rest]
  return words.filter((word) => word !== '').join(' ')
}
