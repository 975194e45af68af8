import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { Command } from '../../src/exchange/commands.ts'
import type { ExchangeView } from '../../src/exchange/exchange.ts'
import type { Time } from '../../src/exchange/values/types.ts'
import type { MarketSource } from '../../src/market/market-source.ts'
import type { ReplaySource } from '../../src/market/replay/replay-source.ts'

/** Small recordings in the formats of the real ones, with whatever defect a test asks for. */

export interface ZipDefects {
  /** Method 0 instead of deflate. */
  readonly stored?: boolean
  /** Bytes to keep of the finished file. */
  readonly keepBytes?: number
  readonly wrongChecksum?: boolean
  readonly encrypted?: boolean
  readonly method?: number
  /** Sizes in a Zip64 extra field, as large archives write them. */
  readonly wide?: boolean
}

/** A zip file with these entries (one in a well-formed recording). */
export function zipFile(
  entries: Readonly<Record<string, string | Buffer>>,
  defects: ZipDefects = {},
): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text)
    const packed = defects.stored ? content : deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    const shared = sharedFields(content, packed, Buffer.byteLength(name), defects)
    shared.copy(local, 6)
    bodies.push(local, Buffer.from(name), packed)
    directory.push(centralRecord(shared, name, offset, content.length, packed.length, defects))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, central, end]).subarray(0, defects.keepBytes)
}

/** Flags to extra length: the fields that local and central records have in common. */
function sharedFields(content: Buffer, packed: Buffer, nameLength: number, defects: ZipDefects): Buffer {
  const fields = Buffer.alloc(24)
  fields.writeUInt16LE(defects.encrypted ? 1 : 0, 0)
  fields.writeUInt16LE(defects.method ?? (defects.stored ? 0 : 8), 2)
  fields.writeUInt32LE((crc32(content) ^ (defects.wrongChecksum ? 1 : 0)) >>> 0, 8)
  fields.writeUInt32LE(packed.length, 12)
  fields.writeUInt32LE(content.length, 16)
  fields.writeUInt16LE(nameLength, 20)
  return fields
}

function centralRecord(
  shared: Buffer,
  name: string,
  offset: number,
  size: number,
  packedSize: number,
  defects: ZipDefects,
): Buffer {
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  shared.copy(record, 8)
  record.writeUInt32LE(offset, 42)
  if (!defects.wide) return Buffer.concat([record, Buffer.from(name)])
  const extra = Buffer.alloc(20)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(16, 2)
  extra.writeBigUInt64LE(BigInt(size), 4)
  extra.writeBigUInt64LE(BigInt(packedSize), 12)
  record.writeUInt32LE(0xffffffff, 20)
  record.writeUInt32LE(0xffffffff, 24)
  record.writeUInt16LE(extra.length, 30)
  return Buffer.concat([record, Buffer.from(name), extra])
}

/** A folder that is gone when the test ends. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'openbourse-'))

  write(name: string, content: Buffer | string): string {
    const path = join(this.path, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  /** US equity ticks of one symbol and day, in the path and under the entry name that the format has. */
  ticks(kind: 'trade' | 'quote', lines: readonly string[], options: TickFile = {}): string {
    const { symbol = 'ibm', date = '20131007', defects } = options
    const entry = `${date}_${symbol}_${kind === 'trade' ? 'Trade' : 'Quote'}_Tick.csv`
    const content = zipFile({ [entry]: lines.join('\n') }, defects)
    return this.write(`tick/${symbol}/${date}_${kind}.zip`, content)
  }

  streams(name: string, lines: readonly string[], keepBytes?: number): string {
    return this.write(name, gzipSync(`${lines.join('\n')}\n`).subarray(0, keepBytes))
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

export interface TickFile {
  readonly symbol?: string
  readonly date?: string
  readonly defects?: ZipDefects
}

/** Milliseconds since midnight of a wall-clock time such as `09:30:00.123`. */
export function at(clock: string): number {
  const [hours, minutes, seconds] = clock.split(':')
  return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Math.round(Number(seconds) * 1_000)
}

/** A quote leg's line; prices in dollars. */
export function bidLeg(clock: string, price: number, size: number): string {
  return `${at(clock)},${Math.round(price * 10_000)},${size},0,0,Q,1,0`
}

export function askLeg(clock: string, price: number, size: number): string {
  return `${at(clock)},0,0,${Math.round(price * 10_000)},${size},Q,1,0`
}

export function quotePair(clock: string, bid: [number, number], ask: [number, number]): string[] {
  return [bidLeg(clock, ...bid), askLeg(clock, ...ask)]
}

export function tradeLine(
  clock: string,
  price: number,
  size: number,
  { condition = '1', suspicious = 0 }: { condition?: string; suspicious?: number } = {},
): string {
  return `${at(clock)},${Math.round(price * 10_000)},${size},P,${condition},${suspicious}`
}

type LevelText = readonly [price: string, quantity: string]

/** Nanoseconds of a receipt time, from micros after the recording's start. */
function stamp(micros: number): string {
  return `${1_723_161_253_000_000 + micros}123`
}

export const streams = {
  depth(
    micros: number,
    [U, u, pu]: readonly [U: number, u: number, pu?: number],
    b: readonly LevelText[],
    a: readonly LevelText[],
  ): string {
    const ids = pu === undefined ? { U, u } : { U, u, pu }
    const data = { e: 'depthUpdate', E: 1, s: 'BTCUSDT', ...ids, b, a }
    return `${stamp(micros)} ${JSON.stringify({ stream: 'btcusdt@depth@100ms', data })}`
  },
  ticker(micros: number, u: number, [b, B]: LevelText, [a, A]: LevelText): string {
    const data = { u, s: 'BTCUSDT', b, B, a, A }
    return `${stamp(micros)} ${JSON.stringify({ stream: 'btcusdt@bookTicker', data })}`
  },
  trade(micros: number, p: string, q: string, extra: object = {}): string {
    const data = { e: 'trade', E: 1, s: 'BTCUSDT', t: 1, p, q, T: 1, m: true, ...extra }
    return `${stamp(micros)} ${JSON.stringify({ stream: 'btcusdt@trade', data })}`
  },
  snapshot(
    micros: number,
    lastUpdateId: number,
    bids: readonly LevelText[],
    asks: readonly LevelText[],
  ): string {
    return `${stamp(micros)} ${JSON.stringify({ lastUpdateId, bids, asks })}`
  },
}

/** A command and when it was due. */
export interface Played {
  readonly time: Time
  readonly command: Command
}

/** An exchange view in which nothing rests, for sources that need none. */
export const emptyView = { openOrders: () => [] } as unknown as ExchangeView

/** Drives a replay to its end; a fault of a file is returned, not thrown. */
export async function playAll(
  source: ReplaySource,
  view: ExchangeView = emptyView,
): Promise<{ played: Played[]; faults: unknown[] }> {
  const played: Played[] = source.opening.map((command) => ({ time: source.startTime, command }))
  const faults: unknown[] = []
  for (;;) {
    if (source.needsRefill) await source.refill().catch((fault: unknown) => faults.push(fault))
    if (source.nextDue() === undefined && !source.needsRefill) break
    played.push(...takeDue(source, view))
  }
  await source.close()
  return { played, faults }
}

export function takeDue(source: MarketSource, view: ExchangeView): Played[] {
  const time = source.nextDue()
  if (time === undefined) return []
  return source.next(view).map((command) => ({ time, command }))
}
