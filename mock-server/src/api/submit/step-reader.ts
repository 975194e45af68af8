import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Lots, Ticks } from '../../exchange/values/types.ts'
import { toLots, toTicks } from '../../exchange/values/wire.ts'

/** Decimals of a request in ticks and lots; remembers whether one of them could not be counted so. */
export class StepReader {
  readonly #instrument: Instrument | undefined
  /** Whether all that was read so far is in whole steps of a listed instrument. */
  isWhole = true

  constructor(instrument: Instrument | undefined) {
    this.#instrument = instrument
  }

  /** 0 for what is off the step: the order is refused, and remembered as it was written. */
  ticks(text: string): Ticks {
    return this.#counted(this.#instrument && toTicks(this.#instrument, text))
  }

  lots(text: string): Lots {
    return this.#counted(this.#instrument && toLots(this.#instrument, text))
  }

  #counted(steps: number | undefined): number {
    if (steps === undefined) this.isWhole = false
    return steps ?? 0
  }
}
