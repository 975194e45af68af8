import type { Command } from '../../mock-server/src/exchange/commands.ts'
import { createExchange } from '../../mock-server/src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../mock-server/src/exchange/events.ts'
import { createFeed } from '../../mock-server/src/feed/create-feed.ts'
import { createBackground } from '../../mock-server/src/market/background.ts'
import { instrumentFor } from '../../mock-server/src/market/demo-instruments.ts'
import { marketModel } from '../../mock-server/src/market/market-models.ts'
import { play } from '../../mock-server/src/market/market-source.ts'
import type { Day } from './day.ts'

/**
 * Plays a session of one liquid stock through exchange, ledger and feed, in a process of its own, and sends its parent
 * what that took.
 */

/** 2026-01-05, 9:30 in New York. */
const START = 1_767_623_400_000_000
const SESSION = 6.5 * 3_600_000_000

const market = { ...instrumentFor('BAC'), referenceTicks: 1_400 }
const exchange = createExchange()
exchange.execute({ type: 'AdvanceTo', time: START })
exchange.execute({ type: 'ListInstrument', instrument: market.instrument })
const feed = createFeed({ view: exchange.view, epoch: 'bench', now: () => performance.now() })
const source = createBackground({
  model: marketModel({ model: 'orderFlow', presets: { BAC: 'largeTickStock' } }),
  // A day of more than a million events.
  seed: 3,
  world: 'bench',
  markets: [market],
  startTime: START,
})
let commands = 0
let events = 0
const execute = (command: Command): readonly ExchangeEvent[] => {
  const happened = exchange.execute(command)
  feed.publish(happened)
  commands += 1
  events += happened.length
  return happened
}
const started = process.cpuUsage()
const startedMs = performance.now()
for (let due = source.nextDue(); due !== undefined && due <= START + SESSION; due = source.nextDue()) {
  if (due > exchange.view.time) feed.publish(exchange.execute({ type: 'AdvanceTo', time: due }))
  play(source, exchange.view, execute)
}
const { user, system } = process.cpuUsage(started)
const day: Day = {
  seconds: (performance.now() - startedMs) / 1e3,
  processorSeconds: (user + system) / 1e6,
  commands,
  events,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
}
if (process.send === undefined) console.log(day)
else process.send(day)
