// Generated from the YAML files of spec/ by `npm run generate`. Do not edit.
import { z } from 'zod'
import { dayExists, integerBetween, maxLength, minLength, oneOf, uniqueItems } from '../checks.ts'
import type { OperationBody, OperationInput, OperationStatus } from '../operations.ts'
import type { OperationId } from './routes.ts'
import type * as types from './types.ts'

/** A validator of values of a type. */
export type Validator<Value = unknown> = z.ZodType<Value>

/** What a validator found wrong. */
export type ValidationIssue = z.core.$ZodIssue

/** The validators of one operation: parameters by place, the request's body, each answer's body by status. */
export interface OperationSchemas<Id extends OperationId> {
  readonly path: Validator<OperationInput<Id>['path']>
  readonly query: Validator<OperationInput<Id>['query']>
  readonly header: Validator<OperationInput<Id>['header']>
  /** Null for an operation that takes no body. */
  readonly body: Validator<OperationInput<Id>['body']> | null
  readonly responses: { readonly [Status in OperationStatus<Id>]: Validator<OperationBody<Id, Status>> }
}

const _AccessToken = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      access_token: z
        .string('expected a string of 1 to 4096 characters')
        .refine(minLength(1), 'expected a string of 1 to 4096 characters')
        .refine(maxLength(4096), 'expected a string of 1 to 4096 characters'),
      token_type: z.literal('Bearer', 'expected "Bearer"'),
      expires_in: z
        .number('expected an integer from 1 to 86400')
        .refine(integerBetween(1, 86400), 'expected an integer from 1 to 86400'),
      scope: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters'),
    },
    'expected an object',
  ))()
const _AccessTokenRequest = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      grant_type: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters'),
      scope: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters')
        .optional(),
      client_id: z
        .string('expected a string of at most 512 characters')
        .refine(maxLength(512), 'expected a string of at most 512 characters')
        .optional(),
      client_secret: z
        .string('expected a string of at most 512 characters')
        .refine(maxLength(512), 'expected a string of at most 512 characters')
        .optional(),
    },
    'expected an object',
  ))()
const _AccountId = /* @__PURE__ */ (() =>
  z
    .string('expected an account id such as "acc_demo"')
    .regex(/^acc_[A-Za-z0-9_-]{1,60}$/u, 'expected an account id such as "acc_demo"'))()
const _Asset = /* @__PURE__ */ (() =>
  z
    .string('expected an asset such as "USD"')
    .regex(/^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u, 'expected an asset such as "USD"'))()
const _Timestamp = /* @__PURE__ */ (() =>
  z
    .string('expected a UTC time with 6 decimals such as "2026-11-22T14:30:00.000000Z"')
    .regex(
      /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/u,
      'expected a UTC time with 6 decimals such as "2026-11-22T14:30:00.000000Z"',
    )
    .refine(dayExists, 'expected a UTC time with 6 decimals such as "2026-11-22T14:30:00.000000Z"'))()
const _Decimal = /* @__PURE__ */ (() =>
  z
    .string('expected a decimal number as a string, such as "-12.50"')
    .regex(
      /^(?!-0(\.0+)?$)-?(0|[1-9]\d{0,15})(\.\d{1,8})?$/u,
      'expected a decimal number as a string, such as "-12.50"',
    ))()
const _MarginCall = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      calledAt: _Timestamp,
      dueAt: _Timestamp,
      liquidating: z.boolean('expected true or false'),
      deficiency: _Decimal,
    },
    'expected an object',
  ))()
const _InitialMarginCall = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      calledAt: _Timestamp,
      dueAt: _Timestamp,
      liquidating: z.boolean('expected true or false'),
      amount: _Decimal,
    },
    'expected an object',
  ))()
const _AccountMargin = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      regime: z
        .string('expected one of intraday, legacyDayTrade')
        .refine(oneOf(['intraday', 'legacyDayTrade']), {
          error: 'expected one of intraday, legacyDayTrade',
          params: { open: true },
        }),
      multiplier: z
        .number('expected an integer from 1 to 99')
        .refine(integerBetween(1, 99), 'expected an integer from 1 to 99'),
      longMarketValue: _Decimal,
      shortMarketValue: _Decimal,
      initialMargin: _Decimal,
      maintenanceMargin: _Decimal,
      orderMargin: _Decimal,
      regTBuyingPower: _Decimal,
      intradayExcess: _Decimal,
      cashBuyingPower: _Decimal,
      marginCall: _MarginCall.nullable(),
      initialCall: _InitialMarginCall.optional(),
      dayTradeCount: z
        .number('expected an integer from 0 to 1000000')
        .refine(integerBetween(0, 1000000), 'expected an integer from 0 to 1000000')
        .optional(),
      patternDayTrader: z.boolean('expected true or false').optional(),
      dayTradingBuyingPower: _Decimal.optional(),
    },
    'expected an object',
  ))()
const _Account = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      accountId: _AccountId,
      name: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters'),
      currency: _Asset,
      status: z
        .string('expected one of active, closed')
        .refine(oneOf(['active', 'closed']), {
          error: 'expected one of active, closed',
          params: { open: true },
        }),
      costBasis: z
        .string('expected one of averageCost, fifo')
        .refine(oneOf(['averageCost', 'fifo']), {
          error: 'expected one of averageCost, fifo',
          params: { open: true },
        }),
      goodFaithViolations: z
        .number('expected an integer from 0 to 1000')
        .refine(integerBetween(0, 1000), 'expected an integer from 0 to 1000'),
      settledCashOnlyUntil: _Timestamp.nullable(),
      feeSchedules: z
        .array(
          z
            .string(
              'expected one of usRetail, perShare, publicLike, cryptoTiers, exchangeRebates, binanceLike, krakenLike, coinbaseLike',
            )
            .refine(
              oneOf([
                'usRetail',
                'perShare',
                'publicLike',
                'cryptoTiers',
                'exchangeRebates',
                'binanceLike',
                'krakenLike',
                'coinbaseLike',
              ]),
              {
                error:
                  'expected one of usRetail, perShare, publicLike, cryptoTiers, exchangeRebates, binanceLike, krakenLike, coinbaseLike',
                params: { open: true },
              },
            ),
          'expected an array of at most 8',
        )
        .max(8, 'expected an array of at most 8')
        .optional(),
      type: z
        .string('expected one of cash, margin')
        .refine(oneOf(['cash', 'margin']), { error: 'expected one of cash, margin', params: { open: true } }),
      equity: _Decimal,
      cash: _Decimal,
      buyingPower: _Decimal,
      margin: _AccountMargin.optional(),
      createdAt: _Timestamp,
    },
    'expected an object',
  ))()
const _Epoch = /* @__PURE__ */ (() =>
  z
    .string('expected a string of 1 to 64 characters')
    .refine(minLength(1), 'expected a string of 1 to 64 characters')
    .refine(maxLength(64), 'expected a string of 1 to 64 characters'))()
const _SequenceNumber = /* @__PURE__ */ (() =>
  z
    .number('expected an integer of at least 0')
    .refine(integerBetween(0, 9007199254740991), 'expected an integer of at least 0'))()
const _Balance = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      asset: _Asset,
      total: _Decimal,
      available: _Decimal,
      held: _Decimal,
      settled: _Decimal,
      unsettled: _Decimal,
    },
    'expected an object',
  ))()
const _InstrumentSymbol = /* @__PURE__ */ (() =>
  z
    .string('expected a symbol such as "AAPL", "BRK.B" or "BTC-USD"')
    .regex(
      /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
      'expected a symbol such as "AAPL", "BRK.B" or "BTC-USD"',
    ))()
const _CivilDate = /* @__PURE__ */ (() =>
  z
    .string('expected a date such as "2026-11-22"')
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, 'expected a date such as "2026-11-22"'))()
const _Lot = /* @__PURE__ */ (() =>
  z.looseObject({ quantity: _Decimal, costBasis: _Decimal, openedOn: _CivilDate }, 'expected an object'))()
const _Position = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      quantity: _Decimal,
      availableQuantity: _Decimal,
      heldQuantity: _Decimal,
      averageEntryPrice: _Decimal.nullable(),
      costBasis: _Decimal,
      marketPrice: _Decimal.nullable(),
      marketValue: _Decimal.nullable(),
      unrealizedProfit: _Decimal.nullable(),
      realizedProfit: _Decimal,
      lots: z
        .array(_Lot, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000')
        .optional(),
      unsettledQuantity: _Decimal,
    },
    'expected an object',
  ))()
const _AccountState = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      accountId: _AccountId,
      ordersSeq: _SequenceNumber,
      balances: z.array(_Balance, 'expected an array'),
      margin: _AccountMargin.optional(),
      positions: z.array(_Position, 'expected an array'),
    },
    'expected an object',
  ))()
const _AccountMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      channel: z
        .string('expected a string that matches ^account\\.acc_[A-Za-z0-9_-]{1,60}$')
        .regex(
          /^account\.acc_[A-Za-z0-9_-]{1,60}$/u,
          'expected a string that matches ^account\\.acc_[A-Za-z0-9_-]{1,60}$',
        ),
      epoch: _Epoch,
      seq: _SequenceNumber,
      firstSeq: _SequenceNumber.optional(),
      type: z.enum(['account', 'snapshot'], 'expected one of account, snapshot'),
      time: _Timestamp,
      data: _AccountState,
    },
    'expected an object',
  ))()
const _NextCursor = /* @__PURE__ */ (() =>
  z
    .string('expected a string of at most 1024 characters')
    .refine(maxLength(1024), 'expected a string of at most 1024 characters')
    .nullable())()
const _AccountPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Account, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _AccountSettings = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      name: z
        .string('expected a string of 1 to 256 characters')
        .refine(minLength(1), 'expected a string of 1 to 256 characters')
        .refine(maxLength(256), 'expected a string of 1 to 256 characters'),
    },
    'expected an object',
  ))()
const _ChannelPosition = /* @__PURE__ */ (() =>
  z.looseObject({ epoch: _Epoch, seq: _SequenceNumber }, 'expected an object'))()
const _OrderId = /* @__PURE__ */ (() =>
  z
    .string('expected an order id such as "ord_1"')
    .regex(/^ord_[A-Za-z0-9]{1,60}$/u, 'expected an order id such as "ord_1"'))()
const _ClientOrderId = /* @__PURE__ */ (() =>
  z
    .string('expected 1 to 64 letters, digits, dots, underscores or hyphens, starting with a letter or digit')
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u,
      'expected 1 to 64 letters, digits, dots, underscores or hyphens, starting with a letter or digit',
    ))()
const _OrderSide = /* @__PURE__ */ (() => z.enum(['buy', 'sell'], 'expected one of buy, sell'))()
const _OrderType = /* @__PURE__ */ (() =>
  z.enum(
    ['market', 'limit', 'stop', 'stopLimit', 'trailingStop'],
    'expected one of market, limit, stop, stopLimit, trailingStop',
  ))()
const _TimeInForce = /* @__PURE__ */ (() =>
  z.enum(
    ['day', 'gtc', 'gtd', 'ioc', 'fok', 'opg', 'cls'],
    'expected one of day, gtc, gtd, ioc, fok, opg, cls',
  ))()
const _PositiveDecimal = /* @__PURE__ */ (() =>
  z
    .string('expected a decimal number greater than zero as a string, such as "100.25"')
    .regex(
      /^(?!0(\.0+)?$)(0|[1-9]\d{0,15})(\.\d{1,8})?$/u,
      'expected a decimal number greater than zero as a string, such as "100.25"',
    ))()
const _TriggerBy = /* @__PURE__ */ (() =>
  z.enum(['last', 'bidAsk', 'mid'], 'expected one of last, bidAsk, mid'))()
const _SelfTradePrevention = /* @__PURE__ */ (() =>
  z.enum(
    ['allow', 'cancelIncoming', 'cancelResting', 'cancelBoth', 'decrement', 'transfer'],
    'expected one of allow, cancelIncoming, cancelResting, cancelBoth, decrement, transfer',
  ))()
const _OrderClass = /* @__PURE__ */ (() =>
  z.enum(['simple', 'bracket', 'oco', 'oto'], 'expected one of simple, bracket, oco, oto'))()
const _BracketMode = /* @__PURE__ */ (() => z.enum(['full', 'partial'], 'expected one of full, partial'))()
const _TakeProfitState = /* @__PURE__ */ (() =>
  z.looseObject({ clientOrderId: _ClientOrderId, limitPrice: _PositiveDecimal }, 'expected an object'))()
const _StopLossState = /* @__PURE__ */ (() =>
  z.looseObject(
    { clientOrderId: _ClientOrderId, stopPrice: _PositiveDecimal, limitPrice: _PositiveDecimal.optional() },
    'expected an object',
  ))()
const _OrderStatus = /* @__PURE__ */ (() =>
  z
    .string(
      'expected one of pendingNew, new, held, partiallyFilled, filled, doneForDay, pendingCancel, canceled, pendingReplace, replaced, rejected, expired, suspended',
    )
    .refine(
      oneOf([
        'pendingNew',
        'new',
        'held',
        'partiallyFilled',
        'filled',
        'doneForDay',
        'pendingCancel',
        'canceled',
        'pendingReplace',
        'replaced',
        'rejected',
        'expired',
        'suspended',
      ]),
      {
        error:
          'expected one of pendingNew, new, held, partiallyFilled, filled, doneForDay, pendingCancel, canceled, pendingReplace, replaced, rejected, expired, suspended',
        params: { open: true },
      },
    ))()
