import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const conditions = ['@openbourse/source', 'module', 'node', 'development|production', 'import', 'default']
const exclude = ['**/node_modules/**', '**/dist/**']
/** They run what `npm pack` makes; everything else runs from source. */
const packed = ['test/pack.test.ts', 'test/readme.test.ts']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 30_000,
    // Vitest leaves one core to itself; of two, that is half of them for little work.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['{spec,sdk,mock-server,examples,test}/**/*.test.ts'],
          exclude: [...exclude, ...packed],
          setupFiles: ['test/property-seed.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'packed', include: packed, exclude, globalSetup: ['test/packed/global-setup.ts'] },
      },
    ],
  },
})
