import type { Profile } from './profiles.ts'
import type { Verdict } from './verdict.ts'

/** The page of one preset. */
export function presetPage(
  { preset, market, hours }: Profile,
  seeds: number,
  verdicts: readonly Verdict[],
): string {
  const held = verdicts.filter(({ holds }) => holds).length
  const missed = verdicts.filter(({ holds }) => !holds)
  const rows = verdicts.map(row).join('\n')
  const reasons = missed.map(
    ({ fact, median }) =>
      `- **${fact.name}** (${show(median)}, band ${bandOf(fact)}): ${fact.missed ?? 'not explained'}`,
  )
  return `# ${preset}

${seeds} seeds, ${hours} hours each, one symbol at ${market.referenceTicks} ticks. ${held} of ${verdicts.length} facts hold. Made by \`npm run realism\`.

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
