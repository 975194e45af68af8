import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killRounds } from './kill-rounds.ts'

/** Starting processes takes its time on a machine that is shared. */
const PATIENCE = { timeout: 120_000 }

test.each([
  ['always', false, 1],
  ['interval', false, 1],
  ['always', true, 2],
] as const)(
  'a server that is killed loses what --journal-sync %s allows, and no more; checkpoints all the time: %s',
  PATIENCE,
  async (sync, checkpoints, rounds) => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'))
    try {
      const path = join(folder, 'world.journal')
      const { acknowledged, lost } = await killRounds({
        path,
        sync,
        rounds,
        checkpoints,
        tradesForMs: (round) => 120 + 70 * round,
      })
      expect(acknowledged).toBeGreaterThan(0)
      if (sync === 'always') expect(lost).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
