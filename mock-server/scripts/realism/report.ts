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
  const missed = verdicts.filter(({ holds }) => !holds)
  const rows = verdicts.map(row).join('\n')
  const reasons = missed.map(
    ({ fact, median }) =>
      `- **${fact.name}** (${show(median)}, band ${bandOf(fact)}): ${fact.missed ?? 'not explained'}`,
  )
  const bars = barHours === 0 ? '' : ` (minute bars: ${barHours} hours)`
  return `# ${preset}

Seeds ${first} to ${first + count - 1}, on which nothing was tuned, ${hours} hours each${bars}, one symbol at ${market.referenceTicks} ticks. ${held} of ${verdicts.length} facts hold. Made by \`npm run realism\`.

![Returns, autocorrelations, book and volume](${preset}.svg)

| fact | band | median | 95 % interval | |
|---|---|---|---|---|
${rows}
${reasons.length === 0 ? '' : `\n## Missed\n\n${reasons.join('\n')}\n`}`
}

function row({ fact, median, interval, holds }: Verdict): string {
  const [low, high] = interval
  return `| ${fact.name} | ${bandOf(fact)} | ${show(median)} | ${show(low)} to ${show(high)} | ${holds ? 'holds' : '**missed**'} |`
}

function bandOf({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? show(low) : `${show(low)} to ${show(high)}`
}

export function show(value: number): string {
  return Number.isNaN(value) ? 'none' : String(Number(value.toPrecision(3)))
}
