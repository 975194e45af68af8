/** Changes to the documents, one a row: what was changed, and for a break what must be said about it. */
import type { DocumentName } from '../scripts/breaking/documents.ts'

export interface Planted {
  readonly what: string
  readonly document: DocumentName
  readonly at: string
  /** The new value made from the old one; what is undefined is removed. */
  readonly change: (before: unknown) => unknown
}

export interface PlantedBreak extends Planted {
  readonly rule: string
  readonly says: string
}

const gone = (): undefined => undefined
const becomes = (value: unknown) => (): unknown => value
const without = (item: unknown) => (items: unknown) => (items as unknown[]).filter((other) => other !== item)
/** Of references to messages, all but one. */
const lacks = (name: string) => (refs: unknown) =>
  (refs as { $ref: string }[]).filter(({ $ref }) => !$ref.endsWith(`/${name}`))
const and = (item: unknown) => (items: unknown) => [...(items as unknown[]), item]
const schema = (path: string): string => `#/components/schemas/${path}`
const rest = (operation: string): string => `#/paths/${operation}`

const inRest: PlantedBreak[] = [
  ['an operation is removed', rest('~1v1~1market~1clock/get'), gone, 'operation-removed', '/v1/market/clock'],
  ['a path is renamed', rest('~1v1~1bars'), gone, 'path-removed', 'Path `/v1/bars` was removed'],
  [
    'an operation has another name',
    rest('~1v1~1time/get/operationId'),
    becomes('now'),
    'operation-id-changed',
    "to 'now'",
  ],
  [
    'a status is removed',
    rest('~1v1~1orders/post/responses/201'),
    gone,
    'response-removed',
    'Response `201`',
  ],
  [
    'a header of an answer is removed',
    rest('~1v1~1fills/get/responses/200/headers/RateLimit'),
    gone,
    'response-header-removed',
    '`RateLimit`',
  ],
  [
    'a field of an answer is removed',
    schema('Fill/properties/liquidity'),
    gone,
    'property-removed',
    '`liquidity` of `Fill`',
  ],
  [
    'a field of an answer may be missing',
    schema('Trade/required'),
    without('tradeId'),
    'required-properties-removed',
    '`tradeId`',
  ],
  [
    'a field of an answer has another type',
    schema('Limits/properties/receiveWindowMs/type'),
    becomes('string'),
    'schema-type-changed',
    '`receiveWindowMs`',
  ],
  [
    'a field of a request is removed',
    schema('OrderRequest/properties/expiresAt'),
    gone,
    'property-removed',
    '`expiresAt` of `OrderRequest`',
  ],
  [
    'a field of a request is required',
    schema('WatchlistRequest/required'),
    becomes(['name', 'symbols', 'note']),
    'required-properties-added',
    '`note`',
  ],
  [
    'a value of a request is removed',
    schema('BracketMode/enum'),
    (values: unknown) => (values as unknown[]).slice(1),
    'enum-values-removed',
    '`BracketMode` lost values',
  ],
  [
    'a parameter is required',
    rest('~1v1~1fills/get/parameters/1/required'),
    becomes(true),
    'parameter-became-required',
    '`symbol`',
  ],
  ['a parameter is removed', rest('~1v1~1corporate-actions/get/parameters/0'), gone, 'parameter-removed', ''],
  [
    'a maximum is lower',
    '#/components/parameters/limit/schema/maximum',
    becomes(10),
    'schema-constraint-changed',
    "'<= 1000' to '<= 10'",
  ],
  [
    'a pattern is another',
    schema('ClientOrderId/pattern'),
    becomes('^[a-z]{1,8}$'),
    'schema-constraint-changed',
    '`clientOrderId`',
  ],
  [
    'a scope is needed that was not',
    rest('~1v1~1accounts/get/security/0/bearer'),
    and('trade'),
    'security-requirement-changed',
    "'trade'",
  ],
  [
    'a way to authenticate is gone',
    rest('~1v1~1positions/get/security/2'),
    gone,
    'security-requirement-changed',
    '`oauth2`',
  ],
  [
    'a key is needed that was not',
    rest('~1v1~1status/get/security'),
    becomes([{ bearer: [] }]),
    'security-requirement-changed',
    'Authentication',
  ],
  [
    'a rule between fields is new',
    schema('ReplaceOrderRequest/x-rules'),
    becomes([{ exactlyOne: ['quantity', 'limitPrice'] }]),
    'field-rule-added',
    '`ReplaceOrderRequest`',
  ],
].map((row) => toBreak('openapi', row as Row))

