import type { OAuthError } from '@openbourse/spec'
import type { Principal, Scope } from '../../worlds/principal.ts'
import { ALL_SCOPES } from '../../worlds/signing-keys.ts'
import type { Operation, PublicContext } from '../context.ts'
import { type ClientSecret, readBasic } from '../oauth/basic.ts'
import { OAUTH_HEADERS, refuseToken } from '../oauth/refuse-token.ts'

const TOKEN_SECONDS = 3600

type Form = Parameters<Operation<'createAccessToken'>>[0]['body']

/** The client credentials grant of RFC 6749, section 4.4. A client is a key with a shared secret. */
export const createAccessToken: Operation<'createAccessToken'> = ({ body }, context) => {
  const client = findClient(body, context)
  if ('error' in client) return refuseToken(client.error, client.description)
  if (body.grant_type !== 'client_credentials') {
    return refuseToken('unsupported_grant_type', 'The one grant type is client_credentials')
  }
  const scopes = readScopes(body.scope, client)
  if (scopes === undefined) {
    return refuseToken('invalid_scope', `This client may have the scopes ${client.scopes.join(' ')}`)
  }
  const { token } = context.world.authenticator.issueAccessToken(client, scopes, TOKEN_SECONDS * 1000)
  const answer = { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS } as const
  return { status: 200, headers: OAUTH_HEADERS, body: { ...answer, scope: scopes.join(' ') } }
}

interface Fault {
  readonly error: OAuthError['error']
  readonly description: string
}

/** By Basic or by the form; a client uses one of them. */
function findClient(form: Form, { header, world }: PublicContext): Principal | Fault {
  const authorization = header('authorization')
  const inForm = form.client_id !== undefined || form.client_secret !== undefined
  if (authorization !== undefined && inForm) {
    return { error: 'invalid_request', description: 'Send the client by Basic or in the form, not both' }
  }
  const given: ClientSecret | undefined = inForm
    ? { id: form.client_id ?? '', secret: form.client_secret ?? '' }
    : readBasic(authorization)
  const client = given && world.authenticator.client(given.id, given.secret)
  return client ?? { error: 'invalid_client', description: 'No such client, or another secret' }
}

/** Undefined when the client may not have one of them. */
function readScopes(text: string | undefined, { scopes }: Principal): readonly Scope[] | undefined {
  if (text === undefined) return scopes
  const asked = [...new Set(text.split(' '))]
  const granted = ALL_SCOPES.filter((scope) => asked.includes(scope) && scopes.includes(scope))
  return granted.length === asked.length ? granted : undefined
}
