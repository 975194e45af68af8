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

/** The known name with the fewest edits. */
function nearest(name: string, known: readonly string[]): string {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index)
    for (const [i, letter] of [...a].entries()) {
      const next = [i + 1]
      for (let j = 0; j < b.length; j++) {
        const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1)
        next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
      }
      row = next
    }
    return row[b.length] ?? 0
  }
  const lower = name.toLowerCase()
  const by = (candidate: string) => distance(lower, candidate.toLowerCase())
  return known.reduce((best, candidate) => (by(candidate) < by(best) ? candidate : best))
}
