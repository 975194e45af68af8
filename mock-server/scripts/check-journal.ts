import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRounds } from '../test/journal/kill-rounds.ts'

/** `npm run check:journal -- ROUNDS`: kills a server that often in each mode, and with checkpoints all the time. @default 25 */
const rounds = Number(process.argv[2] ?? 25)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`check:journal takes a number of rounds, not ${process.argv[2]}`)
  process.exit(2)
}
for (const [sync, checkpoints] of [
  ['always', false],
  ['interval', false],
  ['always', true],
] as const) {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'))
  const path = join(folder, 'world.journal')
  // Another moment each time, the same ones at each run.
  const tradesForMs = (round: number): number => 50 + ((round * 37) % 400)
  const plan = { path, sync, rounds, checkpoints, tradesForMs }
  const { acknowledged, lost, withinCheckpoints } = await killRounds(plan)
  rmSync(folder, { recursive: true })
  console.log(
    `${sync}: killed ${rounds} times, ${withinCheckpoints} of them within a checkpoint, ${acknowledged} orders acknowledged, ${lost} lost`,
  )
}
