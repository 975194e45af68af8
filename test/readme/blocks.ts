import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/pack.ts'

/** The info strings of code blocks: the language, then how the block is run. */
const kinds = [
  'sh setup', // a command of this repository
  'sh curl', // against a server that runs
  'sh user-project', // in a project of the reader's, line by line
  'sh server', // the same, but runs until it is stopped
  'ts user-project', // a file of that project: `ts user-project=NAME`
  'json answer', // among other fields, what the curl block before answers
  'text output', // what the block before prints; digits may differ
] as const

export type BlockKind = (typeof kinds)[number]

export interface Block {
  readonly kind: BlockKind
  /** The file to write, of `ts user-project=NAME`. */
  readonly file: string | undefined
  readonly code: string
  /** For people: `README.md:12`. */
  readonly place: string
}

/** The code blocks of a file of the repository, in order. */
export function readBlocks(path: string): Block[] {
  return parseBlocks(readFileSync(join(root, path), 'utf8'), path)
}

/** @throws Error on a block that does not say how it is run */
export function parseBlocks(text: string, path: string): Block[] {
  const lines = text.split('\n')
  const blocks: Block[] = []
  let start: number | undefined
  for (const [index, line] of lines.entries()) {
    if (!line.trimStart().startsWith('```')) continue
    if (start === undefined) start = index
    else {
      const code = lines.slice(start + 1, index).join('\n')
      blocks.push(toBlock(lines[start] ?? '', code, `${path}:${start + 1}`))
      start = undefined
    }
  }
  if (start !== undefined) throw new Error(`${path}:${start + 1}: the code block does not end`)
  return blocks
}

function toBlock(fence: string, code: string, place: string): Block {
  const [info = '', file] = fence.trim().replace(/^`+/, '').split('=')
  const kind = kinds.find((each) => each === info)
  if (kind === undefined || (kind === 'ts user-project') !== (file !== undefined)) {
    const known = kinds.join(', ').replace('ts user-project', 'ts user-project=NAME')
    throw new Error(`${place}: \`${fence}\` does not say how the block is run; known are ${known}`)
  }
  return { kind, file, code, place }
}

/** Single commands: a line that ends in a backslash goes on. */
export function commandsOf(code: string): string[] {
  return code.split(/(?<!\\)\n/).filter((line) => line.trim() !== '')
}

/** Prices, ids and times are another run's, so digits are not compared. */
export function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '0').trimEnd()
}
