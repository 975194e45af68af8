import { notify, type ObserveClient } from '../observability/client-event.ts'

/** Tells observers of deprecated operations: once of each, whichever answer says it first. */
export function createDeprecationNotice(
  observe: ObserveClient | undefined,
): (operationId: string, headers: Headers) => void {
  const told = new Set<string>()
  return (operationId, headers) => {
    const since = headers.get('deprecation')
    if (since === null || told.has(operationId)) return
    told.add(operationId)
    const sunset = headers.get('sunset') ?? undefined
    notify(observe, { type: 'deprecation', operationId, since, sunset })
  }
}
