/** Chance, injected: jitter and new ids draw from here and from nowhere else. */
export interface Random {
  /** A number in [0, 1), for jitter. */
  fraction(): number
  /** Unpredictable bytes, for ids. */
  bytes(length: number): Uint8Array
}

export const systemRandom: Random = {
  fraction: () => Math.random(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}
