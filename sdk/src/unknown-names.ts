import { ConfigurationError } from './errors/client-errors.ts'

/** @throws ConfigurationError naming the nearest known name: a mistyped option must not be ignored. */
export function refuseUnknown(what: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new ConfigurationError(`unknown ${what}${unknown}; did you mean ${nearest(unknown, known)}?`)
}

/** The known name with most pairs of neighbouring letters in common, for its length. */
function nearest(name: string, known: readonly string[]): string {
  const likeness = (candidate: string) => {
    const text = candidate.toLowerCase()
    const shared = [...name.toLowerCase()].filter((letter, at, all) => text.includes(letter + all[at + 1]))
    return shared.length / (text.length + name.length)
  }
  return known.reduce((best, each) => (likeness(each) > likeness(best) ? each : best))
}
