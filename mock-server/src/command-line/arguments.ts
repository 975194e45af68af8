import { parseArgs } from 'node:util'
import { checkCors } from '../api/cors.ts'
import { FEE_SCHEDULES, type FeeSchedule } from '../exchange/accounts/fees/fee-schedule.ts'
import { feesBySchedules } from '../exchange/accounts/fees/schedules.ts'
import { parseTime } from '../exchange/values/time.ts'
import { MARKET_NAMES, type MarketName } from '../market/market-models.ts'
import type { MockServerOptions } from '../options/server-options.ts'
import { parseRange } from '../webhooks/address.ts'
import { readCalendar, readRandomEnd, readVolatility } from './sessions.ts'
import { UsageError } from './usage-error.ts'

/** What the command line asks for. */
export type CliRequest =
  | { readonly action: 'help' }
  | { readonly action: 'version' }
  | { readonly action: 'serve'; readonly serve: ServeRequest }

export interface ServeRequest {
  readonly options: Pick<
    MockServerOptions,
    | 'port'
    | 'host'
    | 'seed'
    | 'symbols'
    | 'market'
    | 'allowHosts'
    | 'cors'
    | 'calendar'
    | 'auctionRandomEndMs'
    | 'volatility'
    | 'requestLatencyMs'
    | 'dayEndReports'
    | 'limits'
    | 'fees'
    | 'accountType'
    | 'replay'
    | 'journal'
    | 'strictAuth'
    | 'webhookAllow'
  >
  /** A module whose `handlers` (or default export) are MSW handlers that answer first. */
  readonly handlersFile: string | undefined
  /** A JSON file with more keys that sign. */
  readonly keysFile: string | undefined
  readonly showSecrets: boolean
  readonly output: 'text' | 'json' | 'quiet'
}

export const HELP = `openbourse-mock: a mock brokerage with a simulated exchange, on a port of this machine

Usage: openbourse-mock [options]

  --port N          port to listen on; 0 picks a free one (4010)
  --host NAME       address to bind (127.0.0.1)
  --allow-host NAME host name to answer for besides loopback; may be repeated
  --cors ORIGIN     origin whose pages may read answers, or *; may be repeated (none)
  --seed N          chance of the background market; printed at the start (random)
  --symbols A,B     instruments with a background market (the demo world's twelve)
  --market NAME     what moves them: calm, orderFlow as in recorded markets, or gbm (calm)
  --calendar NAME   sessions of stocks: XNYS with auctions, 24x5 or 24x7; usEquity=XNYS,fx=24x5 by class (24x7)
  --auction-random-end MS  opening and closing auctions end up to so much later, by chance (0)
  --volatility A,B  limits on stocks in their sessions: priceBands (and reprice), marketWide (none)
  --tier2 A,B       stocks with the wider price bands of those outside the large indices (none)
  --request-latency MS  cancels and replacements of orders take so long (0)
  --day-end-reports orders are told when their session is over
  --limits NAME     how much a client may do: relaxed, or realistic as at a venue (relaxed)
  --fees A,B        ${FEE_SCHEDULES.join(', ')} (no fees)
  --account-type T  cash, or margin: lends money and stock (cash)
  --replay PATH     recorded files or folders to play as the market; may be repeated
  --speed X         pace of the replay: 1, any factor, or max (1)
  --from T          RFC 3339 time at which the replay begins
  --until T         RFC 3339 time at which the replay ends
  --journal PATH    keep the world in a file, and go on with it at the next start (nothing is kept)
  --journal-sync W  write to the disk always before answering, or in an interval of 50 ms (interval)
  --webhook-allow CIDR  open addresses that are not public to webhooks; may be repeated (loopback)
  --keys FILE       JSON array of more keys that sign: keyId with secret or publicKey
  --strict-auth     refuse plain keys; only signatures and tokens are taken
  --show-secrets    print the secrets of the demo world's signing keys
  --handlers FILE   module with MSW handlers that answer before the mock
  --json            print one line of JSON when ready
  --quiet           print nothing but errors
  --version         print the version
  --help            print this
`

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  cors: { type: 'string', multiple: true },
  seed: { type: 'string' },
  symbols: { type: 'string' },
  market: { type: 'string' },
  calendar: { type: 'string' },
  'auction-random-end': { type: 'string' },
  volatility: { type: 'string' },
  tier2: { type: 'string' },
  'request-latency': { type: 'string' },
  'day-end-reports': { type: 'boolean' },
  limits: { type: 'string' },
  fees: { type: 'string' },
  'account-type': { type: 'string' },
  replay: { type: 'string', multiple: true },
  speed: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  journal: { type: 'string' },
  'journal-sync': { type: 'string' },
  'webhook-allow': { type: 'string', multiple: true },
  keys: { type: 'string' },
  'strict-auth': { type: 'boolean' },
  'show-secrets': { type: 'boolean' },
  handlers: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** @throws UsageError */