const _UnsignedDecimal = /* @__PURE__ */ (() =>
  z
    .string('expected a decimal number of at least zero as a string, such as "100.25"')
    .regex(
      /^(0|[1-9]\d{0,15})(\.\d{1,8})?$/u,
      'expected a decimal number of at least zero as a string, such as "100.25"',
    ))()
const _OrderReason = /* @__PURE__ */ (() =>
  z
    .string(
      'expected one of unknown-symbol, insufficient-buying-power, insufficient-position, settled-cash-only, not-shortable, borrow-unavailable, equity-below-minimum, closing-only, day-trade-limit, short-sale-restricted, invalid-tick, invalid-lot, price-out-of-bounds, quantity-out-of-bounds, post-only-would-trade, would-increase-position, stop-would-trigger, no-reference-price, trail-out-of-bounds, display-out-of-bounds, legs-crossed, notional-too-small, expiry-passed, market-closed, beyond-price-band, not-for-extended-hours, auction-unavailable, symbol-halted, account-closed, canceled-by-user, canceled-by-operator, no-liquidity, ioc-remainder, fok-unfilled, cancel-all-after, expired-gtd, expired-day, parent-ended, parent-filled, parent-replaced, sibling-canceled, sibling-filled, sibling-triggered, leg-filled, leg-triggered, corporate-action, stop-moved, too-late, replace-refused, symbol-resumed, canceled-on-halt, done-for-day, renewed, system-failure, connection-lost, trade-busted, trade-corrected, no-longer-covered, repriced-to-band, repriced-above-bid, auction-unfilled, margin-call, self-trade-prevented',
    )
    .refine(
      oneOf([
        'unknown-symbol',
        'insufficient-buying-power',
        'insufficient-position',
        'settled-cash-only',
        'not-shortable',
        'borrow-unavailable',
        'equity-below-minimum',
        'closing-only',
        'day-trade-limit',
        'short-sale-restricted',
        'invalid-tick',
        'invalid-lot',
        'price-out-of-bounds',
        'quantity-out-of-bounds',
        'post-only-would-trade',
        'would-increase-position',
        'stop-would-trigger',
        'no-reference-price',
        'trail-out-of-bounds',
        'display-out-of-bounds',
        'legs-crossed',
        'notional-too-small',
        'expiry-passed',
        'market-closed',
        'beyond-price-band',
        'not-for-extended-hours',
        'auction-unavailable',
        'symbol-halted',
        'account-closed',
        'canceled-by-user',
        'canceled-by-operator',
        'no-liquidity',
        'ioc-remainder',
        'fok-unfilled',
        'cancel-all-after',
        'expired-gtd',
        'expired-day',
        'parent-ended',
        'parent-filled',
        'parent-replaced',
        'sibling-canceled',
        'sibling-filled',
        'sibling-triggered',
        'leg-filled',
        'leg-triggered',
        'corporate-action',
        'stop-moved',
        'too-late',
        'replace-refused',
        'symbol-resumed',
        'canceled-on-halt',
        'done-for-day',
        'renewed',
        'system-failure',
        'connection-lost',
        'trade-busted',
        'trade-corrected',
        'no-longer-covered',
        'repriced-to-band',
        'repriced-above-bid',
        'auction-unfilled',
        'margin-call',
        'self-trade-prevented',
      ]),
      {
        error:
          'expected one of unknown-symbol, insufficient-buying-power, insufficient-position, settled-cash-only, not-shortable, borrow-unavailable, equity-below-minimum, closing-only, day-trade-limit, short-sale-restricted, invalid-tick, invalid-lot, price-out-of-bounds, quantity-out-of-bounds, post-only-would-trade, would-increase-position, stop-would-trigger, no-reference-price, trail-out-of-bounds, display-out-of-bounds, legs-crossed, notional-too-small, expiry-passed, market-closed, beyond-price-band, not-for-extended-hours, auction-unavailable, symbol-halted, account-closed, canceled-by-user, canceled-by-operator, no-liquidity, ioc-remainder, fok-unfilled, cancel-all-after, expired-gtd, expired-day, parent-ended, parent-filled, parent-replaced, sibling-canceled, sibling-filled, sibling-triggered, leg-filled, leg-triggered, corporate-action, stop-moved, too-late, replace-refused, symbol-resumed, canceled-on-halt, done-for-day, renewed, system-failure, connection-lost, trade-busted, trade-corrected, no-longer-covered, repriced-to-band, repriced-above-bid, auction-unfilled, margin-call, self-trade-prevented',
        params: { open: true },
      },
    ))()
const _Order = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      orderId: _OrderId,
      accountId: _AccountId,
      clientOrderId: _ClientOrderId,
      symbol: _InstrumentSymbol,
      side: z
        .string('expected one of buy, sell')
        .refine(oneOf(['buy', 'sell']), { error: 'expected one of buy, sell', params: { open: true } }),
      type: z
        .string('expected one of market, limit, stop, stopLimit, trailingStop')
        .refine(oneOf(['market', 'limit', 'stop', 'stopLimit', 'trailingStop']), {
          error: 'expected one of market, limit, stop, stopLimit, trailingStop',
          params: { open: true },
        }),
      timeInForce: z
        .string('expected one of day, gtc, gtd, ioc, fok, opg, cls')
        .refine(oneOf(['day', 'gtc', 'gtd', 'ioc', 'fok', 'opg', 'cls']), {
          error: 'expected one of day, gtc, gtd, ioc, fok, opg, cls',
          params: { open: true },
        }),
      quantity: _PositiveDecimal.optional(),
      notional: _PositiveDecimal.optional(),
      limitPrice: _PositiveDecimal.optional(),
      stopPrice: _PositiveDecimal.optional(),
      triggeredAt: _Timestamp.optional(),
      activationPrice: _PositiveDecimal.optional(),
      triggerBy: z
        .string('expected one of last, bidAsk, mid')
        .refine(oneOf(['last', 'bidAsk', 'mid']), {
          error: 'expected one of last, bidAsk, mid',
          params: { open: true },
        })
        .optional(),
      trailAmount: _PositiveDecimal.optional(),
      trailPercent: _PositiveDecimal.optional(),
      postOnly: z.boolean('expected true or false').optional(),
      reduceOnly: z.boolean('expected true or false').optional(),
      displayQuantity: _PositiveDecimal.optional(),
      extendedHours: z.boolean('expected true or false').optional(),
      doNotReduce: z.boolean('expected true or false').optional(),
      expiresAt: _Timestamp.optional(),
      selfTradePrevention: z
        .string('expected one of allow, cancelIncoming, cancelResting, cancelBoth, decrement, transfer')
        .refine(oneOf(['allow', 'cancelIncoming', 'cancelResting', 'cancelBoth', 'decrement', 'transfer']), {
          error: 'expected one of allow, cancelIncoming, cancelResting, cancelBoth, decrement, transfer',
          params: { open: true },
        })
        .optional(),
      orderClass: z
        .string('expected one of simple, bracket, oco, oto')
        .refine(oneOf(['simple', 'bracket', 'oco', 'oto']), {
          error: 'expected one of simple, bracket, oco, oto',
          params: { open: true },
        })
        .optional(),
      bracketMode: z
        .string('expected one of full, partial')
        .refine(oneOf(['full', 'partial']), {
          error: 'expected one of full, partial',
          params: { open: true },
        })
        .optional(),
      takeProfit: _TakeProfitState.optional(),
      stopLoss: _StopLossState.optional(),
      tags: z.array(z.string('expected a string'), 'expected an array').optional(),
      status: _OrderStatus,
      filledQuantity: _UnsignedDecimal,
      filledValue: _Decimal,
      averageFillPrice: _Decimal.nullable(),
      remainingQuantity: _UnsignedDecimal,
      preventedQuantity: _UnsignedDecimal.optional(),
      fees: _Decimal,
      replaces: _OrderId.nullable(),
      replacedBy: _OrderId.nullable(),
      parentOrderId: _OrderId.nullable(),
      legs: z.array(_OrderId, 'expected an array of at most 8').max(8, 'expected an array of at most 8'),
      reason: _OrderReason.nullable(),
      updatedSeq: _SequenceNumber,
      createdAt: _Timestamp,
      updatedAt: _Timestamp,
    },
    'expected an object',
  ))()
const _AccountSnapshot = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      orders: _ChannelPosition,
      account: _ChannelPosition,
      openOrders: z.array(_Order, 'expected an array'),
      balances: z.array(_Balance, 'expected an array'),
      positions: z.array(_Position, 'expected an array'),
      time: _Timestamp,
    },
    'expected an object',
  ))()
const _ActivityId = /* @__PURE__ */ (() =>
  z
    .string('expected an activity id such as "act_1"')
    .regex(/^act_[A-Za-z0-9]{1,60}$/u, 'expected an activity id such as "act_1"'))()
const _FillId = /* @__PURE__ */ (() =>
  z
    .string('expected a fill id such as "fil_1"')
    .regex(/^fil_[A-Za-z0-9]{1,60}$/u, 'expected a fill id such as "fil_1"'))()
const _Activity = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      activityId: _ActivityId,
      accountId: _AccountId,
      type: z
        .string(
          'expected one of fill, fee, deposit, withdrawal, reversal, transfer, split, dividend, interest, borrowFee',
        )
        .refine(
          oneOf([
            'fill',
            'fee',
            'deposit',
            'withdrawal',
            'reversal',
            'transfer',
            'split',
            'dividend',
            'interest',
            'borrowFee',
          ]),
          {
            error:
              'expected one of fill, fee, deposit, withdrawal, reversal, transfer, split, dividend, interest, borrowFee',
            params: { open: true },
          },
        ),
      time: _Timestamp,
      asset: _Asset.optional(),
      amount: _Decimal.optional(),
      symbol: _InstrumentSymbol.optional(),
      quantity: _Decimal.optional(),
      corporateActionId: z
        .string('expected a corporate action id such as "cor_1"')
        .regex(/^cor_[A-Za-z0-9]{1,60}$/u, 'expected a corporate action id such as "cor_1"')
        .optional(),
      fillId: _FillId.optional(),
      orderId: _OrderId.optional(),
    },
    'expected an object',
  ))()
const _ActivityPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Activity, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _AssetClass = /* @__PURE__ */ (() =>
  z
    .string('expected one of usEquity, crypto, fx')
    .refine(oneOf(['usEquity', 'crypto', 'fx']), {
      error: 'expected one of usEquity, crypto, fx',
      params: { open: true },
    }))()
const _AuctionIndication = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      kind: z
        .string('expected one of opening, closing, reopening')
        .refine(oneOf(['opening', 'closing', 'reopening']), {
          error: 'expected one of opening, closing, reopening',
          params: { open: true },
        }),
      at: _Timestamp,
      indicativePrice: _Decimal.nullable(),
      pairedQuantity: _UnsignedDecimal,
      imbalanceSide: z
        .string('expected one of buy, sell')
        .refine(oneOf(['buy', 'sell']), { error: 'expected one of buy, sell', params: { open: true } })
        .nullable(),
      imbalanceQuantity: _UnsignedDecimal,
      referencePrice: _Decimal.nullable(),
    },
    'expected an object',
  ))()
const _MessageId = /* @__PURE__ */ (() =>
  z
    .string('expected a string of 1 to 64 characters')
    .refine(minLength(1), 'expected a string of 1 to 64 characters')
    .refine(maxLength(64), 'expected a string of 1 to 64 characters'))()
const _AuthenticateMessage = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      type: z.literal('authenticate', 'expected "authenticate"'),
      id: _MessageId,
      token: z
        .string('expected a string of 1 to 4096 characters')
        .refine(minLength(1), 'expected a string of 1 to 4096 characters')
        .refine(maxLength(4096), 'expected a string of 1 to 4096 characters'),
      batchMs: z
        .number('expected an integer from 0 to 1000')
        .refine(integerBetween(0, 1000), 'expected an integer from 0 to 1000')
        .optional(),
      heartbeatMs: z
        .number('expected an integer from 1000 to 60000')
        .refine(integerBetween(1000, 60000), 'expected an integer from 1000 to 60000')
        .optional(),
      exclusive: z.boolean('expected true or false').optional(),
    },
    'expected an object',
  ))()
const _Scope = /* @__PURE__ */ (() =>
  z
    .string('expected one of trade, read, market-data')
    .refine(oneOf(['trade', 'read', 'market-data']), {
      error: 'expected one of trade, read, market-data',
      params: { open: true },
    }))()
const _AuthenticatedMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('authenticated', 'expected "authenticated"'),
      id: _MessageId,
      accountId: _AccountId,
      scopes: z.array(_Scope, 'expected an array of at most 64').max(64, 'expected an array of at most 64'),
      heartbeatMs: z
        .number('expected an integer from 1 to 60000')
        .refine(integerBetween(1, 60000), 'expected an integer from 1 to 60000'),
    },
    'expected an object',
  ))()
