import type { Command } from '../exchange/commands.ts'
import { createExchange } from '../exchange/create-exchange.ts'
import type { ExchangeEvent } from '../exchange/events.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import type { Time } from '../exchange/values/types.ts'
import { createFeed } from '../feed/create-feed.ts'
import type { Feed } from '../feed/feed.ts'
import { corporateActionId } from '../feed/wire/ids.ts'
import type { Entry } from '../journal/records.ts'
import { type Background, createBackground } from '../market/background.ts'
import { marketModel } from '../market/market-models.ts'
import type { MarketSource } from '../market/market-source.ts'
import { Random } from '../market/random.ts'
import type { ReplaySource } from '../market/replay/replay-source.ts'
import { nextTask } from '../ports/system-clock.ts'
import { randomKey } from '../ports/system-random.ts'
import { NO_TRANSPORT } from '../webhooks/send.ts'
import { Webhooks } from '../webhooks/webhooks.ts'
import { worldTime } from './clock.ts'
import { type CorporateActionInput, declaration } from './corporate-action-input.ts'
import { Driver } from './driver.ts'
import { onFirstListener } from './first-listener.ts'
import { createKeyring, type Keyring } from './keyring.ts'
import { assertDone, openWorld, reopenWorld, resumedClock } from './opening.ts'
import { LastPrices, planReopening } from './reopening.ts'
import type { RunningWorld } from './running-world.ts'
import {
  ScriptedMarket,
  type ScriptedQuote,
  type ScriptedTrade,
  type TradeCorrection,
} from './scripted-market.ts'
import { Timeline } from './timeline.ts'
import { Watchlists } from './watchlists.ts'
import { WorldMemory } from './world-memory.ts'
import type { WorldOptions } from './world-options.ts'
import { WorldTime } from './world-time.ts'

/** An exchange with its instruments, its market, its accounts and its feed, brought up to its clock. */
export function createWorld(options: WorldOptions): RunningWorld {
  return new SimulatedWorld(options)
}

class SimulatedWorld implements RunningWorld {
  readonly view: ExchangeView
  readonly feed: Feed
  readonly authenticator: Keyring
  readonly watchlists: Watchlists
  readonly webhooks: Webhooks
  readonly clock: WorldTime
  readonly #options: WorldOptions
  readonly #timeline: Timeline
  readonly #flow: Background
  readonly #script: ScriptedMarket
  readonly #prices: LastPrices
  readonly #driver: Driver
  readonly #memory: WorldMemory

