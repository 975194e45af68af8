/** `npm run generate`: the YAML sources -> openapi.json, asyncapi.json and src/generated. Same sources, same bytes. */
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { lintContract, readContract } from './bundle.ts'
import { checkDescriptions } from './describe-operations.ts'
import { emitSchemas } from './emit-schemas.ts'
import { emitChannels, emitErrors, emitRoutes, emitRules } from './emit-tables.ts'
import { emitTypes } from './emit-types.ts'
import { checkErrors } from './operations.ts'
import { withSamples } from './samples.ts'
import { mergeSchemas, specFolder } from './sources.ts'

const header = '// Generated from the YAML files of spec/ by `npm run generate`. Do not edit.\n'

/** All generated files: path relative to spec/ -> text. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const { openapi, asyncapi, errors } = await readContract()
  const schemas = mergeSchemas(openapi, asyncapi)
  checkErrors(openapi, errors)
  checkDescriptions(openapi)
  const sources: Record<string, string> = {
    types: await emitTypes(openapi, schemas),
    schemas: emitSchemas(openapi, schemas),
    routes: emitRoutes(openapi, schemas),
    errors: emitErrors(errors),
    channels: emitChannels(asyncapi, schemas),
    rules: emitRules(schemas),
  }
  const files = await Promise.all(
    Object.entries(sources).map(
      async ([name, text]) => [`src/generated/${name}.ts`, await format(`${header}${text}\n`)] as const,
    ),
  )
  return new Map([
    ['openapi.json', `${JSON.stringify(await withSamples(openapi), null, 2)}\n`],
    ['asyncapi.json', `${JSON.stringify(await withSamples(asyncapi), null, 2)}\n`],
    ...files,
  ])
}

function format(text: string): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('@biomejs/biome/package.json')
  const parameters = [join(dirname(manifest), 'bin/biome'), 'format', '--stdin-file-path=spec/formatted.ts']
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      parameters,
      { cwd: join(specFolder, '..'), maxBuffer: 2 ** 26 },
      (error, output, complaint) => (error === null ? resolve(output) : reject(new Error(complaint))),
    )
    child.stdin?.end(text)
  })
}

if (import.meta.main) {
  const problems = await lintContract()
  if (problems !== '') throw new Error(`The contract has lint problems:\n${problems}`)
  await mkdir(join(specFolder, 'src/generated'), { recursive: true })
  for (const [path, text] of await generate()) await writeFile(join(specFolder, path), text)
}
