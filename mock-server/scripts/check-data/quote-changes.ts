import { parseTime } from '../../src/exchange/values/time.ts'
import { readFileLines } from '../../src/market/replay/lines.ts'

/** New York is four hours behind UTC on the day that is counted, 2013-10-07. */
const MIDNIGHT = parseTime('2013-10-07T04:00:00Z') ?? 0

/**
 * Leg pairs of a quote file in [from, until) whose prices or sizes are others than those of the pair before:
 * counted from the bare lines, by nothing that the replay uses but the reading of the file.
 */
export async function quoteChanges(
  file: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<number> {
  const first = ((parseTime(from) ?? 0) - MIDNIGHT) / 1_000
  const end = ((parseTime(until) ?? 0) - MIDNIGHT) / 1_000
  let changes = 0
  let bidLeg = ''
  let before = ''
  for await (const { lines } of readFileLines(file)) {
    for (const line of lines) {
      const [milliseconds, bid, bidSize, ask, askSize] = line.split(',')
      if (bid !== '0') {
        bidLeg = `${bid} x ${bidSize}`
        continue
      }
      const pair = `${bidLeg} / ${ask} x ${askSize}`
      const isIn = Number(milliseconds) >= first && Number(milliseconds) < end
      if (isIn && pair !== before) changes += 1
      before = pair
    }
  }
  return changes
}
