import { parseDecimal, UNIT } from '../values/decimal.ts'
import { MICROS_PER_DAY, parseDays } from '../values/time.ts'
import type { Time } from '../values/types.ts'

/** One value of a rule or rate of the real world, and since when it is so. */
export interface ParameterRow<Name extends string = string> {
  readonly name: Name
  /** A decimal of the contract. */
  readonly value: string
  readonly unit: string
  /** `YYYY-MM-DD`: the first day on which it is so, in New York for rules of the United States. */
  readonly from: string
  /**
   * Where it is written; `second hand`: as others quote that document, which was not read itself. Or `unconfirmed`:
   * a value to be changed rather than relied on.
   */
  readonly source: string
}

/** What changes with time, looked up by its name. */
export class ParameterTable<Name extends string> {
  readonly rows: readonly ParameterRow<Name>[]
  readonly #values: ReadonlyMap<string, readonly DatedValue[]>
  readonly #bounds: ReadonlyMap<string, Bounds>

  /** @throws RangeError when a row has no decimal or no date, or a later row of a name is not later in time */
  constructor(rows: readonly ParameterRow<Name>[]) {
    this.rows = rows
    const values = new Map<string, DatedValue[]>()
    for (const row of rows) {
      const [earlier = [], next] = [values.get(row.name), read(row)]
      if ((earlier.at(-1)?.day ?? Number.NEGATIVE_INFINITY) >= next.day) {
        throw new RangeError(`parameters: ${row.name} from ${row.from} does not follow the row before it`)
      }
      values.set(row.name, [...earlier, next])
    }
    this.#values = values
    this.#bounds = new Map([...values].map(([name, dated]) => [name, boundsOf(dated)]))
  }

  /** The value on a day, in units of 1e-8; before its first row a parameter has the value of that row. */
  on(name: Name, day: number): bigint {
    const values = this.#values.get(name) ?? []
    let value = values[0]?.units ?? 0n
    for (const next of values) if (next.day <= day) value = next.units
    return value
  }

  /** The value at a time, whose day is that of UTC. */
  at(name: Name, time: Time): bigint {
    return this.on(name, dayOf(time))
  }

  /** The highest value that it ever has: the bound of what happens on a day that is not known yet. */
  most(name: Name): bigint {
    return this.#bounds.get(name)?.most ?? 0n
  }

  /** The lowest value that it ever has. */
  least(name: Name): bigint {
    return this.#bounds.get(name)?.least ?? 0n
  }

  /** The same of what is counted in whole numbers, such as days or minutes. */
  countOn(name: Name, day: number): number {
    return Number(this.on(name, day) / UNIT)
  }

  countAt(name: Name, time: Time): number {
    return this.countOn(name, dayOf(time))
  }
}

function dayOf(time: Time): number {
  return Math.floor(time / MICROS_PER_DAY)
}

interface DatedValue {
  readonly day: number
  readonly units: bigint
}

interface Bounds {
  readonly least: bigint
  readonly most: bigint
}

function boundsOf(dated: readonly DatedValue[]): Bounds {
  const units = dated.map((value) => value.units)
  return {
    least: units.reduce((one, other) => (one < other ? one : other)),
    most: units.reduce((one, other) => (one > other ? one : other)),
  }
}

function read({ name, value, from }: ParameterRow): DatedValue {
  const units = parseDecimal(value)
  const [year = 0, month = 0, dayOfMonth = 0] = from.split('-').map(Number)
  const day = parseDays(year, month, dayOfMonth)
  if (units === undefined || day === undefined) {
    throw new RangeError(`parameters: ${name} has ${value} from ${from}, which is no decimal or no date`)
  }
  return { day, units }
}
