/**
 * A copy of a foreign error that keeps what helps (name, message, code, stack, its own cause) and drops every other
 * property: an injected `fetch` may hang the whole request, credentials included, on what it throws.
 */
export function safeCause(error: unknown, depth = 3): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? redact(error) : undefined
  const copy: Error & { code?: string } = new Error(redact(error.message))
  Object.defineProperty(copy, 'name', { value: error.name })
  if (error.stack !== undefined) Object.defineProperty(copy, 'stack', { value: redact(error.stack) })
  const { code } = error as { readonly code?: unknown }
  if (typeof code === 'string') copy.code = code
  if (error.cause !== undefined && depth > 1) {
    Object.defineProperty(copy, 'cause', { value: safeCause(error.cause, depth - 1) })
  }
  return copy
}

const redact = (text: string): string =>
  text.replace(/\b(Bearer|Basic)\s+[^\s"',;]+|\b[mpl]k_[^\s"',;]+/g, '[REDACTED]')
