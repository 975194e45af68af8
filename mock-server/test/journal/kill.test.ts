import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killRounds } from './kill-rounds.ts'

/** Starting processes takes its time on a machine that is shared. */
const PATIENCE = { timeout: 120_000 }

test.each([
  ['always', 2],
  ['interval', 1],
] as const)(
  'a server that is killed loses what --journal-sync %s allows, and no more',
  PATIENCE,
  async (sync, rounds) => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'))
    try {
      const path = join(folder, 'world.journal')
      const { acknowledged, lost } = await killRounds({
        path,
        sync,
        rounds,
        tradesForMs: (round) => 120 + 70 * round,
      })
      expect(acknowledged).toBeGreaterThan(0)
      if (sync === 'always') expect(lost).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
