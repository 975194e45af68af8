/** Runs Redocly over the YAML sources: two linted documents, each bundled into one object. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { completeOperations } from './complete-operations.ts'
import { acceptCredentials } from './credentials.ts'
import { describeOperations } from './describe-operations.ts'
import { redocly } from './redocly.ts'
import {
  type AsyncApi,
  type ErrorTable,
  type Json,
  type JsonSchema,
  type OpenApi,
  specFolder,
} from './sources.ts'

/** What the generators work on. */
export interface Contract {
  readonly openapi: OpenApi
  readonly asyncapi: AsyncApi
  readonly errors: ErrorTable
}

export async function readContract(): Promise<Contract> {
  const folder = await mkdtemp(join(tmpdir(), 'openbourse-spec-'))
  try {
    const errors = parse(await readFile(join(specFolder, 'errors.yaml'), 'utf8')) as ErrorTable
    const [openapi, asyncapi] = await Promise.all([bundle('openapi', folder), bundle('asyncapi', folder)])
    if (openapi.info.version !== asyncapi.info.version)
      throw new Error('The two documents have different versions')
    const filled = fillValues(openapi, errors) as unknown as OpenApi
    return {
      openapi: describeOperations(completeOperations(acceptCredentials(filled)), errors),
      asyncapi: fillValues(asyncapi, errors) as unknown as AsyncApi,
      errors,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Lints both documents by redocly.yaml and returns what Redocly found as text; empty when there is nothing. */
export async function lintContract(): Promise<string> {
  const found = await Promise.all(['rest', 'streams'].map(lint))
  return found.flat().join('\n')
}

async function lint(api: string): Promise<string[]> {
  const { stdout } = await redocly(['lint', api, '--format=json']).catch(
    (failure: { stdout: string }) => failure,
  )
  const { problems } = JSON.parse(stdout) as { problems: { ruleId: string; message: string }[] }
  return problems.map((problem) => `${problem.ruleId}: ${problem.message}`)
}

async function bundle(
  name: 'openapi' | 'asyncapi',
  folder: string,
): Promise<Json & { info: { version: string } }> {
  const output = join(folder, `${name}.json`)
  await redocly(['bundle', `${name}.yaml`, '--output', output])
  return JSON.parse(await readFile(output, 'utf8'))
}

/** Writes the values of the error table into the schemas that say `x-values-from`. */
function fillValues(document: Json, errors: ErrorTable): Json {
  const codes = Object.keys(errors.codes)
  const orderCodes = codes.filter((code) => errors.codes[code]?.scope === 'order')
  const values: Record<string, string[]> = { codes, reasons: [...orderCodes, ...Object.keys(errors.reasons)] }
  const { schemas } = document.components as { schemas: Record<string, JsonSchema> }
  const filled = Object.entries(schemas).map(([name, schema]) => {
    const { 'x-values-from': source, ...rest } = schema
    if (source === undefined) return [name, schema]
    const list = values[source]
    if (list === undefined) throw new Error(`${name}: x-values-from knows codes and reasons, not ${source}`)
    return [name, { ...rest, enum: list }]
  })
  return {
    ...document,
    components: { ...(document.components as Json), schemas: Object.fromEntries(filled) },
  }
}
