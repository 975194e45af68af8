import { defaults, rules } from './generated/rules.ts'
import type { ProblemItem } from './generated/types.ts'

/** Which values other fields must have: all of these fields, each with one of these values. */
type Condition = Readonly<Record<string, readonly string[]>>

/** A rule between the fields of an object, which JSON schema cannot say with a useful error. */
export type Rule =
  | {
      readonly field: string
      /** Only these values of the field are concerned. */
      readonly is?: readonly string[]
      readonly requiredWhen?: Condition
      readonly allowedWhen?: Condition
    }
  | { readonly exactlyOne: readonly string[]; readonly when?: Condition }
  | { readonly atLeastOne: readonly string[]; readonly when?: Condition }
  | { readonly allOrNone: readonly string[]; readonly when?: Condition }

/**
 * Checks the rules between the fields of a value that the schema has already accepted (`x-rules` in the documents).
 * Objects inside it are not looked into.
 *
 * @returns one item for each rule that is broken, pointing at the field; empty when all hold
 * @example checkRules('OrderRequest', { type: 'limit', ... }) // [{ pointer: '/limitPrice', code: 'missing-field', ... }]
 */
export function checkRules(schema: keyof typeof rules, value: object): ProblemItem[] {
  const list: readonly Rule[] = rules[schema]
  const fields: Fields = { given: value as Record<string, unknown>, defaults: defaults[schema] }
  const items: ProblemItem[] = []
  for (const rule of list) {
    const broken = check(rule, fields)
    if (broken !== NOTHING) items.push(...broken)
  }
  return items
}

/** What was sent, and what stands for the fields that were not. */
interface Fields {
  readonly given: Readonly<Record<string, unknown>>
  readonly defaults: Readonly<Record<string, string>>
}

const NOTHING: readonly ProblemItem[] = []

function check(rule: Rule, value: Fields): readonly ProblemItem[] {
  if ('field' in rule) return checkField(rule, value)
  if (rule.when !== undefined && !holds(rule.when, value)) return NOTHING
  const fields =
    'exactlyOne' in rule ? rule.exactlyOne : 'atLeastOne' in rule ? rule.atLeastOne : rule.allOrNone
  const present = countPresent(fields, value)
  if (isKept(rule, present, fields.length)) return NOTHING
  const isPresent = (field: string): boolean => value.given[field] !== undefined
  const names = fields.join(' and ')
  const when = rule.when === undefined ? '' : ` when ${sentence(rule.when)}`
  if ('allOrNone' in rule) {
    const absent = fields.filter((field) => !isPresent(field))
    return absent.map((field) => item(field, 'missing-field', `${names} go together`))
  }
  if (present === 0) {
    const wanted = 'exactlyOne' in rule ? 'exactly one' : 'at least one'
    return [item(fields[0] ?? '', 'missing-field', `${wanted} of ${names} is required${when}`)]
  }
  return fields
    .filter(isPresent)
    .slice(1)
    .map((field) => item(field, 'field-not-applicable', `only one of ${names} may be given${when}`))
}

function countPresent(fields: readonly string[], { given }: Fields): number {
  let count = 0
  for (const field of fields) if (given[field] !== undefined) count += 1
  return count
}

/** Whether so many of the rule's fields are what it wants. */
function isKept(rule: Exclude<Rule, { field: string }>, present: number, all: number): boolean {
  if ('allOrNone' in rule) return present === 0 || present === all
  return 'exactlyOne' in rule ? present === 1 : present > 0
}

function checkField(rule: Extract<Rule, { field: string }>, value: Fields): readonly ProblemItem[] {
  const { field, is, requiredWhen, allowedWhen = requiredWhen } = rule
  if (value.given[field] === undefined) {
    if (requiredWhen === undefined || !holds(requiredWhen, value)) return NOTHING
    return [item(field, 'missing-field', `${field} is required when ${sentence(requiredWhen)}`)]
  }
  const given = String(value.given[field])
  if (is !== undefined && !is.includes(given)) return NOTHING
  if (allowedWhen === undefined || holds(allowedWhen, value)) return NOTHING
  const what = is === undefined ? field : `${field} ${given}`
  return [item(field, 'field-not-applicable', `${what} is only allowed when ${sentence(allowedWhen)}`)]
}

function holds(condition: Condition, value: Fields): boolean {
  for (const field in condition) {
    if (!condition[field]?.includes(String(value.given[field] ?? value.defaults[field]))) return false
  }
  return true
}

function sentence(condition: Condition): string {
  return Object.entries(condition)
    .map(([field, values]) => `${field} is ${values.join(' or ')}`)
    .join(' and ')
}

function item(field: string, code: ProblemItem['code'], detail: string): ProblemItem {
  return { pointer: `/${field}`, code, detail }
}
