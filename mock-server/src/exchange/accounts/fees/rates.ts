import { type ParameterName, parameters } from '../../parameters/parameters.ts'
import type { Time } from '../../values/types.ts'

/** The numbers of a schedule: rates make a fee dearer as they grow, bounds cheaper. */
export interface Rates {
  rate(name: ParameterName): bigint
  bound(name: ParameterName): bigint
}

/** Those of a day. */
export function ratesAt(time: Time): Rates {
  const at = (name: ParameterName): bigint => parameters.at(name, time)
  return { rate: at, bound: at }
}

/** The dearest of all days: what an order reserves, because it may trade on any of them. */
export const DEAREST: Rates = {
  rate: (name) => parameters.most(name),
  bound: (name) => parameters.least(name),
}
