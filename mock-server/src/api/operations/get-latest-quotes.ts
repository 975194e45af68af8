import type { LatestQuote, Quote } from '@openbourse/spec'
import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'

/** In the order asked; one unknown symbol refuses the whole request. */
export const getLatestQuotes: Operation<'getLatestQuotes'> = ({ query }, context) => {
  const { feed } = context.world
  const data: LatestQuote[] = []
  for (const [index, symbol] of query.symbols.entries()) {
    const snapshot = feed.snapshot(`quotes.${symbol}`)
    if (snapshot === undefined) {
      const missing = findInstrument(context, symbol, `/query/symbols/${index}`)
      if ('body' in missing) return missing
      throw new Error(`No quotes channel for ${symbol}`)
    }
    data.push({ ...(snapshot.data as Quote), epoch: feed.epoch, seq: snapshot.seq })
  }
  return { status: 200, body: { data } }
}
