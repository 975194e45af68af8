/** The zod validators: one const a schema, those of the operations' parameters, and the tables to find them by. */
import { operationsOf, parametersOf, responseSchemas } from './operations.ts'
import { type JsonSchema, type OpenApi, refName, type Schemas } from './sources.ts'
import { zodExpression } from './zod-schema.ts'

const head = `import { z } from 'zod'
import { dayExists, integerBetween, maxLength, minLength, oneOf, uniqueItems } from '../checks.ts'
import type { OperationBody, OperationInput, OperationStatus } from '../operations.ts'
import type { OperationId } from './routes.ts'
import type * as types from './types.ts'

/** A validator of values of a type. */
export type Validator<Value = unknown> = z.ZodType<Value>

/** What a validator found wrong. */
export type ValidationIssue = z.core.$ZodIssue

/** The validators of one operation: parameters by place, the request's body, each answer's body by status. */
export interface OperationSchemas<Id extends OperationId> {
  readonly path: Validator<OperationInput<Id>['path']>
  readonly query: Validator<OperationInput<Id>['query']>
  readonly header: Validator<OperationInput<Id>['header']>
  /** Null for an operation that takes no body. */
  readonly body: Validator<OperationInput<Id>['body']> | null
  readonly responses: { readonly [Status in OperationStatus<Id>]: Validator<OperationBody<Id, Status>> }
}
`

export function emitSchemas(openapi: OpenApi, schemas: Schemas): string {
  const names = inOrderOfUse(schemas)
  const consts = names.map(
    (name) => `const _${name} = ${pure(zodExpression(schemas[name] ?? {}, name, schemas))}`,
  )
  const exported = Object.keys(schemas).map(
    (name) => `export const ${name}: Validator<types.${name}> = _${name}`,
  )
  const byName = Object.keys(schemas).map((name) => `${name}: _${name}`)
  return [
    head,
    ...consts,
    '',
    ...exported,
    '',
    '/** Every schema by its name. */',
    `export const schemas: { readonly [Name in keyof types.components['schemas']]: Validator<types.components['schemas'][Name]> } = ${pure(`({ ${byName.join(', ')} })`)} `,
    '',
    '/** The validators of each operation: parameters by place, body, and the body of each answer by status. */',
    `export const operationSchemas: { readonly [Id in OperationId]: OperationSchemas<Id> } = ${pure(`({ ${operations(openapi, schemas).join(', ')} })`)}`,
  ].join('\n')
}

function operations(openapi: OpenApi, schemas: Schemas): string[] {
  return operationsOf(openapi).map(({ operation, id }) => {
    const parameters = (['path', 'query', 'header'] as const).map((place) => {
      const fields = parametersOf(openapi, operation, place).map((parameter) => {
        const expression = zodExpression(parameter.schema, `${id}/${parameter.name}`, schemas)
        return `${JSON.stringify(parameter.name)}: ${expression}${parameter.required === true ? '' : '.optional()'}`
      })
      const kind = place === 'header' ? 'looseObject' : 'strictObject'
      return `${place}: z.${kind}({ ${fields.join(', ')} })`
    })
    const { body, responses } = responseSchemas(openapi, operation)
    const answers = Object.entries(responses).map(([status, name]) => `${status}: _${name}`)
    return `${id}: { ${parameters.join(', ')}, body: ${body === null ? null : `_${body}`}, responses: { ${answers.join(', ')} } }`
  })
}

/** A call that a bundler may drop when its value is not used. */
function pure(expression: string): string {
  return `/* @__PURE__ */ (() => ${expression})()`
}

/** Each name after those that it uses. */
export function inOrderOfUse(schemas: Schemas): string[] {
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): void => {
    if (done.has(name)) return
    if (path.includes(name))
      throw new Error(`Schemas that contain themselves are not implemented: ${[...path, name].join(' > ')}`)
    const schema = schemas[name]
    if (schema === undefined) throw new Error(`${path.at(-1)} refers to ${name}, which does not exist`)
    for (const used of references(schema)) visit(used, [...path, name])
    done.add(name)
  }
  for (const name of Object.keys(schemas)) visit(name, [])
  return [...done]
}

function references(schema: JsonSchema): string[] {
  return [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => refName(ref ?? ''))
}
