import { channels, type OperationId, routes } from '@openbourse/spec'
import { beforeAll, describe, expect, test } from 'vitest'
import { formOf } from '../errors/forms.ts'
import { type Answer, type Cast, createCast, formFor } from './cast.ts'

/**
 * Every operation of an account with every object of somebody else, as everybody: what is not one's own is as if it
 * did not exist. Made from the routes: a new operation takes part by itself, a new kind of object needs an
 * owner's in `cast.ts`.
 */

const ids = (Object.keys(routes) as OperationId[]).filter((id) => routes[id].security === 'private')

/** Parameters of the path and the query that name an object of somebody; symbols and times are nobody's. */
const OF_NOBODY = [
  'symbol',
  'symbols',
  'timeframe',
  'status',
  'side',
  'type',
  'limit',
  'cursor',
  'epoch',
  'from',
  'to',
  'asOfSeq',
]

interface Attack {
  readonly id: OperationId
  readonly parameter: string
  readonly place: 'path' | 'query'
}

function attacksOf(id: OperationId): Attack[] {
  const { path, query } = routes[id].parameters
  const names = (place: 'path' | 'query', of: object): Attack[] =>
    Object.keys(of)
      .filter((parameter) => !OF_NOBODY.includes(parameter))
      .map((parameter) => ({ id, parameter, place }))
  return [...names('path', path), ...names('query', query)]
}

const attacks = ids.flatMap(attacksOf)

let cast: Cast
let before: { readonly hash: string; readonly view: string }
beforeAll(async () => {
  cast = await createCast()
  before = { hash: cast.hash(), view: await cast.ownersView() }
})

/** The request of an attack, for the owner's object or for one that nobody has. */
function aimed({ id, parameter, place }: Attack, whose: 'owners' | 'nobodys', key: string) {
  const object = cast.objects[parameter]
  if (object === undefined) throw new Error(`cast.ts has no object of the owner for ${parameter} of ${id}`)
  return formOf(id, { key, [place]: { [parameter]: object[whose] } })
}

/** What an answer tells whoever compares: all but the names of requests and of what was asked for. */
function told({ status, headers, text }: Answer, asked: string): string {
  const { 'x-request-id': _, ratelimit: __, 'content-length': ___, ...rest } = headers
  const body = text.replace(/req_\d+/g, 'req').replaceAll(asked.replace(/^orders\./, ''), 'ASKED')
  return JSON.stringify([status, rest, body])
}

function expectNoSecret(text: string, asked = ''): void {
  for (const secret of cast.secrets) {
    if (!secret.includes(asked) || asked === '') expect(text).not.toContain(secret)
  }
}

test('every parameter that may name somebody’s object is known', () => {
  const unknown = attacks.filter(({ parameter }) => cast.objects[parameter] === undefined)
  expect(unknown.map(({ id, parameter }) => `${id}: ${parameter}`)).toEqual([])
  expect(attacks.length).toBeGreaterThan(35)
})

describe.each(['mk_stranger', 'mk_both'])('%s', (key) => {
  const mayChoose = key === 'mk_both'
  const own = attacks.filter(
    ({ parameter }) => !mayChoose || !['accountId', 'channel', 'channels'].includes(parameter),
  )

  test.each(own)('is told nothing by $id of $parameter', async (attack) => {
    const object = cast.objects[attack.parameter]
    const theirs = await cast.send(aimed(attack, 'owners', key))
    const none = await cast.send(aimed(attack, 'nobodys', key))
    expect([attack.id, theirs.status]).toEqual([attack.id, 404])
    expect(told(theirs, object?.owners ?? '')).toBe(told(none, object?.nobodys ?? ''))
    expect(cast.hash()).toBe(before.hash)
  })
})

test.each(ids.filter((id) => routes[id].method === 'GET'))(
  '%s of one’s own account shows nothing of another',
  async (id) => {
    const { accountId = '' } = routes[id].path.includes('{accountId}') ? { accountId: 'acc_stranger' } : {}
    const { text } = await cast.send(
      formOf(id, { key: 'mk_stranger', path: { ...(accountId && { accountId }) } }),
    )
    expectNoSecret(text)
  },
)

describe.each([
  ['mk_partner', 'mk_owner'],
  ['mk_reader', 'mk_owner'],
])('%s, another key of the account', (key, owner) => {
  const reads = attacks.filter(({ id }) => routes[id].method === 'GET')
  test.each(reads)('reads by $id of $parameter what the owner reads', async (attack) => {
    const seen = await cast.send(aimed(attack, 'owners', key))
    const wanted = await cast.send(aimed(attack, 'owners', owner))
    expect(told(seen, '')).toBe(told(wanted, ''))
    expect(seen.status).toBe(attack.id === 'getPosition' ? 200 : wanted.status)
  })
})

