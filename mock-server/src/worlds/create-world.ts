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
import { movedTo, paused, runningClock, type WorldClock, worldTime } from './clock.ts'
import { type CorporateActionInput, declaration } from './corporate-action-input.ts'
import { Driver } from './driver.ts'
import { onFirstListener } from './first-listener.ts'
import { createKeyring, type Keyring } from './keyring.ts'
import { assertDone, openWorld, reopenWorld, resumedClock } from './opening.ts'
import { LastPrices, planReopening } from './reopening.ts'
import type { RunningWorld, WorldClockControl } from './running-world.ts'
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
  readonly clock: WorldClockControl
  readonly #options: WorldOptions
  readonly #timeline: Timeline
  readonly #flow: Background
  readonly #script: ScriptedMarket
  readonly #prices: LastPrices
  readonly #driver: Driver
  readonly #memory: WorldMemory
  #clock: WorldClock
  #started = false
  /** Whether the recording plays; one at full speed waits for a reader. */
  #playing: boolean

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
    this.#clock = memory.notes ? resumedClock(options, exchange.view.time) : options.clock
    const startTime = worldTime(this.#clock, machine.nowMs())
    this.view = exchange.view
    this.feed = onFirstListener(feed, () => this.#readerCame())
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
    this.clock = this.#clockControl()
    this.#options = options
    this.#playing = options.clock.mode !== 'recorded'
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
      clock: () => this.#clock,
      backlogged: options.backlogged ?? (() => false),
      onReplayError: (error) => options.onReplayError?.(error),
      onReplayEnd: () => this.#syncClock('paused'),
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
    this.#catchUp()
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
    this.#catchUp()
    return this.#timeline.time
  }

  execute(command: Command): readonly ExchangeEvent[] {
    this.#catchUp()
    return this.#timeline.run(command)
  }

  operate(command: Command): void {
    assertDone(command, this.execute(command))
  }

  setQuote(symbol: string, quote: ScriptedQuote): void {
    this.#catchUp()
    this.#assertNotRecorded(symbol)
    const command = this.#script.quote(symbol, quote)
    for (const withdrawal of this.#flow.withdraw(symbol)) this.#timeline.run(withdrawal)
    this.operate(command)
  }

  printTrade(symbol: string, trade: ScriptedTrade): void {
    this.#catchUp()
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
    this.#started = true
    if (this.#playing) this.#driver.restart()
  }

  async stop(): Promise<void> {
    this.#started = false
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

  /** Up to the clock, and not beyond what a recording has read. */
  #catchUp(): void {
    const target = worldTime(this.#clock, this.#options.machine.nowMs())
    this.#timeline.advanceTo(Math.min(target, this.#options.replay?.horizon ?? target))
  }

  #clockControl(): WorldClockControl {
    const world = this
    const nowMs = (): number => this.#options.machine.nowMs()
    return {
      now: () => this.now(),
      get mode() {
        return world.#clock.mode
      },
      pause: () => this.#setClock((clock) => paused(clock, nowMs())),
      resume: (speed = 1) =>
        this.#setClock((clock) => runningClock(worldTime(clock, nowMs()), speed, nowMs())),
      advanceTo: (time) => {
        this.#setClock((clock) => movedTo(clock, time, nowMs()))
        return this.#readUntil(time)
      },
      advanceBy: (micros) => {
        let time = 0
        this.#setClock((clock) => {
          const machineMs = nowMs()
          time = worldTime(clock, machineMs) + micros
          return movedTo(clock, time, machineMs)
        })
        return this.#readUntil(time)
      },
    }
  }

  #setClock(next: (clock: WorldClock) => WorldClock): void {
    this.#catchUp()
    if (this.#clock.mode === 'recorded') this.#syncClock('recorded')
    this.#clock = next(this.#clock)
    this.#playing = true
    this.#catchUp()
    if (this.#started) this.#driver.restart()
  }

  /** A recorded world's clock shows where its events have carried it. */
  #syncClock(mode: 'recorded' | 'paused'): void {
    this.#clock = { mode, time: this.#timeline.time }
  }

  async #readUntil(time: Time): Promise<void> {
    const { replay, onReplayError } = this.#options
    while (replay !== undefined && replay.horizon < time) {
      try {
        await replay.refill()
      } catch (error) {
        onReplayError?.(error)
      }
      this.#catchUp()
    }
  }

  #readerCame(): void {
    if (this.#playing) return
    this.#playing = true
    if (this.#started) this.#driver.restart()
  }

  #gated(replay: ReplaySource): MarketSource {
    return {
      nextDue: () => (this.#playing ? replay.nextDue() : undefined),
      next: (view) => replay.next(view),
    }
  }

  #assertNotRecorded(symbol: string): void {
    const recorded = this.#options.replay?.instruments.some((instrument) => instrument.symbol === symbol)
    if (recorded) throw new Error(`The quotes of ${symbol} come from a recording and cannot be set`)
  }
}
