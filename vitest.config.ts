import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/long-first.ts'

const conditions = ['@openbourse/source', 'module', 'node', 'development|production', 'import', 'default']
const exclude = ['**/node_modules/**', '**/dist/**']
/** They run or read what `npm pack` makes; everything else runs from source. */
const packed = ['test/pack.test.ts', 'test/readme.test.ts', 'sdk/package.test.ts']
/** They measure the memory of their process, so it must be theirs alone. */
const measured = [
  'mock-server/test/transports/hostile-requests.test.ts',
  'mock-server/test/transports/event-stream.test.ts',
]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 30_000,
    // Vitest leaves one core to itself; of two, that is half of them for little work.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 60_000,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['{spec,sdk,mock-server,examples,test}/**/*.test.ts'],
          exclude: [...exclude, ...packed, ...measured],
          // One process after another would load the same modules for each of 230 files, which costs more than half of
          // the tests. So no module of ours has a state of its own, and a test gives back what it takes of the globals:
          // fake timers, listeners of the process, and what MSW intercepts.
          isolate: false,
          setupFiles: ['test/property-seed.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'measured', include: measured, exclude, setupFiles: ['test/property-seed.ts'] },
      },
      {
        extends: true,
        test: { name: 'packed', include: packed, exclude, globalSetup: ['test/packed/global-setup.ts'] },
      },
    ],
  },
})
