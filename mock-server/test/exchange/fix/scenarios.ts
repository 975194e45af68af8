/**
 * The order state changes of FIX 5.0 SP2, appendix D, by its ids (facts of onixs.biz/fix-dictionary): what a venue and
 * a client say to each other, told in the words of this exchange. X is the order; Y and Z are to take its place.
 *
 * Counts of the day (DayOrderQty, DayCumQty, DayAvgPx) have no field here: each fill says when it was.
 *
 * A report is: order, event, status, filled/remaining. A refused request is `refused` and its code.
 */

export type Step =
  | readonly ['new', Partial<{ quantity: number; timeInForce: 'day' | 'gtc' | 'ioc' | 'fok'; id: string }>?]
  /** A market order for an amount of money. */
  | readonly ['newByAmount', number]
  /** Somebody buys so much. */
  | readonly ['fill', number]
  /** Somebody bids for so much. */
  | readonly ['bid', number]
  /** What the order is now, asked for. */
  | readonly ['status', string]
  | readonly ['cancel', string]
  | readonly ['replace', string, string, Partial<{ quantity: number; price: number }>]
  /** What is on its way arrives. */
  | readonly ['arrive']
  | readonly ['night']
  | readonly ['morning']
  | readonly ['bust', number]
  | readonly ['correct', number, Partial<{ quantity: number; price: number }>]
  | readonly ['halt', 'suspend' | 'cancel']
  | readonly ['resume']
  | readonly ['venueCancels', string]
  /** The client's own buy, which may not trade with it: both lose so much. */
  | readonly ['meetsOwn', number]
  /** From the next morning on there are two for one. */
  | readonly ['split']

export interface Scenario {
  readonly id: string
  readonly what: string
  readonly steps: readonly Step[]
  readonly reports: readonly string[]
}

const NEW: Step = ['new']
const ACCEPTED = 'X OrderAccepted new 0/10000'
const GTC_TO_MORNING: readonly Step[] = [NEW, ['fill', 2000], ['night'], ['morning']]
const TO_MORNING = [
  ACCEPTED,
  'X OrderFilled partiallyFilled 2000/8000',
  'X OrderRestated doneForDay 2000/8000',
  'X OrderRestated partiallyFilled 2000/8000',
]

