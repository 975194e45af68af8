import { ConfigurationError } from './errors/client-errors.ts'

/** @throws ConfigurationError naming the nearest known name: a mistyped option must not be ignored. */
export function refuseUnknown(what: string, given: object, known: string): void {
  const names = known.split(' ')
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue
    const label = what.endsWith('.') ? what + name : `${what} ${name}`
    throw new ConfigurationError(`unknown ${label}; did you mean ${nearest(name, names)}?`)
  }
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
