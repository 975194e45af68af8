import { parseTime } from '../../src/exchange/values/time.ts'
import { describeLeanFile, readLeanFile } from '../../src/market/replay/lean-files.ts'
import type { RecordedItem } from '../../src/market/replay/records.ts'
import { volumeVolatility } from '../realism/measure.ts'
import { type Comparison, carryOn } from './recorded-statistics.ts'

/** The session of New York on the day that is measured. */
const OPEN = parseTime('2013-10-07T13:30:00Z') ?? 0
const SECONDS = 23_400

/** How volume goes with the moves of the price in the minutes of one stock; prints of auctions are left out. */
export async function stockMinutes(quoteFile: string, tradeFile: string): Promise<Comparison[]> {
  const mids = new Float64Array(SECONDS).fill(Number.NaN)
  const tradeTimes: number[] = []
  const tradeLots: number[] = []
  let [bid, ask] = [0, 0]
  const see = (item: RecordedItem): void => {
    const time = (item.time - OPEN) / 1_000_000
    if (item.kind === 'quote') {
      bid = item.bid?.priceTicks ?? bid
      ask = item.ask?.priceTicks ?? ask
      // The middle at the end of the second; what was quoted before the open is that of the first.
      const second = Math.max(0, Math.ceil(time) - 1)
      if (ask > bid && bid > 0 && second < SECONDS) mids[second] = (bid + ask) / 2
    } else if (item.kind === 'print' && item.fills && time >= 0) {
      tradeTimes.push(time)
      tradeLots.push(item.quantityLots)
    }
  }
  for (const file of [quoteFile, tradeFile]) {
    for await (const items of readLeanFile(await describeLeanFile(file))) items.forEach(see)
  }
  carryOn(mids)
  const together = volumeVolatility({ mids, tradeTimes, tradeLots })
  return [['volume and absolute return of a minute, correlation', together, 0.469, 0.003]]
}
