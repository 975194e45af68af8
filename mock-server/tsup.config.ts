import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/msw.ts', 'src/node.ts', 'src/cli.ts', 'src/vitest.ts'],
  format: 'esm',
  target: 'node22',
  platform: 'neutral',
  splitting: true,
  treeshake: true,
  clean: true,
  dts: { entry: ['src/index.ts', 'src/msw.ts', 'src/node.ts', 'src/vitest.ts'] },
  removeNodeProtocol: false,
  external: [/^node:/, 'ws', 'msw', 'msw/node', 'vitest', /^@openbourse\/spec/],
})
