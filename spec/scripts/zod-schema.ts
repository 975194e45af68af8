/**
 * One JSON schema -> the text of one zod expression. Everything that is not in `implemented` throws: a keyword that
 * is silently ignored would be a rule that nobody checks.
 */
import { type JsonSchema, refName } from './sources.ts'

const annotations = ['description', 'default', 'x-open', 'x-expected', 'x-rules']
const implemented: Readonly<Record<string, readonly string[]>> = {
  $ref: ['$ref'],
  oneOf: ['oneOf', 'discriminator', 'x-discriminator'],
  anyOf: ['anyOf'],
  const: ['type', 'const'],
  enum: ['type', 'enum'],
  string: ['type', 'pattern', 'format', 'minLength', 'maxLength'],
  integer: ['type', 'minimum', 'maximum'],
  boolean: ['type'],
  array: ['type', 'items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['type', 'properties', 'required', 'additionalProperties'],
}

/** How a reference is written: the name of a const of the generated file. */
export type Reference = (name: string) => string

/**
 * @param schema a schema of a bundled document
 * @param at where it is, for the message of an error
 * @param schemas the component schemas, to follow references that carry `x-open`
 * @throws Error on a keyword, or a combination of them, that is not implemented
 */
export function zodExpression(
  schema: JsonSchema,
  at: string,
  schemas: Readonly<Record<string, JsonSchema>> = {},
): string {
  const nullable = withoutNull(schema)
  if (nullable !== undefined) return `${zodExpression(nullable, at, schemas)}.nullable()`
  const kind = kindOf(schema, at)
  for (const keyword of Object.keys(schema)) {
    if (!annotations.includes(keyword) && !implemented[kind]?.includes(keyword)) {
      throw new Error(`${at}: the keyword ${keyword} is not implemented for ${kind}`)
    }
  }
  switch (kind) {
    case '$ref':
      return reference(schema, at, schemas)
    case 'oneOf':
      return discriminatedUnion(schema, at, schemas)
    case 'anyOf':
      return `z.union([${(schema.anyOf ?? []).map((option) => zodExpression(option, at, schemas)).join(', ')}])`
    case 'const':
      return `z.literal(${literal(schema.const)}, ${expected(schema, `${literal(schema.const)}`)})`
    case 'enum':
      return enumeration(schema)
    case 'string':
      return text(schema, at)
    case 'integer':
      return integer(schema, at)
    case 'boolean':
      return `z.boolean(${expected(schema, 'true or false')})`
    case 'array':
      return array(schema, at, schemas)
    default:
      return object(schema, at, schemas)
  }
}

function kindOf(schema: JsonSchema, at: string): string {
  for (const keyword of ['$ref', 'oneOf', 'anyOf', 'const', 'enum'] as const) {
    if (schema[keyword] !== undefined) return keyword
  }
  if (typeof schema.type === 'string' && implemented[schema.type] !== undefined) return schema.type
  throw new Error(`${at}: the type ${JSON.stringify(schema.type)} is not implemented`)
}

/** The schema without `null`, or undefined if it does not allow null: `type: [x, 'null']` or `oneOf: [x, null]`. */
export function withoutNull(schema: JsonSchema): JsonSchema | undefined {
  if (Array.isArray(schema.type) && schema.type.length === 2 && schema.type[1] === 'null') {
    return { ...schema, type: schema.type[0] }
  }
  const { oneOf, description: _, ...rest } = schema as JsonSchema & { description?: string }
  const [value, nothing] = oneOf ?? []
  const simple = oneOf?.length === 2 && nothing?.type === 'null' && Object.keys(nothing).length === 1
  return simple && Object.keys(rest).length === 0 ? value : undefined
}

function reference(schema: JsonSchema, at: string, schemas: Readonly<Record<string, JsonSchema>>): string {
  const name = refName(schema.$ref ?? '')
  if (schema['x-open'] !== true) return `_${name}`
  const target = schemas[name]
  if (target?.enum === undefined)
    throw new Error(`${at}: x-open beside a reference needs an enum, not ${name}`)
  return enumeration({ ...target, 'x-open': true })
}

/** An open enum is a string whose issue is marked, so that a client can let a value that is newer than it pass. */
function enumeration(schema: JsonSchema): string {
  const values = `[${(schema.enum ?? []).map(literal).join(', ')}]`
  const wanted = expected(schema, `one of ${(schema.enum ?? []).join(', ')}`)
  if (schema['x-open'] !== true) return `z.enum(${values}, ${wanted})`
  return `z.string(${wanted}).refine(oneOf(${values}), { error: ${wanted}, params: { open: true } })`
}

/** Discriminated by a `const` of each option, so that an error speaks of the option that was meant. */
function discriminatedUnion(
  schema: JsonSchema,
  at: string,
  schemas: Readonly<Record<string, JsonSchema>>,
): string {
  const { discriminator } = schema
  const property = schema['x-discriminator'] ?? discriminator?.propertyName
  if (property === undefined)
    throw new Error(`${at}: oneOf is implemented with a discriminator or one null only`)
  const options = (schema.oneOf ?? []).map((option) => {
    const name = refName(option.$ref ?? '')
    const tag = schemas[name]?.properties?.[property]?.const
    if (tag === undefined) throw new Error(`${at}: ${name}.${property} must be a const`)
    if (discriminator !== undefined && discriminator.mapping?.[tag] !== option.$ref) {
      throw new Error(`${at}: discriminator.mapping must map ${tag} to ${option.$ref}`)
    }
    return { name, tag }
  })
  const tags = options.map(({ tag }) => tag).join(', ')
  const wanted = expected(schema, `${property} to be one of ${tags}`)
  return `z.discriminatedUnion('${property}', [${options.map(({ name }) => `_${name}`).join(', ')}], ${wanted})`
}

function text(schema: JsonSchema, at: string): string {
  const { pattern, format, minLength, maxLength } = schema
  const wanted = expected(
    schema,
    pattern === undefined ? lengthText(schema) : `a string that matches ${pattern}`,
  )
  const checks: string[] = []
  if (minLength !== undefined) checks.push(`.refine(minLength(${minLength}), ${wanted})`)
  if (maxLength !== undefined) checks.push(`.refine(maxLength(${maxLength}), ${wanted})`)
  if (pattern !== undefined) checks.push(`.regex(${new RegExp(pattern, 'u')}, ${wanted})`)
  if (format !== undefined) checks.push(formatCheck(schema, wanted, at))
  return `z.string(${wanted})${checks.join('')}`
}

/** Formats are implemented only beside a pattern that leaves little to them. */
function formatCheck({ format, pattern }: JsonSchema, wanted: string, at: string): string {
  if (format === 'date-time' && pattern?.endsWith('Z$')) return `.refine(dayExists, ${wanted})`
  if (format === 'uri-reference' && pattern?.startsWith('^/problems/')) return ''
  throw new Error(`${at}: the format ${format} is not implemented (date-time needs a pattern that ends in Z)`)
}

function lengthText({ minLength = 0, maxLength }: JsonSchema): string {
  if (maxLength === undefined)
    return minLength > 0 ? `a string of at least ${minLength} characters` : 'a string'
  return minLength > 0
    ? `a string of ${minLength} to ${maxLength} characters`
    : `a string of at most ${maxLength} characters`
}

/** Bounds are required: without them zod (safe integers) and JSON schema (any integer) would differ. */
function integer(schema: JsonSchema, at: string): string {
  const { minimum, maximum } = schema
  if (!Number.isSafeInteger(minimum) || !Number.isSafeInteger(maximum)) {
    throw new Error(`${at}: an integer needs a safe minimum and maximum`)
  }
  const range =
    maximum === Number.MAX_SAFE_INTEGER ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`
  const wanted = expected(schema, `an integer ${range}`)
  return `z.number(${wanted}).refine(integerBetween(${minimum}, ${maximum}), ${wanted})`
}

function array(schema: JsonSchema, at: string, schemas: Readonly<Record<string, JsonSchema>>): string {
  const { items, minItems, maxItems, uniqueItems } = schema
  if (items === undefined) throw new Error(`${at}: an array needs items`)
  const bounds = [
    minItems === undefined ? '' : ` of at least ${minItems}`,
    maxItems === undefined ? '' : ` of at most ${maxItems}`,
  ]
  const wanted = expected(schema, `an array${bounds.filter(Boolean).join(' and')}`)
  const checks: string[] = []
  if (minItems !== undefined) checks.push(`.min(${minItems}, ${wanted})`)
  if (maxItems !== undefined) checks.push(`.max(${maxItems}, ${wanted})`)
  if (uniqueItems === true) {
    const item = items.$ref === undefined ? items : schemas[refName(items.$ref)]
    if (item?.type !== 'string') throw new Error(`${at}: uniqueItems is implemented for strings only`)
    checks.push(`.refine(uniqueItems, ${wanted})`)
  }
  return `z.array(${zodExpression(items, `${at}/items`, schemas)}, ${wanted})${checks.join('')}`
}

function object(schema: JsonSchema, at: string, schemas: Readonly<Record<string, JsonSchema>>): string {
  const { properties, required = [], additionalProperties } = schema
  const wanted = expected(schema, 'an object')
  if (typeof additionalProperties === 'object') {
    if (properties !== undefined || required.length > 0) {
      throw new Error(`${at}: additionalProperties with a schema beside properties is not implemented`)
    }
    return `z.record(z.string(), ${zodExpression(additionalProperties, `${at}/*`, schemas)}, ${wanted})`
  }
  const unknownNames = required.filter((name) => properties?.[name] === undefined)
  if (unknownNames.length > 0)
    throw new Error(`${at}: required names no property: ${unknownNames.join(', ')}`)
  const fields = Object.entries(properties ?? {}).map(([name, property]) => {
    const optional = required.includes(name) ? '' : '.optional()'
    return `${JSON.stringify(name)}: ${zodExpression(property, `${at}/${name}`, schemas)}${optional}`
  })
  return `z.${additionalProperties === false ? 'strictObject' : 'looseObject'}({ ${fields.join(', ')} }, ${wanted})`
}

/** The message of an error: what would be right. */
function expected(schema: JsonSchema, otherwise: string): string {
  return JSON.stringify(`expected ${schema['x-expected'] ?? otherwise}`)
}

function literal(value: unknown): string {
  if (typeof value !== 'string')
    throw new Error(`Only strings are implemented in enum and const, not ${String(value)}`)
  return JSON.stringify(value)
}
