import type { Bar } from '@openbourse/spec'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { Contents } from '../contents.ts'
import type { TradeBar } from '../history/bars.ts'
import { toWireBar } from '../wire/bar.ts'

const BAR_LENGTH = 260

/** A bar as it stands: after a print, or when the clock has passed its end. */
export interface ToldBar {
  readonly bar: TradeBar
  readonly time: Time
}

export class BarProjection implements Contents<ToldBar> {
  readonly width = 1
  readonly #instrument: Instrument

  constructor(instrument: Instrument) {
    this.#instrument = instrument
  }

  write({ bar, time }: ToldBar, numbers: Float64Array, at: number): TradeBar {
    numbers[at] = time
    return bar
  }

  read(numbers: Float64Array, at: number, bar: TradeBar): ToldBar {
    return { bar, time: numbers[at] ?? 0 }
  }

  typeOf(): string {
    return 'bar'
  }

  timeOf({ time }: ToldBar): Time {
    return time
  }

  lengthOf(): number {
    return BAR_LENGTH
  }

  render({ bar }: ToldBar): Bar {
    return toWireBar(this.#instrument, bar)
  }
}
