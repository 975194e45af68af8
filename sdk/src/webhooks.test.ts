import { Webhook as Reference } from 'standardwebhooks'
import { expect, test } from 'vitest'
import {
  isConfigurationError,
  isWebhookVerificationError,
  verifyWebhook,
  type WebhookDelivered,
} from './webhooks.ts'

const secret = `whsec_${btoa('0123456789abcdef0123456789abcdef')}`
const sentAt = new Date('2026-11-22T14:30:00Z')
const now = sentAt.getTime()
const event = {
  type: 'test',
  timestamp: '2026-11-22T14:30:00.000000Z',
  data: { webhookId: 'whk_1', accountId: 'acc_ü' },
}
const body = JSON.stringify(event)
const headers = {
  'webhook-id': 'dlv_1',
  'webhook-timestamp': String(now / 1000),
  'webhook-signature': new Reference(secret).sign('dlv_1', sentAt, body),
}
const good: WebhookDelivered = { body, headers, secret, now }

/** The code that a request is refused with. */
async function faultOf(changes: Partial<WebhookDelivered>): Promise<string> {
  const error: unknown = await verifyWebhook({ ...good, ...changes }).then(
    () => expect.fail('it was taken'),
    (failure: unknown) => failure,
  )
  if (!isWebhookVerificationError(error)) throw error
  expect(error.message).toContain(`(${error.code})`)
  return error.code
}

test('what the reference implementation signs is taken', async () => {
  expect(await verifyWebhook(good)).toEqual({ id: 'dlv_1', event })
})

test.each<[string, Partial<WebhookDelivered>]>([
  ['bytes', { body: new TextEncoder().encode(body) }],
  ['a Headers', { headers: new Headers(headers) }],
  [
    'names in capitals',
    {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
      ),
    },
  ],
  ['several secrets', { secret: [`whsec_${btoa('another secret of another webhook')}`, secret] }],
  [
    'more signatures',
    { headers: { ...headers, 'webhook-signature': `v1a,abc v1,AAAA ${headers['webhook-signature']}` } },
  ],
  ['five minutes of age', { now: now + 300_000 }],
  ['five minutes ahead', { now: now - 300_000 }],
])('%s may be given', async (_, changes) => {
  expect((await verifyWebhook({ ...good, ...changes })).id).toBe('dlv_1')
})

test.each<[string, Partial<WebhookDelivered>]>([
  ['webhook-signature-wrong', { body: body.replace('whk_1', 'whk_2') }],
  ['webhook-signature-wrong', { body: `${body} ` }],
  ['webhook-signature-wrong', { headers: { ...headers, 'webhook-id': 'dlv_2' } }],
  ['webhook-signature-wrong', { headers: { ...headers, 'webhook-timestamp': String(now / 1000 + 1) } }],
  ['webhook-signature-wrong', { headers: { ...headers, 'webhook-signature': 'v1,AAAA' } }],
  ['webhook-signature-wrong', { secret: `whsec_${btoa('another secret of another webhook')}` }],
  ['webhook-signature-wrong', { secret: [] }],
  [
    'webhook-header-malformed',
    { headers: { ...headers, 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') } },
  ],
  ['webhook-header-malformed', { headers: { ...headers, 'webhook-signature': 'v1,?' } }],
  ['webhook-header-malformed', { headers: { ...headers, 'webhook-timestamp': '1e9' } }],
  ['webhook-header-malformed', { headers: { ...headers, 'webhook-timestamp': '-1' } }],
  ['webhook-header-malformed', { headers: { ...headers, 'webhook-id': ['dlv_1', 'dlv_2'] } }],
  ['webhook-header-missing', { headers: {} }],
  ['webhook-header-missing', { headers: new Headers() }],
  ['webhook-header-missing', { headers: { ...headers, 'webhook-id': '' } }],
  ['webhook-too-old', { now: now + 301_000 }],
  ['webhook-too-new', { now: now - 301_000 }],
])('%s: %j', async (code, changes) => expect(await faultOf(changes)).toBe(code))

test.each(['not json', '[]', 'null', '{"type":"test"}', '{"type":1,"timestamp":"","data":{}}'])(
  'a signed body that is no event is told: %s',
  async (text) => {
    const signature = new Reference(secret).sign('dlv_1', sentAt, text)
    expect(await faultOf({ body: text, headers: { ...headers, 'webhook-signature': signature } })).toBe(
      'webhook-body-malformed',
    )
  },
)

test.each(['', 'whsec_', 'whsec_?', btoa('0123456789abcdef'), 'mk_secret-of-something-else'])(
  'the secret %j is a mistake of the program, and is not repeated',
  async (wrong) => {
    const error = await verifyWebhook({ ...good, secret: wrong }).catch((failure: unknown) => failure)
    expect(isConfigurationError(error)).toBe(true)
    if (wrong.length > 6) expect(String(error)).not.toContain(wrong)
  },
)

test('without a time of its own the machine’s is taken', async () => {
  expect(await faultOf({ now: undefined })).toMatch(/^webhook-too-(old|new)$/)
})
