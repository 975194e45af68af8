import type { Command } from '../../../src/exchange/commands.ts'
import { createExchange } from '../../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../../src/exchange/events.ts'
import type { SessionCalendar } from '../../../src/exchange/sessions/calendar.ts'
import type { VolatilityRules } from '../../../src/exchange/sessions/volatility.ts'
import type { Side, Time } from '../../../src/exchange/values/types.ts'
import { createBackground } from '../../../src/market/background.ts'
import { demoInstruments, type MarketInstrument } from '../../../src/market/demo-instruments.ts'
import { marketModel } from '../../../src/market/market-models.ts'
import { play } from '../../../src/market/market-source.ts'
import type { MarketModel } from '../../../src/market/symbol-source.ts'

export const START = 1_800_000_000_000_000
export const SECOND = 1_000_000

export interface BackgroundWorldOptions {
  readonly model?: MarketModel
  readonly seed?: number
  readonly world?: string
  readonly markets?: readonly MarketInstrument[]
  readonly calendar?: SessionCalendar
  readonly volatility?: VolatilityRules
  readonly start?: Time
}

/** A world of nothing but exchange and background. */
export function backgroundWorld({
  model = marketModel({ model: 'calm' }),
  seed = 1,
  world = 'demo',
  markets = demoInstruments(),
  calendar,
  volatility,
  start = START,
}: BackgroundWorldOptions = {}) {
  const exchange = createExchange({ calendar, volatility })
  const events: ExchangeEvent[] = []
  const commands: Command[] = []
  const execute = (command: Command): readonly ExchangeEvent[] => {
    const done = exchange.execute(command)
    events.push(...done)
    return done
  }
  execute({ type: 'AdvanceTo', time: start })
  for (const { instrument } of markets) execute({ type: 'ListInstrument', instrument })
  const flow = createBackground({ model, seed, world, markets, startTime: start, calendar })
  const runTo = (time: Time): void => {
    for (let due = flow.nextDue(); due !== undefined && due <= time; due = flow.nextDue()) {
      execute({ type: 'AdvanceTo', time: due })
      play(flow, exchange.view, (command) => {
        commands.push(command)
        return execute(command)
      })
    }
    execute({ type: 'AdvanceTo', time })
  }
  return { exchange, flow, events, commands, execute, runTo }
}

export function openCustomer({ execute }: ReturnType<typeof backgroundWorld>): void {
  for (const accountId of ['acc', 'other']) {
    execute({ type: 'OpenAccount', accountId, kind: 'customer', name: 'Customer', currency: 'USD' })
    execute({ type: 'Deposit', accountId, asset: 'USD', amount: 10n ** 19n })
  }
  execute({ type: 'DepositPosition', accountId: 'other', symbol: 'AAPL', quantityLots: 1_000_000 })
}

/** Of another customer, who has what it sells. */
export function rest(side: Side, quantityLots: number, limitPriceTicks: number): Command {
  const terms = {
    clientOrderId: `rest-${side}-${limitPriceTicks}`,
    symbol: 'AAPL',
    side,
    type: 'limit',
    timeInForce: 'gtc',
    quantityLots,
    limitPriceTicks,
  } as const
  return { type: 'SubmitOrder', accountId: 'other', terms }
}

export function take(quantityLots: number, clientOrderId = 'c1', symbol = 'AAPL'): Command {
  const terms = {
    clientOrderId,
    symbol,
    side: 'buy',
    type: 'market',
    timeInForce: 'ioc',
    quantityLots,
  } as const
  return { type: 'SubmitOrder', accountId: 'acc', terms }
}

export function symbolOf(command: Command): string | undefined {
  if (command.type === 'SubmitOrder') return command.terms.symbol
  return 'symbol' in command ? command.symbol : undefined
}