export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'A.1.a',
    what: 'filled in parts',
    steps: [NEW, ['fill', 2000], ['fill', 1000], ['fill', 7000]],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 2000/8000',
      'X OrderFilled partiallyFilled 3000/7000',
      'X OrderFilled filled 10000/0',
    ],
  },
  {
    id: 'A.1.b',
    what: 'a day order, filled in part, ends with its day: here the word is expired',
    steps: [['new', { timeInForce: 'day' }], ['fill', 2000], ['fill', 1000], ['night']],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 2000/8000',
      'X OrderFilled partiallyFilled 3000/7000',
      'X OrderExpired expired 3000/0',
    ],
  },
  {
    id: 'B.1.a',
    what: 'a cancel before any fill',
    steps: [NEW, ['cancel', 'X'], ['arrive']],
    reports: [ACCEPTED, 'X OrderPending pendingCancel 0/10000', 'X OrderCanceled canceled 0/0'],
  },
  {
    id: 'B.1.b',
    what: 'a cancel, and a fill while it is on its way',
    steps: [NEW, ['fill', 2000], ['cancel', 'X'], ['fill', 3000], ['arrive']],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 2000/8000',
      'X OrderPending pendingCancel 2000/8000',
      'X OrderFilled pendingCancel 5000/5000',
      'X OrderCanceled canceled 5000/0',
    ],
  },
  {
    id: 'B.1.c',
    what: 'a cancel that comes too late',
    steps: [NEW, ['fill', 2000], ['cancel', 'X'], ['fill', 8000], ['arrive']],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 2000/8000',
      'X OrderPending pendingCancel 2000/8000',
      'X OrderFilled pendingCancel 10000/0',
      'X OrderRestated filled 10000/0',
    ],
  },
  {
    id: 'B.1.d',
    what: 'a cancel of what is not acknowledged yet, here a replacement: refused, and taken once it is',
    steps: [
      NEW,
      ['replace', 'X', 'Y', { quantity: 8000 }],
      ['cancel', 'Y'],
      ['arrive'],
      ['cancel', 'Y'],
      ['arrive'],
    ],
    reports: [
      ACCEPTED,
      'X OrderPending pendingReplace 0/10000',
      'Y OrderPending pendingNew 0/8000',
      'refused request-pending',
      'X OrderReplaced replaced 0/0',
      'Y OrderAccepted new 0/8000',
      'Y OrderPending pendingCancel 0/8000',
      'Y OrderCanceled canceled 0/0',
    ],
  },
  {
    id: 'B.1.f',
    what: 'a cancel of an order that is not known',
    steps: [['cancel', 'X']],
    reports: ['refused unknown-order'],
  },
  {
    id: 'C.1.a',
    what: 'more, before any fill',
    steps: [NEW, ['replace', 'X', 'Y', { quantity: 11_000 }], ['arrive'], ['fill', 1000], ['fill', 10_000]],
    reports: [
      ACCEPTED,
      'X OrderPending pendingReplace 0/10000',
      'Y OrderPending pendingNew 0/11000',
      'X OrderReplaced replaced 0/0',
      'Y OrderAccepted new 0/11000',
      'Y OrderFilled partiallyFilled 1000/10000',
      'Y OrderFilled filled 11000/0',
    ],
  },
  {
    id: 'C.1.b',
    what: 'more, and a fill of the order as it was while that is on its way',
    steps: [
      NEW,
      ['fill', 1000],
      ['replace', 'X', 'Y', { quantity: 12_000 }],
      ['fill', 100],
      ['arrive'],
      ['fill', 10_900],
    ],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 1000/9000',
      'X OrderPending pendingReplace 1000/9000',
      'Y OrderPending pendingNew 0/12000',
      'X OrderFilled pendingReplace 1100/8900',
      'X OrderReplaced replaced 1100/0',
      'Y OrderAccepted partiallyFilled 1100/10900',
      'Y OrderFilled filled 12000/0',
    ],
  },
  {
    id: 'C.1.c',
    what: 'more of a filled order, which a venue may refuse, as this one does',
    steps: [NEW, ['fill', 10_000], ['replace', 'X', 'Y', { quantity: 12_000 }]],
    reports: [ACCEPTED, 'X OrderFilled filled 10000/0', 'refused order-not-open'],
  },
  {
    id: 'C.2.a',
    what: 'another price, too late',
    steps: [NEW, ['replace', 'X', 'Y', { price: 90 }], ['fill', 10_000], ['arrive']],
    reports: [
      ACCEPTED,
      'X OrderPending pendingReplace 0/10000',
      'Y OrderPending pendingNew 0/10000',
      'X OrderFilled pendingReplace 10000/0',
      'Y OrderRejected rejected 0/0',
      'X OrderRestated filled 10000/0',
    ],
  },
  {
    id: 'C.3.a',
    what: 'less, and still more than was filled meanwhile',
    steps: [NEW, ['replace', 'X', 'Y', { quantity: 8000 }], ['fill', 1000], ['arrive'], ['fill', 7000]],
    reports: [
      ACCEPTED,
      'X OrderPending pendingReplace 0/10000',
      'Y OrderPending pendingNew 0/8000',
      'X OrderFilled pendingReplace 1000/9000',
      'X OrderReplaced replaced 1000/0',
      'Y OrderAccepted partiallyFilled 1000/7000',
      'Y OrderFilled filled 8000/0',
    ],
  },
  {
    id: 'C.3.b',
    what: 'less, and what was filled meanwhile is just that',
    steps: [NEW, ['replace', 'X', 'Y', { quantity: 7000 }], ['fill', 7000], ['arrive']],
    reports: [
      ACCEPTED,
      'X OrderPending pendingReplace 0/10000',
      'Y OrderPending pendingNew 0/7000',
      'X OrderFilled pendingReplace 7000/3000',
      'X OrderReplaced replaced 7000/0',
      'Y OrderAccepted filled 7000/0',
    ],
  },
  {
    id: 'C.3.c',
    what: 'less than was filled meanwhile: amended to that',
    steps: [NEW, ['replace', 'X', 'Y', { quantity: 7000 }], ['fill', 8000], ['arrive']],
    reports: [
      ACCEPTED,
      'X OrderPending pendingReplace 0/10000',
      'Y OrderPending pendingNew 0/7000',
      'X OrderFilled pendingReplace 8000/2000',
      'X OrderReplaced replaced 8000/0',
      'Y OrderAccepted filled 8000/0',
    ],
  },
  {
    id: 'D.1.a',
    what: 'two replacements, one after the other',
    steps: [
      NEW,
      ['fill', 1000],
      ['replace', 'X', 'Y', { quantity: 8000 }],
      ['fill', 500],
      ['arrive'],
      ['fill', 2000],
      ['replace', 'Y', 'Z', { quantity: 6000 }],
      ['arrive'],
      ['fill', 2500],
    ],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 1000/9000',
      'X OrderPending pendingReplace 1000/9000',
      'Y OrderPending pendingNew 0/8000',
      'X OrderFilled pendingReplace 1500/8500',
      'X OrderReplaced replaced 1500/0',
      'Y OrderAccepted partiallyFilled 1500/6500',
      'Y OrderFilled partiallyFilled 3500/4500',
      'Y OrderPending pendingReplace 3500/4500',
      'Z OrderPending pendingNew 0/6000',
      'Y OrderReplaced replaced 3500/0',
      'Z OrderAccepted partiallyFilled 3500/2500',
      'Z OrderFilled filled 6000/0',
    ],
  },
  {
    id: 'D.1.b',
    what: 'a replacement refused at once, then one that is taken',
    steps: [
      NEW,
      ['replace', 'X', 'X', { quantity: 8000 }],
      ['replace', 'X', 'Z', { quantity: 6000 }],
      ['arrive'],
    ],
    reports: [
      ACCEPTED,
      'refused client-order-id-reused',
      'X OrderPending pendingReplace 0/10000',
      'Z OrderPending pendingNew 0/6000',
      'X OrderReplaced replaced 0/0',
      'Z OrderAccepted new 0/6000',
    ],
  },
  {
    id: 'D.1.c',
    what: 'a replacement refused when it arrives, then one that is taken',
    steps: [
      NEW,
      ['fill', 1000],
      ['replace', 'X', 'Y', { quantity: 900_000 }],
      ['arrive'],
      ['replace', 'X', 'Z', { quantity: 6000 }],
      ['arrive'],
    ],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 1000/9000',
      'X OrderPending pendingReplace 1000/9000',
      'Y OrderPending pendingNew 0/900000',
      'Y OrderRejected rejected 0/0',
      'X OrderRestated partiallyFilled 1000/9000',
      'X OrderPending pendingReplace 1000/9000',
      'Z OrderPending pendingNew 0/6000',
      'X OrderReplaced replaced 1000/0',
      'Z OrderAccepted partiallyFilled 1000/5000',
    ],
  },
  {
    id: 'D.2.c',
    what: 'two replacements at once, both refused',
    steps: [
      NEW,
      ['replace', 'X', 'Y', { quantity: 900_000 }],
      ['replace', 'X', 'Z', { quantity: 6000 }],
      ['arrive'],
    ],
    reports: [
      ACCEPTED,
      'X OrderPending pendingReplace 0/10000',
      'Y OrderPending pendingNew 0/900000',
      'refused request-pending',
      'Y OrderRejected rejected 0/0',
      'X OrderRestated new 0/10000',
    ],
  },
  {
    id: 'D.2.d',
    what: 'two replacements at once, the second refused because the first is on its way',
    steps: [
      NEW,
      ['replace', 'X', 'Y', { quantity: 8000 }],
      ['replace', 'X', 'Z', { quantity: 6000 }],
      ['arrive'],
    ],
    reports: [
      ACCEPTED,
      'X OrderPending pendingReplace 0/10000',
      'Y OrderPending pendingNew 0/8000',
      'refused request-pending',
      'X OrderReplaced replaced 0/0',
      'Y OrderAccepted new 0/8000',
    ],
  },
  {
    id: 'E.1.b',
    what: 'canceled by the venue',
    steps: [NEW, ['fill', 1000], ['venueCancels', 'X']],
    reports: [ACCEPTED, 'X OrderFilled partiallyFilled 1000/9000', 'X OrderCanceled canceled 1000/0'],
  },
  {
    id: 'E.1.c',
    what: 'given other terms by the venue: a split doubles what is left of it at half its price',
    steps: [NEW, ['split'], ['night'], ['morning'], ['status', 'X'], ['fill', 20_000]],
    reports: [
      ACCEPTED,
      'X OrderRestated doneForDay 0/10000',
      'X OrderRestated doneForDay 0/20000',
      'X OrderRestated new 0/20000',
      'X is new 0/20000 at 50',
      'X OrderFilled filled 20000/0',
    ],
  },
  {
    id: 'E.1.d',
    what: 'made smaller by the venue',
    steps: [NEW, ['fill', 1000], ['meetsOwn', 2000]],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 1000/9000',
      'X OrderRestated partiallyFilled 1000/7000',
    ],
  },
  {
    id: 'F.1.a',
    what: 'the client order id again for another order',
    steps: [NEW, ['new', { quantity: 15_000 }]],
    reports: [ACCEPTED, 'refused client-order-id-reused'],
  },
  {
    id: 'F.1.b',
    what: 'sent again: known and answered as it stands, or not known and taken',
    steps: [NEW, ['fill', 1000], NEW, ['new', { id: 'Y', quantity: 15_000 }]],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 1000/9000',
      'X OrderRepeated partiallyFilled 1000/9000',
      'Y OrderAccepted new 0/15000',
    ],
  },
  {
    id: 'G.1.a',
    what: 'the status of an order that is not known',
    steps: [['status', 'X']],
    reports: ['X is unknown'],
  },
  {
    id: 'G.1.b',
    what: 'the status of an order of which nothing is done',
    steps: [NEW, ['status', 'X']],
    reports: [ACCEPTED, 'X is new 0/10000 at 100'],
  },
  {
    id: 'G.1.c',
    what: 'the status of an order, asked for all its life',
    steps: [
      NEW,
      ['fill', 2000],
      ['status', 'X'],
      ['replace', 'X', 'Y', { price: 90 }],
      ['status', 'X'],
      ['status', 'Y'],
      ['arrive'],
      ['status', 'X'],
      ['fill', 8000],
      ['status', 'Y'],
    ],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 2000/8000',
      'X is partiallyFilled 2000/8000 at 100',
      'X OrderPending pendingReplace 2000/8000',
      'Y OrderPending pendingNew 0/10000',
      'X is pendingReplace 2000/8000 at 100',
      'Y is pendingNew 0/10000 at 90',
      'X OrderReplaced replaced 2000/0',
      'Y OrderAccepted partiallyFilled 2000/8000',
      'X is replaced 2000/0 at 100',
      'Y OrderFilled filled 10000/0',
      'Y is filled 10000/0 at 90',
    ],
  },
  {
    id: 'H.1.a',
    what: 'renewed in the morning, and filled in part',
    steps: [...GTC_TO_MORNING, ['fill', 1000]],
    reports: [...TO_MORNING, 'X OrderFilled partiallyFilled 3000/7000'],
  },
  {
    id: 'H.1.b',
    what: 'split over night after a fill, which stays as it was; then filled',
    steps: [NEW, ['fill', 2000], ['split'], ['night'], ['morning'], ['fill', 5000], ['fill', 11_000]],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 2000/8000',
      'X OrderRestated doneForDay 2000/8000',
      'X OrderRestated doneForDay 2000/16000',
      'X OrderRestated partiallyFilled 2000/16000',
      'X OrderFilled partiallyFilled 7000/11000',
      'X OrderFilled filled 18000/0',
    ],
  },
  {
    id: 'H.1.c',
    what: 'renewed in the morning, and canceled',
    steps: [...GTC_TO_MORNING, ['cancel', 'X'], ['arrive']],
    reports: [...TO_MORNING, 'X OrderPending pendingCancel 2000/8000', 'X OrderCanceled canceled 2000/0'],
  },
  {
    id: 'H.1.d',
    what: 'renewed in the morning, and replaced by more',
    steps: [...GTC_TO_MORNING, ['replace', 'X', 'Y', { quantity: 15_000 }], ['fill', 1000], ['arrive']],
    reports: [
      ...TO_MORNING,
      'X OrderPending pendingReplace 2000/8000',
      'Y OrderPending pendingNew 0/15000',
      'X OrderFilled pendingReplace 3000/7000',
      'X OrderReplaced replaced 3000/0',
      'Y OrderAccepted partiallyFilled 3000/12000',
    ],
  },
  {
    id: 'I.1.a',
    what: 'fill or kill, and not enough to fill it',
    steps: [['new', { timeInForce: 'fok' }]],
    reports: [ACCEPTED, 'X OrderCanceled canceled 0/0'],
  },
  {
    id: 'I.1.b',
    what: 'immediate or cancel, and nobody there',
    steps: [['new', { timeInForce: 'ioc' }]],
    reports: [ACCEPTED, 'X OrderCanceled canceled 0/0'],
  },
  {
    id: 'J.1.a',
    what: 'busts and corrections of a filled order, which does not work again (decision 0006)',
    steps: [
      NEW,
      ['fill', 1000],
      ['fill', 9000],
      ['correct', 2, { price: 110 }],
      ['bust', 1],
      ['correct', 2, { price: 120 }],
    ],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 1000/9000',
      'X OrderFilled filled 10000/0',
      'X TradeCorrected filled 10000/0',
      'X TradeBusted canceled 9000/0',
      'X TradeCorrected canceled 9000/0',
    ],
  },
  {
    id: 'J.1.b',
    what: 'a bust after the cancel; a canceled order trades no more, so that the new execution is none',
    steps: [NEW, ['fill', 5000], ['cancel', 'X'], ['arrive'], ['bust', 1], ['fill', 4000]],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 5000/5000',
      'X OrderPending pendingCancel 5000/5000',
      'X OrderCanceled canceled 5000/0',
      'X TradeBusted canceled 0/0',
    ],
  },
  {
    id: 'J.1.c',
    what: 'quantities of two days corrected: the order works for what was too much',
    steps: [
      ...GTC_TO_MORNING,
      ['fill', 1000],
      ['correct', 1, { quantity: 1500 }],
      ['correct', 2, { quantity: 500 }],
    ],
    reports: [
      ...TO_MORNING,
      'X OrderFilled partiallyFilled 3000/7000',
      'X TradeCorrected partiallyFilled 2500/7500',
      'X TradeCorrected partiallyFilled 2000/8000',
    ],
  },
  {
    id: 'K.1.a',
    what: 'a halt, after which the order works again',
    steps: [NEW, ['fill', 1000], ['halt', 'suspend'], ['resume'], ['fill', 9000]],
    reports: [
      ACCEPTED,
      'X OrderFilled partiallyFilled 1000/9000',
      'X OrderRestated suspended 1000/9000',
      'X OrderRestated partiallyFilled 1000/9000',
      'X OrderFilled filled 10000/0',
    ],
  },
  {
    id: 'K.1.b',
    what: 'a halt that cancels',
    steps: [NEW, ['fill', 1000], ['halt', 'cancel']],
    reports: [ACCEPTED, 'X OrderFilled partiallyFilled 1000/9000', 'X OrderCanceled canceled 1000/0'],
  },
  {
    id: 'L.1.b',
    what: 'an order by an amount of money: accepted for as much as that makes now, and filled',
    steps: [
      ['bid', 20_000],
      ['newByAmount', 50],
      ['status', 'X'],
    ],
    reports: ['X OrderAccepted new 0/5000', 'X OrderFilled filled 5000/0', 'X is filled 5000/0'],
  },
]

