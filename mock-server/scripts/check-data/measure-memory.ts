import { replayThrough } from './replay-through.ts'

/** Plays one recording through an exchange and prints the peak memory of this process as JSON. */
const { progress } = await replayThrough(process.argv.slice(2))
const peakBytes = process.resourceUsage().maxRSS * 1_024
console.log(JSON.stringify({ peakBytes, commands: progress.commands }))
