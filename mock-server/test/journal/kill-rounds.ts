import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from '../../src/exchange/commands.ts'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { exchangeOf } from '../../src/journal/kept-exchange.ts'
import { readJournal } from '../../src/journal/read-journal.ts'
import { Cli, Program } from '../faces/run-cli.ts'

export interface KillPlan {
  readonly path: string
  readonly sync: 'always' | 'interval'
  readonly rounds: number
  /** Whether checkpoints are written all the time, and not only after megabytes of commands: it is killed within one. */
  readonly checkpoints?: boolean
  /** For how long orders are sent in round `round`, from the first answer on. */
  tradesForMs(round: number): number
}

/** An order that was answered. */
interface Acknowledged {
  readonly clientOrderId: string
  readonly orderId: string
  readonly atMs: number
}

/** How much later than its interval a write may be on a machine that does other things too. */
const PATIENCE_MS = 1_500
const SENDERS = 4

/**
 * Kills a server in the middle of its work, again and again, and looks at what the next one knows. Answers how many
 * orders were acknowledged and how many of them were lost, and how often it was killed within a checkpoint.
 *
 * @throws Error when more is lost than the mode allows, or what is left is not consistent
 */
export async function killRounds({ path, sync, rounds, checkpoints = false, tradesForMs }: KillPlan) {
  const sent: Acknowledged[] = []
  let lost = 0
  let killedAtMs = 0
  let withinCheckpoints = 0
  for (let round = 0; round <= rounds; round += 1) {
    await using cli = checkpoints ? new Program(SERVER, path, sync) : aCli(path, sync)
    const { url } = JSON.parse((await cli.printed(/^.*\n/))[0]) as { url: string }
    lost += await forgetLost(url, sent, sync, killedAtMs)
    await assertBalanced(url)
    if (round === rounds) continue
    const before = sent.length
    const senders = Array.from({ length: SENDERS }, (_, sender) => trade(url, `r${round}-${sender}`, sent))
    // On a busy machine the first answer takes longer than a round: nothing would be proved without one.
    const ended = Promise.all(senders).then(() => 'ended')
    const moment = () => new Promise((resolve) => setTimeout(resolve, 1))
    while (sent.length === before) {
      if ((await Promise.race([ended, moment()])) === 'ended') throw new Error('no order was answered')
    }
    await new Promise((resolve) => setTimeout(resolve, tradesForMs(round)))
    while (checkpoints && !existsSync(`${path}.new`)) await moment()
    killedAtMs = performance.now()
    cli.child.kill('SIGKILL')
    await ended
    await cli.exit()
    if (existsSync(`${path}.new`)) withinCheckpoints += 1
    assertConsistent(path)
  }
  return { acknowledged: sent.length + lost, lost, withinCheckpoints }
}

const SERVER = fileURLToPath(new URL('kill-server.ts', import.meta.url))

function aCli(path: string, sync: string): Program {
  const args = ['--port', '0', '--json', '--symbols', 'AAPL']
  return new Cli(...args, '--journal', path, '--journal-sync', sync)
}

/** One order after another until the server is gone. */
async function trade(url: string, name: string, sent: Acknowledged[]): Promise<void> {
  for (let number = 0; ; number += 1) {
    const clientOrderId = `${name}-${number}`
    const resting = { type: 'limit', timeInForce: 'gtc', limitPrice: '1.00' }
    const terms = number % 2 === 0 ? { type: 'market', timeInForce: 'ioc' } : resting
    try {
      const answer = await ask(url, '/v1/orders', {
        clientOrderId,
        symbol: 'AAPL',
        side: 'buy',
        quantity: '1',
        ...terms,
      })
      sent.push({ clientOrderId, orderId: String(answer.orderId), atMs: performance.now() })
    } catch {
      return
    }
  }
}

/** Takes out of `sent` what the server does not know, which no later round may know either. */
async function forgetLost(
  url: string,
  sent: Acknowledged[],
  sync: string,
  killedAtMs: number,
): Promise<number> {
  const orders = await listAll(url, '/v1/orders')
  const known = new Map(orders.map((order) => [String(order.clientOrderId), String(order.orderId)]))
  const lost = sent.filter(({ clientOrderId, orderId }) => known.get(clientOrderId) !== orderId)
  for (const { clientOrderId, atMs } of lost) {
    if (sync === 'always') throw new Error(`${clientOrderId} was acknowledged and is lost`)
    const agoMs = killedAtMs - atMs
    if (agoMs > 50 + PATIENCE_MS) throw new Error(`${clientOrderId} is lost, ${agoMs} ms after its answer`)
  }
  // What is lost is the end: nothing that came later is known.
  const firstLost = sent.findIndex((order) => lost.includes(order))
  const survivors = sent.filter((order) => !lost.includes(order))
  if (firstLost >= 0 && survivors.length > firstLost + SENDERS) throw new Error('what is lost is not the end')
  sent.splice(0, sent.length, ...survivors)
  return lost.length
}

/** Money and stock are what the fills say. */
async function assertBalanced(url: string): Promise<void> {
  const [fills, balances, positions] = await Promise.all([
    listAll(url, '/v1/fills'),
    listAll(url, '/v1/accounts/acc_demo/balances'),
    listAll(url, '/v1/positions'),
  ])
  const cents = (text: unknown) => Math.round(Number(text) * 100)
  const spent = fills.reduce((sum, fill) => sum + cents(fill.price) * Number(fill.quantity), 0)
  const [cash] = balances
  const owned = positions.reduce((sum, position) => sum + Number(position.quantity), 0)
  const money = cents(cash?.available) + cents(cash?.held)
  if (money + spent !== 10_000_000) throw new Error(`${money} cents are left after ${spent} were spent`)
  if (owned !== fills.length) throw new Error(`${owned} shares after ${fills.length} fills of one`)
}

/** What the file alone makes again obeys the exchange's own rules. */
function assertConsistent(path: string): void {
  const { entries } = readJournal(readFileSync(path))
  const snapshot = exchangeOf(entries)
  if (snapshot === undefined) throw new Error('there is no checkpoint')
  const exchange = restoreExchange(snapshot)
  for (const [kind, value] of entries) if (kind === 'command') exchange.execute(value as Command)
  checkInvariants(exchange)
}

type Fields = Readonly<Record<string, unknown>>

async function listAll(url: string, path: string): Promise<readonly Fields[]> {
  const found: Fields[] = []
  let cursor: unknown = null
  do {
    const next = cursor === null ? '' : `&cursor=${encodeURIComponent(String(cursor))}`
    const page = await ask(url, `${path}?limit=1000${next}`)
    found.push(...(page.data as Fields[]))
    cursor = page.nextCursor
  } while (cursor !== null)
  return found
}

async function ask(url: string, path: string, body?: object): Promise<Fields> {
  const response = await fetch(url + path, {
    headers: { authorization: 'Bearer mk_demo', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as Fields
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${answer.code}`)
  return answer
}
