import { build } from 'esbuild'
import { expect, test } from 'vitest'

async function bundled(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    external: ['zod'],
  })
  return result.outputFiles[0]?.text ?? ''
}

test('the main entry imports nothing at run time', async () => {
  const text = await bundled("export * from './index.ts'")
  expect(text).not.toMatch(/\bimport\b/)
})

test('a bundle with one validator has no other', async () => {
  const text = await bundled("export { Quote } from './schemas.ts'")
  expect(text).toContain('bidPrice')
  expect(text).not.toContain('clientOrderId')
  expect(text.length).toBeLessThan(3000)
})

test('a bundle with the channel grammar has no other table', async () => {
  const text = await bundled("export { parseChannel } from './index.ts'")
  expect(text.length).toBeLessThan(2000)
})
