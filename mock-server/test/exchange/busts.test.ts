import { describe, expect, test } from 'vitest'
import { ledgerDay } from '../../src/exchange/accounts/settlement/settlement-date.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { MICROS_PER_DAY, parseTime } from '../../src/exchange/values/time.ts'
import { FEES, ONE, openCustomer, openDesk } from './support/builders.ts'

const BUST = { type: 'BustTrade', reason: 'clearly wrong' } as const
const CORRECT = { type: 'CorrectTrade', reason: 'clearly wrong' } as const

function types(events: readonly { readonly type: string }[]): readonly string[] {
  return events.map(({ type }) => type).filter((type) => type !== 'AccountChanged' && type !== 'LevelChanged')
}

describe('a bust', () => {
  test('gives stock, money, fees and profit back on both sides, to the unit', () => {
    const desk = openDesk({ fees: FEES })
    const before = ['ann', 'bob'].map((who) => [desk.balance(who), desk.position(who)])
    desk.limit('ann', 'sell', 10, 10_003)
    desk.market('bob', 'buy', 10)
    expect(desk.balance('bob')).not.toEqual(before[1]?.[0])
    const events = desk.execute({ ...BUST, tradeNumber: 1 })
    expect(types(events)).toEqual(['PrintBusted', 'TradeBusted', 'TradeBusted'])
    expect(['ann', 'bob'].map((who) => [desk.balance(who), desk.position(who)])).toEqual(before)
    expect(desk.exchange.state.ledger.feePool.balance('USD').available).toBe(0n)
  })

  test('leaves the fill in the history, marked, and adds opposite activities', () => {
    const desk = openDesk({ fees: FEES })
    desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 10)
    desk.advance(5)
    desk.execute({ ...BUST, tradeNumber: 1 })
    const { view } = desk.exchange
    expect([...view.fills('bob')]).toMatchObject([
      { fillNumber: 2, value: 1_000n * ONE, bustedAt: view.time, amendReason: 'clearly wrong' },
    ])
    const [fee, trade, ...earlier] = [...view.activities('bob')]
    expect([trade, fee]).toMatchObject([
      { type: 'reversal', cash: { amount: 1_000n * ONE }, stock: { lots: -10 }, fill: { fillNumber: 2 } },
      { type: 'reversal', cash: { amount: 30_000_000n }, fill: { fillNumber: 2 } },
    ])
    expect(earlier.map(({ type }) => type)).toEqual(['fee', 'fill', 'deposit', 'deposit', 'deposit'])
  })

  test('of an order that works still gives it that much more to trade, at the back of the queue', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.limit('cid', 'sell', 5, 10_000)
    desk.market('bob', 'buy', 3)
    desk.market('bob', 'buy', 4)
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect(desk.order(order)).toMatchObject({ status: 'partiallyFilled', filledLots: 4, remainingLots: 6 })
    desk.execute({ ...BUST, tradeNumber: 2 })
    expect(desk.order(order)).toMatchObject({
      status: 'new',
      filledLots: 0,
      filledValue: 0n,
      remainingLots: 10,
    })
    desk.market('bob', 'buy', 5)
    expect(desk.order(order).filledLots).toBe(0)
    desk.market('bob', 'buy', 10)
    expect(desk.order(order).status).toBe('filled')
  })

  test('of a filled order leaves it ended: the rest counts as canceled', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 4)
    const taker = desk.market('bob', 'buy', 6)
    desk.execute({ ...BUST, tradeNumber: 2 })
    const ended = { status: 'canceled', reason: 'trade-busted', remainingLots: 0 }
    expect(desk.order(order)).toMatchObject({ ...ended, filledLots: 4 })
    expect(desk.order(taker)).toMatchObject({ ...ended, filledLots: 0 })
    expect(desk.levels('sell')).toEqual([])
  })

  test('of a canceled order leaves it canceled for its own reason', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 4)
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: order.orderNumber })
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect(desk.order(order)).toMatchObject({
      status: 'canceled',
      reason: 'canceled-by-user',
      filledLots: 0,
      remainingLots: 0,
    })
  })

  test('reaches the orders that took the place of the one that was filled', () => {
    const desk = openDesk()
    const first = desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 4)
    const second = desk.orderOf(desk.replace(first, { limitPriceTicks: 10_010 }))
    const events = desk.execute({ ...BUST, tradeNumber: 1 })
    expect(types(events)).toEqual(['PrintBusted', 'TradeBusted', 'TradeBusted', 'TradeBusted'])
    expect(desk.order(first)).toMatchObject({ status: 'replaced', filledLots: 0, remainingLots: 0 })
    expect(desk.order(second)).toMatchObject({ status: 'new', filledLots: 0, remainingLots: 10 })
    expect(desk.levels('sell')).toEqual([[10_010, 10]])
  })

  test('stands where the stock was sold since: the account owes it, and buys it back', () => {
    const desk = openDesk()
    desk.execute({ type: 'DepositPosition', accountId: 'bob', symbol: 'XYZ', quantityLots: -200 })
    desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 10)
    desk.limit('cid', 'buy', 6, 10_100)
    desk.market('bob', 'sell', 6)
    const resting = desk.limit('bob', 'sell', 4, 10_200)
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect(desk.order(resting)).toMatchObject({ status: 'canceled', reason: 'no-longer-covered' })
    expect(desk.position('bob')).toMatchObject({ available: -6, held: 0 })
    expect(desk.balance('bob').available).toBe(10_606n * ONE)
    expect(desk.orderOf(desk.submit('bob', { side: 'sell', limitPriceTicks: 10_000 })).reason).toBe(
      'insufficient-position',
    )
    desk.execute({ type: 'DepositPosition', accountId: 'bob', symbol: 'XYZ', quantityLots: 6 })
    expect(desk.position('bob').available).toBe(0)
  })

  test('stands where the money was spent since: the account owes it, and open buys end', () => {
    const desk = openDesk()
    desk.limit('bob', 'buy', 100, 10_000)
    desk.market('ann', 'sell', 100)
    desk.advance(86_400_000_000)
    desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: -15_000n * ONE })
    const resting = desk.limit('ann', 'buy', 10, 9_000)
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect(desk.order(resting)).toMatchObject({ status: 'canceled', reason: 'no-longer-covered' })
    expect(desk.balance('ann')).toEqual({ available: -5_000n * ONE, held: 0n })
    const [refused] = desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: -1n })
    expect(refused).toMatchObject({ type: 'CommandRejected' })
    desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: 1_000n * ONE })
    expect(desk.balance('ann').available).toBe(-4_000n * ONE)
  })

  test('undoes the profit of a sale, and leaves to later sales what they made of a purchase', () => {
    const desk = openDesk()
    desk.execute({ type: 'DepositPosition', accountId: 'bob', symbol: 'XYZ', quantityLots: -200 })
    desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 10)
    desk.limit('ann', 'sell', 10, 20_000)
    desk.market('bob', 'buy', 10)
    desk.limit('cid', 'buy', 10, 30_000)
    desk.market('bob', 'sell', 10)
    expect(desk.position('bob')).toMatchObject({ available: 10, cost: 1_500n * ONE, profit: 1_500n * ONE })
    desk.execute({ ...BUST, tradeNumber: 3 })
    expect(desk.position('bob')).toMatchObject({ available: 20, cost: 3_000n * ONE, profit: 0n })
    desk.market('bob', 'sell', 10)
    desk.limit('cid', 'buy', 10, 30_000)
    desk.market('bob', 'sell', 10)
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect(desk.position('bob')).toMatchObject({ available: 0, cost: 0n, profit: 1_000n * ONE })
  })

  test('of a fill against the house gives the house its own back', () => {
    const desk = openDesk()
    desk.house(['sell', 10_000, 50])
    desk.market('bob', 'buy', 20)
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect(desk.position('bob')).toMatchObject({ available: 200, cost: 0n })
    expect(desk.levels('sell')).toEqual([[10_000, 30]])
  })

  test('of a recorded print undoes all fills that it gave, and one without fills is only told', () => {
    const desk = openDesk()
    const one = desk.limit('ann', 'buy', 5, 10_000)
    const other = desk.limit('bob', 'buy', 5, 10_001)
    desk.print(20, 9_990)
    expect([desk.order(one).status, desk.order(other).status]).toEqual(['filled', 'filled'])
    const events = desk.execute({ ...BUST, tradeNumber: 1 })
    expect(types(events)).toEqual(['PrintBusted', 'TradeBusted', 'TradeBusted'])
    desk.print(20, 9_990)
    expect(types(desk.execute({ ...BUST, tradeNumber: 2 }))).toEqual(['PrintBusted'])
  })

  test('of a trade of an account with itself undoes it once', () => {
    const desk = openDesk({ fees: FEES })
    const before = [desk.balance('ann'), desk.position('ann')]
    desk.limit('ann', 'sell', 5, 10_000)
    desk.submit('ann', { quantityLots: 5, selfTradePrevention: 'allow' })
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect([desk.balance('ann'), desk.position('ann')]).toEqual(before)
  })

  test('makes the exits of a bracket smaller, and gives an exit back what it had closed', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 4, 10_000)
    desk.limit('cid', 'sell', 6, 10_000)
    const parent = desk.orderOf(
      desk.submit('bob', {
        quantityLots: 10,
        limitPriceTicks: 10_000,
        orderClass: 'bracket',
        takeProfit: { clientOrderId: 'bob-profit', limitPriceTicks: 10_100 },
        stopLoss: { clientOrderId: 'bob-loss', stopPriceTicks: 9_900 },
      }),
    )
    const exits = () =>
      ['bob-profit', 'bob-loss'].map((id) => desk.exchange.view.orderByClientId('bob', id)?.remainingLots)
    expect(exits()).toEqual([10, 10])
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect(exits()).toEqual([6, 6])
    expect(desk.order(parent)).toMatchObject({ status: 'canceled', filledLots: 6 })
    desk.limit('cid', 'buy', 2, 10_100)
    expect(exits()).toEqual([4, 4])
    desk.execute({ ...BUST, tradeNumber: 3 })
    expect(exits()).toEqual([6, 6])
  })
})

