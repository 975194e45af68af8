/** A trading function tested against a price that the test sets; MSW answers the client's own `fetch`. */
import { setupMockBroker } from '@openbourse/mock-server/msw'
import { createClient } from '@openbourse/sdk'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buyTheDip } from './trading-function.ts'

const mock = setupMockBroker({ seed: 7, clock: 'paused' })
const { broker } = mock
beforeAll(() => mock.listen())
beforeEach(() => mock.reset())
afterAll(() => mock.close())

test('does nothing while the ask is above the limit', async () => {
  broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01' })
  const client = createClient({ environment: 'mock', credentials: broker.credentials })
  expect(await buyTheDip(client, 'AAPL', '189.00')).toBeUndefined()
  expect((await client.orders.list()).data).toEqual([])
})

test('buys what the ask has when the price comes down', async () => {
  broker.market.setQuote('AAPL', { bidPrice: '188.49', askPrice: '188.50', askQuantity: '6' })
  const client = createClient({ environment: 'mock', credentials: broker.credentials })
  const order = await buyTheDip(client, 'AAPL', '189.00')
  expect(order).toMatchObject({ status: 'canceled', filledQuantity: '6', filledValue: '1131.00' })
})
