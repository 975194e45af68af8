/** CRC-32C (Castagnoli), reflected, as iSCSI (RFC 3720, appendix B.4) and most storage formats use it. */
const POLYNOMIAL = 0x82f63b78

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1
  return rest
})

/** @param before the checksum of what stands before these bytes */
export function crc32c(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  // Megabytes come by here at a restart: an index is several times as fast as an iterator.
  for (let index = 0; index < bytes.length; index += 1) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0)
  }
  return (crc ^ 0xffff_ffff) >>> 0
}
