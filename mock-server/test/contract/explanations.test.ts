import { afterAll, describe, expect, test } from 'vitest'
import { call, type Json, Stream, submit } from './client.ts'
import { type Served, transports } from './transports.ts'

describe.each(transports)('why fills came about, over %s', (_name, serve) => {
  let served: Served
  afterAll(() => served.close())

  const other = { key: 'mk_other' }
  const sale = { side: 'sell', quantity: '5' }
  const stop = { ...sale, type: 'stop', limitPrice: undefined }

  /** Two accounts trade with each other, with quotes, prints and in an auction; answers the print of a stop. */
  async function trade(): Promise<string> {
    const { market, account, clock } = served.broker
    account.depositPosition('AAPL', '1000')
    market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01', bidQuantity: '40' })
    await submit(served, { quantity: '3', limitPrice: '189.95' }, other)
    await submit(served, { limitPrice: '189.95' }, other)
    await submit(served, { ...sale, quantity: '45', limitPrice: '189.90' })

    await submit(served, { ...stop, stopPrice: '189.50' })
    market.printTrade('AAPL', { price: '189.48', quantity: '1' })
    const trades: Json[] = (await call(served, 'GET /v1/trades?symbol=AAPL')).json.data
    await submit(served, { ...stop, stopPrice: '189.00', triggerBy: 'mid' })
    market.setQuote('AAPL', { bidPrice: '187.98', askPrice: '187.99' })

    const takeProfit = { clientOrderId: 'profit', limitPrice: '188.10' }
    await submit(served, { ...sale, limitPrice: '190.00', orderClass: 'oto', takeProfit })
    market.printTrade('AAPL', { price: '190.05', quantity: '5' })

    market.halt('AAPL')
    market.resume('AAPL', { auctionMs: 60_000 })
    await submit(served, { quantity: '5', limitPrice: '188.00' }, other)
    await clock.advance(60_000)
    return trades.find(({ price }) => price === '189.48').tradeId
  }

  /** `price, quantity` of each fill as it came, with its explanation. */
  const told = (fills: readonly Json[]) =>
    fills.map(({ price, quantity, explanation }) => [`${quantity} at ${price}`, explanation])

  async function streamed(stream: Stream, count: number): Promise<Json[]> {
    const fills: Json[] = []
    while (fills.length < count) {
      const { type, data } = await stream.next()
      if (type === 'orderFilled') fills.push(data.fill)
    }
    await stream.close()
    return fills
  }

  test('fills and the orders channel tell every part of it', async () => {
    served = await serve({ symbols: ['AAPL'] })
    const demoStream = await Stream.subscribed(served, 'orders')
    const otherStream = await Stream.open(served, 'mk_other')
    await otherStream.subscribe('orders')
    const stopReachedBy = await trade()

    const taken = { aggressor: 'order', level: 2, priceImprovement: '0.05' }
    const demoFills = [
      ['40 at 189.99', { aggressor: 'order', level: 1, priceImprovement: '0.09' }],
      ['3 at 189.95', taken],
      ['2 at 189.95', taken],
      ['5 at 189.95', { aggressor: 'stop', level: 1, stopReachedAt: '189.48', stopReachedBy }],
      ['5 at 187.98', { aggressor: 'stop', level: 1, stopReachedAt: '187.985' }],
      ['5 at 190.00', { aggressor: 'print', quantityAhead: '0', priceImprovement: '0.00' }],
      ['5 at 187.99', { aggressor: 'leg', level: 1, priceImprovement: '0.11' }],
    ]
    const behind = { quantityAhead: '3', priceImprovement: '0.00' }
    const otherFills = [
      ['3 at 189.95', { aggressor: 'order', level: 2, quantityAhead: '0', priceImprovement: '0.00' }],
      ['2 at 189.95', { ...behind, aggressor: 'order', level: 2 }],
      ['1 at 189.95', { ...behind, aggressor: 'print' }],
      ['5 at 189.95', { ...behind, aggressor: 'stop', level: 1 }],
      ['2 at 189.95', { ...behind, aggressor: 'quote', level: 1 }],
      ['5 at 187.99', { aggressor: 'auction', priceImprovement: '0.01' }],
    ]
    const listed = async (key: string) =>
      (await call(served, 'GET /v1/fills', { key })).json.data.toReversed()
    const listedFills: Json[] = await listed('mk_demo')
    expect(told(listedFills)).toEqual(demoFills)
    expect(listedFills.at(-2).why).toBe(
      'Rested at 190.00 with 0 ahead on entry; reached by a print of 5 at 190.05.',
    )
    expect(told(await listed('mk_other'))).toEqual(otherFills)
    expect(told(await streamed(demoStream, demoFills.length))).toEqual(demoFills)
    expect(told(await streamed(otherStream, otherFills.length))).toEqual(otherFills)
  })
})