const _BalancePage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Balance, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _Timeframe = /* @__PURE__ */ (() =>
  z.enum(['1s', '1m', '5m', '15m', '1h', '1d'], 'expected one of 1s, 1m, 5m, 15m, 1h, 1d'))()
const _Bar = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      timeframe: z
        .string('expected one of 1s, 1m, 5m, 15m, 1h, 1d')
        .refine(oneOf(['1s', '1m', '5m', '15m', '1h', '1d']), {
          error: 'expected one of 1s, 1m, 5m, 15m, 1h, 1d',
          params: { open: true },
        }),
      start: _Timestamp,
      open: _Decimal,
      high: _Decimal,
      low: _Decimal,
      close: _Decimal,
      volume: _UnsignedDecimal,
      volumeWeightedPrice: _Decimal,
      tradeCount: z
        .number('expected an integer of at least 1')
        .refine(integerBetween(1, 9007199254740991), 'expected an integer of at least 1'),
      final: z.boolean('expected true or false'),
    },
    'expected an object',
  ))()
const _BarMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      channel: z
        .string(
          'expected a string that matches ^bars\\.(1s|1m|5m|15m|1h|1d)\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$',
        )
        .regex(
          /^bars\.(1s|1m|5m|15m|1h|1d)\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
          'expected a string that matches ^bars\\.(1s|1m|5m|15m|1h|1d)\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$',
        ),
      epoch: _Epoch,
      seq: _SequenceNumber,
      firstSeq: _SequenceNumber.optional(),
      type: z.enum(['bar'], 'expected one of bar'),
      time: _Timestamp,
      data: _Bar,
    },
    'expected an object',
  ))()
const _BarPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z.array(_Bar, 'expected an array of at most 1000').max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _BookChecksum = /* @__PURE__ */ (() =>
  z
    .number('expected an integer from 0 to 4294967295')
    .refine(integerBetween(0, 4294967295), 'expected an integer from 0 to 4294967295'))()
const _BookLevel = /* @__PURE__ */ (() =>
  z.looseObject({ price: _Decimal, quantity: _UnsignedDecimal }, 'expected an object'))()
const _BookUpdate = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      bids: z.array(_BookLevel, 'expected an array'),
      asks: z.array(_BookLevel, 'expected an array'),
      checksum: _BookChecksum,
    },
    'expected an object',
  ))()
const _BookMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      channel: z
        .string('expected a string that matches ^book\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$')
        .regex(
          /^book\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
          'expected a string that matches ^book\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$',
        ),
      epoch: _Epoch,
      seq: _SequenceNumber,
      firstSeq: _SequenceNumber.optional(),
      type: z.enum(['delta', 'snapshot'], 'expected one of delta, snapshot'),
      time: _Timestamp,
      data: _BookUpdate,
    },
    'expected an object',
  ))()
const _CalendarDay = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      date: _CivilDate,
      preMarketOpen: _Timestamp.optional(),
      open: _Timestamp,
      close: _Timestamp,
      postMarketClose: _Timestamp.optional(),
    },
    'expected an object',
  ))()
const _CalendarDayPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_CalendarDay, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _CancelAllAfter = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      timeoutMs: z
        .number('expected an integer from 0 to 300000')
        .refine(integerBetween(0, 300000), 'expected an integer from 0 to 300000'),
      cancelAt: _Timestamp.nullable(),
    },
    'expected an object',
  ))()
const _CancelAllAfterRequest = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      timeoutMs: z
        .number('expected 0 or an integer from 5000 to 300000')
        .refine(integerBetween(0, 300000), 'expected 0 or an integer from 5000 to 300000'),
    },
    'expected an object',
  ))()
const _CancelAllItem = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      orderId: _OrderId,
      clientOrderId: _ClientOrderId,
      outcome: z
        .string('expected one of canceled, not-open')
        .refine(oneOf(['canceled', 'not-open']), {
          error: 'expected one of canceled, not-open',
          params: { open: true },
        }),
      order: _Order,
    },
    'expected an object',
  ))()
const _CancelAllResult = /* @__PURE__ */ (() =>
  z.looseObject({ data: z.array(_CancelAllItem, 'expected an array') }, 'expected an object'))()
const _ChannelName = /* @__PURE__ */ (() =>
  z
    .string('expected a string of 1 to 128 characters')
    .refine(minLength(1), 'expected a string of 1 to 128 characters')
    .refine(maxLength(128), 'expected a string of 1 to 128 characters'))()
const _ChannelRequest = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      channel: _ChannelName,
      epoch: _Epoch.optional(),
      fromSeq: _SequenceNumber.optional(),
      conflateMs: z
        .number('expected an integer from 0 to 60000')
        .refine(integerBetween(0, 60000), 'expected an integer from 0 to 60000')
        .optional(),
    },
    'expected an object',
  ))()
const _SubscribeMessage = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      type: z.literal('subscribe', 'expected "subscribe"'),
      id: _MessageId,
      channels: z
        .array(_ChannelRequest, 'expected an array of at least 1 and of at most 1024')
        .min(1, 'expected an array of at least 1 and of at most 1024')
        .max(1024, 'expected an array of at least 1 and of at most 1024'),
    },
    'expected an object',
  ))()
const _UnsubscribeMessage = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      type: z.literal('unsubscribe', 'expected "unsubscribe"'),
      id: _MessageId,
      channels: z
        .array(_ChannelName, 'expected an array of at least 1 and of at most 1024')
        .min(1, 'expected an array of at least 1 and of at most 1024')
        .max(1024, 'expected an array of at least 1 and of at most 1024'),
    },
    'expected an object',
  ))()
const _PingMessage = /* @__PURE__ */ (() =>
  z.strictObject({ type: z.literal('ping', 'expected "ping"'), id: _MessageId }, 'expected an object'))()
const _ClientMessage = /* @__PURE__ */ (() =>
  z.discriminatedUnion(
    'type',
    [_AuthenticateMessage, _SubscribeMessage, _UnsubscribeMessage, _PingMessage],
    'expected type to be one of authenticate, subscribe, unsubscribe, ping',
  ))()
const _ProblemCode = /* @__PURE__ */ (() =>
  z
    .string(
      'expected one of malformed-request, origin-not-allowed, unknown-route, method-not-allowed, request-timeout, body-too-large, uri-too-long, unsupported-media-type, misdirected-request, upgrade-required, too-many-handshakes, headers-too-large, malformed-json, unauthenticated, key-unknown, token-expired, signature-invalid, signature-incomplete, clock-skew, replayed, missing-scope, unknown-symbol, unknown-order, unknown-account, unknown-position, unknown-watchlist, unknown-webhook, order-not-open, request-pending, watchlist-name-taken, sequence-gone, epoch-gone, invalid-request, client-order-id-reused, request-expired, watchlist-limit, webhook-limit, webhook-url-refused, invalid-cursor, cursor-mismatch, quota-exceeded, too-many-attempts, banned, insufficient-buying-power, insufficient-position, settled-cash-only, not-shortable, borrow-unavailable, equity-below-minimum, closing-only, day-trade-limit, short-sale-restricted, invalid-tick, invalid-lot, price-out-of-bounds, quantity-out-of-bounds, post-only-would-trade, would-increase-position, stop-would-trigger, no-reference-price, trail-out-of-bounds, display-out-of-bounds, legs-crossed, notional-too-small, expiry-passed, market-closed, beyond-price-band, not-for-extended-hours, auction-unavailable, symbol-halted, account-closed, internal-error, starting, unavailable, unknown-field, missing-field, invalid-value, field-not-applicable, malformed-message, unknown-message-type, not-authenticated, authentication-timeout, forbidden, invalid-channel, subscription-limit, message-too-large, too-many-messages, too-many-connections',
    )
    .refine(
      oneOf([
        'malformed-request',
        'origin-not-allowed',
        'unknown-route',
        'method-not-allowed',
        'request-timeout',
        'body-too-large',
        'uri-too-long',
        'unsupported-media-type',
        'misdirected-request',
        'upgrade-required',
        'too-many-handshakes',
        'headers-too-large',
        'malformed-json',
        'unauthenticated',
        'key-unknown',
        'token-expired',
        'signature-invalid',
        'signature-incomplete',
        'clock-skew',
        'replayed',
        'missing-scope',
        'unknown-symbol',
        'unknown-order',
        'unknown-account',
        'unknown-position',
        'unknown-watchlist',
        'unknown-webhook',
        'order-not-open',
        'request-pending',
        'watchlist-name-taken',
        'sequence-gone',
        'epoch-gone',
        'invalid-request',
        'client-order-id-reused',
        'request-expired',
        'watchlist-limit',
        'webhook-limit',
        'webhook-url-refused',
        'invalid-cursor',
        'cursor-mismatch',
        'quota-exceeded',
        'too-many-attempts',
        'banned',
        'insufficient-buying-power',
        'insufficient-position',
        'settled-cash-only',
        'not-shortable',
        'borrow-unavailable',
        'equity-below-minimum',
        'closing-only',
        'day-trade-limit',
        'short-sale-restricted',
        'invalid-tick',
        'invalid-lot',
        'price-out-of-bounds',
        'quantity-out-of-bounds',
        'post-only-would-trade',
        'would-increase-position',
        'stop-would-trigger',
        'no-reference-price',
        'trail-out-of-bounds',
        'display-out-of-bounds',
        'legs-crossed',
        'notional-too-small',
        'expiry-passed',
        'market-closed',
        'beyond-price-band',
        'not-for-extended-hours',
        'auction-unavailable',
        'symbol-halted',
        'account-closed',
        'internal-error',
        'starting',
        'unavailable',
        'unknown-field',
        'missing-field',
        'invalid-value',
        'field-not-applicable',
        'malformed-message',
        'unknown-message-type',
        'not-authenticated',
        'authentication-timeout',
        'forbidden',
        'invalid-channel',
        'subscription-limit',
        'message-too-large',
        'too-many-messages',
        'too-many-connections',
      ]),
      {
        error:
          'expected one of malformed-request, origin-not-allowed, unknown-route, method-not-allowed, request-timeout, body-too-large, uri-too-long, unsupported-media-type, misdirected-request, upgrade-required, too-many-handshakes, headers-too-large, malformed-json, unauthenticated, key-unknown, token-expired, signature-invalid, signature-incomplete, clock-skew, replayed, missing-scope, unknown-symbol, unknown-order, unknown-account, unknown-position, unknown-watchlist, unknown-webhook, order-not-open, request-pending, watchlist-name-taken, sequence-gone, epoch-gone, invalid-request, client-order-id-reused, request-expired, watchlist-limit, webhook-limit, webhook-url-refused, invalid-cursor, cursor-mismatch, quota-exceeded, too-many-attempts, banned, insufficient-buying-power, insufficient-position, settled-cash-only, not-shortable, borrow-unavailable, equity-below-minimum, closing-only, day-trade-limit, short-sale-restricted, invalid-tick, invalid-lot, price-out-of-bounds, quantity-out-of-bounds, post-only-would-trade, would-increase-position, stop-would-trigger, no-reference-price, trail-out-of-bounds, display-out-of-bounds, legs-crossed, notional-too-small, expiry-passed, market-closed, beyond-price-band, not-for-extended-hours, auction-unavailable, symbol-halted, account-closed, internal-error, starting, unavailable, unknown-field, missing-field, invalid-value, field-not-applicable, malformed-message, unknown-message-type, not-authenticated, authentication-timeout, forbidden, invalid-channel, subscription-limit, message-too-large, too-many-messages, too-many-connections',
        params: { open: true },
      },
    ))()
const _ProblemItem = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      pointer: z
        .string('expected a string of at most 1024 characters')
        .refine(maxLength(1024), 'expected a string of at most 1024 characters'),
      code: _ProblemCode,
      detail: z
        .string('expected a string of at most 4096 characters')
        .refine(maxLength(4096), 'expected a string of at most 4096 characters'),
      channel: _ChannelName.optional(),
      epoch: _Epoch.optional(),
      oldestSeq: _SequenceNumber.optional(),
    },
    'expected an object',
  ))()
const _CloseAllPositionsItem = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      clientOrderId: _ClientOrderId,
      outcome: z
        .string('expected one of submitted, repeated, rejected, not-submitted')
        .refine(oneOf(['submitted', 'repeated', 'rejected', 'not-submitted']), {
          error: 'expected one of submitted, repeated, rejected, not-submitted',
          params: { open: true },
        }),
      order: _Order.nullable(),
      error: _ProblemItem.nullable(),
    },
    'expected an object',
  ))()
const _CloseAllPositionsRequest = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      clientOrderIdPrefix: z
        .string(
          'expected 1 to 46 letters, digits, dots, underscores or hyphens, starting with a letter or digit',
        )
        .regex(
          /^[A-Za-z0-9][A-Za-z0-9._-]{0,45}$/u,
          'expected 1 to 46 letters, digits, dots, underscores or hyphens, starting with a letter or digit',
        ),
    },
    'expected an object',
  ))()
