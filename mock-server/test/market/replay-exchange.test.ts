import { expect, test } from 'vitest'
import type { Command } from '../../src/exchange/commands.ts'
import { createExchange } from '../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import type { OrderTerms } from '../../src/exchange/orders/order.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import { openReplay } from '../../src/market/replay/open-replay.ts'
import { Folder, quotePair, tradeLine } from './fixtures.ts'

/** Recorded ticks and a customer in one exchange: what the recording means for the customer's orders. */
async function replayed(quotes: readonly string[], trades: readonly string[] = []) {
  using folder = new Folder()
  const paths = [folder.ticks('quote', quotes)]
  if (trades.length > 0) paths.push(folder.ticks('trade', trades))
  const source = await openReplay(paths)
  const exchange = createExchange()
  const events: ExchangeEvent[] = []
  const execute = (command: Command): void => void events.push(...exchange.execute(command))
  execute({ type: 'AdvanceTo', time: source.startTime })
  for (const instrument of source.instruments) execute({ type: 'ListInstrument', instrument })
  for (const command of source.opening) execute(command)
  execute({ type: 'OpenAccount', accountId: 'acc', kind: 'customer', name: 'Customer', currency: 'USD' })
  execute({ type: 'Deposit', accountId: 'acc', asset: 'USD', amount: 10n ** 16n })
  execute({ type: 'DepositPosition', accountId: 'acc', symbol: 'IBM', quantityLots: 10_000 })
  let orders = 0
  return {
    view: exchange.view,
    events,
    /** Plays everything up to and with a New York clock time. */
    async playTo(clock: string): Promise<void> {
      const until = (parseTime(`2013-10-07T${clock}Z`) ?? 0) + 4 * 3_600_000_000
      for (;;) {
        if (source.needsRefill) await source.refill()
        const due = source.nextDue()
        if (due === undefined || due > until) break
        execute({ type: 'AdvanceTo', time: due })
        for (const command of source.next(exchange.view)) execute(command)
      }
      checkInvariants(exchange)
    },
    submit(side: 'buy' | 'sell', limitPriceTicks: number, quantityLots: number, ioc = false): void {
      orders += 1
      const clientOrderId = `c${orders}`
      const terms: OrderTerms = {
        clientOrderId,
        symbol: 'IBM',
        side,
        type: 'limit',
        timeInForce: ioc ? 'ioc' : 'gtc',
        quantityLots,
        limitPriceTicks,
      }
      execute({ type: 'SubmitOrder', accountId: 'acc', terms })
    },
    /** Lots that the customer got, as `price x lots`. */
    fills: () =>
      [...exchange.view.fills('acc')].map((fill) => `${fill.priceTicks} x ${fill.quantityLots}`).reverse(),
    best: () => {
      const best = exchange.view.best('IBM')
      return `${best?.bidTicks} x ${best?.bidLots} / ${best?.askTicks} x ${best?.askLots}`
    },
  }
}

const FIRST = quotePair('09:30:00', [182.5, 300], [182.6, 100])

test('liquidity that a customer took stays taken until the recorded leg changes', async () => {
  const world = await replayed([
    ...FIRST,
    ...quotePair('09:30:01', [182.49, 300], [182.6, 100]),
    ...quotePair('09:30:02', [182.49, 300], [182.6, 90]),
  ])
  await world.playTo('09:30:00')
  world.submit('buy', 18_260, 40, true)
  expect(world.best()).toBe('18250 x 300 / 18260 x 60')
  await world.playTo('09:30:01')
  expect(world.best()).toBe('18249 x 300 / 18260 x 60')
  await world.playTo('09:30:02')
  expect(world.best()).toBe('18249 x 300 / 18260 x 90')
})

test('a leg withdrawn by a locked quote comes back as the customer left it', async () => {
  const world = await replayed([
    ...FIRST,
    ...quotePair('09:30:01', [182.6, 300], [182.6, 100]),
    ...quotePair('09:30:02', [182.5, 300], [182.6, 100]),
  ])
  await world.playTo('09:30:00')
  world.submit('buy', 18_260, 40, true)
  await world.playTo('09:30:01')
  expect(world.best()).toBe('18260 x 300 / null x 0')
  expect(world.view.status('IBM')?.market).toBe('locked')
  await world.playTo('09:30:02')
  expect(world.best()).toBe('18250 x 300 / 18260 x 60')
  expect(world.view.status('IBM')?.market).toBe('normal')
  expect(world.fills()).toEqual(['18260 x 40'])
})

test('locked and back within one millisecond keeps what was there', async () => {
  const world = await replayed([
    ...quotePair('09:30:00', [182.5, 300], [182.6, 100]),
    ...quotePair('09:30:00', [182.6, 300], [182.6, 100]),
    ...quotePair('09:30:00', [182.5, 300], [182.6, 100]),
  ])
  await world.playTo('09:30:00')
  expect(world.best()).toBe('18250 x 300 / 18260 x 100')
})

test('a crossed recorded quote makes no trade', async () => {
  const world = await replayed([...FIRST, ...quotePair('09:30:01', [182.7, 300], [182.6, 100])])
  await world.playTo('09:30:01')
  expect(world.best()).toBe('18270 x 300 / null x 0')
  expect(world.events.some((event) => event.type === 'TradePrinted')).toBe(false)
})

test('a new leg that crosses a resting order trades with it at the order’s price', async () => {
  const world = await replayed([...FIRST, ...quotePair('09:30:01', [182.45, 300], [182.48, 100])])
  await world.playTo('09:30:00')
  world.submit('buy', 18_255, 60)
  await world.playTo('09:30:01')
  expect(world.fills()).toEqual(['18255 x 60'])
  expect(world.best()).toBe('18245 x 300 / 18248 x 40')
})

test('a print fills better prices first, then those at its price behind what was ahead', async () => {
  const world = await replayed(FIRST, [tradeLine('09:30:01', 182.5, 500)])
  await world.playTo('09:30:00')
  world.submit('buy', 18_250, 100)
  world.submit('buy', 18_251, 50)
  await world.playTo('09:30:01')
  // 500 printed: 50 to the better order, 300 to the house ahead, 100 to the order behind it.
  expect(world.fills()).toEqual(['18251 x 50', '18250 x 100'])
  expect(
    world.events.filter((event) => event.type === 'TradePrinted' && event.source === 'recorded'),
  ).toHaveLength(1)
})

test('the quote that a print left does not count twice against the queue ahead', async () => {
  const trades = [tradeLine('09:30:01', 182.5, 200)]
  const world = await replayed([...FIRST, ...quotePair('09:30:01', [182.5, 100], [182.6, 100])], trades)
  await world.playTo('09:30:00')
  world.submit('buy', 18_250, 100)
  await world.playTo('09:30:01')
  expect(world.fills()).toEqual([])
  expect(world.best()).toBe('18250 x 200 / 18260 x 100')
})

test.each([
  ['suspicious', { suspicious: 1 }],
  ['opening', { condition: '40' }],
  ['closing', { condition: '80' }],
  ['out of sequence', { condition: '4000' }],
  ['derivatively priced', { condition: '200' }],
])('a print that is %s is published and fills nobody', async (_, flags) => {
  const world = await replayed(FIRST, [tradeLine('09:30:01', 182.4, 500, flags)])
  await world.playTo('09:30:00')
  world.submit('buy', 18_251, 50)
  await world.playTo('09:30:01')
  expect(world.fills()).toEqual([])
  const prints = world.events.filter((event) => event.type === 'TradePrinted')
  expect(prints).toMatchObject([{ source: 'recorded', priceTicks: 18_240, quantityLots: 500 }])
})
