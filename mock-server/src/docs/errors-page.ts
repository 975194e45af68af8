import { errorCodes, orderReasons } from '@openbourse/spec'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { inline } from './markdown.ts'
import { table } from './schema-view.ts'

const SCOPES: readonly { readonly scope: string; readonly title: string; readonly text: string }[] = [
  { scope: 'request', title: 'Requests', text: 'An operation refused the request, or failed.' },
  {
    scope: 'order',
    title: 'Orders',
    text: 'The exchange refused an order and recorded it as rejected. In the answer to an order their status is 422.',
  },
  { scope: 'item', title: 'Fields', text: 'Only inside errors[], each with a pointer to what it means.' },
  { scope: 'stream', title: 'Streams', text: 'In the problem of the message error.' },
  { scope: 'edge', title: 'HTTP edge', text: 'Answered before any operation.' },
]

/** The error table. */
export function errorsPage(): Page {
  const rows = Object.entries(errorCodes).map(([code, row]) => ({
    scope: row.scope,
    row: html`<tr id="${code}"><td><code>${code}</code></td><td><code class="status s${String(row.status)[0]}">${row.status}</code></td><td data-label="retryable:">${row.retryable ? 'yes' : 'no'}</td><td data-label="processed:">${row.processed}</td><td>${inline(row.meaning)}</td><td>${inline(row.action)}</td></tr>`,
  }))
  const headings = ['code', 'status', 'retryable', 'processed', 'meaning', 'what to do']
  const sections = SCOPES.map(
    ({ scope, title, text }) => html`<h2 id="${scope}">${title}</h2><p>${text}</p>
${table(
  headings,
  rows.filter((each) => each.scope === scope).map(({ row }) => row),
)}`,
  )
  const reasons = Object.entries(orderReasons).map(
    ([reason, meaning]) => html`<tr><td><code>${reason}</code></td><td>${inline(meaning)}</td></tr>`,
  )
  const content = html`<h1>Errors</h1>
<p class="lead">Every refusal is an RFC 9457 problem. <code>retryable</code>: the same request may succeed later. <code>processed</code>: whether the request took effect.</p>
${sections}
<h2 id="reasons">Reasons of orders</h2>
<p>Why an order was canceled or expired: <code>reason</code> has these, and the codes of Orders above.</p>
${table(['reason', 'meaning'], reasons)}`
  return { title: 'Errors', content }
}
