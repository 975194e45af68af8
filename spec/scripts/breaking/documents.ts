/** The bundled documents of one version of the contract: what is compared, and where the released ones lie. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AsyncApi, type OpenApi, specFolder } from '../sources.ts'

export interface Documents {
  readonly openapi: OpenApi
  readonly asyncapi: AsyncApi
}

export const documentNames = ['openapi', 'asyncapi'] as const
export type DocumentName = (typeof documentNames)[number]

export const releasedFolder = join(specFolder, 'released')

export async function readDocuments(folder: string): Promise<Documents> {
  const [openapi, asyncapi] = await Promise.all(
    documentNames.map(async (name) => JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))),
  )
  return { openapi, asyncapi }
}

/** What a JSON pointer such as `#/components/schemas/Order` points at. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)
}
