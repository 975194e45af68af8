/** The samples of spec/samples become the `examples` of their schemas: every reader of the documents has them. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Schemas, specFolder } from './sources.ts'

interface WithSchemas {
  readonly components: { readonly schemas: Schemas }
}

/** The document with each sample at its schema. */
export async function withSamples<Document extends WithSchemas>(document: Document): Promise<Document> {
  const folder = join(specFolder, 'samples')
  const schemas: Record<string, object> = { ...document.components.schemas }
  for (const file of (await readdir(folder)).sort()) {
    const name = basename(file, '.json')
    const schema = schemas[name]
    if (schema === undefined) continue
    schemas[name] = { ...schema, examples: [JSON.parse(await readFile(join(folder, file), 'utf8'))] }
  }
  return { ...document, components: { ...document.components, schemas } }
}
