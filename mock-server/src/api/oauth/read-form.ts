/**
 * The fields of an `application/x-www-form-urlencoded` body; undefined when one is sent twice. A field without a value
 * counts as not sent (RFC 6749, section 3.2).
 */
export function readForm(text: string): Readonly<Record<string, string>> | undefined {
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) return undefined
    fields.set(name, value)
  }
  return Object.fromEntries([...fields].filter(([, value]) => value !== ''))
}
