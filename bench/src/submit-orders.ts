import type { Command } from '../../mock-server/src/exchange/commands.ts'
import { createExchange } from '../../mock-server/src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../mock-server/src/exchange/events.ts'
import { type OnFill, OrderBook } from '../../mock-server/src/exchange/matching/order-book.ts'
import { createFeed } from '../../mock-server/src/feed/create-feed.ts'
import { stockInstrument } from '../../mock-server/src/market/demo-instruments.ts'
import { median, rateOf } from './measure.ts'
import { ACCOUNTS, SYMBOLS } from './submit-mix.ts'
import { cancelMix, type Operation } from './workload.ts'

/**
 * Sends its parent how many commands a second one side of `exchange.submit` takes, in a process of its own: what
 * other benchmarks left in memory, and taught the compiler, is not what is to be measured.
 */

const OPERATIONS = 100_000
const RESTING = 1_000
/** Each on an exchange of its own. */
const ROUNDS = 8
/** The first are for the compiler, which is busy beside them, and do not count. */
const UNCOUNTED = 3

const INSTRUMENTS = SYMBOLS.map(stockInstrument)
/** A caller has its account's id at hand: it is not put together for every command. */
const ACCOUNT_IDS = Array.from({ length: ACCOUNTS }, (_, index) => `acc_${index}`)
const { warmUp, operations } = cancelMix(OPERATIONS, RESTING)

type Apply = (operations: readonly Operation[]) => void
type Publish = (command: Command) => readonly ExchangeEvent[]

const SIDES: Readonly<Record<string, () => Apply>> = {
  exchange: () => exchangeOf(false),
  'exchange-with-feed': () => exchangeOf(true),
  book: bookAlone,
}

const open = SIDES[process.argv[2] ?? '']
if (open === undefined) throw new Error(`Name one of ${Object.keys(SIDES).join(', ')}.`)
const rates = Array.from({ length: ROUNDS }, () => {
  const apply = open()
  apply(warmUp)
  return rateOf(operations.length, () => apply(operations))
})
const rate = median(rates.slice(UNCOUNTED))
if (process.send === undefined) console.log(rate)
else process.send(rate)

function exchangeOf(withFeed: boolean): Apply {
  const exchange = createExchange()
  const feed = createFeed({ view: exchange.view, epoch: 'bench', now: () => 0 })
  const publish: Publish = (command) => {
    const events = exchange.execute(command)
    if (withFeed) feed.publish(events)
    return events
  }
  for (const instrument of INSTRUMENTS) publish({ type: 'ListInstrument', instrument })
  for (const accountId of ACCOUNT_IDS) {
    publish({ type: 'OpenAccount', accountId, kind: 'customer', name: accountId, currency: 'USD' })
    publish({ type: 'Deposit', accountId, asset: 'USD', amount: 10n ** 18n })
    for (const symbol of SYMBOLS)
      publish({ type: 'DepositPosition', accountId, symbol, quantityLots: 1_000_000_000 })
  }
  return applier(publish)
}

/** Submits under the workload's own ids and cancels by the number that the exchange gave. */
function applier(publish: Publish): Apply {
  const orderNumbers = new Int32Array(2 * (OPERATIONS + RESTING))
  return (operations) => {
    for (const operation of operations) {
      const { id } = operation
      const accountId = ACCOUNT_IDS[id % ACCOUNTS] ?? ''
      if (operation.kind === 'cancel') {
        publish({ type: 'CancelOrder', accountId, orderNumber: orderNumbers[id] ?? 0 })
        continue
      }
      const [accepted] = publish({
        type: 'SubmitOrder',
        accountId,
        terms: {
          clientOrderId: `c${id}`,
          symbol: SYMBOLS[id % SYMBOLS.length] ?? '',
          side: operation.buy ? 'buy' : 'sell',
          type: 'limit',
          timeInForce: operation.kind === 'take' ? 'ioc' : 'gtc',
          quantityLots: operation.quantity,
          limitPriceTicks: operation.price,
        },
      })
      if (accepted?.type === 'OrderAccepted') orderNumbers[id] = accepted.order.orderNumber
    }
  }
}

/** The book alone, and where each order rests in it. */
function bookAlone(): Apply {
  const book = new OrderBook()
  const slots = new Int32Array(2 * (OPERATIONS + RESTING))
  const onFill: OnFill = (maker, _price, _quantity, isGone) => {
    if (isGone) slots[maker] = 0
  }
  return (operations) => {
    for (const operation of operations) {
      const { id } = operation
      if (operation.kind === 'cancel') {
        book.remove(slots[id] ?? 0)
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
