import { noFees } from './accounts/fees/basis-points.ts'
import type { FeeModel } from './accounts/fees/fee-model.ts'
import { DEFAULT_MARGIN_RULES, type MarginRules } from './accounts/margin/margin-rules.ts'
import type { Command } from './commands.ts'
import type { Exchange } from './exchange.ts'
import { comeToRest } from './execution/come-to-rest.ts'
import { advanceTo, nextDue } from './handlers/advance-to.ts'
import { bustTrade, correctTrade } from './handlers/amend-trade.ts'
import { cancelAllOrders } from './handlers/cancel-all-orders.ts'
import { cancelOrder } from './handlers/cancel-order.ts'
import { closeAccount } from './handlers/close-account.ts'
import { declareCorporateAction } from './handlers/declare-corporate-action.ts'
import { deposit, depositPosition } from './handlers/deposit.ts'
import { haltSymbol, resumeSymbol } from './handlers/halt-symbol.ts'
import { listInstrument } from './handlers/list-instrument.ts'
import { openAccount } from './handlers/open-account.ts'
import { printTrade } from './handlers/print-trade.ts'
import { replaceOrder } from './handlers/replace-order.ts'
import { setBorrow } from './handlers/set-borrow.ts'
import { setCancelAllAfter } from './handlers/set-cancel-all-after.ts'
import { setHouseLevels } from './handlers/set-house-levels.ts'
import { submitOrder } from './handlers/submit-order.ts'
import { updateAccountSettings } from './handlers/update-account-settings.ts'
import { DEFAULT_RETENTION, type Retention } from './orders/order-archive.ts'
import type { Calendars, SessionCalendar } from './sessions/calendar.ts'
import type { VolatilityRules } from './sessions/volatility.ts'
import { readState } from './snapshot/read-state.ts'
import type { ExchangeSnapshot } from './snapshot/snapshot.ts'
import { takeState, writeState } from './snapshot/write-state.ts'
import { ExchangeState } from './state.ts'
import { createView } from './view.ts'

export interface ExchangeOptions {
  /** Of accounts without schedules of their own. @default noFees */
  readonly fees?: FeeModel
  /** How long finished orders, client order ids and fills are remembered. @default 7 days, 200,000 an account */
  readonly retention?: Partial<Retention>
  /** Sessions of US equities. @default always open */
  readonly calendar?: SessionCalendar
  /** Sessions of the other asset classes. @default always open */
  readonly calendars?: Calendars
  /** How margin accounts are kept. @default the rules of the day */
  readonly margin?: Partial<MarginRules>
  /** Price bands and circuit breakers of stocks that have sessions. @default none */
  readonly volatility?: VolatilityRules
  /** Micros that a cancel or a replacement of a customer is on its way. @default 0: done within its command */
  readonly requestLatency?: number
  /** Whether orders that go on in the next session are told done for the day, and renewed in it. @default false */
  readonly dayEndReports?: boolean
}

/** The exchange, and its inside for invariants and hashes. */
export interface InspectableExchange extends Exchange {
  readonly state: ExchangeState
}

/** The type of a command -> what it does. */
const HANDLERS: { readonly [Type in Command['type']]: Handler<Extract<Command, { type: Type }>> } = {
  AdvanceTo: advanceTo,
  ListInstrument: listInstrument,
  OpenAccount: openAccount,
  CloseAccount: closeAccount,
  UpdateAccountSettings: updateAccountSettings,
  Deposit: deposit,
  DepositPosition: depositPosition,
  SubmitOrder: submitOrder,
  ReplaceOrder: replaceOrder,
  CancelOrder: cancelOrder,
  CancelAllOrders: cancelAllOrders,
  SetCancelAllAfter: setCancelAllAfter,
  SetHouseLevels: setHouseLevels,
  PrintTrade: printTrade,
  DeclareCorporateAction: declareCorporateAction,
  SetBorrow: setBorrow,
  HaltSymbol: haltSymbol,
  ResumeSymbol: resumeSymbol,
  BustTrade: bustTrade,
  CorrectTrade: correctTrade,
}

/** Twenty names at one place are more than the engine remembers there. */
const BY_TYPE: ReadonlyMap<string, unknown> = new Map(Object.entries(HANDLERS))

type Handler<Of extends Command> = (state: ExchangeState, command: Of) => void

/** A deterministic exchange: no clock, no chance, no I/O of its own. */
export function createExchange(options: ExchangeOptions = {}): InspectableExchange {
  const state = new ExchangeState({
    fees: options.fees ?? noFees,
    retention: { ...DEFAULT_RETENTION, ...options.retention },
    calendar: options.calendar,
    calendars: options.calendars ?? {},
    marginRules: { ...DEFAULT_MARGIN_RULES, ...options.margin },
    volatilityRules: options.volatility ?? {},
    requestLatency: options.requestLatency ?? 0,
    dayEndReports: options.dayEndReports ?? false,
  })
  return {
    state,
    view: createView(state),
    execute(command) {
      const handler = BY_TYPE.get(command.type) as Handler<Command>
      handler(state, command)
      comeToRest(state)
      return state.takeEvents()
    },
    nextDue: () => nextDue(state),
    snapshot: () => writeState(state),
    snapshotParts: () => takeState(state),
  }
}

/** An exchange that goes on where the snapshot was taken. The options must be those of the other one. */
export function restoreExchange(
  snapshot: ExchangeSnapshot,
  options: ExchangeOptions = {},
): InspectableExchange {
  const exchange = createExchange(options)
  readState(exchange.state, snapshot)
  return exchange
}
