import { performance } from 'node:perf_hooks'
import { createExchange, type InspectableExchange } from '../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import type { BestPrices } from '../../src/exchange/exchange.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { openReplay, type ReplayOptions } from '../../src/market/replay/open-replay.ts'
import type { ReplayProgress, ReplaySource } from '../../src/market/replay/replay-source.ts'

export interface Counts {
  quotes: number
  prints: number
  /** Trades in the exchange's own book. */
  exchangeTrades: number
  rejections: number
  /** Commands after which the best bid or ask, in price or size, was another than before. */
  bestChanges: number
  invariantChecks: number
}

const COMMANDS_PER_INVARIANT_CHECK = 2_000

/** Plays recordings through an exchange of their own, as fast as it goes. */
export async function replayThrough(
  paths: readonly string[],
  options: ReplayOptions = {},
): Promise<{ progress: ReplayProgress; counts: Counts; seconds: number }> {
  const start = performance.now()
  const source = await openReplay(paths, options)
  const exchange = createExchange()
  exchange.execute({ type: 'AdvanceTo', time: source.startTime })
  for (const instrument of source.instruments) exchange.execute({ type: 'ListInstrument', instrument })
  // The book that a replay from the middle opens with is where it starts from, not a change.
  for (const command of source.opening) exchange.execute(command)
  const counts: Counts = {
    quotes: 0,
    prints: 0,
    exchangeTrades: 0,
    rejections: 0,
    bestChanges: 0,
    invariantChecks: 0,
  }
  await play(source, exchange, counts)
  await source.close()
  return { progress: source.progress, counts, seconds: (performance.now() - start) / 1_000 }
}

async function play(source: ReplaySource, exchange: InspectableExchange, counts: Counts): Promise<void> {
  let commands = 0
  for (;;) {
    if (source.needsRefill) await source.refill()
    const due = source.nextDue()
    if (due === undefined) break
    exchange.execute({ type: 'AdvanceTo', time: due })
    for (const command of source.next(exchange.view)) {
      const symbol = 'symbol' in command ? command.symbol : undefined
      const before = symbol === undefined ? undefined : exchange.view.best(symbol)
      count(exchange.execute(command), counts)
      if (command.type === 'SetHouseLevels') counts.quotes += 1
      if (symbol !== undefined && !sameBest(before, exchange.view.best(symbol))) counts.bestChanges += 1
      commands += 1
      if (commands % COMMANDS_PER_INVARIANT_CHECK === 0) check(exchange, counts)
    }
  }
  check(exchange, counts)
}

function check(exchange: InspectableExchange, counts: Counts): void {
  checkInvariants(exchange)
  counts.invariantChecks += 1
}

function count(events: readonly ExchangeEvent[], counts: Counts): void {
  for (const event of events) {
    if (event.type === 'CommandRejected' || event.type === 'OrderRejected') counts.rejections += 1
    if (event.type !== 'TradePrinted') continue
    if (event.source === 'recorded') counts.prints += 1
    else counts.exchangeTrades += 1
  }
}

function sameBest(left: BestPrices | undefined, right: BestPrices | undefined): boolean {
  return (
    left?.bidTicks === right?.bidTicks &&
    left?.bidLots === right?.bidLots &&
    left?.askTicks === right?.askTicks &&
    left?.askLots === right?.askLots
  )
}
