/**
 * A copy of a foreign error that keeps what helps (name, message, code, stack, its own cause) and drops every other
 * property: an injected `fetch` may hang the whole request, credentials included, on what it throws.
 */
export function safeCause(error: unknown, depth = 3): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? redact(error) : undefined
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown }
  const copy = new Error(
    redact(error.message),
    depth > 1 && cause ? { cause: safeCause(cause, depth - 1) } : {},
  )
  copy.name = error.name
  copy.stack = redact(error.stack ?? '')
  return typeof code === 'string' ? Object.assign(copy, { code }) : copy
}

const redact = (text: string): string =>
  text.replace(/\b(Bearer|Basic)\s+[^\s"',;]+|\b[mpl]k_[^\s"',;]+/g, '[REDACTED]')