const _CloseAllPositionsResult = /* @__PURE__ */ (() =>
  z.looseObject({ data: z.array(_CloseAllPositionsItem, 'expected an array') }, 'expected an object'))()
const _ClosePositionRequest = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      clientOrderId: _ClientOrderId,
      quantity: _PositiveDecimal.optional(),
      percent: _PositiveDecimal.optional(),
    },
    'expected an object',
  ))()
const _ContractDocument = /* @__PURE__ */ (() => z.looseObject({}, 'expected an object'))()
const _CorporateAction = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      corporateActionId: z
        .string('expected a corporate action id such as "cor_1"')
        .regex(/^cor_[A-Za-z0-9]{1,60}$/u, 'expected a corporate action id such as "cor_1"'),
      symbol: _InstrumentSymbol,
      type: z
        .string('expected one of split, cashDividend')
        .refine(oneOf(['split', 'cashDividend']), {
          error: 'expected one of split, cashDividend',
          params: { open: true },
        }),
      exDate: _CivilDate,
      recordDate: _CivilDate.optional(),
      payableDate: _CivilDate.optional(),
      ratio: _PositiveDecimal.optional(),
      newUnits: z
        .number('expected an integer from 1 to 10000')
        .refine(integerBetween(1, 10000), 'expected an integer from 1 to 10000')
        .optional(),
      oldUnits: z
        .number('expected an integer from 1 to 10000')
        .refine(integerBetween(1, 10000), 'expected an integer from 1 to 10000')
        .optional(),
      amount: _PositiveDecimal.optional(),
    },
    'expected an object',
  ))()
const _CorporateActionPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_CorporateAction, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _WebhookId = /* @__PURE__ */ (() =>
  z
    .string('expected a webhook id such as "whk_1"')
    .regex(/^whk_[A-Za-z0-9]{1,60}$/u, 'expected a webhook id such as "whk_1"'))()
const _WebhookEventType = /* @__PURE__ */ (() =>
  z.enum(
    [
      'orderAccepted',
      'orderRejected',
      'orderFilled',
      'orderCanceled',
      'orderExpired',
      'orderReplaced',
      'orderRestated',
      'orderPending',
      'orderTriggered',
      'tradeBusted',
      'tradeCorrected',
      'account',
    ],
    'expected one of orderAccepted, orderRejected, orderFilled, orderCanceled, orderExpired, orderReplaced, orderRestated, orderPending, orderTriggered, tradeBusted, tradeCorrected, account',
  ))()
const _CreatedWebhook = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      webhookId: _WebhookId,
      accountId: _AccountId,
      url: z
        .string('expected a string of at most 4096 characters')
        .refine(maxLength(4096), 'expected a string of at most 4096 characters'),
      eventTypes: z.array(
        z
          .string(
            'expected one of orderAccepted, orderRejected, orderFilled, orderCanceled, orderExpired, orderReplaced, orderRestated, orderPending, orderTriggered, tradeBusted, tradeCorrected, account',
          )
          .refine(
            oneOf([
              'orderAccepted',
              'orderRejected',
              'orderFilled',
              'orderCanceled',
              'orderExpired',
              'orderReplaced',
              'orderRestated',
              'orderPending',
              'orderTriggered',
              'tradeBusted',
              'tradeCorrected',
              'account',
            ]),
            {
              error:
                'expected one of orderAccepted, orderRejected, orderFilled, orderCanceled, orderExpired, orderReplaced, orderRestated, orderPending, orderTriggered, tradeBusted, tradeCorrected, account',
              params: { open: true },
            },
          ),
        'expected an array',
      ),
      description: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters'),
      status: z
        .string('expected one of enabled, disabled')
        .refine(oneOf(['enabled', 'disabled']), {
          error: 'expected one of enabled, disabled',
          params: { open: true },
        }),
      createdAt: _Timestamp,
      updatedAt: _Timestamp,
      secret: z
        .string('expected a string that matches ^whsec_[A-Za-z0-9+/]{32,86}={0,2}$')
        .regex(
          /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/u,
          'expected a string that matches ^whsec_[A-Za-z0-9+/]{32,86}={0,2}$',
        ),
    },
    'expected an object',
  ))()
const _Quote = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      bidPrice: _Decimal.nullable(),
      bidQuantity: _UnsignedDecimal.nullable(),
      askPrice: _Decimal.nullable(),
      askQuantity: _UnsignedDecimal.nullable(),
      time: _Timestamp,
    },
    'expected an object',
  ))()
const _QuoteMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      channel: z
        .string('expected a string that matches ^quotes\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$')
        .regex(
          /^quotes\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
          'expected a string that matches ^quotes\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$',
        ),
      epoch: _Epoch,
      seq: _SequenceNumber,
      firstSeq: _SequenceNumber.optional(),
      type: z.enum(['quote', 'snapshot'], 'expected one of quote, snapshot'),
      time: _Timestamp,
      data: _Quote,
    },
    'expected an object',
  ))()
const _TradeId = /* @__PURE__ */ (() =>
  z
    .string('expected a trade id such as "trd_1"')
    .regex(/^trd_[A-Za-z0-9]{1,60}$/u, 'expected a trade id such as "trd_1"'))()
const _Trade = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      tradeId: _TradeId,
      symbol: _InstrumentSymbol,
      price: _Decimal,
      quantity: _UnsignedDecimal,
      time: _Timestamp,
      takerSide: z
        .string('expected one of buy, sell')
        .refine(oneOf(['buy', 'sell']), { error: 'expected one of buy, sell', params: { open: true } })
        .nullable(),
      source: z
        .string('expected one of exchange, recorded')
        .refine(oneOf(['exchange', 'recorded']), {
          error: 'expected one of exchange, recorded',
          params: { open: true },
        }),
      bustedAt: _Timestamp.optional(),
      correctedAt: _Timestamp.optional(),
      conditions: z
        .array(
          z
            .string('expected a string of at most 64 characters')
            .refine(maxLength(64), 'expected a string of at most 64 characters'),
          'expected an array of at most 32',
        )
        .max(32, 'expected an array of at most 32')
        .optional(),
    },
    'expected an object',
  ))()
const _TradeMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      channel: z
        .string('expected a string that matches ^trades\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$')
        .regex(
          /^trades\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
          'expected a string that matches ^trades\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$',
        ),
      epoch: _Epoch,
      seq: _SequenceNumber,
      firstSeq: _SequenceNumber.optional(),
      type: z.enum(
        ['trade', 'tradeBusted', 'tradeCorrected'],
        'expected one of trade, tradeBusted, tradeCorrected',
      ),
      time: _Timestamp,
      data: _Trade,
    },
    'expected an object',
  ))()
const _SymbolStatus = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      phase: z
        .string('expected one of open, closed, preMarket, postMarket, auction')
        .refine(oneOf(['open', 'closed', 'preMarket', 'postMarket', 'auction']), {
          error: 'expected one of open, closed, preMarket, postMarket, auction',
          params: { open: true },
        }),
      halted: z.boolean('expected true or false'),
      haltReason: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters')
        .nullable(),
      market: z
        .string('expected one of normal, locked, crossed')
        .refine(oneOf(['normal', 'locked', 'crossed']), {
          error: 'expected one of normal, locked, crossed',
          params: { open: true },
        }),
      limitUp: _Decimal.optional(),
      limitDown: _Decimal.optional(),
      limitState: z
        .string('expected one of limitUp, limitDown')
        .refine(oneOf(['limitUp', 'limitDown']), {
          error: 'expected one of limitUp, limitDown',
          params: { open: true },
        })
        .optional(),
      auction: _AuctionIndication.optional(),
    },
    'expected an object',
  ))()
const _StatusMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      channel: z
        .string('expected a string that matches ^status\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$')
        .regex(
          /^status\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
          'expected a string that matches ^status\\.[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$',
        ),
      epoch: _Epoch,
      seq: _SequenceNumber,
      firstSeq: _SequenceNumber.optional(),
      type: z.enum(['status', 'snapshot'], 'expected one of status, snapshot'),
      time: _Timestamp,
      data: _SymbolStatus,
    },
    'expected an object',
  ))()
const _FillExplanation = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      aggressor: z
        .string('expected one of order, stop, leg, quote, print, auction')
        .refine(oneOf(['order', 'stop', 'leg', 'quote', 'print', 'auction']), {
          error: 'expected one of order, stop, leg, quote, print, auction',
          params: { open: true },
        }),
      level: z
        .number('expected an integer of at least 1')
        .refine(integerBetween(1, 9007199254740991), 'expected an integer of at least 1')
        .optional(),
      quantityAhead: _UnsignedDecimal.optional(),
      priceImprovement: _UnsignedDecimal.optional(),
      stopReachedAt: _Decimal.optional(),
      stopReachedBy: _TradeId.optional(),
    },
    'expected an object',
  ))()
const _Fill = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      fillId: _FillId,
      orderId: _OrderId,
      clientOrderId: _ClientOrderId,
      accountId: _AccountId,
      symbol: _InstrumentSymbol,
      side: z
        .string('expected one of buy, sell')
        .refine(oneOf(['buy', 'sell']), { error: 'expected one of buy, sell', params: { open: true } }),
      price: _Decimal,
      quantity: _PositiveDecimal,
      value: _Decimal,
      liquidity: z
        .string('expected one of maker, taker')
        .refine(oneOf(['maker', 'taker']), { error: 'expected one of maker, taker', params: { open: true } }),
      fee: _Decimal,
      feeAsset: _Asset,
      time: _Timestamp,
      tradeId: _TradeId,
      bustedAt: _Timestamp.optional(),
      correctedBy: _FillId.optional(),
      corrects: _FillId.optional(),
      amendReason: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters')
        .optional(),
      why: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters'),
      explanation: _FillExplanation.optional(),
    },
    'expected an object',
  ))()
const _OrderEvent = /* @__PURE__ */ (() =>
  z.looseObject(
    { order: _Order, fill: _Fill.optional(), reason: _OrderReason.optional() },
    'expected an object',
  ))()
const _OrderEventMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      channel: z
        .string('expected a string that matches ^orders\\.acc_[A-Za-z0-9_-]{1,60}$')
        .regex(
          /^orders\.acc_[A-Za-z0-9_-]{1,60}$/u,
          'expected a string that matches ^orders\\.acc_[A-Za-z0-9_-]{1,60}$',
        ),
      epoch: _Epoch,
      seq: _SequenceNumber,
      firstSeq: _SequenceNumber.optional(),
      type: z.enum(
        [
          'orderAccepted',
          'orderRejected',
          'orderFilled',
          'orderCanceled',
          'orderExpired',
          'orderReplaced',
          'orderRestated',
          'orderPending',
          'orderTriggered',
          'tradeBusted',
          'tradeCorrected',
        ],
        'expected one of orderAccepted, orderRejected, orderFilled, orderCanceled, orderExpired, orderReplaced, orderRestated, orderPending, orderTriggered, tradeBusted, tradeCorrected',
      ),
      time: _Timestamp,
      data: _OrderEvent,
    },
    'expected an object',
  ))()
const _DataMessage = /* @__PURE__ */ (() =>
  z.union([
    _QuoteMessage,
    _TradeMessage,
    _BarMessage,
    _BookMessage,
    _StatusMessage,
    _OrderEventMessage,
    _AccountMessage,
  ]))()
const _Problem = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z
        .string('expected a string that matches ^/problems/[a-z0-9-]{1,64}$')
        .regex(
          /^\/problems\/[a-z0-9-]{1,64}$/u,
          'expected a string that matches ^/problems/[a-z0-9-]{1,64}$',
        ),
      title: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters'),
      status: z
        .number('expected an integer from 400 to 599')
        .refine(integerBetween(400, 599), 'expected an integer from 400 to 599'),
      detail: z
        .string('expected a string of at most 4096 characters')
        .refine(maxLength(4096), 'expected a string of at most 4096 characters'),
      instance: z
        .string('expected a string of at most 1024 characters')
        .refine(maxLength(1024), 'expected a string of at most 1024 characters'),
      code: _ProblemCode,
      requestId: z
        .string('expected a string of at most 128 characters')
        .refine(maxLength(128), 'expected a string of at most 128 characters'),
      retryable: z.boolean('expected true or false'),
      processed: z
        .string('expected one of no, yes, unknown')
        .refine(oneOf(['no', 'yes', 'unknown']), {
          error: 'expected one of no, yes, unknown',
          params: { open: true },
        }),
      errors: z
        .array(_ProblemItem, 'expected an array of at most 1024')
        .max(1024, 'expected an array of at most 1024')
        .optional(),
      orderId: _OrderId.optional(),
      retryAfterMs: z
        .number('expected an integer of at least 0')
        .refine(integerBetween(0, 9007199254740991), 'expected an integer of at least 0')
        .optional(),
      'violated-policies': z
        .array(
          z
            .string('expected a string of at most 64 characters')
            .refine(maxLength(64), 'expected a string of at most 64 characters'),
          'expected an array of at least 1 and of at most 64',
        )
        .min(1, 'expected an array of at least 1 and of at most 64')
        .max(64, 'expected an array of at least 1 and of at most 64')
        .optional(),
      serverTime: _Timestamp.optional(),
    },
    'expected an object',
  ))()
