import { fileURLToPath } from 'node:url'
import { message, start } from './child.ts'
import { compare, median, type Result } from './measure.ts'

/** What a played day took. */
export interface Day {
  /** By the clock on the wall. */
  readonly seconds: number
  /** Of the processor: also those of the compiler and the collector, which work beside. */
  readonly processorSeconds: number
  readonly commands: number
  readonly events: number
  readonly peakMegabytes: number
}

const PROGRAM = fileURLToPath(new URL('./play-day.ts', import.meta.url))
const LEAST_EVENTS = 1_000_000
const LEAST_COMMANDS = 300_000
const MOST_SECONDS = 5
const MOST_MEGABYTES = 300

/** A whole session of one liquid stock. */
export async function dayBenchmark(): Promise<Result> {
  const days: Day[] = []
  const result = await compare({
    name: 'exchange.day',
    unit: 's',
    better: 'lower',
    ours: async () => {
      const day = await playDay()
      days.push(day)
      return day.seconds
    },
    target: {
      text: `${LEAST_EVENTS} events and ${LEAST_COMMANDS} commands in under ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB`,
      met: ({ ours }) => ours < MOST_SECONDS && days.every(isWithinBounds),
    },
  })
  const [day] = days
  const processor = median(days.map(({ processorSeconds }) => processorSeconds))
  const megabytes = Math.max(...days.map(({ peakMegabytes }) => peakMegabytes))
  const played = `${day?.commands} commands, ${day?.events} events, ${Math.round(megabytes)} MB at most, ${processor.toFixed(2)} s of both cores with the compiler and the collector`
  return {
    ...result,
    note: `a session of 6.5 hours of one liquid stock, flow, exchange, ledger and feed: ${played}`,
  }
}

function isWithinBounds({ commands, events, peakMegabytes }: Day): boolean {
  return commands >= LEAST_COMMANDS && events >= LEAST_EVENTS && peakMegabytes <= MOST_MEGABYTES
}

async function playDay(): Promise<Day> {
  const child = start(process.execPath, ['--conditions=@openbourse/source', PROGRAM])
  try {
    return await message<Day>(child)
  } finally {
    await child.stop()
  }
}
