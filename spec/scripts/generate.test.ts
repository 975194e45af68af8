import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Contract, lintContract, readContract } from './bundle.ts'
import { generate } from './generate.ts'
import { checkErrors } from './operations.ts'
import { mergeSchemas, specFolder } from './sources.ts'

let files: ReadonlyMap<string, string>
let contract: Contract
beforeAll(async () => {
  contract = await readContract()
  files = await generate()
}, 60_000)

test('the committed files are what the sources generate', () => {
  for (const [path, text] of files) {
    const stale = `spec/${path} is stale: run npm run generate`
    expect(readFileSync(join(specFolder, path), 'utf8') === text, stale).toBe(true)
  }
  const generated = readdirSync(join(specFolder, 'src/generated')).map((name) => `src/generated/${name}`)
  expect(generated.filter((path) => !files.has(path))).toEqual([])
})

test('the same sources give the same bytes again', async () => {
  expect(await generate()).toEqual(files)
})

test('every generated module says that it is not to be edited', () => {
  for (const [path, text] of files) {
    if (path.endsWith('.ts')) expect(text).toMatch(/^\/\/ Generated .* Do not edit\.\n/)
  }
})

test('both documents pass the linter without errors and warnings', async () => {
  expect(await lintContract()).toBe('')
})

test('every rule of the linter that is switched off says why', () => {
  const lines = readFileSync(join(specFolder, 'redocly.yaml'), 'utf8').split('\n')
  for (const [index, line] of lines.entries()) {
    if (line.trim().endsWith(': off')) expect(lines[index - 1]?.trim(), line).toMatch(/^# \w/)
  }
})

test('every schema file is in a document under its name', () => {
  const { openapi, asyncapi } = contract
  const names = readdirSync(join(specFolder, 'schemas')).map((file) => basename(file, '.yaml'))
  expect(Object.keys(mergeSchemas(openapi, asyncapi))).toEqual(names.sort())
})

test('no schema has the name of a global of the language', () => {
  const { openapi, asyncapi } = contract
  const globals = [
    'Symbol',
    'Error',
    'Event',
    'Document',
    'Request',
    'Response',
    'Map',
    'Set',
    'Date',
    'Number',
    'String',
  ]
  expect(Object.keys(mergeSchemas(openapi, asyncapi)).filter((name) => globals.includes(name))).toEqual([])
})

test('an operation whose error codes and statuses differ is refused', () => {
  const { openapi, errors } = contract
  const codes = { ...errors.codes }
  delete codes['order-not-open']
  expect(() => checkErrors(openapi, { ...errors, codes })).toThrow('order-not-open is not in errors.yaml')
  const isGone = { ...errors.codes['unknown-order'], status: 410 }
  const gone = {
    ...errors,
    codes: { ...errors.codes, 'order-not-open': isGone, 'request-pending': isGone },
  }
  expect(() => checkErrors(openapi, gone as typeof errors)).toThrow(
    'x-errors and responses differ in 409, 410',
  )
})