export function parseCli(args: readonly string[]): CliRequest {
  const values = readValues(withRepeatedReplay(args))
  if (values.help) return { action: 'help' }
  if (values.version) return { action: 'version' }
  if (values['show-secrets'] && values.quiet) {
    throw new UsageError('--show-secrets and --quiet exclude each other')
  }
  if (values.json && values.quiet) throw new UsageError('--json and --quiet exclude each other')
  return {
    action: 'serve',
    serve: {
      options: {
        port: wholeNumber('--port', values.port, 65_535),
        host: values.host,
        allowHosts: values['allow-host'],
        cors: readCors(values.cors),
        seed: wholeNumber('--seed', values.seed, Number.MAX_SAFE_INTEGER),
        symbols: readSymbols('--symbols', values.symbols),
        market: readMarket(values.market),
        calendar: readCalendar(values.calendar),
        auctionRandomEndMs: readRandomEnd(
          wholeNumber('--auction-random-end', values['auction-random-end'], 60_000),
          values.calendar,
        ),
        volatility: readVolatility(values, readSymbols('--tier2', values.tier2)),
        requestLatencyMs: wholeNumber('--request-latency', values['request-latency'], 3_600_000),
        dayEndReports: values['day-end-reports'],
        limits: readLimits(values.limits),
        fees: readFees(values.fees),
        accountType: readAccountType(values['account-type']),
        replay: readReplay(values),
        journal: readJournal(values),
        strictAuth: values['strict-auth'],
        webhookAllow: readRanges(values['webhook-allow']),
      },
      handlersFile: values.handlers,
      keysFile: values.keys,
      showSecrets: values['show-secrets'] ?? false,
      output: values.json ? 'json' : values.quiet ? 'quiet' : 'text',
    },
  }
}

type Values = ReturnType<typeof readValues>

function readValues(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: false }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\. |\n/, 1)[0] : String(error)
    throw new UsageError(`${reason}; see --help`)
  }
}

/** `--replay A B` means `--replay A --replay B`: paths of a shell pattern come side by side. */
function withRepeatedReplay(args: readonly string[]): string[] {
  const repeated: string[] = []
  let inReplay = false
  for (const [index, arg] of args.entries()) {
    const isPath: boolean = inReplay && !arg.startsWith('-')
    if (isPath && args[index - 1] !== '--replay') repeated.push('--replay')
    inReplay = arg === '--replay' || arg.startsWith('--replay=') || isPath
    repeated.push(arg)
  }
  return repeated
}

function wholeNumber(name: string, text: string | undefined, maximum: number): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value <= maximum) return value
  throw new UsageError(`${name} takes a whole number from 0 to ${maximum}, not ${JSON.stringify(text)}`)
}

function readSymbols(name: string, text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined
  const symbols = text.split(',').map((symbol) => symbol.trim())
  const wrong = symbols.find((symbol) => !/^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/.test(symbol))
  if (wrong === undefined) return symbols
  throw new UsageError(`${name} takes names like AAPL,BRK.B,BTC-USD, not ${JSON.stringify(wrong)}`)
}

function readMarket(text: string | undefined): MarketName | undefined {
  const name = MARKET_NAMES.find((known) => known === text)
  if (text === undefined || name !== undefined) return name
  throw new UsageError(`--market takes ${MARKET_NAMES.join(', ')}, not ${JSON.stringify(text)}`)
}

function readLimits(text: string | undefined): 'relaxed' | 'realistic' | undefined {
  if (text === undefined || text === 'relaxed' || text === 'realistic') return text
  throw new UsageError(`--limits takes relaxed or realistic, not ${JSON.stringify(text)}`)
}

function readAccountType(text: string | undefined): 'cash' | 'margin' | undefined {
  if (text === undefined || text === 'cash' || text === 'margin') return text
  throw new UsageError(`--account-type: expected cash or margin, not ${text}`)
}

function readFees(text: string | undefined): readonly FeeSchedule[] | undefined {
  if (text === undefined) return undefined
  const names = text.split(',') as FeeSchedule[]
  try {
    feesBySchedules(names)
    return names
  } catch (error) {
    throw new UsageError(`--${error instanceof Error ? error.message : error}`)
  }
}

function readCors(origins: readonly string[] | undefined): { origins: readonly string[] } | undefined {
  if (origins === undefined) return undefined
  try {
    return checkCors({ origins })
  } catch (error) {
    throw new UsageError(`--cors: ${error instanceof Error ? error.message : error}`)
  }
}

function readRanges(texts: readonly string[] | undefined): readonly string[] | undefined {
  const wrong = texts?.find((text) => parseRange(text) === undefined)
  if (wrong === undefined) return texts
  throw new UsageError(
    `--webhook-allow takes a range of addresses like 10.0.0.0/8 or fd00::/8, not ${JSON.stringify(wrong)}`,
  )
}

function readReplay({ replay: paths, speed, from, until }: Values): MockServerOptions['replay'] {
  for (const [name, time] of Object.entries({ from, until })) {
    if (time === undefined || parseTime(time) !== undefined) continue
    throw new UsageError(`--${name} takes a time like 2013-10-07T13:30:00Z, not ${JSON.stringify(time)}`)
  }
  if (from !== undefined && until !== undefined && (parseTime(until) ?? 0) <= (parseTime(from) ?? 0)) {
    throw new UsageError(`--until (${until}) must be after --from (${from})`)
  }
  if (paths !== undefined) return { paths, speed: readSpeed(speed), from, until }
  const alone = Object.entries({ speed, from, until }).find(([, value]) => value !== undefined)
  if (alone) throw new UsageError(`--${alone[0]} needs --replay PATH`)
  return undefined
}

function readJournal({ journal: path, 'journal-sync': sync, replay }: Values): MockServerOptions['journal'] {
  if (sync !== undefined && sync !== 'always' && sync !== 'interval') {
    throw new UsageError(`--journal-sync takes always or interval, not ${JSON.stringify(sync)}`)
  }
  if (path === undefined && sync !== undefined) throw new UsageError('--journal-sync needs --journal PATH')
  if (path === '') throw new UsageError('--journal takes the path of a file')
  if (path !== undefined && replay !== undefined) {
    throw new UsageError('--journal and --replay exclude each other: a replay begins anew each time')
  }
  return path === undefined ? undefined : { path, sync }
}

function readSpeed(text: string | undefined): number | 'max' | undefined {
  if (text === undefined || text === 'max') return text
  const speed = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0
  if (speed > 0) return speed
  throw new UsageError(`--speed takes a number above 0 or max, not ${JSON.stringify(text)}`)
}
