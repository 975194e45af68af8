/** Whether the server answers for a Host header. */
export type HostCheck = (host: string | undefined) => boolean

/**
 * Where names are given, the server answers for those and for loopback. Without: a server bound to loopback answers for loopback names only: a page of another host whose name was made to point
 * at this machine (DNS rebinding) must not reach it. Any other bind was chosen to be reached, by whatever name.
 */
export function createHostCheck(boundTo: string, allowed: readonly string[] = []): HostCheck {
  if (allowed.length === 0 && !isLoopbackName(boundTo)) return () => true
  const names = new Set(allowed.map((name) => name.toLowerCase()))
  return (host) => {
    const name = host?.replace(/:\d*$/, '').toLowerCase()
    return name !== undefined && (isLoopbackName(name) || names.has(name))
  }
}

export function isLoopbackName(name: string): boolean {
  const bare = name.toLowerCase().replace(/^\[|\]$/g, '')
  return (
    bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
  )
}