const _ErrorMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('error', 'expected "error"'),
      id: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters')
        .nullable(),
      problem: _Problem,
    },
    'expected an object',
  ))()
const _EventPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_DataMessage, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _EventStream = /* @__PURE__ */ (() => z.string('expected a string'))()
const _FillPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Fill, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _GapMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('gap', 'expected "gap"'),
      channel: _ChannelName,
      epoch: _Epoch,
      firstSeq: _SequenceNumber,
      seq: _SequenceNumber,
    },
    'expected an object',
  ))()
const _GoneMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('gone', 'expected "gone"'),
      channel: _ChannelName,
      epoch: _Epoch,
      oldestSeq: _SequenceNumber,
    },
    'expected an object',
  ))()
const _HeartbeatMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('heartbeat', 'expected "heartbeat"'),
      time: _Timestamp,
      channels: z.record(z.string(), _ChannelPosition, 'expected an object'),
    },
    'expected an object',
  ))()
const _Instrument = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      name: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters'),
      assetClass: _AssetClass,
      quoteCurrency: _Asset,
      tickSize: _PositiveDecimal,
      lotSize: _PositiveDecimal,
      minimumQuantity: _PositiveDecimal,
      maximumQuantity: _PositiveDecimal,
      minimumPrice: _PositiveDecimal,
      maximumPrice: _PositiveDecimal,
      marginable: z.boolean('expected true or false'),
      shortable: z.boolean('expected true or false'),
      borrow: z
        .string('expected one of easy, hard, none')
        .refine(oneOf(['easy', 'hard', 'none']), {
          error: 'expected one of easy, hard, none',
          params: { open: true },
        })
        .optional(),
      fractional: z.boolean('expected true or false'),
      status: z
        .string('expected one of active, halted, inactive')
        .refine(oneOf(['active', 'halted', 'inactive']), {
          error: 'expected one of active, halted, inactive',
          params: { open: true },
        }),
    },
    'expected an object',
  ))()
const _InstrumentPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Instrument, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _LatestQuote = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      bidPrice: _Decimal.nullable(),
      bidQuantity: _UnsignedDecimal.nullable(),
      askPrice: _Decimal.nullable(),
      askQuantity: _UnsignedDecimal.nullable(),
      time: _Timestamp,
      epoch: _Epoch,
      seq: _SequenceNumber,
    },
    'expected an object',
  ))()
const _LatestQuoteList = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_LatestQuote, 'expected an array of at most 100')
        .max(100, 'expected an array of at most 100'),
    },
    'expected an object',
  ))()
const _RateLimitPolicy = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      name: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters'),
      quota: z
        .number('expected an integer of at least 1')
        .refine(integerBetween(1, 9007199254740991), 'expected an integer of at least 1'),
      windowSeconds: z
        .number('expected an integer from 1 to 86400')
        .refine(integerBetween(1, 86400), 'expected an integer from 1 to 86400'),
    },
    'expected an object',
  ))()
const _Limits = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      receiveWindowMs: z
        .number('expected an integer from 0 to 86400000')
        .refine(integerBetween(0, 86400000), 'expected an integer from 0 to 86400000'),
      engineMaximumMs: z
        .number('expected an integer from 0 to 86400000')
        .refine(integerBetween(0, 86400000), 'expected an integer from 0 to 86400000'),
      visibilityLagMs: z
        .number('expected an integer from 0 to 86400000')
        .refine(integerBetween(0, 86400000), 'expected an integer from 0 to 86400000'),
      deduplicationScope: z
        .string('expected one of endpoint, global')
        .refine(oneOf(['endpoint', 'global']), {
          error: 'expected one of endpoint, global',
          params: { open: true },
        }),
      durability: z
        .string('expected one of memory, interval, always')
        .refine(oneOf(['memory', 'interval', 'always']), {
          error: 'expected one of memory, interval, always',
          params: { open: true },
        }),
      clientOrderIdRetentionDays: z
        .number('expected an integer from 7 to 36500')
        .refine(integerBetween(7, 36500), 'expected an integer from 7 to 36500'),
      policies: z
        .array(_RateLimitPolicy, 'expected an array of at most 64')
        .max(64, 'expected an array of at most 64'),
    },
    'expected an object',
  ))()
const _LogPosition = /* @__PURE__ */ (() =>
  z
    .string('expected an id of an event, such as "e-7f3a:43"')
    .refine(minLength(3), 'expected an id of an event, such as "e-7f3a:43"')
    .refine(maxLength(81), 'expected an id of an event, such as "e-7f3a:43"')
    .regex(/^[\x21-\x7e]{1,64}:(0|[1-9]\d{0,15})$/u, 'expected an id of an event, such as "e-7f3a:43"'))()
const _MarketClock = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      time: _Timestamp,
      calendar: z
        .string('expected one of XNYS, alwaysOpen, custom')
        .refine(oneOf(['XNYS', 'alwaysOpen', 'custom']), {
          error: 'expected one of XNYS, alwaysOpen, custom',
          params: { open: true },
        }),
      phase: z
        .string('expected one of preMarket, open, postMarket, closed')
        .refine(oneOf(['preMarket', 'open', 'postMarket', 'closed']), {
          error: 'expected one of preMarket, open, postMarket, closed',
          params: { open: true },
        }),
      nextOpen: _Timestamp.nullable(),
      nextClose: _Timestamp.nullable(),
      nextChange: _Timestamp.nullable().optional(),
    },
    'expected an object',
  ))()
const _MarketSnapshot = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      quote: _LatestQuote,
      lastTrade: _Trade.nullable(),
      dayBar: _Bar.nullable(),
      status: _SymbolStatus,
    },
    'expected an object',
  ))()
const _MarketSnapshotList = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_MarketSnapshot, 'expected an array of at most 100')
        .max(100, 'expected an array of at most 100'),
    },
    'expected an object',
  ))()
const _OAuthError = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      error: z
        .string(
          'expected one of invalid_request, invalid_client, invalid_grant, unauthorized_client, unsupported_grant_type, invalid_scope',
        )
        .refine(
          oneOf([
            'invalid_request',
            'invalid_client',
            'invalid_grant',
            'unauthorized_client',
            'unsupported_grant_type',
            'invalid_scope',
          ]),
          {
            error:
              'expected one of invalid_request, invalid_client, invalid_grant, unauthorized_client, unsupported_grant_type, invalid_scope',
            params: { open: true },
          },
        ),
      error_description: z
        .string('expected a string of at most 1024 characters')
        .refine(maxLength(1024), 'expected a string of at most 1024 characters')
        .optional(),
    },
    'expected an object',
  ))()
const _OrderBook = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      symbol: _InstrumentSymbol,
      epoch: _Epoch,
      seq: _SequenceNumber,
      time: _Timestamp,
      bids: z
        .array(_BookLevel, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      asks: z
        .array(_BookLevel, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      checksum: _BookChecksum,
    },
    'expected an object',
  ))()
const _OrderPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Order, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _OrderPreview = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      accepted: z.boolean('expected true or false'),
      rejections: z
        .array(_ProblemItem, 'expected an array of at most 64')
        .max(64, 'expected an array of at most 64'),
      currency: _Asset,
      immediateQuantity: _UnsignedDecimal,
      immediateValue: _Decimal,
      immediateFees: _Decimal,
      restingFees: _Decimal,
      buyingPower: _Decimal,
      buyingPowerNeeded: _Decimal,
      buyingPowerAfter: _Decimal,
      initialMargin: _Decimal.optional(),
      maintenanceMargin: _Decimal.optional(),
      legsHold: z
        .looseObject({ quantity: _UnsignedDecimal, buyingPower: _Decimal }, 'expected an object')
        .optional(),
      borrowQuantity: _UnsignedDecimal.optional(),
    },
    'expected an object',
  ))()
const _RequestTimestamp = /* @__PURE__ */ (() =>
  z
    .string('expected a UTC time such as "2026-11-22T14:30:00Z"')
    .regex(
      /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/u,
      'expected a UTC time such as "2026-11-22T14:30:00Z"',
    )
    .refine(dayExists, 'expected a UTC time such as "2026-11-22T14:30:00Z"'))()
const _TakeProfit = /* @__PURE__ */ (() =>
  z.strictObject({ clientOrderId: _ClientOrderId, limitPrice: _PositiveDecimal }, 'expected an object'))()
const _StopLoss = /* @__PURE__ */ (() =>
  z.strictObject(
    { clientOrderId: _ClientOrderId, stopPrice: _PositiveDecimal, limitPrice: _PositiveDecimal.optional() },
    'expected an object',
  ))()
const _Tags = /* @__PURE__ */ (() =>
  z
    .array(
      z
        .string('expected a string of 1 to 64 characters')
        .refine(minLength(1), 'expected a string of 1 to 64 characters')
        .refine(maxLength(64), 'expected a string of 1 to 64 characters'),
      'expected at most 16 different strings of 1 to 64 characters',
    )
    .max(16, 'expected at most 16 different strings of 1 to 64 characters')
    .refine(uniqueItems, 'expected at most 16 different strings of 1 to 64 characters'))()
const _OrderRequest = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      clientOrderId: _ClientOrderId,
      symbol: _InstrumentSymbol,
      side: _OrderSide,
      type: _OrderType,
      timeInForce: _TimeInForce,
      quantity: _PositiveDecimal.optional(),
      notional: _PositiveDecimal.optional(),
      limitPrice: _PositiveDecimal.optional(),
      stopPrice: _PositiveDecimal.optional(),
      activationPrice: _PositiveDecimal.optional(),
      triggerBy: _TriggerBy.optional(),
      trailAmount: _PositiveDecimal.optional(),
      trailPercent: _PositiveDecimal.optional(),
      postOnly: z.boolean('expected true or false').optional(),
      reduceOnly: z.boolean('expected true or false').optional(),
      displayQuantity: _PositiveDecimal.optional(),
      extendedHours: z.boolean('expected true or false').optional(),
      doNotReduce: z.boolean('expected true or false').optional(),
      expiresAt: _RequestTimestamp.optional(),
      selfTradePrevention: _SelfTradePrevention.optional(),
      orderClass: _OrderClass.optional(),
      bracketMode: _BracketMode.optional(),
      takeProfit: _TakeProfit.optional(),
      stopLoss: _StopLoss.optional(),
      tags: _Tags.optional(),
    },
    'expected an object',
  ))()
const _PongMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    { type: z.literal('pong', 'expected "pong"'), id: _MessageId, time: _Timestamp },
    'expected an object',
  ))()
const _PortfolioPoint = /* @__PURE__ */ (() =>
  z.looseObject({ time: _Timestamp, equity: _Decimal, cash: _Decimal }, 'expected an object'))()
const _PortfolioPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_PortfolioPoint, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _PositionPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Position, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _QuotePage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Quote, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _ReplaceOrderRequest = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      clientOrderId: _ClientOrderId,
      quantity: _PositiveDecimal.optional(),
      limitPrice: _PositiveDecimal.optional(),
      timeInForce: _TimeInForce.optional(),
      stopPrice: _PositiveDecimal.optional(),
      trailAmount: _PositiveDecimal.optional(),
      trailPercent: _PositiveDecimal.optional(),
      displayQuantity: _PositiveDecimal.optional(),
      expiresAt: _RequestTimestamp.optional(),
      tags: _Tags.optional(),
    },
    'expected an object',
  ))()
const _WelcomeMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('welcome', 'expected "welcome"'),
      sessionId: z
        .string('expected a string of at most 128 characters')
        .refine(maxLength(128), 'expected a string of at most 128 characters'),
      epoch: _Epoch,
      time: _Timestamp,
      heartbeatMs: z
        .number('expected an integer from 1 to 60000')
        .refine(integerBetween(1, 60000), 'expected an integer from 1 to 60000'),
      authenticateWithinMs: z
        .number('expected an integer from 1 to 3600000')
        .refine(integerBetween(1, 3600000), 'expected an integer from 1 to 3600000'),
    },
    'expected an object',
  ))()
const _SubscribedChannel = /* @__PURE__ */ (() =>
  z.looseObject({ channel: _ChannelName, epoch: _Epoch, nextSeq: _SequenceNumber }, 'expected an object'))()
const _SubscribedMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('subscribed', 'expected "subscribed"'),
      id: _MessageId,
      channels: z
        .array(_SubscribedChannel, 'expected an array of at most 1024')
        .max(1024, 'expected an array of at most 1024'),
    },
    'expected an object',
  ))()
const _UnsubscribedMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('unsubscribed', 'expected "unsubscribed"'),
      id: _MessageId,
      channels: z
        .array(_SubscribedChannel, 'expected an array of at most 1024')
        .max(1024, 'expected an array of at most 1024'),
    },
    'expected an object',
  ))()
const _ShutdownMessage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.literal('shutdown', 'expected "shutdown"'),
      graceMs: z
        .number('expected an integer from 0 to 3600000')
        .refine(integerBetween(0, 3600000), 'expected an integer from 0 to 3600000'),
    },
    'expected an object',
  ))()
