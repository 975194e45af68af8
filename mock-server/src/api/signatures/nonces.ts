/** Nonces of one key that may still come again. */
export interface NonceMemory {
  /** Remembers the nonce until `dropAfterS` (seconds since 1970) has passed. */
  remember(nonce: string, nowS: number, dropAfterS: number): 'new' | 'repeated' | 'full'
}

export const NONCES_OF_A_KEY = 100_000

export function createNonceMemory(capacity: number = NONCES_OF_A_KEY): NonceMemory {
  const known = new Set<string>()
  /** By the second that they are kept to: at most as many as a signature may live. */
  const bySecond = new Map<number, string[]>()

  /** Of the last look for what may be forgotten; within one second there is nothing new to forget. */
  let lookedAt = 0

  const forget = (nowS: number): void => {
    if (Math.ceil(nowS) === lookedAt) return
    lookedAt = Math.ceil(nowS)
    for (const [second, nonces] of bySecond) {
      if (second >= nowS) continue
      for (const nonce of nonces) known.delete(nonce)
      bySecond.delete(second)
    }
  }
  return {
    remember(nonce, nowS, dropAfterS) {
      forget(nowS)
      if (known.has(nonce)) return 'repeated'
      if (known.size >= capacity) return 'full'
      known.add(nonce)
      const second = Math.ceil(dropAfterS)
      const sameSecond = bySecond.get(second)
      if (sameSecond === undefined) bySecond.set(second, [nonce])
      else sameSecond.push(nonce)
      return 'new'
    },
  }
}
