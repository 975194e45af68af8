import type { Ticks, Time } from '../../exchange/values/types.ts'

/** Which resting orders are canceled first. */
export interface CancellationLaw {
  /** Resting orders at which as many cancels are tried as succeed; the more rest, the more are canceled. */
  readonly crowd: number
  /** An order so old is half as likely to be canceled as a new one. */
  readonly patienceSeconds: number
  /** An order so far from the best is half as likely to be canceled as one there. */
  readonly restTicks: Ticks
}

/** How ready an order is to be canceled: the young and the near go first, as those do who quote. */
export function haste(law: CancellationLaw, ageMicros: Time, distanceTicks: Ticks): number {
  const young = law.patienceSeconds / (law.patienceSeconds + ageMicros / 1_000_000)
  const near = law.restTicks / (law.restTicks + Math.max(0, distanceTicks))
  return young * near
}
