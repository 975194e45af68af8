// Generated from the YAML files of spec/ by `npm run generate`. Do not edit.
import type { Rule } from '../rules.ts'

/** The rules between the fields of a schema. */
export const rules: Readonly<
  Record<'ChannelRequest' | 'OrderRequest' | 'ReplaceOrderRequest' | 'WebhookChange', readonly Rule[]>
> = {
  ChannelRequest: [{ allOrNone: ['epoch', 'fromSeq'] }],
  OrderRequest: [
    { exactlyOne: ['quantity', 'notional'] },
    { field: 'limitPrice', requiredWhen: { type: ['limit', 'stopLimit'] } },
    { field: 'stopPrice', requiredWhen: { type: ['stop', 'stopLimit'] } },
    { field: 'trailAmount', allowedWhen: { type: ['trailingStop'] } },
    { field: 'trailPercent', allowedWhen: { type: ['trailingStop'] } },
    { exactlyOne: ['trailAmount', 'trailPercent'], when: { type: ['trailingStop'] } },
    { field: 'activationPrice', allowedWhen: { type: ['trailingStop'] } },
    { field: 'triggerBy', allowedWhen: { type: ['stop', 'stopLimit', 'trailingStop'] } },
    { field: 'expiresAt', requiredWhen: { timeInForce: ['gtd'] } },
    {
      field: 'takeProfit',
      requiredWhen: { orderClass: ['bracket'] },
      allowedWhen: { orderClass: ['bracket', 'oto'] },
    },
    {
      field: 'stopLoss',
      requiredWhen: { orderClass: ['bracket', 'oco'] },
      allowedWhen: { orderClass: ['bracket', 'oco', 'oto'] },
    },
    { exactlyOne: ['takeProfit', 'stopLoss'], when: { orderClass: ['oto'] } },
    { field: 'bracketMode', allowedWhen: { orderClass: ['bracket'] } },
    { field: 'timeInForce', is: ['ioc', 'fok', 'opg', 'cls'], allowedWhen: { type: ['market', 'limit'] } },
    { field: 'notional', allowedWhen: { type: ['market'], orderClass: ['simple'] } },
    { field: 'postOnly', is: ['true'], allowedWhen: { type: ['limit'], timeInForce: ['day', 'gtc', 'gtd'] } },
    { field: 'reduceOnly', is: ['true'], allowedWhen: { orderClass: ['simple'] } },
    {
      field: 'displayQuantity',
      allowedWhen: {
        type: ['limit', 'stopLimit'],
        timeInForce: ['day', 'gtc', 'gtd'],
        orderClass: ['simple'],
      },
    },
    {
      field: 'orderClass',
      is: ['bracket', 'oto'],
      allowedWhen: { type: ['market', 'limit'], timeInForce: ['day', 'gtc'] },
    },
    { field: 'orderClass', is: ['oco'], allowedWhen: { type: ['limit'], timeInForce: ['day', 'gtc'] } },
  ],
  ReplaceOrderRequest: [
    {
      atLeastOne: [
        'quantity',
        'limitPrice',
        'timeInForce',
        'stopPrice',
        'trailAmount',
        'trailPercent',
        'displayQuantity',
        'expiresAt',
        'tags',
      ],
    },
  ],
  WebhookChange: [{ atLeastOne: ['url', 'eventTypes', 'description', 'status'] }],
}

/** What a field that is left out counts as. */
export const defaults: Readonly<
  Record<
    'ChannelRequest' | 'OrderRequest' | 'ReplaceOrderRequest' | 'WebhookChange',
    Readonly<Record<string, string>>
  >
> = {
  ChannelRequest: { conflateMs: '0' },
  OrderRequest: {
    triggerBy: 'last',
    postOnly: 'false',
    reduceOnly: 'false',
    extendedHours: 'false',
    doNotReduce: 'false',
    selfTradePrevention: 'cancelIncoming',
    orderClass: 'simple',
    bracketMode: 'full',
  },
  ReplaceOrderRequest: {},
  WebhookChange: {},
}
