/** The words in which a wrong option is refused. */

export function checkNames(kind: string, given: object, known: object): void {
  const wrong = Object.keys(given).find((name) => !Object.hasOwn(known, name))
  if (wrong === undefined) return
  throw new RangeError(`There is no ${kind} ${show(wrong)}; there are ${Object.keys(known).join(', ')}`)
}

/** The same of what a call is given, before anything is done with it: a name that is misspelt must not be passed over. */
export function checked<Given>(
  kind: string,
  given: Given,
  known: Readonly<Record<keyof Given, true>>,
): Given {
  if (isObject(given)) checkNames(kind, given, known)
  return given
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
  // As JSON the numbers that are none would be null.
  if (typeof value === 'number') return String(value)
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}