const _ServerMessage = /* @__PURE__ */ (() =>
  z.union([
    _DataMessage,
    _WelcomeMessage,
    _AuthenticatedMessage,
    _SubscribedMessage,
    _UnsubscribedMessage,
    _PongMessage,
    _HeartbeatMessage,
    _GoneMessage,
    _GapMessage,
    _ErrorMessage,
    _ShutdownMessage,
  ]))()
const _ServerTime = /* @__PURE__ */ (() =>
  z.looseObject({ world: _Timestamp, security: _Timestamp }, 'expected an object'))()
const _Status = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      status: z
        .string('expected one of ok, starting, stopping')
        .refine(oneOf(['ok', 'starting', 'stopping']), {
          error: 'expected one of ok, starting, stopping',
          params: { open: true },
        }),
      environment: z
        .string('expected one of mock, paper, live')
        .refine(oneOf(['mock', 'paper', 'live']), {
          error: 'expected one of mock, paper, live',
          params: { open: true },
        }),
      version: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters'),
      specVersion: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters'),
      epoch: _Epoch,
      worldTime: _Timestamp,
      features: z
        .array(
          z
            .string('expected a string of at most 64 characters')
            .refine(maxLength(64), 'expected a string of at most 64 characters'),
          'expected an array of at most 256',
        )
        .max(256, 'expected an array of at most 256')
        .optional(),
    },
    'expected an object',
  ))()
const _StreamToken = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      token: z
        .string('expected a string of 1 to 4096 characters')
        .refine(minLength(1), 'expected a string of 1 to 4096 characters')
        .refine(maxLength(4096), 'expected a string of 1 to 4096 characters'),
      expiresAt: _Timestamp,
    },
    'expected an object',
  ))()
const _TradePage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Trade, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _WatchlistId = /* @__PURE__ */ (() =>
  z
    .string('expected a watchlist id such as "wat_1"')
    .regex(/^wat_[A-Za-z0-9]{1,60}$/u, 'expected a watchlist id such as "wat_1"'))()
const _Watchlist = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      watchlistId: _WatchlistId,
      accountId: _AccountId,
      name: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters'),
      symbols: z
        .array(_InstrumentSymbol, 'expected an array of at most 200')
        .max(200, 'expected an array of at most 200'),
      createdAt: _Timestamp,
      updatedAt: _Timestamp,
    },
    'expected an object',
  ))()
const _WatchlistPage = /* @__PURE__ */ (() =>
  z.looseObject(
    { data: z.array(_Watchlist, 'expected an array'), nextCursor: _NextCursor },
    'expected an object',
  ))()
const _WatchlistRequest = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      name: z
        .string('expected a string of 1 to 64 characters')
        .refine(minLength(1), 'expected a string of 1 to 64 characters')
        .refine(maxLength(64), 'expected a string of 1 to 64 characters'),
      symbols: z
        .array(_InstrumentSymbol, 'expected at most 200 different symbols')
        .max(200, 'expected at most 200 different symbols')
        .refine(uniqueItems, 'expected at most 200 different symbols'),
    },
    'expected an object',
  ))()
const _Webhook = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      webhookId: _WebhookId,
      accountId: _AccountId,
      url: z
        .string('expected a string of at most 4096 characters')
        .refine(maxLength(4096), 'expected a string of at most 4096 characters'),
      eventTypes: z.array(
        z
          .string(
            'expected one of orderAccepted, orderRejected, orderFilled, orderCanceled, orderExpired, orderReplaced, orderRestated, orderPending, orderTriggered, tradeBusted, tradeCorrected, account',
          )
          .refine(
            oneOf([
              'orderAccepted',
              'orderRejected',
              'orderFilled',
              'orderCanceled',
              'orderExpired',
              'orderReplaced',
              'orderRestated',
              'orderPending',
              'orderTriggered',
              'tradeBusted',
              'tradeCorrected',
              'account',
            ]),
            {
              error:
                'expected one of orderAccepted, orderRejected, orderFilled, orderCanceled, orderExpired, orderReplaced, orderRestated, orderPending, orderTriggered, tradeBusted, tradeCorrected, account',
              params: { open: true },
            },
          ),
        'expected an array',
      ),
      description: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters'),
      status: z
        .string('expected one of enabled, disabled')
        .refine(oneOf(['enabled', 'disabled']), {
          error: 'expected one of enabled, disabled',
          params: { open: true },
        }),
      createdAt: _Timestamp,
      updatedAt: _Timestamp,
    },
    'expected an object',
  ))()
const _WebhookAccountEvent = /* @__PURE__ */ (() =>
  z.looseObject(
    { type: z.literal('account', 'expected "account"'), timestamp: _Timestamp, data: _AccountMessage },
    'expected an object',
  ))()
const _WebhookAttempt = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      time: _Timestamp,
      durationMs: z
        .number('expected an integer of at least 0')
        .refine(integerBetween(0, 9007199254740991), 'expected an integer of at least 0'),
      statusCode: z
        .number('expected an integer from 100 to 999')
        .refine(integerBetween(100, 999), 'expected an integer from 100 to 999')
        .nullable(),
      error: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters')
        .nullable(),
    },
    'expected an object',
  ))()
const _WebhookUrl = /* @__PURE__ */ (() =>
  z
    .string('expected a URL such as "https://example.com/hooks"')
    .refine(minLength(1), 'expected a URL such as "https://example.com/hooks"')
    .refine(maxLength(2048), 'expected a URL such as "https://example.com/hooks"'))()
const _WebhookChange = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      url: _WebhookUrl.optional(),
      eventTypes: z
        .array(_WebhookEventType, 'expected at most 64 different event types')
        .max(64, 'expected at most 64 different event types')
        .refine(uniqueItems, 'expected at most 64 different event types')
        .optional(),
      description: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters')
        .optional(),
      status: z.enum(['enabled', 'disabled'], 'expected one of enabled, disabled').optional(),
    },
    'expected an object',
  ))()
const _WebhookDeliveryId = /* @__PURE__ */ (() =>
  z
    .string('expected a delivery id such as "dlv_Xw3Jk9"')
    .regex(/^dlv_[A-Za-z0-9_-]{1,60}$/u, 'expected a delivery id such as "dlv_Xw3Jk9"'))()
const _WebhookDelivery = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      deliveryId: _WebhookDeliveryId,
      webhookId: _WebhookId,
      eventType: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters'),
      channel: z
        .string('expected a string of at most 128 characters')
        .refine(maxLength(128), 'expected a string of at most 128 characters')
        .nullable(),
      epoch: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters')
        .nullable(),
      seq: z
        .number('expected an integer of at least 0')
        .refine(integerBetween(0, 9007199254740991), 'expected an integer of at least 0')
        .nullable(),
      status: z
        .string('expected one of pending, succeeded, failed')
        .refine(oneOf(['pending', 'succeeded', 'failed']), {
          error: 'expected one of pending, succeeded, failed',
          params: { open: true },
        }),
      reason: z
        .string('expected a string of at most 64 characters')
        .refine(maxLength(64), 'expected a string of at most 64 characters')
        .nullable(),
      createdAt: _Timestamp,
      nextAttemptAt: z
        .string('expected a string of at most 32 characters')
        .refine(maxLength(32), 'expected a string of at most 32 characters')
        .nullable(),
      attempts: z
        .array(_WebhookAttempt, 'expected an array of at most 8')
        .max(8, 'expected an array of at most 8'),
    },
    'expected an object',
  ))()
const _WebhookDeliveryPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_WebhookDelivery, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _WebhookOrderEvent = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      type: z.enum(
        [
          'orderAccepted',
          'orderRejected',
          'orderFilled',
          'orderCanceled',
          'orderExpired',
          'orderReplaced',
          'orderRestated',
          'orderPending',
          'orderTriggered',
          'tradeBusted',
          'tradeCorrected',
        ],
        'expected one of orderAccepted, orderRejected, orderFilled, orderCanceled, orderExpired, orderReplaced, orderRestated, orderPending, orderTriggered, tradeBusted, tradeCorrected',
      ),
      timestamp: _Timestamp,
      data: _OrderEventMessage,
    },
    'expected an object',
  ))()
const _WebhookTest = /* @__PURE__ */ (() =>
  z.looseObject({ webhookId: _WebhookId, accountId: _AccountId }, 'expected an object'))()
const _WebhookTestEvent = /* @__PURE__ */ (() =>
  z.looseObject(
    { type: z.literal('test', 'expected "test"'), timestamp: _Timestamp, data: _WebhookTest },
    'expected an object',
  ))()
const _WebhookEvent = /* @__PURE__ */ (() =>
  z.union([_WebhookOrderEvent, _WebhookAccountEvent, _WebhookTestEvent]))()
const _WebhookPage = /* @__PURE__ */ (() =>
  z.looseObject(
    {
      data: z
        .array(_Webhook, 'expected an array of at most 1000')
        .max(1000, 'expected an array of at most 1000'),
      nextCursor: _NextCursor,
    },
    'expected an object',
  ))()
const _WebhookRequest = /* @__PURE__ */ (() =>
  z.strictObject(
    {
      url: _WebhookUrl,
      eventTypes: z
        .array(_WebhookEventType, 'expected at most 64 different event types')
        .max(64, 'expected at most 64 different event types')
        .refine(uniqueItems, 'expected at most 64 different event types')
        .optional(),
      description: z
        .string('expected a string of at most 256 characters')
        .refine(maxLength(256), 'expected a string of at most 256 characters')
        .optional(),
    },
    'expected an object',
  ))()

