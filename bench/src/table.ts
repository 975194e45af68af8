import { cpus } from 'node:os'
import type { Result } from './measure.ts'

/** The results as a page for people. */
export function markdown(results: readonly Result[]): string {
  const missed = results.filter(({ target }) => target && !target.met)
  return [
    '# Benchmarks',
    '',
    `Medians of alternating runs in one process tree; Node ${process.versions.node}, ${cpus().length} cores. Ratios say how many times as good we are (theirs over ours for times and sizes), and are medians of the ratios of single turns: they carry over to other machines, the bare figures do not. Made by \`npm run bench\`.`,
    '',
    '| name | ours | × peer | × limit | spread | target |',
    '|---|---|---|---|---|---|',
    ...results.map(row),
    '',
    '## What is compared',
    '',
    ...results.filter(({ note }) => note).map(({ name, note }) => `- \`${name}\`: ${note}.`),
    '',
    ...(missed.length > 0 ? ['## Missed', '', ...missed.map(missedLine), ''] : []),
  ].join('\n')
}

function row({ name, ours, unit, ratioToPeer, ratioToLimit, spread, target }: Result): string {
  const peers = Object.entries(ratioToPeer).map(([peer, ratio]) => `${peer} ${ratio}`)
  const verdict = target ? `${target.met ? 'met' : '**missed**'}: ${target.text}` : ''
  return `| \`${name}\` | ${ours} ${unit} | ${peers.join(', ')} | ${ratioToLimit ?? ''} | ${spread} | ${verdict} |`
}

function missedLine({ name, ours, unit, target }: Result): string {
  const reason = target?.reason ? ` ${target.reason}` : ''
  return `- \`${name}\` is ${ours} ${unit}, and should be ${target?.text}.${reason}`
}