describe('the dividend of stock that a trade brought', () => {
  const DAY = MICROS_PER_DAY
  /** Bob bought 10 of ann before the ex-date, and 10 more on it; each has 200 of his own. */
  const exDay = () => {
    const desk = openDesk()
    const today = ledgerDay(desk.exchange.view.time)
    const dates = { exDay: today + 1, recordDay: today + 1, payDay: today + 3 }
    const terms = { type: 'cashDividend', amount: 25_000_000n } as const
    desk.execute({ type: 'DeclareCorporateAction', symbol: 'XYZ', terms, ...dates })
    for (let round = 0; round < 2; round += 1) {
      desk.limit('ann', 'sell', 10, 10_000)
      desk.limit('bob', 'buy', 10, 10_000)
      desk.advance(DAY)
    }
    const dividends = (who: string) =>
      [...desk.exchange.view.activities(who)].filter(({ corporateAction }) => corporateAction !== undefined)
    return { desk, amounts: (who: string) => dividends(who).map(({ type, cash }) => [type, cash?.amount]) }
  }

  test('goes back with it before it is paid', () => {
    const { desk, amounts } = exDay()
    desk.execute({ ...BUST, tradeNumber: 1 })
    desk.advance(2 * DAY)
    expect([amounts('ann'), amounts('bob')]).toEqual([[['dividend', 50n * ONE]], [['dividend', 50n * ONE]]])
    checkInvariants(desk.exchange)
  })

  test('goes back by opposite entries after it was paid', () => {
    const { desk, amounts } = exDay()
    desk.advance(2 * DAY)
    desk.execute({ ...BUST, tradeNumber: 1 })
    const [tenth, half] = [(25n * ONE) / 10n, (525n * ONE) / 10n]
    expect(amounts('bob')).toEqual([
      ['reversal', -tenth],
      ['dividend', half],
    ])
    expect(amounts('ann')).toEqual([
      ['reversal', tenth],
      ['dividend', 50n * ONE - tenth],
    ])
    checkInvariants(desk.exchange)
  })

  test('goes back in part with a correction to less, not at all with one of the price', () => {
    const { desk, amounts } = exDay()
    desk.execute({ ...CORRECT, tradeNumber: 1, priceTicks: 9_900 })
    desk.execute({ ...CORRECT, tradeNumber: 1, quantityLots: 4 })
    desk.advance(2 * DAY)
    expect([amounts('ann'), amounts('bob')]).toEqual([[['dividend', 49n * ONE]], [['dividend', 51n * ONE]]])
  })

  test('stays where the trade was made on the ex-date or later', () => {
    const { desk, amounts } = exDay()
    desk.execute({ ...BUST, tradeNumber: 2 })
    desk.advance(2 * DAY)
    expect(amounts('bob')).toEqual([['dividend', (525n * ONE) / 10n]])
    desk.execute({ ...CORRECT, tradeNumber: 1, quantityLots: 10, priceTicks: 9_000 })
    expect(amounts('bob')).toHaveLength(1)
  })
})

