/** Whether the server answers for a Host header. */
export type HostCheck = (host: string | undefined) => boolean

/**
 * A server bound to loopback answers for loopback names only: a page of another host whose name was made to point
 * at this machine (DNS rebinding) must not reach it. Any other bind was chosen to be reached, by whatever name.
 */
export function createHostCheck(boundTo: string): HostCheck {
  if (!isLoopbackName(boundTo)) return () => true
  return (host) => host !== undefined && isLoopbackName(host.replace(/:\d*$/, ''))
}

export function isLoopbackName(name: string): boolean {
  const bare = name.toLowerCase().replace(/^\[|\]$/g, '')
  return (
    bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
  )
}
