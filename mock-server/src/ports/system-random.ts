/** The machine's chance: only for names that must never repeat, never for the market. */

/** A new opaque epoch. */
export function randomEpoch(): string {
  return globalThis.crypto.randomUUID().replaceAll('-', '').slice(0, 16)
}

/** A key for signatures that nobody outside the process can make. */
export function randomSecret(): string {
  return globalThis.crypto.randomUUID()
}

/** A seed for a world that was given none, from 1 to 2^31 - 1, so that a printed seed can be typed again. */
export function randomSeed(): number {
  const [value = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1))
  return (value % 0x7fff_fffe) + 1
}

/** 32 bytes that nobody can guess. */
export function randomKey(): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(32))
}

/** 192 bits that nobody can guess, as 48 hexadecimal digits. */
export function randomToken(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(24))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
