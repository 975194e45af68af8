import { FLOW_PRESET_NAMES } from './flow/presets.ts'

/** What each model takes besides its name. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  calm: [],
  orderFlow: ['presets'],
  gbm: ['volatility', 'drift'],
  scripted: ['prices'],
}

/** @throws RangeError on the first thing that is wrong in the choice of a market */
export function checkMarket(market: object | null): void {
  const given: Readonly<Record<string, unknown>> = { ...market }
  const { model, presets, prices, volatility, drift } = given
  const parts = typeof model === 'string' && Object.hasOwn(PARTS, model) ? PARTS[model] : undefined
  if (parts === undefined) {
    throw new RangeError(
      `The model of a market is one of ${Object.keys(PARTS).join(', ')}, not ${show(model)}`,
    )
  }
  const wrong = Object.keys(given).find((name) => name !== 'model' && !parts.includes(name))
  if (wrong !== undefined) {
    throw new RangeError(
      `A market of the model ${model} has no part ${show(wrong)}; it has ${parts.join(', ') || 'none'}`,
    )
  }
  if (presets !== undefined) checkPresets(presets)
  if (model === 'scripted') checkPrices(prices)
  checkNumber('volatility', volatility, 0)
  checkNumber('drift', drift, Number.NEGATIVE_INFINITY)
}

function checkPresets(presets: unknown): void {
  const names: readonly unknown[] = isObject(presets) ? Object.values(presets) : [presets]
  const wrong = names.find((name) => !FLOW_PRESET_NAMES.some((known) => known === name))
  if (wrong === undefined) return
  throw new RangeError(
    `presets is an object such as { AAPL: 'largeTickStock' } with presets of ${FLOW_PRESET_NAMES.join(', ')}, not ${show(wrong)}`,
  )
}

function checkPrices(prices: unknown): void {
  const scripts: readonly unknown[] = isObject(prices) ? Object.values(prices) : [prices]
  const areRight = scripts.every(
    (script) => typeof script === 'function' || (Array.isArray(script) && script.every(isStep)),
  )
  if (areRight) return
  throw new RangeError(
    `prices is an object such as { AAPL: [[0, '190.00'], [60, '191.50']] } with steps or functions, not ${show(prices)}`,
  )
}

function isStep(step: unknown): boolean {
  if (!Array.isArray(step) || step.length !== 2) return false
  const [seconds, price]: unknown[] = step
  return typeof seconds === 'number' && (typeof price === 'string' || typeof price === 'number')
}

function checkNumber(name: string, value: unknown, least: number): void {
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= least)) return
  const bound = Number.isFinite(least) ? ` from ${least}` : ''
  throw new RangeError(`The ${name} of a market is a number${bound}, not ${show(value)}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}