test('who may use several accounts names the other one, and then finds its objects', async () => {
  for (const attack of attacks.filter(({ id, place }) => routes[id].method === 'GET' && place === 'path')) {
    if (!Object.hasOwn(routes[attack.id].parameters.query, 'accountId')) continue
    const { target, ...form } = aimed(attack, 'owners', 'mk_both')
    const named = { ...form, target: `${target}${target.includes('?') ? '&' : '?'}accountId=acc_owner` }
    expect([attack.id, (await cast.send(named)).status]).toEqual([attack.id, 200])
  }
})

describe.each([
  ['a reader', 'mk_reader', 403, ids.filter((id) => routes[id].scope === 'trade')],
  ['a revoked key', 'mk_revoked', 401, ids],
  ['a key of the paper environment', 'pk_owner', 401, ids],
  ['a live key', 'lk_owner', 401, ids],
  ['an account id as a key', 'acc_owner', 401, ids],
])('%s', (_name, key, status, refused) => {
  test.each(refused)('is refused by %s, whatever it names', async (id) => {
    for (const attack of [undefined, ...attacksOf(id)]) {
      const form = attack === undefined ? formOf(id, { key }) : aimed(attack, 'owners', key)
      const answer = await cast.send(form)
      expect([id, attack?.parameter, answer.status]).toEqual([id, attack?.parameter, status])
      expectNoSecret(answer.text, attack === undefined ? '' : cast.objects[attack.parameter]?.owners)
    }
    expect(cast.hash()).toBe(before.hash)
  })
})

describe('streams', () => {
  const kinds = Object.entries(channels).filter(([, { parameter }]) => parameter === 'accountId')

  function open(key: string) {
    const heard: string[] = []
    const session = cast.backend.openStream({
      send: (text) => heard.push(text),
      close: (code) => heard.push(`close ${code}`),
      bufferedAmount: () => 0,
    })
    session.receive(JSON.stringify({ type: 'authenticate', id: 'a', token: key }))
    const subscribe = (names: readonly string[]): string => {
      heard.length = 0
      const list = names.map((channel) => ({ channel }))
      session.receive(JSON.stringify({ type: 'subscribe', id: 's', channels: list }))
      return heard.join('\n')
    }
    return { heard, subscribe, session }
  }

  test.each(kinds)('%s of another account is as unknown as that of none', (kind) => {
    const { subscribe } = open('mk_stranger')
    const hide = (text: string) => text.replace(/acc_(owner|nobody)/g, 'ASKED')
    const theirs = subscribe([`${kind}.acc_owner`])
    expect(theirs).toContain('invalid-channel')
    expect(hide(theirs)).toBe(hide(subscribe([`${kind}.acc_nobody`])))
    expect(subscribe([kind, `${kind}.acc_owner`])).not.toContain('subscribed')
    expect(open('mk_both').subscribe([`${kind}.acc_owner`])).toContain('subscribed')
  })

  test('nothing of what the owner does reaches a stranger who listens to all there is', async () => {
    const stranger = open('mk_stranger')
    const market = ['quotes', 'trades', 'book', 'status'].map((kind) => `${kind}.AAPL`)
    expect(stranger.subscribe(['orders', 'account', 'bars.1s.AAPL', ...market])).toContain('subscribed')
    const order = { symbol: 'AAPL', side: 'buy', quantity: '1', type: 'market', timeInForce: 'day' }
    const placed = { ...order, clientOrderId: 'owners-later' }
    expect((await cast.send(formFor('mk_owner', 'POST /v1/orders', placed))).status).toBe(201)
    expect((await cast.send(formFor('mk_owner', 'DELETE /v1/orders'))).status).toBe(200)
    expect(stranger.heard.join('\n')).toContain('"channel":"trades.AAPL"')
    expectNoSecret(stranger.heard.join('\n'))
  })
})

test('a stranger’s own changes leave the owner as it was', async () => {
  const fresh = await createCast()
  const view = await fresh.ownersView()
  for (const id of ids.filter((each) => routes[each].changesState)) {
    const path = { accountId: 'acc_stranger' }
    await fresh.send(formOf(id, { key: 'mk_stranger', path }))
  }
  expect(await fresh.ownersView()).toBe(view)
  expect(view).toBe(before.view)
})