  constructor(options: WorldOptions) {
    const { seed, epoch, machine, markets, replay, calendar, retention, accounts } = options
    const memory = new WorldMemory(options.journal)
    const models = {
      calendar,
      calendars: options.calendars,
      volatility: options.volatility,
      margin: options.margin ?? {},
      requestLatency: 1000 * (options.requestLatencyMs ?? 0),
      dayEndReports: options.dayEndReports ?? false,
    }
    const exchange = memory.exchange(models, options.exchange ?? createExchange)
    const feed = createFeed({ view: exchange.view, epoch, now: () => machine.nowMs(), retention })
    this.#memory = memory
    this.clock = new WorldTime({
      clock: memory.notes ? resumedClock(options, exchange.view.time) : options.clock,
      waitsForReader: options.clock.mode === 'recorded',
      machine,
      replay,
      reached: () => this.#timeline.time,
      advanceTo: (time) => this.#timeline.advanceTo(time),
      step: (time) => this.#timeline.step(time),
      follow: () => this.#driver.restart(),
      onReplayError: (error) => options.onReplayError?.(error),
    })
    const startTime = worldTime(this.clock.clock, machine.nowMs())
    this.view = exchange.view
    this.feed = onFirstListener(feed, () => this.clock.readerCame())
    const securityClock = options.securityClock ?? machine
    // On the feed itself: a recording that waits for its first reader does not wait for these.
    this.webhooks = new Webhooks({
      feed,
      transport: options.webhooks ?? NO_TRANSPORT,
      securityClock,
      machine,
      newKey: randomKey,
      randomOf: (webhook) => {
        const random = Random.stream(seed, 'demo', 'webhook-retries', String(webhook))
        return () => random.unit()
      },
      soon: nextTask,
      note: memory.note,
    })
    this.watchlists = new Watchlists(memory.note)
    this.authenticator = createKeyring({
      accounts,
      signingKeys: options.signingKeys ?? [],
      strict: options.strictAuth ?? false,
      clock: securityClock,
      note: memory.note,
    })
    this.#options = options
    this.#script = new ScriptedMarket(exchange.view, memory.note)
    this.#prices = new LastPrices(exchange.view)
    for (const note of memory.notes ?? []) this.#recall(note)
    this.webhooks.resume()
    const reopening =
      memory.notes && planReopening(exchange.view, markets, this.#script.symbols, this.#prices)
    this.#flow = createBackground({
      model: options.marketModel ?? marketModel({ model: 'calm' }),
      seed,
      world: memory.restarts === 0 ? 'demo' : `demo-${memory.restarts}`,
      markets: reopening?.markets ?? markets,
      startTime,
      calendar,
    })
    this.#timeline = new Timeline(
      exchange,
      feed,
      [...(replay ? [this.#gated(replay)] : []), this.#flow, this.#script, this.#prices],
      () => {
        // What a command had changed when it broke off must not become a checkpoint.
        memory.end()
        options.onStopped?.()
      },
    )
    this.#driver = new Driver({
      timeline: this.#timeline,
      machine,
      recording: replay,
      clock: () => this.clock.clock,
      backlogged: options.backlogged ?? (() => false),
      onReplayError: (error) => options.onReplayError?.(error),
      onReplayEnd: () => this.clock.replayEnded(),
      onFailure: (error) => options.onFailure?.(error),
    })
    const stage = {
      timeline: this.#timeline,
      view: this.view,
      feed: this.feed,
      script: this.#script,
      startTime,
    }
    if (reopening === undefined) openWorld(stage, options)
    else reopenWorld(stage, reopening)
    this.clock.catchUp()
    memory.begin(
      () => this.#notes(),
      (error) => {
        this.#timeline.fail()
        // What is not on disk is not told, now or at a later attempt.
        this.webhooks.close()
        options.onFailure?.(error)
      },
    )
  }

  settled(): Promise<void> | undefined {
    return this.#memory.settled()
  }

  get hasFailed(): boolean {
    return this.#timeline.hasFailed
  }

  now(): Time {
    return this.clock.now()
  }

  execute(command: Command): readonly ExchangeEvent[] {
    this.clock.catchUp()
    return this.#timeline.run(command)
  }

  operate(command: Command): void {
    assertDone(command, this.execute(command))
  }

  setQuote(symbol: string, quote: ScriptedQuote): void {
    this.clock.catchUp()
    this.#assertNotRecorded(symbol)
    const command = this.#script.quote(symbol, quote)
    for (const withdrawal of this.#flow.withdraw(symbol)) this.#timeline.run(withdrawal)
    this.operate(command)
  }

  printTrade(symbol: string, trade: ScriptedTrade): void {
    this.clock.catchUp()
    this.#assertNotRecorded(symbol)
    this.operate(this.#script.trade(symbol, trade))
  }

  bustTrade(tradeId: string, reason: string): void {
    this.operate(this.#script.bust(tradeId, reason))
  }

  declareCorporateAction(symbol: string, action: CorporateActionInput): string {
    this.operate(declaration(symbol, action))
    const [declared] = this.view.corporateActions()
    return corporateActionId(declared?.actionNumber ?? 0)
  }

  correctTrade(tradeId: string, correction: TradeCorrection): void {
    this.operate(this.#script.correct(tradeId, correction))
  }

  start(): void {
    this.clock.start()
  }

  async stop(): Promise<void> {
    this.clock.stop()
    this.#driver.stop()
    this.#memory.end()
    this.webhooks.close()
    await this.#options.replay?.close()
  }

  #recall(note: Entry): void {
    const [kind, value] = note
    if (kind === 'keyRevoked') this.authenticator.recall(String(value))
    this.#script.recall(note)
    this.#prices.recall(note)
    this.watchlists.recall(note)
    this.webhooks.recall(note)
  }

  #notes(): readonly Entry[] {
    const revoked = [...this.authenticator.revoked].map((keyId): Entry => ['keyRevoked', keyId])
    const prices = this.#prices.notes(this.#options.markets)
    return [
      ...revoked,
      ...prices,
      ...this.#script.notes(),
      ...this.watchlists.notes(),
      ...this.webhooks.notes(),
    ]
  }

  #gated(replay: ReplaySource): MarketSource {
    return {
      nextDue: () => (this.clock.playing ? replay.nextDue() : undefined),
      next: (view) => replay.next(view),
    }
  }

  #assertNotRecorded(symbol: string): void {
    const recorded = this.#options.replay?.instruments.some((instrument) => instrument.symbol === symbol)
    if (recorded) throw new Error(`The quotes of ${symbol} come from a recording and cannot be set`)
  }
}
