import type { LatestQuote } from '@openbourse/spec'
import type { Operation } from '../context.ts'
import { latestQuote } from '../latest-quote.ts'
import { findInstrument } from '../lookup.ts'

/** In the order asked; one unknown symbol refuses the whole request. */
export const getLatestQuotes: Operation<'getLatestQuotes'> = ({ query }, context) => {
  const data: LatestQuote[] = []
  for (const [index, symbol] of query.symbols.entries()) {
    const quote = latestQuote(context.world.feed, symbol)
    if (quote === undefined) {
      const missing = findInstrument(context, symbol, `/query/symbols/${index}`)
      if ('body' in missing) return missing
      throw new Error(`No quotes channel for ${symbol}`)
    }
    data.push(quote)
  }
  return { status: 200, body: { data } }
}
