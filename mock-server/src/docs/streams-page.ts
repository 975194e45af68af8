import { asyncapi, type LogicalChannel, refName } from './contract.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { inline, markdown } from './markdown.ts'
import { fieldTable, sample, schemaLink, schemaSection, table } from './schema-view.ts'

/** The reference of the AsyncAPI document. */
export function streamsPage(): Page {
  const { info, operations, components } = asyncapi
  const channels = Object.values(asyncapi['x-channels'])
  const groups = Object.entries(operations).map(([name, { summary, messages }]) => ({
    name,
    summary,
    messages: messages.map(({ $ref }) => refName($ref)),
  }))
  const content = html`<h1>Streams reference</h1>
<p class="lead">${info.title}, version ${info.version}. The document itself: <a href="/asyncapi.json">asyncapi.json</a>. How a session goes: <a href="/docs/stream-protocol">stream protocol</a>.</p>
${markdown(info.description)}
<h2 id="channels">Channels</h2>
${table(['channel', 'message', 'content'], channels.map(channelRow))}
${groups.map(
  ({ name, summary, messages }) => html`<section class="group"><h2 id="messages-${name}">${summary}</h2>
${messages.map(messageSection)}</section>`,
)}
<h2 id="close-codes">Close codes</h2>
${closeCodeTable()}
<h2 id="schemas">Schemas</h2>
${Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema))}`
  const about = [
    { href: '#channels', text: 'Channels' },
    { href: '#close-codes', text: 'Close codes' },
    { href: '#schemas', text: 'Schemas' },
  ]
  const lists = groups.map(({ summary, messages }) => ({
    title: summary.replace(/\.$/, ''),
    entries: messages.map((name) => ({ href: `#message-${name}`, text: name })),
  }))
  return { title: 'Streams reference', content, contents: [{ title: 'about', entries: about }, ...lists] }
}

/** When a stream ends, and what to do then. */
export function closeCodeTable(): Html {
  const rows = Object.entries(asyncapi['x-close-codes']).map(
    ([code, { meaning, action }]) =>
      html`<tr><td><code>${code}</code></td><td>${inline(meaning)}</td><td>${inline(action)}</td></tr>`,
  )
  return table(['code', 'meaning', 'what to do'], rows)
}

function channelRow({ description, 'x-channel': channel }: LogicalChannel): Html {
  const { name, qualifier, parameter, message } = channel
  const pattern = [name, qualifier, parameter].filter((part) => part !== undefined)
  const text = pattern.map((part, index) => (index === 0 ? part : `{${part}}`)).join('.')
  return html`<tr><td><code>${text}</code></td><td>${schemaLink(message)}</td><td>${inline(description)}</td></tr>`
}

function messageSection(name: string): Html {
  const schemaName = refName(asyncapi.components.messages[name]?.payload.$ref ?? '')
  const schema = asyncapi.components.schemas[schemaName] ?? {}
  return html`<details class="operation" id="message-${name}"><summary><code class="path">${name}</code> <span>${schema.description}</span></summary>
<p class="id">${schemaLink(schemaName)}</p>
${fieldTable(schema)}
${sample(schema)}
</details>`
}
