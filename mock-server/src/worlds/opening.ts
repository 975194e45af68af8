import type { Command } from '../exchange/commands.ts'
import type { ExchangeEvent } from '../exchange/events.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import type { Time } from '../exchange/values/types.ts'
import type { Feed } from '../feed/feed.ts'
import { openingCommands } from './accounts.ts'
import { movedTo, type WorldClock, worldTime } from './clock.ts'
import type { Reopening } from './reopening.ts'
import type { ScriptedMarket } from './scripted-market.ts'
import type { Timeline } from './timeline.ts'
import type { WorldOptions } from './world-options.ts'

/** A world that is about to begin, or to go on, at a time. */
export interface Stage {
  readonly timeline: Timeline
  readonly view: ExchangeView
  readonly feed: Feed
  readonly script: ScriptedMarket
  readonly startTime: Time
}

/** The first commands: in this order, so that the same options give the same numbers everywhere. */
export function openWorld({ timeline, script, startTime }: Stage, options: WorldOptions): void {
  const { markets, replay, accounts, accountDefaults } = options
  timeline.run({ type: 'AdvanceTo', time: startTime })
  const instruments = [...(replay?.instruments ?? []), ...markets.map((market) => market.instrument)]
  for (const instrument of instruments) timeline.run({ type: 'ListInstrument', instrument })
  for (const command of replay?.opening ?? []) timeline.run(command)
  for (const command of script.openingCommands()) timeline.run(command)
  for (const command of openingCommands(accounts, accountDefaults)) assertDone(command, timeline.run(command))
}

/** The market comes back to a world that an earlier process left; what fell due meanwhile happens first. */
export function reopenWorld({ timeline, view, feed, startTime }: Stage, { before, after }: Reopening): void {
  const { time } = view
  const customers = [...view.accounts()].filter(({ kind }) => kind === 'customer')
  feed.publish(customers.map(({ accountId }) => ({ type: 'AccountChanged', time, accountId })))
  for (const command of before) timeline.run(command)
  timeline.advanceTo(startTime)
  for (const command of after(view)) timeline.run(command)
}

/** @throws Error when the exchange refused */
export function assertDone(command: Command, events: readonly ExchangeEvent[]): void {
  for (const event of events) {
    if (event.type !== 'CommandRejected') continue
    const { code, detail } = event.rejection
    throw new Error(`Failed to execute ${command.type}: ${detail} (${code})`)
  }
}

/** The clock of a world that goes on, which had come to `time`. */
export function resumedClock({ clock, clockFrom, machine }: WorldOptions, time: Time): WorldClock {
  return (
    clockFrom?.(time) ?? movedTo(clock, Math.max(time, worldTime(clock, machine.nowMs())), machine.nowMs())
  )
}
