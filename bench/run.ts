/**
 * Every benchmark against its peers and bare limits, side by side: `npm run bench [-- NAME ...]`, where a name is a
 * group such as `rest` or, for REST and the exchange, one line such as `exchange.day`. A run of everything writes `results/latest.json`
 * and the table in `results/README.md`.
 */
import { writeFileSync } from 'node:fs'
import { exchangeBenchmarks } from './src/exchange.ts'
import { journalBenchmarks } from './src/journal.ts'
import { machineBenchmarks } from './src/machine.ts'
import { matchBenchmarks } from './src/match.ts'
import type { Result } from './src/measure.ts'
import { restBenchmarks } from './src/rest.ts'
import { sizeBenchmarks } from './src/size.ts'
import { startBenchmarks } from './src/start.ts'
import { streamBenchmarks } from './src/streams.ts'
import { markdown } from './src/table.ts'

const suites: Record<string, (wanted: (name: string) => boolean) => Promise<Result[]>> = {
  machine: machineBenchmarks,
  match: matchBenchmarks,
  exchange: exchangeBenchmarks,
  journal: journalBenchmarks,
  rest: restBenchmarks,
  ws: streamBenchmarks,
  start: startBenchmarks,
  sdk: sizeBenchmarks,
}

const wanted = process.argv.slice(2)
const groupOf = (name: string): string => name.split('.', 1)[0] ?? ''
const unknown = wanted.filter((name) => !(groupOf(name) in suites))
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are ${Object.keys(suites).join(', ')}.`)
  process.exit(2)
}

const results: Result[] = []
for (const [group, run] of Object.entries(suites)) {
  const names = wanted.filter((name) => groupOf(name) === group)
  if (wanted.length > 0 && names.length === 0) continue
  console.log(`running ${group} ...`)
  results.push(...(await run((line) => names.length === 0 || names.includes(group) || names.includes(line))))
}

console.table(
  results.map(({ name, ours, unit, ratioToPeer, ratioToLimit, spread, target }) => ({
    name,
    ours: `${ours} ${unit}`,
    'x peer': Object.entries(ratioToPeer)
      .map(([peer, ratio]) => `${peer} ${ratio}`)
      .join(', '),
    'x limit': ratioToLimit,
    spread,
    target: target ? `${target.met ? 'met' : 'MISSED'}: ${target.text}` : '',
  })),
)
if (wanted.length === 0) {
  writeFileSync(new URL('./results/latest.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(new URL('./results/README.md', import.meta.url), markdown(results))
}
process.exit(0)
