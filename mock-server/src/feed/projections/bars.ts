import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { TradeBar } from '../history/bars.ts'
import type { MessageContent, MessageKind } from '../message.ts'
import { toWireBar } from '../wire/bar.ts'

const BAR_LENGTH = 260

/** A bar as it stands: after a print, or when the clock has passed its end. */
export class BarProjection {
  readonly #instrument: Instrument

  constructor(instrument: Instrument) {
    this.#instrument = instrument
  }

  project(bar: TradeBar, time: Time): MessageContent<TradeBar> {
    return { kind: this.#bar, time, dataLength: BAR_LENGTH, facts: bar }
  }

  readonly #bar: MessageKind<TradeBar> = { type: 'bar', render: (bar) => toWireBar(this.#instrument, bar) }
}
