import { html } from './html.ts'
import type { Page } from './layout.ts'

const CARDS = [
  {
    href: '/docs/rest',
    title: 'REST reference',
    text: 'Every operation: what it takes and answers, its units, effect, retry rule and errors, and a form to try it.',
  },
  {
    href: '/docs/streams',
    title: 'Streams reference',
    text: 'Channels, messages with samples, close codes.',
  },
  {
    href: '/docs/stream-protocol',
    title: 'Stream protocol',
    text: 'How a session goes, from authenticate to a gap that is filled.',
  },
  { href: '/docs/errors', title: 'Errors', text: 'Every code, whether to retry, and what to do.' },
  { href: '/openapi.json', title: 'openapi.json', text: 'The REST part of the contract, for tools.' },
  { href: '/asyncapi.json', title: 'asyncapi.json', text: 'The streams, for tools.' },
] as const

export function landingPage(): Page {
  const cards = CARDS.map(
    ({ href, title, text }) =>
      html`<a class="card" href="${href}"><strong>${title}</strong><span>${text}</span></a>`,
  )
  const content = html`<h1>The openbourse trading API</h1>
<p class="lead">Orders, accounts and market data of a brokerage: REST and streams over one contract.</p>
<div class="cards">${cards}</div>`
  return { title: 'API reference', content }
}
