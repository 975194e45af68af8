/**
 * The mock server serves docs/streams.md as a page, and a published package has no docs folder: its text goes into a
 * module. `npm run generate` writes it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
export const pageFile = join(root, 'docs', 'streams.md')
export const moduleFile = join(root, 'mock-server', 'src', 'docs', 'generated', 'stream-protocol.ts')

export function moduleText(): string {
  const text = readFileSync(pageFile, 'utf8')
  return [
    '// Generated from docs/streams.md by `npm run generate`. Do not edit.',
    '',
    '/** The page of the stream protocol, in Markdown. */',
    `export const streamProtocol = ${JSON.stringify(text)}`,
    '',
  ].join('\n')
}

if (import.meta.main) {
  mkdirSync(dirname(moduleFile), { recursive: true })
  writeFileSync(moduleFile, moduleText())
}
