import { openapi } from './contract.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { markdown } from './markdown.ts'
import { type FoundOperation, operationSection, responseTable } from './operation-view.ts'
import { schemaSection, table } from './schema-view.ts'

/** The reference of the OpenAPI document. */
export function restPage(): Page {
  const items = [
    ...Object.entries(openapi.paths),
    ...Object.values(openapi.webhooks).map((item) => [undefined, item] as const),
  ]
  const operations = items.flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const groups = openapi.tags.map(({ name, description }) => ({
    name,
    description,
    operations: operations.filter(({ operation }) => operation.tags?.[0] === name),
  }))
  const { schemas, headers, securitySchemes } = openapi.components
  const schemes = Object.entries(securitySchemes).map(
    ([name, { type, description }]) => html`<h3>${name} <small>${type}</small></h3>${markdown(description)}`,
  )
  const headerRows = Object.entries(headers).map(
    ([name, { description }]) => html`<tr><td><code>${name}</code></td><td>${description}</td></tr>`,
  )
  const content = html`<h1>REST reference</h1>
<p class="lead">${openapi.info.title}, version ${openapi.info.version}. The document itself: <a href="/openapi.json">openapi.json</a>.</p>
${keyField()}
${markdown(openapi.info.description)}
<h2 id="authentication-schemes">Authentication</h2>
${schemes}
${groups.map(
  (group) => html`<section class="group"><h2 id="tag-${group.name.replaceAll(' ', '-')}">${group.name}</h2>
<p>${group.description}</p>
${group.operations.map(operationSection)}</section>`,
)}
<h2 id="edge">Answers of the HTTP edge</h2>
<p>They belong to no operation: any request may get one of them.</p>
${responseTable(openapi['x-edge-responses'])}
<h2 id="headers">Headers of answers</h2>
${table(['header', 'meaning'], headerRows)}
<h2 id="schemas">Schemas</h2>
${Object.entries(schemas).map(([name, schema]) => schemaSection(name, schema))}`
  const start = [
    { href: '#authentication-schemes', text: 'Authentication' },
    { href: '#edge', text: 'Answers of the HTTP edge' },
    { href: '#headers', text: 'Headers of answers' },
    { href: '#schemas', text: 'Schemas' },
  ]
  const contents = [
    { title: 'about', entries: start },
    ...groups.map(({ name, operations: found }) => ({ title: name, entries: found.map(entry) })),
  ]
  return { title: 'REST reference', content, contents }
}

function entry({ operation, method }: FoundOperation) {
  const { operationId } = operation
  return { href: `#${operationId}`, text: operationId, mark: method }
}

/** The console's key; hidden where no script runs. */
function keyField() {
  return html`<p class="console key" hidden><label>Key for “Try it” <input id="key" value="mk_demo" autocomplete="off" spellcheck="false"></label></p>`
}
