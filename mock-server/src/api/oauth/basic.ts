export interface ClientSecret {
  readonly id: string
  readonly secret: string
}

/** Client id and secret of `Authorization: Basic`, each form-encoded before (RFC 6749, section 2.3.1). */
export function readBasic(header: string | undefined): ClientSecret | undefined {
  const base64 = /^Basic +([A-Za-z0-9+/]+=*) *$/i.exec(header ?? '')?.[1]
  if (base64 === undefined) return undefined
  try {
    const text = atob(base64)
    const colon = text.indexOf(':')
    if (colon === -1) return undefined
    return { id: formDecode(text.slice(0, colon)), secret: formDecode(text.slice(colon + 1)) }
  } catch {
    return undefined
  }
}

function formDecode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}
