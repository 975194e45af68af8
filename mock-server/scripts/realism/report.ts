import type { Seeds } from './play-seeds.ts'
import type { Profile } from './profiles.ts'
import type { Verdict } from './verdict.ts'

/** The page of one preset. */
export function presetPage(
  { preset, market, hours, barHours }: Profile,
  { first, count }: Seeds,
  verdicts: readonly Verdict[],
): string {
  const held = verdicts.filter(({ holds }) => holds).length
  const rows = verdicts.map(row).join('\n')
  const bars = barHours === 0 ? '' : ` (minute bars: ${barHours} hours)`
  return `# ${preset}

Seeds ${first} to ${first + count - 1}, on which nothing was tuned, ${hours} hours each${bars}, one symbol at ${market.referenceTicks} ticks. ${held} of ${verdicts.length} facts hold. Made by \`npm run realism\`.

![Returns, autocorrelations, book and volume](${preset}.svg)

| fact | band | median | 95 % interval | |
|---|---|---|---|---|
${rows}
`
}

function row({ fact, median, interval, holds }: Verdict): string {
  const [low, high] = interval
  return `| ${fact.name} | ${bandOf(fact)} | ${show(median)} | ${show(low)} to ${show(high)} | ${holds ? 'holds' : '**missed**'} |`
}

function bandOf({ low, high }: Verdict['fact']): string {
  return low === high ? show(low) : `${show(low)} to ${show(high)}`
}

export function show(value: number): string {
  return Number.isNaN(value) ? 'none' : String(Number(value.toPrecision(3)))
}
