import { createBroker } from '../../src/create-mock-broker.ts'
import { Journal } from '../../src/journal/journal.ts'
import { readJournal } from '../../src/journal/read-journal.ts'
import { openJournalFile } from '../../src/ports/journal-file.ts'
import { nextTask, systemClock } from '../../src/ports/system-clock.ts'
import { listen } from '../../src/transports/node-server.ts'

/** A server as the command starts it, whose journal is being written anew at any time: `kill-server PATH SYNC`. */
const [path = '', sync] = process.argv.slice(2)
const file = openJournalFile(path)
const bytes = file.read()
const journal = new Journal({
  file,
  head: { version: '0.0.0', world: {}, seed: 7, cursorSecret: 'secret' },
  recovered: bytes && readJournal(bytes).entries,
  sync: sync === 'always' ? 'always' : 'interval',
  intervalMs: 50,
  clock: systemClock,
  soon: nextTask,
  checkpointBytes: 1,
  turnBytes: 4_096,
  onWarning: (warning) => process.stderr.write(`${warning}\n`),
})
const broker = createBroker({ symbols: ['AAPL'], seed: 7 }, { journal })
const { url } = await listen(broker.backend, { host: '127.0.0.1', port: 0, clock: systemClock })
process.stdout.write(`${JSON.stringify({ url })}\n`)