describe('a correction', () => {
  test('of the price books another fill in the place of the old one', () => {
    const desk = openDesk({ fees: FEES })
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 10)
    const events = desk.execute({ ...CORRECT, tradeNumber: 1, priceTicks: 9_900 })
    expect(types(events)).toEqual(['PrintCorrected', 'TradeCorrected', 'TradeCorrected'])
    expect(desk.order(order)).toMatchObject({ status: 'filled', filledLots: 10, filledValue: 990n * ONE })
    expect([...desk.exchange.view.fills('ann')]).toMatchObject([
      { fillNumber: 3, corrects: 1, value: 990n * ONE, fee: 9_900_000n, tradeNumber: 1 },
      { fillNumber: 1, correctedBy: 3, value: 1_000n * ONE },
    ])
    expect(desk.balance('ann').available).toBe(10_990n * ONE - 9_900_000n)
    expect(desk.exchange.view.trade(1)).toMatchObject({ priceTicks: 9_900, quantityLots: 10 })
  })

  test('to less gives the difference back to an order that works, and ends a filled one', () => {
    const desk = openDesk()
    const maker = desk.limit('ann', 'sell', 10, 10_000)
    const taker = desk.market('bob', 'buy', 6)
    desk.execute({ ...CORRECT, tradeNumber: 1, quantityLots: 5 })
    expect(desk.order(maker)).toMatchObject({ status: 'partiallyFilled', filledLots: 5, remainingLots: 5 })
    expect(desk.order(taker)).toMatchObject({
      status: 'canceled',
      reason: 'trade-corrected',
      filledLots: 5,
      remainingLots: 0,
    })
  })

  test.each(['perShare', 'publicLike', 'exchangeRebates'] as const)(
    'holds for the rest of the order what that may cost by now: %s',
    (fees) => {
      const desk = openDesk()
      openCustomer(desk, 'dan', { dollars: 10_000n, fees: [fees] })
      desk.limit('ann', 'sell', 1, 6_000)
      const order = desk.limit('dan', 'buy', 2, 10_000)
      // All invariants are looked at after every command, the exact reservation among them.
      for (const priceTicks of [9_990, 10, 6_000, 3_000])
        desk.execute({ ...CORRECT, tradeNumber: 1, priceTicks })
      expect(desk.order(order)).toMatchObject({ status: 'partiallyFilled', filledValue: 30n * ONE })
    },
  )

  test('costs by the session in which the trade was made, not by that in which it is corrected', () => {
    const desk = openDesk({ calendar: xnys })
    openCustomer(desk, 'dan', { dollars: 10_000n, fees: ['publicLike'] })
    const at = (time: string) => desk.execute({ type: 'AdvanceTo', time: parseTime(time) ?? 0 })
    at('2026-11-23T15:00:00Z')
    desk.limit('ann', 'sell', 1, 10_000)
    const order = desk.limit('dan', 'buy', 2, 10_000)
    at('2026-11-23T21:10:00Z')
    for (const priceTicks of [9_990, 9_980]) desk.execute({ ...CORRECT, tradeNumber: 1, priceTicks })
    expect(desk.order(order)).toMatchObject({ fees: 0n, filledLots: 1 })
  })

  test('may be corrected again, and then busted', () => {
    const desk = openDesk({ fees: FEES })
    const before = [desk.balance('bob'), desk.position('bob')]
    desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 10)
    desk.execute({ ...CORRECT, tradeNumber: 1, priceTicks: 9_900 })
    desk.execute({ ...CORRECT, tradeNumber: 1, quantityLots: 7 })
    expect([...desk.exchange.view.fills('bob')].map((fill) => [fill.fillNumber, fill.corrects])).toEqual([
      [6, 4],
      [4, 2],
      [2, undefined],
    ])
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect([desk.balance('bob'), desk.position('bob')]).toEqual(before)
  })

  /** A recorded print of 20 that filled two orders, and traded the other 10 elsewhere. */
  function openPrint() {
    const desk = openDesk({ fees: FEES })
    const before = ['ann', 'bob'].map((who) => [desk.balance(who), desk.position(who)])
    const bob = desk.limit('bob', 'buy', 5, 10_001)
    const ann = desk.limit('ann', 'buy', 5, 10_000)
    desk.print(20, 9_990)
    return { desk, ann, bob, before }
  }

  test('to less of a print with several executions makes the latest smaller, and leaves the others alone', () => {
    const { desk, ann, bob } = openPrint()
    const [ofBob] = desk.exchange.view.fills('bob')
    const events = desk.execute({ ...CORRECT, tradeNumber: 1, quantityLots: 7 })
    expect(types(events)).toEqual(['PrintCorrected', 'TradeCorrected'])
    expect(desk.order(bob)).toMatchObject({ status: 'filled', filledLots: 5 })
    expect([...desk.exchange.view.fills('bob')]).toEqual([ofBob])
    expect(desk.order(ann)).toMatchObject({ status: 'canceled', reason: 'trade-corrected', filledLots: 2 })
    expect(desk.position('ann')).toMatchObject({ available: 202 })
    expect(desk.exchange.view.trade(1)).toMatchObject({
      quantityLots: 7,
      correctedAt: desk.exchange.view.time,
    })
  })

  test('to so little that nothing is left for the latest execution busts that', () => {
    const { desk, ann, bob, before } = openPrint()
    const events = desk.execute({ ...CORRECT, tradeNumber: 1, quantityLots: 4 })
    expect(types(events)).toEqual(['PrintCorrected', 'TradeCorrected', 'TradeBusted'])
    expect(desk.order(bob)).toMatchObject({ status: 'canceled', reason: 'trade-corrected', filledLots: 4 })
    expect(desk.order(ann)).toMatchObject({ status: 'canceled', reason: 'trade-busted', filledLots: 0 })
    expect([...desk.exchange.view.fills('ann')]).toMatchObject([{ bustedAt: desk.exchange.view.time }])
    expect([desk.balance('ann'), desk.position('ann')]).toEqual(before[0])
  })

  test('to what its executions come to touches none of them, and a price is corrected in those that are left', () => {
    const { desk, before } = openPrint()
    expect(types(desk.execute({ ...CORRECT, tradeNumber: 1, quantityLots: 10 }))).toEqual(['PrintCorrected'])
    desk.execute({ ...CORRECT, tradeNumber: 1, quantityLots: 5 })
    const events = desk.execute({ ...CORRECT, tradeNumber: 1, priceTicks: 9_000 })
    expect(types(events)).toEqual(['PrintCorrected', 'TradeCorrected'])
    expect([...desk.exchange.view.fills('bob')]).toMatchObject([{ priceTicks: 9_000 }, { correctedBy: 5 }])
    desk.execute({ ...BUST, tradeNumber: 1 })
    expect(['ann', 'bob'].map((who) => [desk.balance(who), desk.position(who)])).toEqual(before)
  })
})

