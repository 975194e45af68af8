import type { SendOutcome } from './send.ts'

/** What an outcome means for its delivery. */
export type Verdict =
  | 'succeeded'
  /** Another attempt may help. */
  | 'retry'
  /** The receiver wants nothing any more: its webhook is disabled (410, as the convention asks). */
  | 'gone'
  /** No attempt ever will. */
  | 'hopeless'

export function judge(outcome: SendOutcome): Verdict {
  if ('error' in outcome) return outcome.error === 'no-transport' ? 'hopeless' : 'retry'
  const { statusCode } = outcome
  if (statusCode >= 200 && statusCode < 300) return 'succeeded'
  return statusCode === 410 ? 'gone' : 'retry'
}
