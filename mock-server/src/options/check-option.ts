/** The words in which a wrong option is refused. */

export function checkNames(kind: string, given: object, known: object): void {
  const wrong = Object.keys(given).find((name) => !Object.hasOwn(known, name))
  if (wrong === undefined) return
  throw new RangeError(`There is no ${kind} ${show(wrong)}; there are ${Object.keys(known).join(', ')}`)
}

export function expect(right: boolean, fault: () => readonly [rule: string, given: unknown]): void {
  if (right) return
  const [rule, given] = fault()
  throw new RangeError(`${rule}, not ${show(given)}`)
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

export function show(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}
