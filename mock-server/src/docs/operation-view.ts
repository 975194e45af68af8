import { errorCodes } from '@openbourse/spec'
import {
  type OperationObject,
  openapi,
  type ParameterObject,
  type ResponseObject,
  refName,
  resolved,
} from './contract.ts'
import { Html, html } from './html.ts'
import { inline, markdown } from './markdown.ts'
import { fieldTable, meaningOf, sample, schemaLink, table, typeOf } from './schema-view.ts'

export interface FoundOperation {
  /** Undefined where the server is who calls. */
  readonly path: string | undefined
  readonly method: string
  readonly operation: OperationObject
}

/** One operation: what it does, what it takes, what it answers, and a form to try it. */
export function operationSection(found: FoundOperation): Html {
  const { path, method, operation } = found
  const { operationId, summary, description = '', deprecated } = operation
  const parameters = parametersOf(operation)
  const body = bodyOf(operation)
  return html`<details class="operation" id="${operationId}">
<summary><i class="method ${method.toLowerCase()}">${method}</i> <code class="path">${path ?? 'to the URL of a webhook'}</code> <span>${summary}</span>${deprecated ? html` <b>deprecated</b>` : undefined}</summary>
<p class="id"><code>${operationId}</code> <a href="#${operationId}" aria-label="Link to ${operationId}">#</a></p>
${withCodeLinks(markdown(description))}
${parameters.length > 0 ? html`<h4>Parameters</h4>${parameterTable(parameters)}` : undefined}
${body && html`<h4>Request body <small>${schemaLink(body.name)}, ${body.mediaType}</small></h4>${fieldTable(body.schema)}${sample(body.schema)}`}
<h4>Answers</h4>
${responseTable(operation.responses)}
${successSample(operation)}
${path === undefined ? undefined : consoleForm(path, method, { parameters, body })}
</details>`
}

/** Every error code leads to what it means. */
function withCodeLinks({ text }: Html): Html {
  const linked = text.replace(/<code>([a-z-]+)<\/code>/g, (found, code: string) =>
    Object.hasOwn(errorCodes, code)
      ? html`<a href="/docs/errors#${code}"><code>${code}</code></a>`.text
      : found,
  )
  return new Html(linked)
}

export function responseTable(responses: OperationObject['responses']): Html {
  const rows = Object.entries(responses).map(([status, response]) => {
    const { description, content } = resolved<ResponseObject>(response, openapi.components.responses)
    const [media] = Object.values(content ?? {})
    return html`<tr><td><code class="status s${status[0]}">${status}</code></td><td>${media?.schema === undefined ? '' : typeOf(media.schema)}</td><td>${inline(description)}</td></tr>`
  })
  return table(['status', 'body', 'meaning'], rows)
}

function parametersOf({ parameters = [] }: OperationObject): ParameterObject[] {
  return parameters.map((parameter) => resolved<ParameterObject>(parameter, openapi.components.parameters))
}

function parameterTable(parameters: readonly ParameterObject[]): Html {
  const rows = parameters.map(
    ({
      name,
      in: place,
      required,
      description,
      schema,
    }) => html`<tr><td><code>${name}</code>${required ? html` <b class="required">required</b>` : undefined}<br><small>${place}</small></td>
<td>${typeOf(schema)}</td><td>${meaningOf({ description, ...schema })}</td></tr>`,
  )
  return table(['parameter', 'type', 'meaning'], rows)
}

function bodyOf({ requestBody }: OperationObject) {
  const [found] = Object.entries(requestBody?.content ?? {})
  const ref = found?.[1].schema?.$ref
  if (found === undefined || ref === undefined) return undefined
  const name = refName(ref)
  return { mediaType: found[0], name, schema: openapi.components.schemas[name] ?? {} }
}

function successSample({ responses }: OperationObject): Html | undefined {
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith('2')) continue
    const [media] = Object.values(
      resolved<ResponseObject>(response, openapi.components.responses).content ?? {},
    )
    const ref = media?.schema?.$ref
    const shown = ref === undefined ? undefined : sample(openapi.components.schemas[refName(ref)] ?? {})
    if (shown !== undefined) return shown
  }
  return undefined
}

/** Values that the demo world knows. */
const TRY: Readonly<Record<string, string>> = {
  symbol: 'AAPL',
  symbols: 'AAPL,MSFT',
  accountId: 'acc_demo',
  timeframe: '1m',
  channel: 'quotes.AAPL',
  channels: 'quotes.AAPL,orders',
}

/** Without a script there is nothing to try: console.js shows it. */
function consoleForm(
  path: string,
  method: string,
  { parameters, body }: { parameters: readonly ParameterObject[]; body: ReturnType<typeof bodyOf> },
): Html {
  const fields = parameters
    .filter((parameter) => parameter.in !== 'header')
    .map(({ name, in: place, required, schema }) => {
      const value = required ? (TRY[name] ?? '') : ''
      return html`<label>${name}${required ? ' *' : undefined} <input name="${name}" data-in="${place}" data-list="${schema.items === undefined ? 'no' : 'yes'}" value="${value}" autocomplete="off" spellcheck="false"></label>`
    })
  const text =
    body &&
    html`<label class="wide">body <textarea name="body" data-type="${body.mediaType}" rows="8" spellcheck="false">${JSON.stringify(body.schema.examples?.[0] ?? {}, null, 2)}</textarea></label>`
  return html`<form class="console" data-method="${method}" data-path="${path}" hidden><h4>Try it</h4>
<div class="fields">${fields}${text}</div><button>Send</button><output aria-live="polite"></output></form>`
}