export const AccessToken: Validator<types.AccessToken> = _AccessToken
export const AccessTokenRequest: Validator<types.AccessTokenRequest> = _AccessTokenRequest
export const Account: Validator<types.Account> = _Account
export const AccountId: Validator<types.AccountId> = _AccountId
export const AccountMargin: Validator<types.AccountMargin> = _AccountMargin
export const AccountMessage: Validator<types.AccountMessage> = _AccountMessage
export const AccountPage: Validator<types.AccountPage> = _AccountPage
export const AccountSettings: Validator<types.AccountSettings> = _AccountSettings
export const AccountSnapshot: Validator<types.AccountSnapshot> = _AccountSnapshot
export const AccountState: Validator<types.AccountState> = _AccountState
export const Activity: Validator<types.Activity> = _Activity
export const ActivityId: Validator<types.ActivityId> = _ActivityId
export const ActivityPage: Validator<types.ActivityPage> = _ActivityPage
export const Asset: Validator<types.Asset> = _Asset
export const AssetClass: Validator<types.AssetClass> = _AssetClass
export const AuctionIndication: Validator<types.AuctionIndication> = _AuctionIndication
export const AuthenticateMessage: Validator<types.AuthenticateMessage> = _AuthenticateMessage
export const AuthenticatedMessage: Validator<types.AuthenticatedMessage> = _AuthenticatedMessage
export const Balance: Validator<types.Balance> = _Balance
export const BalancePage: Validator<types.BalancePage> = _BalancePage
export const Bar: Validator<types.Bar> = _Bar
export const BarMessage: Validator<types.BarMessage> = _BarMessage
export const BarPage: Validator<types.BarPage> = _BarPage
export const BookChecksum: Validator<types.BookChecksum> = _BookChecksum
export const BookLevel: Validator<types.BookLevel> = _BookLevel
export const BookMessage: Validator<types.BookMessage> = _BookMessage
export const BookUpdate: Validator<types.BookUpdate> = _BookUpdate
export const BracketMode: Validator<types.BracketMode> = _BracketMode
export const CalendarDay: Validator<types.CalendarDay> = _CalendarDay
export const CalendarDayPage: Validator<types.CalendarDayPage> = _CalendarDayPage
export const CancelAllAfter: Validator<types.CancelAllAfter> = _CancelAllAfter
export const CancelAllAfterRequest: Validator<types.CancelAllAfterRequest> = _CancelAllAfterRequest
export const CancelAllItem: Validator<types.CancelAllItem> = _CancelAllItem
export const CancelAllResult: Validator<types.CancelAllResult> = _CancelAllResult
export const ChannelName: Validator<types.ChannelName> = _ChannelName
export const ChannelPosition: Validator<types.ChannelPosition> = _ChannelPosition
export const ChannelRequest: Validator<types.ChannelRequest> = _ChannelRequest
export const CivilDate: Validator<types.CivilDate> = _CivilDate
export const ClientMessage: Validator<types.ClientMessage> = _ClientMessage
export const ClientOrderId: Validator<types.ClientOrderId> = _ClientOrderId
export const CloseAllPositionsItem: Validator<types.CloseAllPositionsItem> = _CloseAllPositionsItem
export const CloseAllPositionsRequest: Validator<types.CloseAllPositionsRequest> = _CloseAllPositionsRequest
export const CloseAllPositionsResult: Validator<types.CloseAllPositionsResult> = _CloseAllPositionsResult
export const ClosePositionRequest: Validator<types.ClosePositionRequest> = _ClosePositionRequest
export const ContractDocument: Validator<types.ContractDocument> = _ContractDocument
export const CorporateAction: Validator<types.CorporateAction> = _CorporateAction
export const CorporateActionPage: Validator<types.CorporateActionPage> = _CorporateActionPage
export const CreatedWebhook: Validator<types.CreatedWebhook> = _CreatedWebhook
export const DataMessage: Validator<types.DataMessage> = _DataMessage
export const Decimal: Validator<types.Decimal> = _Decimal
export const Epoch: Validator<types.Epoch> = _Epoch
export const ErrorMessage: Validator<types.ErrorMessage> = _ErrorMessage
export const EventPage: Validator<types.EventPage> = _EventPage
export const EventStream: Validator<types.EventStream> = _EventStream
export const Fill: Validator<types.Fill> = _Fill
export const FillExplanation: Validator<types.FillExplanation> = _FillExplanation
export const FillId: Validator<types.FillId> = _FillId
export const FillPage: Validator<types.FillPage> = _FillPage
export const GapMessage: Validator<types.GapMessage> = _GapMessage
export const GoneMessage: Validator<types.GoneMessage> = _GoneMessage
export const HeartbeatMessage: Validator<types.HeartbeatMessage> = _HeartbeatMessage
export const InitialMarginCall: Validator<types.InitialMarginCall> = _InitialMarginCall
export const Instrument: Validator<types.Instrument> = _Instrument
export const InstrumentPage: Validator<types.InstrumentPage> = _InstrumentPage
export const InstrumentSymbol: Validator<types.InstrumentSymbol> = _InstrumentSymbol
export const LatestQuote: Validator<types.LatestQuote> = _LatestQuote
export const LatestQuoteList: Validator<types.LatestQuoteList> = _LatestQuoteList
export const Limits: Validator<types.Limits> = _Limits
export const LogPosition: Validator<types.LogPosition> = _LogPosition
export const Lot: Validator<types.Lot> = _Lot
export const MarginCall: Validator<types.MarginCall> = _MarginCall
export const MarketClock: Validator<types.MarketClock> = _MarketClock
export const MarketSnapshot: Validator<types.MarketSnapshot> = _MarketSnapshot
export const MarketSnapshotList: Validator<types.MarketSnapshotList> = _MarketSnapshotList
export const MessageId: Validator<types.MessageId> = _MessageId
export const NextCursor: Validator<types.NextCursor> = _NextCursor
export const OAuthError: Validator<types.OAuthError> = _OAuthError
export const Order: Validator<types.Order> = _Order
export const OrderBook: Validator<types.OrderBook> = _OrderBook
export const OrderClass: Validator<types.OrderClass> = _OrderClass
export const OrderEvent: Validator<types.OrderEvent> = _OrderEvent
export const OrderEventMessage: Validator<types.OrderEventMessage> = _OrderEventMessage
export const OrderId: Validator<types.OrderId> = _OrderId
export const OrderPage: Validator<types.OrderPage> = _OrderPage
export const OrderPreview: Validator<types.OrderPreview> = _OrderPreview
export const OrderReason: Validator<types.OrderReason> = _OrderReason
export const OrderRequest: Validator<types.OrderRequest> = _OrderRequest
export const OrderSide: Validator<types.OrderSide> = _OrderSide
export const OrderStatus: Validator<types.OrderStatus> = _OrderStatus
export const OrderType: Validator<types.OrderType> = _OrderType
export const PingMessage: Validator<types.PingMessage> = _PingMessage
export const PongMessage: Validator<types.PongMessage> = _PongMessage
export const PortfolioPage: Validator<types.PortfolioPage> = _PortfolioPage
export const PortfolioPoint: Validator<types.PortfolioPoint> = _PortfolioPoint
export const Position: Validator<types.Position> = _Position
export const PositionPage: Validator<types.PositionPage> = _PositionPage
export const PositiveDecimal: Validator<types.PositiveDecimal> = _PositiveDecimal
export const Problem: Validator<types.Problem> = _Problem
export const ProblemCode: Validator<types.ProblemCode> = _ProblemCode
export const ProblemItem: Validator<types.ProblemItem> = _ProblemItem
export const Quote: Validator<types.Quote> = _Quote
export const QuoteMessage: Validator<types.QuoteMessage> = _QuoteMessage
export const QuotePage: Validator<types.QuotePage> = _QuotePage
export const RateLimitPolicy: Validator<types.RateLimitPolicy> = _RateLimitPolicy
export const ReplaceOrderRequest: Validator<types.ReplaceOrderRequest> = _ReplaceOrderRequest
export const RequestTimestamp: Validator<types.RequestTimestamp> = _RequestTimestamp
export const Scope: Validator<types.Scope> = _Scope
export const SelfTradePrevention: Validator<types.SelfTradePrevention> = _SelfTradePrevention
export const SequenceNumber: Validator<types.SequenceNumber> = _SequenceNumber
export const ServerMessage: Validator<types.ServerMessage> = _ServerMessage
export const ServerTime: Validator<types.ServerTime> = _ServerTime
export const ShutdownMessage: Validator<types.ShutdownMessage> = _ShutdownMessage
export const Status: Validator<types.Status> = _Status
export const StatusMessage: Validator<types.StatusMessage> = _StatusMessage
export const StopLoss: Validator<types.StopLoss> = _StopLoss
export const StopLossState: Validator<types.StopLossState> = _StopLossState
export const StreamToken: Validator<types.StreamToken> = _StreamToken
export const SubscribeMessage: Validator<types.SubscribeMessage> = _SubscribeMessage
export const SubscribedChannel: Validator<types.SubscribedChannel> = _SubscribedChannel
export const SubscribedMessage: Validator<types.SubscribedMessage> = _SubscribedMessage
export const SymbolStatus: Validator<types.SymbolStatus> = _SymbolStatus
export const Tags: Validator<types.Tags> = _Tags
export const TakeProfit: Validator<types.TakeProfit> = _TakeProfit
export const TakeProfitState: Validator<types.TakeProfitState> = _TakeProfitState
export const TimeInForce: Validator<types.TimeInForce> = _TimeInForce
export const Timeframe: Validator<types.Timeframe> = _Timeframe
export const Timestamp: Validator<types.Timestamp> = _Timestamp
export const Trade: Validator<types.Trade> = _Trade
export const TradeId: Validator<types.TradeId> = _TradeId
export const TradeMessage: Validator<types.TradeMessage> = _TradeMessage
export const TradePage: Validator<types.TradePage> = _TradePage
export const TriggerBy: Validator<types.TriggerBy> = _TriggerBy
export const UnsignedDecimal: Validator<types.UnsignedDecimal> = _UnsignedDecimal
export const UnsubscribeMessage: Validator<types.UnsubscribeMessage> = _UnsubscribeMessage
export const UnsubscribedMessage: Validator<types.UnsubscribedMessage> = _UnsubscribedMessage
export const Watchlist: Validator<types.Watchlist> = _Watchlist
export const WatchlistId: Validator<types.WatchlistId> = _WatchlistId
export const WatchlistPage: Validator<types.WatchlistPage> = _WatchlistPage
export const WatchlistRequest: Validator<types.WatchlistRequest> = _WatchlistRequest
export const Webhook: Validator<types.Webhook> = _Webhook
export const WebhookAccountEvent: Validator<types.WebhookAccountEvent> = _WebhookAccountEvent
export const WebhookAttempt: Validator<types.WebhookAttempt> = _WebhookAttempt
export const WebhookChange: Validator<types.WebhookChange> = _WebhookChange
export const WebhookDelivery: Validator<types.WebhookDelivery> = _WebhookDelivery
export const WebhookDeliveryId: Validator<types.WebhookDeliveryId> = _WebhookDeliveryId
export const WebhookDeliveryPage: Validator<types.WebhookDeliveryPage> = _WebhookDeliveryPage
export const WebhookEvent: Validator<types.WebhookEvent> = _WebhookEvent
export const WebhookEventType: Validator<types.WebhookEventType> = _WebhookEventType
export const WebhookId: Validator<types.WebhookId> = _WebhookId
export const WebhookOrderEvent: Validator<types.WebhookOrderEvent> = _WebhookOrderEvent
export const WebhookPage: Validator<types.WebhookPage> = _WebhookPage
export const WebhookRequest: Validator<types.WebhookRequest> = _WebhookRequest
export const WebhookTest: Validator<types.WebhookTest> = _WebhookTest
export const WebhookTestEvent: Validator<types.WebhookTestEvent> = _WebhookTestEvent
export const WebhookUrl: Validator<types.WebhookUrl> = _WebhookUrl
export const WelcomeMessage: Validator<types.WelcomeMessage> = _WelcomeMessage

/** Every schema by its name. */
export const schemas: {
  readonly [Name in keyof types.components['schemas']]: Validator<types.components['schemas'][Name]>
} = /* @__PURE__ */ (() => ({
  AccessToken: _AccessToken,
  AccessTokenRequest: _AccessTokenRequest,
  Account: _Account,
  AccountId: _AccountId,
  AccountMargin: _AccountMargin,
  AccountMessage: _AccountMessage,
  AccountPage: _AccountPage,
  AccountSettings: _AccountSettings,
  AccountSnapshot: _AccountSnapshot,
  AccountState: _AccountState,
  Activity: _Activity,
  ActivityId: _ActivityId,
  ActivityPage: _ActivityPage,
  Asset: _Asset,
  AssetClass: _AssetClass,
  AuctionIndication: _AuctionIndication,
  AuthenticateMessage: _AuthenticateMessage,
  AuthenticatedMessage: _AuthenticatedMessage,
  Balance: _Balance,
  BalancePage: _BalancePage,
  Bar: _Bar,
  BarMessage: _BarMessage,
  BarPage: _BarPage,
  BookChecksum: _BookChecksum,
  BookLevel: _BookLevel,
  BookMessage: _BookMessage,
  BookUpdate: _BookUpdate,
  BracketMode: _BracketMode,
  CalendarDay: _CalendarDay,
  CalendarDayPage: _CalendarDayPage,
  CancelAllAfter: _CancelAllAfter,
  CancelAllAfterRequest: _CancelAllAfterRequest,
  CancelAllItem: _CancelAllItem,
  CancelAllResult: _CancelAllResult,
  ChannelName: _ChannelName,
  ChannelPosition: _ChannelPosition,
  ChannelRequest: _ChannelRequest,
  CivilDate: _CivilDate,
  ClientMessage: _ClientMessage,
  ClientOrderId: _ClientOrderId,
  CloseAllPositionsItem: _CloseAllPositionsItem,
  CloseAllPositionsRequest: _CloseAllPositionsRequest,
  CloseAllPositionsResult: _CloseAllPositionsResult,
  ClosePositionRequest: _ClosePositionRequest,
  ContractDocument: _ContractDocument,
  CorporateAction: _CorporateAction,
  CorporateActionPage: _CorporateActionPage,
  CreatedWebhook: _CreatedWebhook,
  DataMessage: _DataMessage,
  Decimal: _Decimal,
  Epoch: _Epoch,
  ErrorMessage: _ErrorMessage,
  EventPage: _EventPage,
  EventStream: _EventStream,
  Fill: _Fill,
  FillExplanation: _FillExplanation,
  FillId: _FillId,
  FillPage: _FillPage,
  GapMessage: _GapMessage,
  GoneMessage: _GoneMessage,
  HeartbeatMessage: _HeartbeatMessage,
  InitialMarginCall: _InitialMarginCall,
  Instrument: _Instrument,
  InstrumentPage: _InstrumentPage,
  InstrumentSymbol: _InstrumentSymbol,
  LatestQuote: _LatestQuote,
  LatestQuoteList: _LatestQuoteList,
  Limits: _Limits,
  LogPosition: _LogPosition,
  Lot: _Lot,
  MarginCall: _MarginCall,
  MarketClock: _MarketClock,
  MarketSnapshot: _MarketSnapshot,
  MarketSnapshotList: _MarketSnapshotList,
  MessageId: _MessageId,
  NextCursor: _NextCursor,
  OAuthError: _OAuthError,
  Order: _Order,
  OrderBook: _OrderBook,
  OrderClass: _OrderClass,
  OrderEvent: _OrderEvent,
  OrderEventMessage: _OrderEventMessage,
  OrderId: _OrderId,
  OrderPage: _OrderPage,
  OrderPreview: _OrderPreview,
  OrderReason: _OrderReason,
  OrderRequest: _OrderRequest,
  OrderSide: _OrderSide,
  OrderStatus: _OrderStatus,
  OrderType: _OrderType,
  PingMessage: _PingMessage,
  PongMessage: _PongMessage,
  PortfolioPage: _PortfolioPage,
  PortfolioPoint: _PortfolioPoint,
  Position: _Position,
  PositionPage: _PositionPage,
  PositiveDecimal: _PositiveDecimal,
  Problem: _Problem,
  ProblemCode: _ProblemCode,
  ProblemItem: _ProblemItem,
  Quote: _Quote,
  QuoteMessage: _QuoteMessage,
  QuotePage: _QuotePage,
  RateLimitPolicy: _RateLimitPolicy,
  ReplaceOrderRequest: _ReplaceOrderRequest,
  RequestTimestamp: _RequestTimestamp,
  Scope: _Scope,
  SelfTradePrevention: _SelfTradePrevention,
  SequenceNumber: _SequenceNumber,
  ServerMessage: _ServerMessage,
  ServerTime: _ServerTime,
  ShutdownMessage: _ShutdownMessage,
  Status: _Status,
  StatusMessage: _StatusMessage,
  StopLoss: _StopLoss,
  StopLossState: _StopLossState,
  StreamToken: _StreamToken,
  SubscribeMessage: _SubscribeMessage,
  SubscribedChannel: _SubscribedChannel,
  SubscribedMessage: _SubscribedMessage,
  SymbolStatus: _SymbolStatus,
  Tags: _Tags,
  TakeProfit: _TakeProfit,
  TakeProfitState: _TakeProfitState,
  TimeInForce: _TimeInForce,
  Timeframe: _Timeframe,
  Timestamp: _Timestamp,
  Trade: _Trade,
  TradeId: _TradeId,
  TradeMessage: _TradeMessage,
  TradePage: _TradePage,
  TriggerBy: _TriggerBy,
  UnsignedDecimal: _UnsignedDecimal,
  UnsubscribeMessage: _UnsubscribeMessage,
  UnsubscribedMessage: _UnsubscribedMessage,
  Watchlist: _Watchlist,
  WatchlistId: _WatchlistId,
  WatchlistPage: _WatchlistPage,
  WatchlistRequest: _WatchlistRequest,
  Webhook: _Webhook,
  WebhookAccountEvent: _WebhookAccountEvent,
  WebhookAttempt: _WebhookAttempt,
  WebhookChange: _WebhookChange,
  WebhookDelivery: _WebhookDelivery,
  WebhookDeliveryId: _WebhookDeliveryId,
  WebhookDeliveryPage: _WebhookDeliveryPage,
  WebhookEvent: _WebhookEvent,
  WebhookEventType: _WebhookEventType,
  WebhookId: _WebhookId,
  WebhookOrderEvent: _WebhookOrderEvent,
  WebhookPage: _WebhookPage,
  WebhookRequest: _WebhookRequest,
  WebhookTest: _WebhookTest,
  WebhookTestEvent: _WebhookTestEvent,
  WebhookUrl: _WebhookUrl,
  WelcomeMessage: _WelcomeMessage,
}))()

