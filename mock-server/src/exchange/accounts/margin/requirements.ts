import type { Instrument } from '../../instruments/instrument.ts'
import { isMarginable } from '../../instruments/instrument.ts'
import { parameters } from '../../parameters/parameters.ts'
import { divideUp, UNIT } from '../../values/decimal.ts'
import type { Lots, Minor, Time } from '../../values/types.ts'
import { scaleOf } from '../../values/wire.ts'
import type { HouseRequirement, MarginRules } from './margin-rules.ts'

/**
 * How much equity must stand behind a position or an order of a value. `initial` is what Regulation T wants when it
 * is opened, `maintenance` what FINRA and the broker want as long as it is open, `full` what it takes without credit.
 */
export interface Requirement {
  readonly initial: Minor
  readonly maintenance: Minor
  readonly full: Minor
}

export const NO_REQUIREMENT: Requirement = { initial: 0n, maintenance: 0n, full: 0n }

/** `lots` is negative for what is short; `value` is positive. */
export function requirementOf(
  rules: MarginRules,
  instrument: Instrument,
  lots: Lots,
  value: Minor,
  time: Time,
): Requirement {
  if (lots > 0 && !isMarginable(instrument)) return { initial: value, maintenance: value, full: value }
  const short = lots < 0
  const units = BigInt(Math.abs(lots)) * scaleOf(instrument).lot.units
  const regulatory = short
    ? shortMaintenance(units, value, time)
    : share(value, parameters.at('maintenanceMargin', time))
  const maintenance = greater(regulatory, houseMaintenance(rules, short, units, value, time))
  const initial = greater(maintenance, share(value, parameters.at('initialMargin', time)))
  return { initial, maintenance, full: short ? initial : value }
}

export function sumOf(one: Requirement, other: Requirement): Requirement {
  return {
    initial: one.initial + other.initial,
    maintenance: one.maintenance + other.maintenance,
    full: one.full + other.full,
  }
}

/** FINRA rule 4210(c)(2) and (3): by share at low prices, of the value at high ones. `units` are of 1e-8 shares. */
function shortMaintenance(units: bigint, value: Minor, time: Time): Minor {
  const isLow = value < priced(units, parameters.at('shortMaintenanceStep', time))
  const [rate, perShare] = isLow
    ? (['shortMaintenanceLow', 'shortMaintenanceLowPerShare'] as const)
    : (['shortMaintenance', 'shortMaintenancePerShare'] as const)
  return greater(share(value, parameters.at(rate, time)), priced(units, parameters.at(perShare, time)))
}

function houseMaintenance(
  { house }: MarginRules,
  short: boolean,
  units: bigint,
  value: Minor,
  time: Time,
): Minor {
  let most = 0n
  for (const { side, rate, belowPrice } of house ?? lowPriced(time)) {
    if (short !== (side === 'short')) continue
    if (belowPrice !== undefined && value >= priced(units, belowPrice)) continue
    most = greater(most, share(value, rate))
  }
  return most
}

function lowPriced(time: Time): readonly HouseRequirement[] {
  return [
    {
      side: 'long',
      rate: parameters.at('houseLowPriceMargin', time),
      belowPrice: parameters.at('houseLowPrice', time),
    },
  ]
}

/** Rounded up to a minor unit: a requirement is never less than the rate says. */
function share(value: Minor, rate: bigint): Minor {
  return divideUp(value * rate, UNIT)
}

function priced(units: bigint, price: Minor): Minor {
  return divideUp(units * price, UNIT)
}

export function greater(one: Minor, other: Minor): Minor {
  return one > other ? one : other
}
