import type { Principal, Scope } from '../../worlds/principal.ts'
import { ALL_SCOPES } from '../../worlds/signing-keys.ts'
import type { Operation, PublicContext } from '../context.ts'
import { type ClientSecret, readBasic } from '../oauth/basic.ts'
import { OAUTH_HEADERS, refuseToken } from '../oauth/refuse-token.ts'
import { type Refusal, refuse } from '../problems.ts'

const TOKEN_SECONDS = 3600

type Form = Parameters<Operation<'createAccessToken'>>[0]['body']

/** The client credentials grant of RFC 6749, section 4.4. A client is a key with a shared secret. */
export const createAccessToken: Operation<'createAccessToken'> = ({ body }, context) => {
  const given = readClient(body, context)
  if (given === 'two') {
    return refuseToken('invalid_request', 'Send the client by Basic or in the form, not both')
  }
  const seconds = given === undefined ? 0 : context.attempts.secondsLeft(given.id, context.address)
  if (seconds > 0) return refuseAttempt(context, seconds)
  const client = given && verify(given, context)
  if (client === undefined) return refuseToken('invalid_client', 'No such client, or another secret')
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

/** By Basic or by the form; a client uses one of them. */
function readClient(form: Form, { header }: PublicContext): ClientSecret | 'two' | undefined {
  const authorization = header('authorization')
  const inForm = form.client_id !== undefined || form.client_secret !== undefined
  if (authorization !== undefined && inForm) return 'two'
  return inForm ? { id: form.client_id ?? '', secret: form.client_secret ?? '' } : readBasic(authorization)
}

function verify({ id, secret }: ClientSecret, context: PublicContext): Principal | undefined {
  const { world, attempts, address } = context
  const client = world.authenticator.client(id, secret)
  if (client === undefined) attempts.failed(id, address)
  else attempts.succeeded(id, address)
  return client
}

/** Not even the right secret is looked at: an answer to it would tell that it is right. */
function refuseAttempt(context: PublicContext, seconds: number): Refusal<429> {
  const detail = `Too many wrong secrets came for this client from this address; wait ${seconds} s.`
  const refusal = refuse(context, 'too-many-attempts', detail, { retryAfterMs: seconds * 1000 })
  return { ...refusal, headers: { 'retry-after': String(seconds) } }
}

/** Undefined when the client may not have one of them. */
function readScopes(text: string | undefined, { scopes }: Principal): readonly Scope[] | undefined {
  if (text === undefined) return scopes
  const asked = [...new Set(text.split(' '))]
  const granted = ALL_SCOPES.filter((scope) => asked.includes(scope) && scopes.includes(scope))
  return granted.length === asked.length ? granted : undefined
}
