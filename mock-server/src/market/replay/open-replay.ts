import { parseTime } from '../../exchange/values/time.ts'
import type { Time } from '../../exchange/values/types.ts'
import { findRecordings } from './find-recordings.ts'
import { RecordedSource, type ReplaySource } from './replay-source.ts'

export interface ReplayOptions {
  /** RFC 3339; where to start, with the book as it stood just before. Default: the first line. */
  readonly from?: string | undefined
  /** RFC 3339; the first time that is not played any more. Default: the end of the recording. */
  readonly until?: string | undefined
}

/**
 * Opens recordings: US equity tick files (`.../tick/ibm/20131007_quote.zip`), recorded Binance streams
 * (`btcusdt_20240808.gz`), or folders of them. World time of the replay is recorded time.
 *
 * @throws ReplayError when a path cannot be read, and RangeError when `from` and `until` make no range.
 */
export async function openReplay(
  paths: readonly string[],
  options: ReplayOptions = {},
): Promise<ReplaySource> {
  const from = parseBound('from', options.from)
  const until = parseBound('until', options.until)
  if (from !== undefined && until !== undefined && until <= from) {
    throw new RangeError(`until (${options.until}) must be after from (${options.from})`)
  }
  if (paths.length === 0) throw new RangeError('a replay needs at least one file or folder')
  const source = new RecordedSource(await findRecordings(paths), { from, until })
  try {
    await source.prime()
  } catch (cause) {
    await source.close()
    throw cause
  }
  return source
}

function parseBound(name: string, text: string | undefined): Time | undefined {
  if (text === undefined) return undefined
  const time = parseTime(text)
  if (time === undefined) throw new RangeError(`${name} is not an RFC 3339 time: ${text}`)
  return time
}
