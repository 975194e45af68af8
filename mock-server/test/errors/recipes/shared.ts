import { type ErrorCode, type OperationId, routes } from '@openbourse/spec'
import { hmacKey } from '../../../src/ports/crypto.ts'
import { formOf, hasInPath, takes } from '../forms.ts'
import { type Answer, asItIs, type Kitchen, type Recipe } from '../kitchen.ts'
import { spenderOf } from '../venues.ts'

/** How the refusals come about that many operations share. An operation's own recipe goes first. */
export const shared: Readonly<Partial<Record<ErrorCode, Recipe>>> = {
  unauthenticated: ({ send }, id) => send(formOf(id, { key: null })),
  'key-unknown': ({ send }, id) => send(formOf(id, { key: 'mk_nobody' })),
  'token-expired': ({ send, venues }, id) => {
    const { authenticator } = venues.usual.world
    const owner = authenticator.signer('mk_demo_hmac')?.principal
    if (owner === undefined) throw new Error('the demo key is gone')
    return send(formOf(id, { key: authenticator.issueAccessToken(owner, owner.scopes, 0).token }))
  },
  'missing-scope': ({ send }, id) => send(formOf(id, { key: KEY_WITHOUT[routes[id].scope ?? 'read'] })),
  'signature-invalid': ({ send, sign }, id) =>
    send(sign(formOf(id), { key: hmacKey('another secret than theirs') })),
  'signature-incomplete': ({ send, sign }, id) =>
    send(sign(formOf(id), { parameters: ';created=1000;keyid="mk_demo_hmac"' })),
  'clock-skew': ({ send, sign }, id) => send(sign(formOf(id), { createdS: 1, expiresS: 6 })),
  replayed: async ({ send, sign }, id) => {
    const form = sign(formOf(id))
    await send(form)
    return send(form)
  },
  'invalid-request': ({ send }, id) => send(formOf(id, { query: { unheardOf: '1' } })),
  'malformed-json': ({ send }, id) => send(formOf(id, { body: '{"half' })),
  'request-expired': ({ send }, id) =>
    send(formOf(id, { headers: { 'x-request-deadline': '1970-01-01T00:00:00Z' } })),
  'invalid-cursor': ({ send }, id) => send(formOf(id, { query: { cursor: 'abc' } })),
  'cursor-mismatch': async ({ send, call }, id) => {
    const other = id === 'listAccounts' ? 'GET /v1/instruments?limit=1' : 'GET /v1/accounts?limit=1'
    return send(formOf(id, { query: { cursor: (await call(other)).json.nextCursor } }))
  },
  'unknown-account': ({ send }, id) => {
    const accountId = 'acc_nobody'
    return send(formOf(id, hasInPath(id, 'accountId') ? { path: { accountId } } : { query: { accountId } }))
  },
  'unknown-symbol': ({ send }, id) => {
    const name = takes(id, 'symbols') ? 'symbols' : 'symbol'
    return send(
      formOf(id, hasInPath(id, 'symbol') ? { path: { symbol: 'NOPE' } } : { query: { [name]: 'NOPE' } }),
    )
  },
  'unknown-order': ({ send }, id) =>
    send(formOf(id, { path: { orderId: 'ord_999999', clientOrderId: 'of-nobody' } })),
  'unknown-watchlist': ({ send }, id) => send(formOf(id, { path: { watchlistId: 'wat_999999' } })),
  'unknown-webhook': ({ send }, id) => send(formOf(id, { path: { webhookId: 'whk_999999' } })),
  'quota-exceeded': async (kitchen, id) => last(await spend(kitchen, id, 2)),
  banned: async (kitchen, id) => last(await spend(kitchen, id, 4)),
  'internal-error': ({ send }, id) => send(formOf(id), 'broken'),
  starting: ({ send }, id) => send(formOf(id), 'starting'),
  unavailable: ({ send }, id) => send(formOf(id), 'stopping'),
}

/** How a success comes about that needs no more than a right request, and 304. */
export const sharedSuccesses: Readonly<Record<number, Recipe>> = {
  200: asItIs,
  304: async ({ send }, id) => {
    const { headers } = await asItIs({ send } as Kitchen, id)
    return send(formOf(id, { headers: { 'if-none-match': headers.get('etag') ?? '' } }))
  },
}

const KEY_WITHOUT: Readonly<Record<string, string>> = {
  trade: 'mk_read',
  read: 'mk_data',
  'market-data': 'mk_trade',
}

/** Each is counted before anybody looks at what it asks for. */
async function spend({ send }: Kitchen, id: OperationId, times: number): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let count = 0; count < times; count += 1) {
    answers.push(await send(formOf(id, { key: spenderOf(id) }), 'limited'))
  }
  return answers
}

function last(answers: readonly Answer[]): Answer {
  const answer = answers.at(-1)
  if (answer === undefined) throw new Error('nothing was sent')
  return answer
}
