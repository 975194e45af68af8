import { KeyedWindows } from './keyed-windows.ts'
import type { RateLimitRule } from './rate-limits.ts'

/**
 * Wrong secrets, counted by the client that they were for and the address that they came from: an address cannot
 * guess on, and cannot shut a client out that asks from elsewhere.
 */
export interface Attempts {
  /** Whole seconds for which nothing is looked at; 0 when a secret may be tried. */
  secondsLeft(clientId: string, address: string | undefined): number
  failed(clientId: string, address: string | undefined): void
  succeeded(clientId: string, address: string | undefined): void
}

/** @param nowMs The security clock. */
export function createAttempts(rule: RateLimitRule, nowMs: () => number): Attempts {
  const windows = new KeyedWindows(rule)
  const keyOf = (clientId: string, address = ''): string => `${address} ${clientId}`
  return {
    secondsLeft: (clientId, address) => windows.secondsLeft(keyOf(clientId, address), nowMs()),
    failed: (clientId, address) => void windows.accept(keyOf(clientId, address), nowMs()),
    succeeded: (clientId, address) => windows.forget(keyOf(clientId, address)),
  }
}
