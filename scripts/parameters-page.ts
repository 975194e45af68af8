/** `docs/parameters.md`: every dated value of a rule or rate, with its unit and source. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PARAMETER_PARTS } from '../mock-server/src/exchange/parameters/parameters.ts'

const root = join(import.meta.dirname, '..')

export function parametersText(): string {
  return [
    '# Parameters',
    '',
    'Made by `npm run generate` from `mock-server/src/exchange/parameters/`; a test keeps it current. A value holds from its day until the next row of the same name; before the first row, the first holds. `second hand` is a value that others quote from the document, which was not read itself; `unconfirmed` is a value without a source at hand: change it rather than rely on it.',
    '',
    ...PARAMETER_PARTS.flatMap(({ title, rows }) => [
      `## ${title}`,
      '',
      '| parameter | value | unit | from | source |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map(
        ({ name, value, unit, from, source }) => `| \`${name}\` | ${value} | ${unit} | ${from} | ${source} |`,
      ),
      '',
    ]),
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(root, 'docs', 'parameters.md'), parametersText())
}
