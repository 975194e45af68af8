import type { Command } from '../exchange/commands.ts'
import type { CorporateActionTookEffect, ExchangeEvent } from '../exchange/events.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { MICROS_PER_SECOND } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import type { Feed } from '../feed/feed.ts'
import { type MarketSource, play } from '../market/market-source.ts'

/**
 * Of a jump of time the background market plays so much, the last part of it; before that it rests. Playing a night
 * of twelve symbols order by order would stop the process for a minute.
 */
export const LONGEST_PLAYED: Time = 10 * 60 * MICROS_PER_SECOND

/** Brings exchange and market sources forward together, in order of time, and publishes what happens. */
export class Timeline {
  readonly #exchange: Exchange
  readonly #feed: Feed
  readonly #sources: readonly MarketSource[]
  readonly #onFailed: () => void
  #advancing = false
  #failed = false

  /** @param onFailed hears once of a fault in the middle of a step, after which nothing moves any more */
  constructor(
    exchange: Exchange,
    feed: Feed,
    sources: readonly MarketSource[],
    onFailed: () => void = () => {},
  ) {
    this.#exchange = exchange
    this.#feed = feed
    this.#sources = sources
    this.#onFailed = onFailed
  }

  get hasFailed(): boolean {
    return this.#failed
  }

  get time(): Time {
    return this.#exchange.view.time
  }

  /** When a source next has something to say. */
  nextDue(): Time | undefined {
    return this.#earliest()?.nextDue()
  }

  run(command: Command): readonly ExchangeEvent[] {
    if (this.#failed) throw new Error('The world has stopped after a fault')
    try {
      const events = this.#exchange.execute(command)
      this.#feed.publish(events)
      for (const event of events) if (event.type === 'CorporateActionTookEffect') this.#adjust(event)
      return events
    } catch (error) {
      this.fail()
      throw error
    }
  }

  /** Up to and with `target`. A listener that asks for the time meanwhile gets that of the event it hears. */
  advanceTo(target: Time): void {
    if (this.#advancing || this.#failed) return
    this.#advancing = true
    try {
      this.#restBefore(target)
      while (this.#step(target));
      this.#moveTo(target)
    } catch (error) {
      this.fail()
      throw error
    } finally {
      this.#advancing = false
    }
  }

  /** Executes what is due first, at its own time, unless that is after `target`; false when there was nothing. */
  step(target: Time): boolean {
    if (this.#advancing || this.#failed) return false
    this.#advancing = true
    try {
      this.#restBefore(target)
      return this.#step(target)
    } catch (error) {
      this.fail()
      throw error
    } finally {
      this.#advancing = false
    }
  }

  #adjust({ symbol, terms }: CorporateActionTookEffect): void {
    for (const source of this.#sources) source.adjust?.(symbol, terms)
  }

  /** From now on nothing moves, as after a fault in the middle of a step: what a command had changed when it broke off, nobody knows. */
  fail(): void {
    if (this.#failed) return
    this.#failed = true
    this.#onFailed()
  }

  #restBefore(target: Time): void {
    const time = target - LONGEST_PLAYED
    if (this.time < time) for (const source of this.#sources) source.restUntil?.(time)
  }

  /** Stops where something is due in the exchange itself: what is published then shows it as it is at that instant. */
  #step(target: Time): boolean {
    const first = this.#earliest()
    const due = first?.nextDue() ?? Number.POSITIVE_INFINITY
    const own = this.#exchange.nextDue() ?? Number.POSITIVE_INFINITY
    if (own > this.time && own <= target && own < due) {
      this.#moveTo(own)
      return true
    }
    if (first === undefined || due > target) return false
    this.#moveTo(due)
    play(first, this.#exchange.view, (command) => this.run(command))
    return true
  }

  #moveTo(time: Time): void {
    if (time > this.time) this.run({ type: 'AdvanceTo', time })
  }

  #earliest(): MarketSource | undefined {
    let earliest: MarketSource | undefined
    let earliestDue = Number.POSITIVE_INFINITY
    for (const source of this.#sources) {
      const due = source.nextDue()
      if (due === undefined || due >= earliestDue) continue
      earliest = source
      earliestDue = due
    }
    return earliest
  }
}
