/**
 * One line of `results/latest.json`: medians of alternating runs, all sides measured in one process tree. Ratios are
 * medians of the ratios of each turn: what the machine was beside, it was for both.
 */
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
  /** @default 5 */
  readonly runs?: number
  /** How often ours and the limit are measured in turn in a run: more for samples of some milliseconds. @default 1 */
  readonly turns?: number
  readonly target?: {
    readonly text: string
    readonly met: (result: Omit<Result, 'target'>) => boolean
    /** Why it is missed, where it is. */
    readonly reason?: string
  }
  readonly note?: string
}

/** Measures ours and the limit in turn, and the peers beside them. */
export async function compare(comparison: Comparison): Promise<Result> {
  const { name, unit, better, limit, peers = {}, runs = 5, turns = 1 } = comparison
  const ours: number[] = []
  const limits: number[] = []
  const theirs: Record<string, number[]> = mapValues(peers, () => [])
  const ratios: Record<string, number[]> = mapValues(peers, () => [])
  for (let run = 0; run < runs; run += 1) {
    for (let turn = 0; turn < turns; turn += 1) {
      ours.push(await comparison.ours())
      if (limit) limits.push(await limit())
    }
    for (const [peer, sample] of Object.entries(peers)) {
      const value = await sample()
      theirs[peer]?.push(value)
      ratios[peer]?.push(ratioOf(better, median(ours.slice(-turns)), value))
    }
  }
  const ratiosToLimit = limits.map((value, turn) => ratioOf(better, ours[turn] ?? Number.NaN, value))
  const result = {
    name,
    unit,
    ours: round(median(ours)),
    peer: mapValues(theirs, (values) => round(median(values))),
    limit: limit ? round(median(limits)) : null,
    ratioToPeer: mapValues(ratios, (values) => round(median(values))),
    ratioToLimit: limit ? round(median(ratiosToLimit)) : null,
    runs: runs * turns,
    spread: round(spread(ours)),
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

/** How many times as good as the other. */
function ratioOf(better: Comparison['better'], ours: number, theirs: number): number {
  return better === 'higher' ? ours / theirs : theirs / ours
}

function mapValues<From, To>(values: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]))
}
