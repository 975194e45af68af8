import type { Command } from '../../mock-server/src/exchange/commands.ts'
import { createExchange } from '../../mock-server/src/exchange/create-exchange.ts'
import type { Exchange } from '../../mock-server/src/exchange/exchange.ts'
import { type OnFill, OrderBook } from '../../mock-server/src/exchange/matching/order-book.ts'
import { createFeed } from '../../mock-server/src/feed/create-feed.ts'
import { stockInstrument } from '../../mock-server/src/market/demo-instruments.ts'
import { dayBenchmark } from './day.ts'
import { compare, type Result, rateOf } from './measure.ts'
import { cancelMix, type Operation } from './workload.ts'

const ACCOUNTS = 100
const OPERATIONS = 100_000
const RESTING = 1_000

const SYMBOLS = ['AAPL', 'AMZN', 'BRK.B', 'MSFT', 'NVDA', 'TSLA', 'KO', 'XOM'].map(stockInstrument)
const TARGET = 200_000
const TARGET_WITH_FEED = 100_000

/** Each line by its name. */
export async function exchangeBenchmarks(wanted: (name: string) => boolean): Promise<Result[]> {
  return [
    ...(wanted('exchange.submit') || wanted('exchange.submit-with-feed') ? await submitBenchmarks() : []),
    ...(wanted('exchange.day') ? [await dayBenchmark()] : []),
  ]
}

async function submitBenchmarks(): Promise<Result[]> {
  const { warmUp, operations } = cancelMix(OPERATIONS, RESTING)
  const sample = (withFeed: boolean) => (): number => {
    const { exchange, publish } = openExchange(withFeed)
    const apply = applier(exchange, publish)
    apply(warmUp)
    return rateOf(operations.length, () => apply(operations))
  }
  const limit = (): number => {
    const apply = bookAlone()
    apply(warmUp)
    return rateOf(operations.length, () => apply(operations))
  }
  const mix = `${ACCOUNTS} accounts, ${SYMBOLS.length} symbols, 50 % add, 45 % cancel, 5 % IOC`
  return [
    await compare({
      name: 'exchange.submit',
      unit: 'commands/s',
      better: 'higher',
      ours: sample(false),
      limit,
      target: { text: `at least ${TARGET} commands/s a core`, met: ({ ours }) => ours >= TARGET },
      note: `${mix}; command, checks, match, ledger, numbered events; limit: the book alone`,
    }),
    await compare({
      name: 'exchange.submit-with-feed',
      unit: 'commands/s',
      better: 'higher',
      ours: sample(true),
      limit,
      target: {
        text: `at least ${TARGET_WITH_FEED} commands/s a core`,
        met: ({ ours }) => ours >= TARGET_WITH_FEED,
        reason:
          'About a third of the time is garbage collection of what is kept: private channels stay for the whole epoch, and every command also changes an account, whose state is kept with its number.',
      },
      note: `the same, and every event projected into its channels: quotes, trades, books with checksums, orders and accounts kept for replay`,
    }),
  ]
}

function openExchange(withFeed: boolean): { exchange: Exchange; publish: (command: Command) => void } {
  const exchange = createExchange()
  const feed = createFeed({ view: exchange.view, epoch: 'bench', now: () => 0 })
  const publish = (command: Command): void => {
    const events = exchange.execute(command)
    if (withFeed) feed.publish(events)
  }
  for (const instrument of SYMBOLS) publish({ type: 'ListInstrument', instrument })
  for (let index = 0; index < ACCOUNTS; index++) {
    const accountId = `acc_${index}`
    publish({ type: 'OpenAccount', accountId, kind: 'customer', name: accountId, currency: 'USD' })
    publish({ type: 'Deposit', accountId, asset: 'USD', amount: 10n ** 18n })
    for (const { symbol } of SYMBOLS)
      publish({ type: 'DepositPosition', accountId, symbol, quantityLots: 1_000_000_000 })
  }
  return { exchange, publish }
}

/** Submits under the workload's own ids and cancels by the number that the exchange gave. */
function applier(
  exchange: Exchange,
  publish: (command: Command) => void,
): (operations: readonly Operation[]) => void {
  const accountOf = (id: number): string => `acc_${id % ACCOUNTS}`
  return (operations) => {
    for (const operation of operations) {
      const accountId = accountOf(operation.id)
      if (operation.kind === 'cancel') {
        const order = exchange.view.orderByClientId(accountId, `c${operation.id}`)
        if (order) publish({ type: 'CancelOrder', accountId, orderNumber: order.orderNumber })
        continue
      }
      publish({
        type: 'SubmitOrder',
        accountId,
        terms: {
          clientOrderId: `c${operation.id}`,
          symbol: SYMBOLS[operation.id % SYMBOLS.length]?.symbol ?? '',
          side: operation.buy ? 'buy' : 'sell',
          type: 'limit',
          timeInForce: operation.kind === 'take' ? 'ioc' : 'gtc',
          quantityLots: operation.quantity,
          limitPriceTicks: operation.price,
        },
      })
    }
  }
}

/** The book alone, and where each order rests in it. */
function bookAlone(): (operations: readonly Operation[]) => void {
  const book = new OrderBook()
  const slots = new Int32Array(2 * (OPERATIONS + RESTING))
  const onFill: OnFill = (maker, _price, _quantity, isGone) => {
    if (isGone) slots[maker] = 0
  }
  return (operations) => {
    for (const operation of operations) {
      const { id } = operation
      if (operation.kind === 'cancel') {
        book.remove(slots[id])
        slots[id] = 0
        continue
      }
      const { price, quantity } = operation
      const side = operation.buy ? 'buy' : 'sell'
      if (operation.kind === 'add') slots[id] = book.add(id, side, price, quantity, onFill)
      else book.sweep(side, price, quantity, onFill)
    }
  }
}
