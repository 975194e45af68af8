import { findSchema, refName, type SchemaNode } from './contract.ts'
import { type Html, html } from './html.ts'
import { inline, markdown } from './markdown.ts'

/** A schema as a table of its fields, each type a link to its own schema, and the sample. */
export function schemaSection(name: string, schema: SchemaNode): Html {
  const { description, properties } = schema
  return html`<details class="schema" id="schema-${name}"><summary><code>${name}</code> <span>${firstSentence(description)}</span></summary>
${description === undefined ? undefined : markdown(description)}
${properties === undefined ? html`<p>${typeOf(schema)} ${constraints(schema)}</p>` : fieldTable(schema)}
${sample(schema)}
</details>`
}

export function fieldTable({ properties = {}, required = [] }: SchemaNode): Html {
  const rows = Object.entries(properties).map(
    ([
      name,
      field,
    ]) => html`<tr><td><code>${name}</code>${required.includes(name) ? html` <b class="required">required</b>` : undefined}</td>
<td>${typeOf(field)}</td><td>${meaningOf(field)}</td></tr>`,
  )
  return table(['field', 'type', 'meaning'], rows)
}

/** Its own words, or those of the schema that it refers to; with bounds or values. */
export function meaningOf(schema: SchemaNode): Html {
  const { $ref, description } = schema
  const target = $ref === undefined ? undefined : findSchema(refName($ref))
  const values =
    target?.enum === undefined ? undefined : html`<small>${typeOf({ enum: target.enum })}</small>`
  return html`${inline(description ?? firstSentence(target?.description))} ${constraints(schema)} ${values}`
}

export function table(headings: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll"><table><thead><tr>${headings.map((text) => html`<th>${text}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}

export function sample({ examples = [] }: SchemaNode): Html | undefined {
  const [first] = examples
  if (first === undefined) return undefined
  return html`<pre class="sample"><code>${JSON.stringify(first, null, 2)}</code></pre>`
}

/** `Order`, `Order[]`, `"buy" | "sell"`, `Decimal | null`. */
export function typeOf(schema: SchemaNode): Html {
  const { $ref, type, items, enum: values, const: constant, additionalProperties } = schema
  const options = schema.oneOf ?? schema.anyOf
  if ($ref !== undefined) return schemaLink(refName($ref))
  if (constant !== undefined) return html`<code>${JSON.stringify(constant)}</code>`
  if (values !== undefined) return joined([...values.map(value), ...(schema['x-open'] ? [html`…`] : [])])
  if (options !== undefined) return joined(options.map(typeOf))
  if (items !== undefined) return html`${typeOf(items)}[]`
  if (typeof additionalProperties === 'object') return html`{ name: ${typeOf(additionalProperties)} }`
  return html`${[type ?? 'any'].flat().join(' | ')}`
}

export function schemaLink(name: string): Html {
  return html`<a href="#schema-${name}">${name}</a>`
}

function value(each: unknown): Html {
  return html`<code>${JSON.stringify(each)}</code>`
}

function joined(parts: readonly Html[]): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html` | ${part}`))}`
}

/** Bounds, form and default in a line. */
export function constraints(schema: SchemaNode): Html | undefined {
  const bounds = [
    range(schema.minimum, schema.maximum, ''),
    range(schema.minLength, schema.maxLength, ' characters'),
    range(schema.minItems, schema.maxItems, ' items'),
    schema.uniqueItems ? 'no two the same' : undefined,
    schema.pattern === undefined ? undefined : `pattern ${schema.pattern}`,
    schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`,
  ].filter((text) => text !== undefined)
  return bounds.length === 0 ? undefined : html`<small>${bounds.join('; ')}</small>`
}

function range(from: number | undefined, to: number | undefined, unit: string): string | undefined {
  if (to === Number.MAX_SAFE_INTEGER) return from === undefined ? undefined : `from ${from}${unit}`
  if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`
  if (to !== undefined) return `at most ${to}${unit}`
  return from === undefined ? undefined : `at least ${from}${unit}`
}

function firstSentence(text = ''): string {
  return /^[^\n]*?\.(?=\s|$)/.exec(text)?.[0] ?? ''
}
