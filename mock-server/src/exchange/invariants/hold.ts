/** The numbers are put into words only when they are wrong. */
export function hold(condition: boolean, invariant: string, numbers: () => string): asserts condition {
  if (!condition) throw new Error(`exchange invariant broken: ${invariant}: ${numbers()}`)
}
