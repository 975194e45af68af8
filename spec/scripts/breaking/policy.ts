/** Which breaking changes may stay: all of them in a version that says so, else only those with a reason. */
import type { Break } from './break.ts'

export interface Exception {
  readonly rule: string
  readonly at: string
  readonly reason: string
}

export interface Judgement {
  readonly refused: readonly Break[]
  /** Exceptions that name no break, or no reason. */
  readonly wrongExceptions: readonly Exception[]
}

export function judge(
  breaks: readonly Break[],
  exceptions: readonly Exception[],
  versions: { readonly released: string; readonly current: string },
): Judgement {
  const excuses = (exception: Exception, found: Break) =>
    exception.rule === found.rule && exception.at === found.at
  const refused = breaks.filter((found) => !exceptions.some((exception) => excuses(exception, found)))
  const wrongExceptions = exceptions.filter(
    (exception) => !exception.reason?.trim() || !breaks.some((found) => excuses(exception, found)),
  )
  return { refused: allowsBreaks(versions.released, versions.current) ? [] : refused, wrongExceptions }
}

/** Whether a version may break what an earlier one promised: a higher major one, before 1.0 a higher minor one. */
export function allowsBreaks(released: string, current: string): boolean {
  const [major = 0, minor = 0] = released.split('.').map(Number)
  const [majorNow = 0, minorNow = 0] = current.split('.').map(Number)
  if (majorNow !== major) return majorNow > major
  return major === 0 && minorNow > minor
}
