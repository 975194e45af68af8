import type { Command } from '../exchange/commands.ts'
import type { Time } from '../exchange/values/types.ts'
import type { WorldClock } from './clock.ts'
import type { CorporateActionInput } from './corporate-action-input.ts'
import type { ScriptedQuote, ScriptedTrade, TradeCorrection } from './scripted-market.ts'
import type { World } from './world.ts'

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
