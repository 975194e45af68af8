/** `docs/errors.md`: every error code of the contract, what it means, what to do, and which operations answer it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCodes, orderReasons, routes } from '@openbourse/spec'

const root = join(import.meta.dirname, '..')

type Row = (typeof errorCodes)[keyof typeof errorCodes]

/** The parts of the page by the scope of their codes. */
const PARTS: readonly { readonly scope: Row['scope']; readonly title: string; readonly lead: string }[] = [
  {
    scope: 'edge',
    title: 'At the edge',
    lead: 'Answered before any operation, to whatever was asked.',
  },
  {
    scope: 'request',
    title: 'Requests',
    lead: 'Answered to a request of an operation; nothing was recorded.',
  },
  {
    scope: 'order',
    title: 'Refused orders',
    lead: 'The order is recorded with the status `rejected` and answered with 422 and its `orderId`; its client order id is used up, and the same request gets the same answer again. Where a code has another status here, that is its status outside of orders.',
  },
  {
    scope: 'item',
    title: 'Single faults',
    lead: 'Codes of `errors[]`, each with a pointer to what it is about.',
  },
  {
    scope: 'stream',
    title: 'Streams',
    lead: 'Sent as `error` with the id of the message that it answers; the status is that of the same thing over HTTP.',
  },
]

export function errorsText(): string {
  return [
    '# Errors',
    '',
    'Made by `npm run generate` from `spec/errors.yaml` and the operations; a test keeps it current. Each answer named here is reached by a test over every transport.',
    '',
    'An error is a problem document (RFC 9457) with a stable `code`. **Retry**: the same request may succeed later without a change. **Took effect**: whether the request changed something; after `unknown`, and after no answer at all, look before doing it again.',
    '',
    ...PARTS.flatMap(part),
    '## Reasons of orders',
    '',
    'Further values of `reason` in an order that ended otherwise than by a refusal.',
    '',
    '| reason | meaning |',
    '| --- | --- |',
    ...Object.entries(orderReasons).map(([reason, meaning]) => `| \`${reason}\` | ${meaning} |`),
    '',
  ].join('\n')
}

function part({ scope, title, lead }: (typeof PARTS)[number]): string[] {
  const rows = Object.entries<Row>(errorCodes).filter(([, row]) => row.scope === scope)
  const withOperations = scope === 'request' || scope === 'order'
  const columns = ['code', 'status', 'retry', 'took effect', 'meaning', 'what to do']
  const lines = rows.map(([code, { status, retryable, processed, meaning, action }]) => [
    `\`${code}\``,
    String(status),
    retryable ? 'yes' : 'no',
    processed,
    meaning,
    action,
    ...(withOperations ? [operationsWith(code)] : []),
  ])
  const table = [withOperations ? [...columns, 'operations'] : columns, ...lines]
  const [header = [], ...body] = table.map((cells) => `| ${cells.join(' | ')} |`)
  const rule = `|${' --- |'.repeat(table[0]?.length ?? 0)}`
  return [`## ${title}`, '', lead, '', `${header}`, rule, ...body, '']
}

type Id = keyof typeof routes
const all = Object.keys(routes) as Id[]

/** Sets of operations that have a name of their own; a code of all of one, or of all but a few, is told by it. */
const SETS: readonly (readonly [name: string, ids: readonly Id[]])[] = [
  ['all', all],
  ['all with a key', all.filter((id) => routes[id].security !== 'none')],
  ['all of an account', all.filter((id) => routes[id].security === 'private')],
  ['all with a scope', all.filter((id) => routes[id].scope !== null)],
  ['all that change something', all.filter((id) => routes[id].changesState)],
  ['all with a JSON body', all.filter((id) => routes[id].bodyType === 'application/json')],
  ['all lists', all.filter((id) => Object.hasOwn(routes[id].parameters.query, 'cursor'))],
]
const MOST_EXCEPTIONS = 6

function operationsWith(code: string): string {
  const ids = all.filter((id) => (routes[id].errors as readonly string[]).includes(code))
  const named = SETS.map(([name, members]) => ({
    name,
    isWithin: ids.every((id) => members.includes(id)),
    without: members.filter((id) => !ids.includes(id)),
  })).filter(({ isWithin, without }) => isWithin && without.length <= MOST_EXCEPTIONS)
  const [best] = named.sort((left, right) => left.without.length - right.without.length)
  if (best === undefined || ids.length <= MOST_EXCEPTIONS) return ids.join(', ')
  return best.without.length === 0 ? best.name : `${best.name} but ${best.without.join(', ')}`
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(root, 'docs', 'errors.md'), errorsText())
}
