/** One line of `results/latest.json`: medians of alternating runs, all sides measured in one process tree. */
export interface Result {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly peer: Record<string, number>
  readonly limit: number | null
  /** How many times as good as each peer we are: ours over theirs for rates, theirs over ours for times and sizes. */
  readonly ratioToPeer: Record<string, number>
  readonly ratioToLimit: number | null
  readonly runs: number
  /** Interquartile range over median, of our own runs. */
  readonly spread: number
  /** The figure this line should reach, and whether it did. */
  readonly target?: { readonly text: string; readonly met: boolean; readonly reason?: string }
  readonly note?: string
}

export type Sample = () => number | Promise<number>

export interface Comparison {
  readonly name: string
  readonly unit: string
  readonly better: 'higher' | 'lower'
  readonly ours: Sample
  readonly peers?: Record<string, Sample>
  readonly limit?: Sample
  readonly runs?: number
  readonly target?: {
    readonly text: string
    readonly met: (result: Omit<Result, 'target'>) => boolean
    /** Why it is missed, where it is. */
    readonly reason?: string
  }
  readonly note?: string
}

/** Runs all sides in turn, so that a busy machine is busy for each of them, and compares medians. */
export async function compare(comparison: Comparison): Promise<Result> {
  const { name, unit, better, peers = {}, runs = 5 } = comparison
  const sides: Record<string, Sample> = { ours: comparison.ours, ...prefixed('peer:', peers) }
  if (comparison.limit) sides.limit = comparison.limit
  const samples: Record<string, number[]> = Object.fromEntries(Object.keys(sides).map((side) => [side, []]))
  for (let run = 0; run < runs; run++) {
    for (const [side, sample] of Object.entries(sides)) samples[side]?.push(await sample())
  }
  const ours = median(samples.ours ?? [])
  const ratio = (theirs: number) => round(better === 'higher' ? ours / theirs : theirs / ours)
  const peer = Object.fromEntries(
    Object.keys(peers).map((key) => [key, median(samples[`peer:${key}`] ?? [])]),
  )
  const limit = samples.limit ? median(samples.limit) : null
  const result = {
    name,
    unit,
    ours: round(ours),
    peer: mapValues(peer, round),
    limit: limit === null ? null : round(limit),
    ratioToPeer: mapValues(peer, ratio),
    ratioToLimit: limit === null ? null : ratio(limit),
    runs,
    spread: round(spread(samples.ours ?? [])),
    ...(comparison.note ? { note: comparison.note } : {}),
  }
  const { target } = comparison
  if (!target) return result
  const { text, reason } = target
  const met = target.met(result)
  return { ...result, target: { text, met, ...(reason && !met ? { reason } : {}) } }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  const position = (sorted.length - 1) * at
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

/** Operations a second of a synchronous piece of work. */
export function rateOf(operations: number, work: () => void): number {
  const start = process.hrtime.bigint()
  work()
  return operations / (Number(process.hrtime.bigint() - start) / 1e9)
}

function spread(values: readonly number[]): number {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / median(values)
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

function prefixed(prefix: string, samples: Record<string, Sample>): Record<string, Sample> {
  return Object.fromEntries(Object.entries(samples).map(([key, sample]) => [prefix + key, sample]))
}

function mapValues(values: Record<string, number>, map: (value: number) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]))
}