const inStreams: PlantedBreak[] = [
  ['a message is removed', '#/operations/receive/messages', lacks('bar'), 'message-removed', '`bar`'],
  [
    'a field of a message is removed',
    schema('Quote/properties/bidPrice'),
    gone,
    'property-removed',
    '`bidPrice`',
  ],
  [
    'a field of a message may be missing',
    schema('TradeMessage/required'),
    without('seq'),
    'required-properties-removed',
    '`seq`',
  ],
  [
    'a client must send a field',
    schema('PingMessage/required'),
    and('time'),
    'required-properties-added',
    '`PingMessage`',
  ],
  [
    'a client may send fewer channels',
    schema('SubscribeMessage/properties/channels/maxItems'),
    becomes(8),
    'schema-constraint-changed',
    "'8'",
  ],
  [
    'a closed enum has another value',
    schema('OrderEventMessage/properties/type/enum'),
    and('orderLost'),
    'enum-values-added',
    "'orderLost'",
  ],
  [
    'the address is another',
    '#/channels/stream/address',
    becomes('/v2/stream'),
    'channel-address-changed',
    "'/v2/stream'",
  ],
  ['a logical channel is removed', '#/x-channels/status', gone, 'channel-removed', '`status`'],
  [
    'a logical channel has another parameter',
    '#/x-channels/book/x-channel/pattern',
    becomes('AccountId'),
    'channel-changed',
    '`pattern` of channel `book`',
  ],
].map((row) => toBreak('asyncapi', row as Row))

export const plantedBreaks: readonly PlantedBreak[] = [...inRest, ...inStreams]

const harmlessInRest: Planted[] = [
  ['a description', rest('~1v1~1orders/post/description'), becomes('Said better.')],
  ['an optional field of a request', schema('OrderRequest/properties/note'), becomes({ type: 'string' })],
  ['a field of an answer', schema('Order/properties/note'), becomes({ type: 'string' })],
  ['a field that is always in an answer', schema('Order/required'), and('note')],
  [
    'an optional parameter',
    rest('~1v1~1fills/get/parameters'),
    and({ name: 'side', in: 'query', schema: { type: 'string' } }),
  ],
  [
    'an operation',
    rest('~1v1~1rounds'),
    becomes({ get: { operationId: 'listRounds', responses: { 200: { description: 'ok' } } } }),
  ],
  [
    'a header of an answer',
    rest('~1v1~1fills/get/responses/200/headers/X-Round'),
    becomes({ schema: { type: 'string' } }),
  ],
  ['a status', rest('~1v1~1fills/get/responses/409'), becomes({ description: 'Conflict.' })],
  ['another way to authenticate', rest('~1v1~1fills/get/security'), and({ session: ['read'] })],
  ['a value of an open enum of answers', schema('Account/properties/type/enum'), and('margin')],
  ['a value that answers may only have as an open one', schema('TimeInForce/enum'), and('gtt')],
  ['an error code', schema('ProblemCode/enum'), and('too-quiet')],
  ['a higher maximum', schema('Tags/maxItems'), becomes(1_000)],
  ['a deprecated operation', rest('~1v1~1fills/get/deprecated'), becomes(true)],
  [
    'a rule between fields that is gone',
    schema('OrderRequest/x-rules'),
    (rules: unknown) => (rules as unknown[]).slice(1),
  ],
].map((row) => toPlanted('openapi', row as Row))

const harmlessInStreams: Planted[] = [
  ['a message', '#/channels/stream/messages/round', becomes({ name: 'round', payload: { type: 'object' } })],
  ['a field of a message', schema('Quote/properties/round'), becomes({ type: 'string' })],
  [
    'an optional field of what a client sends',
    schema('PingMessage/properties/note'),
    becomes({ type: 'string' }),
  ],
  ['a value of an open enum of messages', schema('SymbolStatus/properties/phase/enum'), and('lunch')],
  [
    'a logical channel',
    '#/x-channels/rounds',
    becomes({
      'x-channel': {
        name: 'rounds',
        parameter: 'symbol',
        pattern: 'InstrumentSymbol',
        message: 'QuoteMessage',
      },
    }),
  ],
].map((row) => toPlanted('asyncapi', row as Row))

export const plantedHarmless: readonly Planted[] = [...harmlessInRest, ...harmlessInStreams]

type Row = [what: string, at: string, change: Planted['change'], rule?: string, says?: string]

function toPlanted(document: DocumentName, [what, at, change]: Row): Planted {
  return { what, document, at, change }
}

function toBreak(document: DocumentName, row: Row): PlantedBreak {
  const [, , , rule = '', says = ''] = row
  return { ...toPlanted(document, row), rule, says }
}

/** A copy of the documents with all the changes in them. */
export function plant<T extends object>(documents: T, changes: readonly Planted[]): T {
  const planted = structuredClone(documents) as Record<string, unknown>
  for (const { document, at, change } of changes) {
    const keys = at
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/'))
    const last = keys.pop() ?? ''
    const parent = keys.reduce(
      (node, key) => (node as Record<string, unknown>)[key],
      planted[document],
    ) as Record<string, unknown>
    const value = change(parent[last])
    if (value !== undefined) parent[last] = value
    else if (Array.isArray(parent)) parent.splice(Number(last), 1)
    else delete parent[last]
  }
  return planted as T
}
