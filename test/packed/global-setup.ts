import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { freshFolder, packAll, type Tarballs } from '../../scripts/pack.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What `npm pack` made of the three packages, or why there is none. */
    packed: { readonly tarballs: Tarballs } | { readonly failure: string }
  }
}

/** Builds and packs once for all tests of the packed packages; a failure is theirs alone. */
export default async function packOnce(project: TestProject): Promise<() => void> {
  const folder = freshFolder('packed')
  try {
    project.provide('packed', { tarballs: await packAll(folder) })
  } catch (error) {
    project.provide('packed', { failure: String(error) })
  }
  return () => rmSync(folder, { recursive: true, force: true })
}
