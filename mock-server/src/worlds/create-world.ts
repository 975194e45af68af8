import type { Command } from '../exchange/commands.ts'
import { createExchange, type ExchangeOptions } from '../exchange/create-exchange.ts'
import type { ExchangeEvent } from '../exchange/events.ts'
import type { Exchange, ExchangeView } from '../exchange/exchange.ts'
import type { Calendars, SessionCalendar } from '../exchange/sessions/calendar.ts'
import type { VolatilityRules } from '../exchange/sessions/volatility.ts'
import type { Time } from '../exchange/values/types.ts'
import { createFeed } from '../feed/create-feed.ts'
import type { Feed } from '../feed/feed.ts'
import type { RetentionLimits } from '../feed/retention.ts'
import { corporateActionId } from '../feed/wire/ids.ts'
import type { Journal } from '../journal/journal.ts'
import type { Entry } from '../journal/records.ts'
import { type Background, createBackground, type MarketModel } from '../market/background.ts'
import type { MarketInstrument } from '../market/demo-instruments.ts'
import { marketModel } from '../market/market-models.ts'
import type { MarketSource } from '../market/market-source.ts'
import { Random } from '../market/random.ts'
import type { ReplaySource } from '../market/replay/replay-source.ts'
import type { Clock } from '../ports/clock.ts'
import { nextTask } from '../ports/system-clock.ts'
import { randomKey } from '../ports/system-random.ts'
import { NO_TRANSPORT, type WebhookTransport } from '../webhooks/send.ts'
import { Webhooks } from '../webhooks/webhooks.ts'
import { type AccountDefaults, openingCommands, type WorldAccount } from './accounts.ts'
import { movedTo, paused, runningClock, type WorldClock, worldTime } from './clock.ts'
import { type CorporateActionInput, declaration } from './corporate-action-input.ts'
import { Driver } from './driver.ts'
import { onFirstListener } from './first-listener.ts'
import { createKeyring, type Keyring } from './keyring.ts'
import { LastPrices, planReopening, type Reopening } from './reopening.ts'
import {
  ScriptedMarket,
  type ScriptedQuote,
  type ScriptedTrade,
  type TradeCorrection,
} from './scripted-market.ts'
import type { SigningKeyEntry } from './signing-keys.ts'
import { Timeline } from './timeline.ts'
import { Watchlists } from './watchlists.ts'
import type { World } from './world.ts'
import { WorldMemory } from './world-memory.ts'

export interface WorldOptions {
  readonly seed: number
  /** Never used before by any world: clients tell by it that numbers began anew. */
  readonly epoch: string
  /** The transport clock: what a running world's time is counted with. */
  readonly machine: Clock
  readonly clock: WorldClock
  readonly accounts: readonly WorldAccount[]
  /** Keys that sign. @default none */
  readonly signingKeys?: readonly SigningKeyEntry[] | undefined
  /** Plain keys are refused. @default false */
  readonly strictAuth?: boolean | undefined
  /** The security clock. @default the machine's */
  readonly securityClock?: Clock | undefined
  /** How webhooks reach their receivers. @default not at all: their deliveries fail */
  readonly webhooks?: WebhookTransport | undefined
  /** What accounts have that say nothing of their own. */
  readonly accountDefaults?: AccountDefaults | undefined
  /** Instruments with background orders. */
  readonly markets: readonly MarketInstrument[]
  /** What these orders are like. @default a calm book */
  readonly marketModel?: MarketModel | undefined
  /** How margin accounts are kept. @default the rules of the day */
  readonly margin?: ExchangeOptions['margin'] | undefined
  /** Sessions of US equities. @default always open */
  readonly calendar?: SessionCalendar | undefined
  /** Sessions of the other asset classes. @default always open */
  readonly calendars?: Calendars | undefined
  /** Price bands and circuit breakers of stocks with sessions. @default none */
  readonly volatility?: VolatilityRules | undefined
  /** Milliseconds of world time that requests to an order take. @default 0 */
  readonly requestLatencyMs?: number | undefined
  /** Whether orders are told that the day is over. @default false */
  readonly dayEndReports?: boolean | undefined
  /** A recording; its instruments are listed beside `markets`. A `recorded` clock plays it at full speed. */
  readonly replay?: ReplaySource | undefined
  readonly retention?: Partial<RetentionLimits> | undefined
  /** Where it writes what it does; a world that an earlier process left in it goes on. @default nowhere */
  readonly journal?: Journal | undefined
  /** The clock of a world that goes on, which stood at this time. @default `clock`, moved there */
  readonly clockFrom?: ((time: Time) => WorldClock) | undefined
  /** Whether a stream's reader is behind: a recording at full speed waits for it. @default never */
  readonly backlogged?: (() => boolean) | undefined
  /** Hears once of a recording that broke off; the world goes on with what it had. */
  readonly onReplayError?: ((error: unknown) => void) | undefined
  /** Hears of a fault of this server, after which the world stands still. */
  readonly onFailure?: ((error: unknown) => void) | undefined
  /** Hears once that it stands still, whoever met the fault. */
  readonly onStopped?: (() => void) | undefined
  /** Another exchange, for a test of what becomes of its faults. @default the real one */
  readonly exchange?: ((options: ExchangeOptions) => Exchange) | undefined
}