/** What is not run, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'B.1.e':
    'an acknowledgment and a cancel cannot cross: a request is answered before the next one of its order is read',
  'D.2.a':
    'the appendix leaves chaining to the venue: here a second request is refused, as in D.2.c and D.2.d',
  'D.2.b':
    'the appendix leaves chaining to the venue: here a second request is refused, as in D.2.c and D.2.d',
  'E.1.a': 'orders come by the API alone, not by telephone',
  'F.1.c': 'orders come by the API alone, not by telephone',
  'L.1.a': 'there is no floor on which somebody could guarantee an execution',
}

/** All of the appendix that is listed here. */
export const IDS: readonly string[] = [
  ...['A.1.a', 'A.1.b'],
  ...['B.1.a', 'B.1.b', 'B.1.c', 'B.1.d', 'B.1.e', 'B.1.f'],
  ...['C.1.a', 'C.1.b', 'C.1.c', 'C.2.a', 'C.3.a', 'C.3.b', 'C.3.c'],
  ...['D.1.a', 'D.1.b', 'D.1.c', 'D.2.a', 'D.2.b', 'D.2.c', 'D.2.d'],
  ...['E.1.a', 'E.1.b', 'E.1.c', 'E.1.d'],
  ...['F.1.a', 'F.1.b', 'F.1.c'],
  ...['G.1.a', 'G.1.b', 'G.1.c'],
  ...['H.1.a', 'H.1.b', 'H.1.c', 'H.1.d'],
  ...['I.1.a', 'I.1.b'],
  ...['J.1.a', 'J.1.b', 'J.1.c'],
  ...['K.1.a', 'K.1.b'],
  ...['L.1.a', 'L.1.b'],
]
