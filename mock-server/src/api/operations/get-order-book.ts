import type { BookUpdate } from '@openbourse/spec'
import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'

const DEFAULT_DEPTH = 100

/** The checksum is that of the whole book whatever the depth, so that it can be compared with the stream's. */
export const getOrderBook: Operation<'getOrderBook'> = ({ path, query }, context) => {
  const instrument = findInstrument(context, path.symbol, '/path/symbol')
  if ('body' in instrument) return instrument
  const { feed } = context.world
  const snapshot = feed.snapshot(`book.${path.symbol}`)
  if (snapshot === undefined) throw new Error(`No book channel for ${path.symbol}`)
  const book = snapshot.data as BookUpdate
  const depth = query.depth ?? DEFAULT_DEPTH
  return {
    status: 200,
    body: {
      symbol: path.symbol,
      epoch: feed.epoch,
      seq: snapshot.seq,
      time: snapshot.time,
      bids: book.bids.slice(0, depth),
      asks: book.asks.slice(0, depth),
      checksum: book.checksum,
    },
  }
}
