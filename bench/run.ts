/**
 * Every benchmark against its peers and bare limits, side by side: `npm run bench [-- NAME ...]`. A run of
 * everything writes `results/latest.json` and the table in `results/README.md`.
 */
import { writeFileSync } from 'node:fs'
import { exchangeBenchmarks } from './src/exchange.ts'
import { matchBenchmarks } from './src/match.ts'
import type { Result } from './src/measure.ts'
import { restBenchmarks } from './src/rest.ts'
import { sizeBenchmarks } from './src/size.ts'
import { startBenchmarks } from './src/start.ts'
import { streamBenchmarks } from './src/streams.ts'
import { markdown } from './src/table.ts'

const suites: Record<string, () => Promise<Result[]>> = {
  match: matchBenchmarks,
  exchange: exchangeBenchmarks,
  rest: restBenchmarks,
  ws: streamBenchmarks,
  start: startBenchmarks,
  sdk: sizeBenchmarks,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in suites))
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are ${Object.keys(suites).join(', ')}.`)
  process.exit(2)
}

const results: Result[] = []
for (const [name, run] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`running ${name} ...`)
  results.push(...(await run()))
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