/** The validators of each operation: parameters by place, body, and the body of each answer by status. */
export const operationSchemas: { readonly [Id in OperationId]: OperationSchemas<Id> } =
  /* @__PURE__ */ (() => ({
    getStatus: {
      path: z.strictObject({}),
      query: z.strictObject({}),
      header: z.looseObject({}),
      body: null,
      responses: { 200: _Status, 422: _Problem, 500: _Problem },
    },
    getTime: {
      path: z.strictObject({}),
      query: z.strictObject({}),
      header: z.looseObject({}),
      body: null,
      responses: { 200: _ServerTime, 422: _Problem, 500: _Problem },
    },
    getLimits: {
      path: z.strictObject({}),
      query: z.strictObject({}),
      header: z.looseObject({
        'If-None-Match': z
          .string('expected a string of at most 8192 characters')
          .refine(maxLength(8192), 'expected a string of at most 8192 characters')
          .optional(),
      }),
      body: null,
      responses: { 200: _Limits, 422: _Problem, 500: _Problem },
    },
    createAccessToken: {
      path: z.strictObject({}),
      query: z.strictObject({}),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _AccessTokenRequest,
      responses: {
        200: _AccessToken,
        400: _OAuthError,
        401: _OAuthError,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    createStreamToken: {
      path: z.strictObject({}),
      query: z.strictObject({}),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: null,
      responses: {
        201: _StreamToken,
        401: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listInstruments: {
      path: z.strictObject({}),
      query: z.strictObject({
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({
        'If-None-Match': z
          .string('expected a string of at most 8192 characters')
          .refine(maxLength(8192), 'expected a string of at most 8192 characters')
          .optional(),
      }),
      body: null,
      responses: {
        200: _InstrumentPage,
        401: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getInstrument: {
      path: z.strictObject({
        symbol: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({}),
      header: z.looseObject({
        'If-None-Match': z
          .string('expected a string of at most 8192 characters')
          .refine(maxLength(8192), 'expected a string of at most 8192 characters')
          .optional(),
      }),
      body: null,
      responses: {
        200: _Instrument,
        401: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getMarketClock: {
      path: z.strictObject({}),
      query: z.strictObject({}),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _MarketClock,
        401: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listCalendarDays: {
      path: z.strictObject({}),
      query: z.strictObject({
        from: _CivilDate.optional(),
        to: _CivilDate.optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _CalendarDayPage,
        401: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listCorporateActions: {
      path: z.strictObject({}),
      query: z.strictObject({
        symbol: _InstrumentSymbol.optional(),
        from: _CivilDate.optional(),
        to: _CivilDate.optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _CorporateActionPage,
        401: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getLatestQuotes: {
      path: z.strictObject({}),
      query: z.strictObject({
        symbols: z
          .array(_InstrumentSymbol, 'expected an array of at least 1 and of at most 100')
          .min(1, 'expected an array of at least 1 and of at most 100')
          .max(100, 'expected an array of at least 1 and of at most 100'),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _LatestQuoteList,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listQuotes: {
      path: z.strictObject({}),
      query: z.strictObject({
        symbol: _InstrumentSymbol,
        from: _RequestTimestamp.optional(),
        to: _RequestTimestamp.optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _QuotePage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listTrades: {
      path: z.strictObject({}),
      query: z.strictObject({
        symbol: _InstrumentSymbol,
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _TradePage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getOrderBook: {
      path: z.strictObject({
        symbol: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        depth: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _OrderBook,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listBars: {
      path: z.strictObject({}),
      query: z.strictObject({
        symbol: _InstrumentSymbol,
        timeframe: _Timeframe,
        from: _RequestTimestamp.optional(),
        to: _RequestTimestamp.optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _BarPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getSnapshots: {
      path: z.strictObject({}),
      query: z.strictObject({
        symbols: z
          .array(_InstrumentSymbol, 'expected an array of at least 1 and of at most 100')
          .min(1, 'expected an array of at least 1 and of at most 100')
          .max(100, 'expected an array of at least 1 and of at most 100'),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _MarketSnapshotList,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listAccounts: {
      path: z.strictObject({}),
      query: z.strictObject({
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _AccountPage,
        401: _Problem,
        403: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getAccount: {
      path: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({}),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _Account,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    updateAccountSettings: {
      path: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({}),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _AccountSettings,
      responses: {
        200: _Account,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listBalances: {
      path: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _BalancePage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listActivities: {
      path: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        type: z
          .enum(
            [
              'fill',
              'fee',
              'deposit',
              'withdrawal',
              'reversal',
              'transfer',
              'split',
              'dividend',
              'interest',
              'borrowFee',
            ],
            'expected one of fill, fee, deposit, withdrawal, reversal, transfer, split, dividend, interest, borrowFee',
          )
          .optional(),
        from: _RequestTimestamp.optional(),
        to: _RequestTimestamp.optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _ActivityPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getPortfolioHistory: {
      path: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        timeframe: z.enum(['1m', '5m', '15m', '1h', '1d'], 'expected one of 1m, 5m, 15m, 1h, 1d').optional(),
        from: _RequestTimestamp.optional(),
        to: _RequestTimestamp.optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _PortfolioPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getAccountSnapshot: {
      path: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({}),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _AccountSnapshot,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listPositions: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _PositionPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getPosition: {
      path: z.strictObject({
        symbol: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _Position,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    closePosition: {
      path: z.strictObject({
        symbol: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _ClosePositionRequest,
      responses: {
        200: _Order,
        201: _Order,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    closeAllPositions: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _CloseAllPositionsRequest,
      responses: {
        200: _CloseAllPositionsResult,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listOrders: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        status: z.enum(['open', 'closed', 'all'], 'expected one of open, closed, all').optional(),
        symbol: _InstrumentSymbol.optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _OrderPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    submitOrder: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _OrderRequest,
      responses: {
        200: _Order,
        201: _Order,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    cancelAllOrders: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        epoch: _Epoch.optional(),
        asOfSeq: _SequenceNumber.optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: null,
      responses: {
        200: _CancelAllResult,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        410: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    previewOrder: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _OrderRequest,
      responses: {
        200: _OrderPreview,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    setCancelAllAfter: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _CancelAllAfterRequest,
      responses: {
        200: _CancelAllAfter,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getOrder: {
      path: z.strictObject({
        orderId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _Order,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    cancelOrder: {
      path: z.strictObject({
        orderId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: null,
      responses: {
        200: _Order,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        409: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    replaceOrder: {
      path: z.strictObject({
        orderId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _ReplaceOrderRequest,
      responses: {
        200: _Order,
        201: _Order,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        409: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getOrderByClientId: {
      path: z.strictObject({
        clientOrderId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _Order,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    cancelOrderByClientId: {
      path: z.strictObject({
        clientOrderId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: null,
      responses: {
        200: _Order,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        409: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    replaceOrderByClientId: {
      path: z.strictObject({
        clientOrderId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _ReplaceOrderRequest,
      responses: {
        200: _Order,
        201: _Order,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        409: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listFills: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        symbol: _InstrumentSymbol.optional(),
        orderId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _FillPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listWatchlists: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _WatchlistPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    createWatchlist: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _WatchlistRequest,
      responses: {
        201: _Watchlist,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        409: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getWatchlist: {
      path: z.strictObject({
        watchlistId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _Watchlist,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    replaceWatchlist: {
      path: z.strictObject({
        watchlistId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _WatchlistRequest,
      responses: {
        200: _Watchlist,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        409: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    deleteWatchlist: {
      path: z.strictObject({
        watchlistId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: null,
      responses: {
        200: _Watchlist,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listWebhooks: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _WebhookPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    createWebhook: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _WebhookRequest,
      responses: {
        201: _CreatedWebhook,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getWebhook: {
      path: z.strictObject({
        webhookId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _Webhook,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    updateWebhook: {
      path: z.strictObject({
        webhookId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: _WebhookChange,
      responses: {
        200: _Webhook,
        400: _Problem,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    deleteWebhook: {
      path: z.strictObject({
        webhookId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: null,
      responses: {
        200: _Webhook,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    testWebhook: {
      path: z.strictObject({
        webhookId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
      }),
      header: z.looseObject({ 'X-Request-Deadline': _RequestTimestamp.optional() }),
      body: null,
      responses: {
        202: _WebhookDelivery,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listWebhookDeliveries: {
      path: z.strictObject({
        webhookId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters'),
      }),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _WebhookDeliveryPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    listEvents: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        channel: z
          .array(_ChannelName, 'expected an array of at least 1 and of at most 32')
          .min(1, 'expected an array of at least 1 and of at most 32')
          .max(32, 'expected an array of at least 1 and of at most 32')
          .refine(uniqueItems, 'expected an array of at least 1 and of at most 32'),
        epoch: _Epoch,
        from: _SequenceNumber,
        to: _SequenceNumber.optional(),
        limit: z
          .number('expected an integer from 1 to 1000')
          .refine(integerBetween(1, 1000), 'expected an integer from 1 to 1000')
          .optional(),
        cursor: z
          .string('expected a string of 1 to 1024 characters')
          .refine(minLength(1), 'expected a string of 1 to 1024 characters')
          .refine(maxLength(1024), 'expected a string of 1 to 1024 characters')
          .optional(),
      }),
      header: z.looseObject({}),
      body: null,
      responses: {
        200: _EventPage,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        410: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    streamEvents: {
      path: z.strictObject({}),
      query: z.strictObject({
        accountId: z
          .string('expected a string of 1 to 128 characters')
          .refine(minLength(1), 'expected a string of 1 to 128 characters')
          .refine(maxLength(128), 'expected a string of 1 to 128 characters')
          .optional(),
        channels: z
          .array(_ChannelName, 'expected an array of at least 1 and of at most 32')
          .min(1, 'expected an array of at least 1 and of at most 32')
          .max(32, 'expected an array of at least 1 and of at most 32')
          .refine(uniqueItems, 'expected an array of at least 1 and of at most 32'),
      }),
      header: z.looseObject({ 'Last-Event-ID': _LogPosition.optional() }),
      body: null,
      responses: {
        200: _EventStream,
        401: _Problem,
        403: _Problem,
        404: _Problem,
        410: _Problem,
        418: _Problem,
        422: _Problem,
        429: _Problem,
        500: _Problem,
        503: _Problem,
      },
    },
    getOpenApiDocument: {
      path: z.strictObject({}),
      query: z.strictObject({}),
      header: z.looseObject({
        'If-None-Match': z
          .string('expected a string of at most 8192 characters')
          .refine(maxLength(8192), 'expected a string of at most 8192 characters')
          .optional(),
      }),
      body: null,
      responses: { 200: _ContractDocument, 422: _Problem, 500: _Problem },
    },
    getAsyncApiDocument: {
      path: z.strictObject({}),
      query: z.strictObject({}),
      header: z.looseObject({
        'If-None-Match': z
          .string('expected a string of at most 8192 characters')
          .refine(maxLength(8192), 'expected a string of at most 8192 characters')
          .optional(),
      }),
      body: null,
      responses: { 200: _ContractDocument, 422: _Problem, 500: _Problem },
    },
  }))()
