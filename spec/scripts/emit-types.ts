/** TypeScript types of all schemas and operations, by openapi-typescript. */
import openapiTs, { astToString } from 'openapi-typescript'
import { type Json, type JsonSchema, type OpenApi, refName, type Schemas } from './sources.ts'

/** Stands for "any other string" until the text is written: openapi-typescript has no open enums. */
const openMark = '__any other string__'

export async function emitTypes(openapi: OpenApi, schemas: Schemas): Promise<string> {
  const combined = { ...openapi, components: { ...openapi.components, schemas } }
  const ast = await openapiTs(prepare(combined, schemas) as never, {
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  })
  const text = documentRoots(plainComments(astToString(ast)), schemas)
  return text.replaceAll(`"${openMark}"`, '(string & {})')
}

/**
 * The name of a schema carries its description, and TypeDoc shows its fields (`@interface`); what nobody names is left
 * out of its reference.
 */
function documentRoots(text: string, schemas: Schemas): string {
  return text
    .replaceAll(
      /^export type (\w+) = components\[['"]schemas['"]\]\[['"](\w+)['"]\]/gm,
      (line, _, name: string) => `${commentOf(schemas[name])}\n${line}`,
    )
    .replaceAll(HIDDEN, '/** @hidden */\n$&')
}

/** The trees, and names for headers, parameters and answers, which no caller writes. */
const HIDDEN =
  /^export (?:(?:interface|type) (?:paths|webhooks|components|\$defs|operations)\b|type \w+ = components\[['"](?:headers|parameters|responses)['"]\])/gm

function commentOf({ description = '', properties }: JsonSchema = {}): string {
  const lines = [...description.trim().split('\n'), ...(properties === undefined ? [] : ['', '@interface'])]
  return ['/**', ...lines.map((line) => ` * ${line.replaceAll('*/', '* /')}`.trimEnd()), ' */'].join('\n')
}

/** Comments as editors and TSDoc read them: a description is the text itself, and the type says what is constant. */
function plainComments(text: string): string {
  return text
    .replaceAll(/^\s*\/\*\* @(?:constant|enum)\b.*\*\/\n/gm, '')
    .replaceAll(/^\s*\* @(?:constant|enum)\b.*\n/gm, '')
    .replaceAll(/(\/\*\*|\*) @description /g, '$1 ')
    .replaceAll(/^(\s*\*) {5}(?=\S)/gm, '$1 ')
}

/** Marks open enums; drops `discriminator`, whose work the `const` of each option already does. */
function prepare(value: unknown, schemas: Schemas): unknown {
  if (Array.isArray(value)) return value.map((item) => prepare(item, schemas))
  if (typeof value !== 'object' || value === null) return value
  const { discriminator: _, ...node } = value as Json
  const entries = Object.entries(opened(node, schemas)).map(([key, item]) => [key, prepare(item, schemas)])
  return Object.fromEntries(entries)
}

function opened(node: Json, schemas: Schemas): Json {
  if (node['x-open'] !== true) return node
  const { $ref, ...rest } = node
  const target = typeof $ref === 'string' ? schemas[refName($ref)] : undefined
  const merged = { ...target, ...rest } as { enum: readonly string[] }
  return { ...merged, enum: [...merged.enum, openMark] }
}
