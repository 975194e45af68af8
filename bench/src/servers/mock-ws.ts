import { startMockServer } from '../../../mock-server/src/node.ts'
import { onRun } from './pace.ts'

/** The mock server; every event is a change of AAPL's quote that goes through the exchange and the feed. */
const server = await startMockServer({ port: 0, seed: 1, symbols: ['AAPL'], clock: 'paused' })
process.send?.({ port: server.port })
onRun((index) => {
  const quote = {
    bidPrice: '100.00',
    bidQuantity: String(100 + (index % 50)),
    askPrice: '100.02',
    askQuantity: '300',
  }
  server.broker.market.setQuote('AAPL', quote)
})
