/** HMAC-SHA-256 of the platform (WebCrypto), looked up at each use, which compares in constant time. */
export async function verifyHmac(
  key: Uint8Array<ArrayBuffer>,
  signatures: readonly Uint8Array<ArrayBuffer>[],
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['verify'])
  const fits = signatures.map((signature) => crypto.subtle.verify('HMAC', imported, signature, signed))
  return (await Promise.all(fits)).includes(true)
}
