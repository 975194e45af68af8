import { schemas, type ValidationIssue, type Validator } from './generated/schemas.ts'
import type { components, ProblemItem } from './generated/types.ts'
import { nearestName } from './nearest-name.ts'

/** The name of a schema of the contract. */
export type SchemaName = keyof components['schemas']

/** The validator of a schema by its name. Takes all validators along; import one by its name to bundle only that. */
export function schemaByName<Name extends SchemaName>(name: Name): Validator<components['schemas'][Name]> {
  return schemas[name]
}

/** How strictly to validate. */
export interface ValidateOptions {
  /**
   * Let values pass that an open enum does not list: a client that is older than the server meets them.
   * @default false
   */
  readonly allowUnknownValues?: boolean
  /** What pointers start with, such as `/query`. @default '' */
  readonly pointer?: string
}

/**
 * Validates a value and says what is wrong as the items of a problem: a pointer, a code and what would be right.
 *
 * @returns the items; empty when the value is valid
 * @example validate(OrderRequest, { limitprice: '1' }) // [{ pointer: '/limitprice', code: 'unknown-field', ... }]
 */
export function validate(schema: Validator, value: unknown, options: ValidateOptions = {}): ProblemItem[] {
  const { allowUnknownValues = false, pointer = '' } = options
  const result = schema.safeParse(value)
  if (result.success) return []
  const issues = result.error.issues.filter((issue) => !(allowUnknownValues && isUnknownValue(issue)))
  const items = issues.flatMap((issue) => itemsOf(issue, schema, value, pointer))
  const sayingTheSame = (item: ProblemItem) => (other: ProblemItem) =>
    other.pointer === item.pointer && other.detail === item.detail
  return items.filter((item, index) => items.findIndex(sayingTheSame(item)) === index)
}

/** Whether the value is merely not in the list of an open enum; in a union, whether some option fails by that alone. */
function isUnknownValue(issue: ValidationIssue): boolean {
  if (issue.code === 'custom') return issue.params?.open === true
  return (
    issue.code === 'invalid_union' &&
    issue.errors.some((option) => option.length > 0 && option.every(isUnknownValue))
  )
}

function itemsOf(issue: ValidationIssue, schema: Validator, value: unknown, prefix: string): ProblemItem[] {
  const pointer = prefix + pointerOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const known = knownFields(schema, issue.path)
    return issue.keys.map((key) => ({
      pointer: `${pointer}${pointerOf([key])}`,
      code: 'unknown-field',
      detail: unknownField(key, known),
    }))
  }
  if (issue.path.length > 0 && valueAt(value, issue.path) === undefined) {
    return [{ pointer, code: 'missing-field', detail: `required: ${issue.message}` }]
  }
  return [{ pointer, code: 'invalid-value', detail: issue.message }]
}

function unknownField(key: string, known: readonly string[]): string {
  const nearest = nearestName(key, known)
  if (nearest !== undefined) return `unknown field; did you mean ${nearest}?`
  return known.length > 0 ? `unknown field; known are ${known.join(', ')}` : 'unknown field'
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => `/${String(key).slice(0, 256).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (parent, key) => (parent as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key],
    value,
  )
}

interface Definition {
  readonly shape?: Readonly<Record<string, Validator>>
  readonly element?: Validator
  readonly innerType?: Validator
}

/** The fields of the object schema at a path; none where the way there is a choice. */
function knownFields(schema: Validator | undefined, path: readonly PropertyKey[]): readonly string[] {
  const definition = schema?._zod.def as Definition | undefined
  if (definition?.innerType !== undefined) return knownFields(definition.innerType, path)
  const [key, ...rest] = path
  if (key === undefined) return Object.keys(definition?.shape ?? {})
  return knownFields(definition?.element ?? definition?.shape?.[String(key)], rest)
}