describe('what cannot be done is refused, and changes nothing', () => {
  const refusals = [
    ['a trade that never was', { ...BUST, tradeNumber: 99 }, 'unknown-trade', 'There is no trade 99.'],
    ['a trade that was busted', { ...BUST, tradeNumber: 1 }, 'trade-busted', 'Trade 1 is busted already.'],
    [
      'a correction of a busted trade',
      { ...CORRECT, tradeNumber: 1, priceTicks: 9_000 },
      'trade-busted',
      'Trade 1 is busted already.',
    ],
    [
      'a correction to more',
      { ...CORRECT, tradeNumber: 2, quantityLots: 6 },
      'invalid-request',
      'Trade 2 is of 5, and may be corrected to less of it, above 0.',
    ],
    [
      'a correction to what it is',
      { ...CORRECT, tradeNumber: 2, priceTicks: 10_000 },
      'invalid-request',
      'Trade 2 is that already.',
    ],
    [
      'a price out of bounds',
      { ...CORRECT, tradeNumber: 2, priceTicks: 0 },
      'invalid-request',
      'The price 0.00 is outside the bounds of XYZ.',
    ],
    [
      'a fraction of a lot',
      { ...CORRECT, tradeNumber: 2, quantityLots: 1.5 },
      'invalid-request',
      'A correction needs whole ticks and lots.',
    ],
  ] as const

  test.each(refusals)('%s', (_name, command, code, detail) => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 5)
    desk.market('bob', 'buy', 5)
    desk.execute({ ...BUST, tradeNumber: 1 })
    const before = [desk.balance('bob'), desk.position('bob')]
    expect(desk.execute(command)).toMatchObject([{ type: 'CommandRejected', rejection: { code, detail } }])
    expect([desk.balance('bob'), desk.position('bob')]).toEqual(before)
  })

  test('a trade that is no longer remembered', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 1, 10_000)
    desk.market('bob', 'buy', 1)
    desk.advance(8 * MICROS_PER_DAY)
    desk.limit('ann', 'sell', 1, 10_000)
    desk.market('bob', 'buy', 1)
    expect(desk.execute({ ...BUST, tradeNumber: 1 })).toMatchObject([
      { rejection: { code: 'unknown-trade' } },
    ])
    expect(types(desk.execute({ ...BUST, tradeNumber: 2 }))).toContain('TradeBusted')
  })
})
