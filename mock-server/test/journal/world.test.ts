import { expect, test } from 'vitest'
import { stateHash } from '../../src/exchange/canonical.ts'
import type { Command } from '../../src/exchange/commands.ts'
import {
  createExchange,
  type InspectableExchange,
  restoreExchange,
} from '../../src/exchange/create-exchange.ts'
import { exchangeOf } from '../../src/journal/kept-exchange.ts'
import { readJournal } from '../../src/journal/read-journal.ts'
import { demoInstruments } from '../../src/market/demo-instruments.ts'
import { type MarketChoice, marketModel } from '../../src/market/market-models.ts'
import { DEMO_ACCOUNT } from '../../src/worlds/accounts.ts'
import { createWorld } from '../../src/worlds/create-world.ts'
import { FakeClock } from '../streams/fake-clock.ts'
import { eventsOf } from '../transports/sockets.ts'
import { aBroker, aJournal, tasks } from './journaled.ts'
import { MemoryFile } from './memory-file.ts'

const START = 1_767_623_400_000_000
test.each<MarketChoice>([{ model: 'calm' }, { model: 'orderFlow' }])(
  'invariant 17: the whole log of a world gives its exchange again, market $model and customers',
  async (market) => {
    let live: InspectableExchange | undefined
    const file = new MemoryFile()
    const journal = aJournal(file, 'interval')
    const world = createWorld({
      seed: 7,
      epoch: 'epoch',
      machine: new FakeClock(),
      clock: { mode: 'paused', time: START },
      accounts: [DEMO_ACCOUNT],
      markets: demoInstruments().slice(0, 4),
      marketModel: marketModel(market),
      journal,
      exchange: (options) => {
        live = createExchange(options)
        return live
      },
    })
    for (let number = 0; number < 60; number += 1) {
      await world.clock.advanceBy(500_000)
      world.execute(orderOf(world.view.best('AAPL')?.askTicks ?? 1, number))
    }
    await journal.close()
    const { entries } = readJournal(file.bytes ?? new Uint8Array())
    const commands = entries.flatMap(([kind, value]) => (kind === 'command' ? [value as Command] : []))
    const again = restoreExchange(exchangeOf(entries) ?? expect.fail())
    for (const command of commands) again.execute(command)
    expect(commands.length).toBeGreaterThan(200)
    expect([...again.view.fills('acc_demo')].length).toBeGreaterThan(10)
    expect(live && stateHash(again)).toBe(live && stateHash(live))
  },
)

function orderOf(askTicks: number, number: number): Command {
  const price = { type: 'limit', limitPriceTicks: askTicks - 3 + (number % 6) } as const
  const terms = { clientOrderId: `c${number}`, symbol: 'AAPL', side: 'buy', quantityLots: 3 } as const
  return { type: 'SubmitOrder', accountId: 'acc_demo', terms: { ...terms, ...price, timeInForce: 'gtc' } }
}

test('always: neither the answer nor the stream tells of an order before it is on disk', async () => {
  const file = new MemoryFile()
  const { broker, post } = aBroker(file)
  await tasks()
  const socket = new broker.WebSocket(broker.streamUrl)
  const events = eventsOf(socket)
  expect(await events.next()).toMatch(/^open/)
  socket.send(JSON.stringify({ type: 'authenticate', id: 'a', token: 'mk_demo' }))
  socket.send(JSON.stringify({ type: 'subscribe', id: 's', channels: [{ channel: 'orders' }] }))
  while (!(await events.next()).includes('"subscribed"'));
  file.slow = true
  let isAnswered = false
  const answer = post('held').then((response) => {
    isAnswered = true
    return response
  })
  const told = events.next()
  let isTold = false
  void told.then(() => {
    isTold = true
  })
  for (let round = 0; round < 5; round += 1) await tasks()
  expect([isAnswered, isTold, file.synced < (file.bytes?.length ?? 0)]).toEqual([false, false, true])
  file.slow = false
  file.release()
  expect((await answer).status).toBe(201)
  expect(await told).toContain('orderAccepted')
  await broker.close()
})

test('a disk that fails: who waits learns that nobody knows, and the world stands still', async () => {
  const file = new MemoryFile()
  const { broker, errors, headers, post } = aBroker(file)
  expect((await post('kept')).status).toBe(201)
  file.fault = new Error('ENOSPC: no space left on device, write')
  const unknown = await post('unknown')
  expect([unknown.status, await unknown.json()]).toMatchObject([
    500,
    { code: 'internal-error', processed: 'unknown', detail: expect.stringContaining('journal') },
  ])
  const refused = await post('refused')
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([503, 'unavailable'])
  const read = await broker.fetch(`${broker.baseUrl}/v1/orders`, { headers })
  expect(read.status).toBe(503)
  expect(errors).toEqual([file.fault])
  await broker.close()
  file.fault = undefined
  const next = aBroker(file)
  const kept = await next.broker.fetch(`${next.broker.baseUrl}/v1/orders`, { headers })
  expect(await kept.json()).toMatchObject({ data: [{ clientOrderId: 'kept' }] })
  await next.broker.close()
})
