import { basename, dirname } from 'node:path'
import { parseDays } from '../../exchange/values/time.ts'
import { parseQuoteLine, parseTradeLine, QuotePairs } from './lean-lines.ts'
import { type LineBatch, readFileLines } from './lines.ts'
import type { RecordedItem, RecordedPrint } from './records.ts'
import { LineFault, ReplayError } from './replay-error.ts'
import { openZip } from './zip.ts'

/** One file of US equity ticks: what its names say. */
export interface LeanFile {
  readonly file: string
  readonly symbol: string
  readonly kind: 'trade' | 'quote'
  /** `YYYYMMDD`, which sorts. */
  readonly date: string
  /** Days since 1970-01-01. */
  readonly day: number
}

const FILE_NAME = /^(\d{8})_(trade|quote)\.(zip|csv)$/i
const ENTRY_NAME = /^(\d{8})_(.+)_(trade|quote)_(tick|second|minute)\.csv$/i

export function isLeanName(file: string): boolean {
  return FILE_NAME.test(basename(file)) || ENTRY_NAME.test(basename(file))
}

/**
 * Symbol, date and kind from the name of the CSV inside (`20131007_ibm_Quote_Tick.csv`), else from the path
 * (`.../tick/ibm/20131007_quote.zip`). @throws ReplayError
 */
export async function describeLeanFile(file: string): Promise<LeanFile> {
  const inner = file.toLowerCase().endsWith('.zip') ? (await openZip(file)).name : basename(file)
  const entry = ENTRY_NAME.exec(basename(inner))
  if (entry !== null) {
    const [, date = '', symbol = '', kind = '', resolution = ''] = entry
    if (resolution.toLowerCase() !== 'tick') {
      throw new ReplayError({ file, reason: `holds ${resolution.toLowerCase()} bars; ticks can be replayed` })
    }
    return describe(file, symbol, kind, date)
  }
  const name = FILE_NAME.exec(basename(file))
  const folder = basename(dirname(file))
  if (name === null || folder === '' || folder === '.') {
    const reason = 'the name does not say symbol, date and kind, as in `ibm/20131007_quote.zip`'
    throw new ReplayError({ file, reason })
  }
  return describe(file, folder, name[2] ?? '', name[1] ?? '')
}

function describe(file: string, symbol: string, kind: string, date: string): LeanFile {
  const day = parseDays(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8)))
  if (day === undefined) throw new ReplayError({ file, reason: `${date} in its name is no date` })
  return {
    file,
    symbol: symbol.toUpperCase(),
    kind: kind.toLowerCase() === 'trade' ? 'trade' : 'quote',
    date,
    day,
  }
}

/** Items in file order; a fault is thrown after the items before it. */
export async function* readLeanFile({ file, kind, day }: LeanFile): AsyncGenerator<RecordedItem[]> {
  const parse = kind === 'quote' ? quoteParser(day) : tradeParser(day)
  for await (const batch of readFileLines(file)) {
    const items: RecordedItem[] = []
    const fault = parseBatch(file, batch, (line) => parse.line(line, items))
    if (fault !== undefined) parse.end(items)
    if (items.length > 0) yield items
    if (fault !== undefined) throw fault
  }
  const last: RecordedItem[] = []
  parse.end(last)
  if (last.length > 0) yield last
}

/** Hands every line on until one is at fault. */
export function parseBatch(
  file: string,
  { firstLine, lines }: LineBatch,
  parse: (line: string) => void,
): ReplayError | undefined {
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    try {
      parse(line)
    } catch (cause) {
      if (!(cause instanceof LineFault)) throw cause
      const { column, message } = cause
      return new ReplayError({ file, line: firstLine + index, column, reason: message }, { cause })
    }
  }
  return undefined
}

interface LineParser {
  line(line: string, into: RecordedItem[]): void
  end(into: RecordedItem[]): void
}

/** A quote line older than the one before is played at that one's time: world time never goes back. */
function quoteParser(day: number): LineParser {
  const pairs = new QuotePairs()
  let latest = 0
  return {
    line(text, into) {
      const line = parseQuoteLine(text, day)
      latest = Math.max(latest, line.time)
      into.push(...pairs.push(line.time === latest ? line : { ...line, time: latest }))
    },
    end(into) {
      into.push(...pairs.end())
    },
  }
}

/** A print older than the one before is published late, marked, and fills nobody. */
function tradeParser(day: number): LineParser {
  let latest = 0
  return {
    line(text, into) {
      const print = parseTradeLine(text, day)
      if (print === undefined) return
      into.push(print.time < latest ? late(print, latest) : print)
      latest = Math.max(latest, print.time)
    },
    end() {},
  }
}

function late(print: RecordedPrint, time: number): RecordedPrint {
  const names = print.conditions ?? []
  const conditions = names.includes('outOfSequence') ? names : [...names, 'outOfSequence']
  return { ...print, time, fills: false, conditions }
}
