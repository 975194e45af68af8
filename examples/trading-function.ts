import type { Client, Order } from '@openbourse/sdk'

/** Buys when the ask is at or below `limitPrice`, at no more than that; otherwise does nothing. */
export async function buyTheDip(
  client: Client,
  symbol: string,
  limitPrice: string,
): Promise<Order | undefined> {
  const [quote] = (await client.quotes.latest([symbol])).data
  if (!quote?.askPrice || Number(quote.askPrice) > Number(limitPrice)) return undefined
  return client.orders.submit({
    symbol,
    side: 'buy',
    type: 'limit',
    timeInForce: 'ioc',
    quantity: '10',
    limitPrice,
  })
}