export interface WorldClockControl {
  now(): Time
  readonly mode: WorldClock['mode']
  pause(): void
  /** Lets the world run, from where it stands. @default at the speed of the machine */
  resume(speed?: number): void
  /** Plays everything until `time`. Done when this returns, but for a recording that must be read first. */
  advanceTo(time: Time): Promise<void>
  /** The same for so many microseconds from now, where a running clock has gone on since it was read. */
  advanceBy(micros: Time): Promise<void>
}

export interface RunningWorld extends World {
  /** Resolves once all that happened is on disk, where answers must wait for that. */
  settled(): Promise<void> | undefined
  readonly clock: WorldClockControl
  /** Replaces the symbol's background orders by these best prices. @throws Error on a wrong value */
  setQuote(symbol: string, quote: ScriptedQuote): void
  /** Publishes a trade, which fills resting orders that are priced better. @throws Error on a wrong value */
  printTrade(symbol: string, trade: ScriptedTrade): void
  /** Undoes a trade. @throws Error on an unknown id, or one that was busted before */
  bustTrade(tradeId: string, reason: string): void
  /** Books a trade as it should have been. @throws Error on an unknown id or a wrong value */
  correctTrade(tradeId: string, correction: TradeCorrection): void
  /** Announces a split or dividend; answers its id. @throws Error on a wrong value */
  declareCorporateAction(symbol: string, action: CorporateActionInput): string
  /** Executes on behalf of whoever runs the venue. @throws Error when the exchange refuses */
  operate(command: Command): void
  /**
   * Starts the timer, without which the world moves only when asked. A recording at full speed begins with the
   * first reader of a channel, who would else miss its beginning.
   */
  start(): void
  /** Ends the timer and the recording. The world can still be read. */
  stop(): Promise<void>
}

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
    if (reopening === undefined) this.#open(startTime)
    else this.#reopen(startTime, reopening)
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

  /** The first commands: in this order, so that the same options give the same numbers everywhere. */
  #open(startTime: Time): void {
    const { markets, replay, accounts, accountDefaults } = this.#options
    this.#timeline.run({ type: 'AdvanceTo', time: startTime })
    const instruments = [...(replay?.instruments ?? []), ...markets.map((market) => market.instrument)]
    for (const instrument of instruments) this.#timeline.run({ type: 'ListInstrument', instrument })
    for (const command of replay?.opening ?? []) this.#timeline.run(command)
    for (const command of this.#script.openingCommands()) this.#timeline.run(command)
    for (const command of replay?.opening ?? []) this.#timeline.run(command)
    for (const command of openingCommands(accounts, accountDefaults))
      assertDone(command, this.#timeline.run(command))
    this.#catchUp()
  }

  /** The market comes back to a world that an earlier process left; what fell due meanwhile happens first. */
  #reopen(startTime: Time, { before, after }: Reopening): void {
    const time = this.view.time
    const customers = [...this.view.accounts()].filter(({ kind }) => kind === 'customer')
    this.feed.publish(customers.map(({ accountId }) => ({ type: 'AccountChanged', time, accountId })))
    for (const command of before) this.#timeline.run(command)
    this.#timeline.advanceTo(startTime)
    for (const command of after(this.view)) this.#timeline.run(command)
    this.#catchUp()
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

function resumedClock({ clock, clockFrom, machine }: WorldOptions, time: Time): WorldClock {
  return (
    clockFrom?.(time) ?? movedTo(clock, Math.max(time, worldTime(clock, machine.nowMs())), machine.nowMs())
  )
}

function assertDone(command: Command, events: readonly ExchangeEvent[]): void {
  for (const event of events) {
    if (event.type !== 'CommandRejected') continue
    const { code, detail } = event.rejection
    throw new Error(`Failed to execute ${command.type}: ${detail} (${code})`)
  }
}
