import type { AddressRange } from '../webhooks/address.ts'
import { LOOPBACK, rangeOf } from '../webhooks/special-addresses.ts'
import { isLoopbackName } from './hosts.ts'

/**
 * What webhooks of a server may reach beside the public internet. One that only this machine reaches may reach only
 * this machine: whoever makes a webhook there could do the same without it.
 *
 * @throws RangeError on what is no range
 */
export function webhookRanges(texts: readonly string[], boundTo: string): readonly AddressRange[] {
  if (!Array.isArray(texts)) throw new RangeError(`webhookAllow is an array such as ['10.0.0.0/8']`)
  return [...(isLoopbackName(boundTo) ? LOOPBACK : []), ...texts.map(rangeOf)]
}
