import type { Lots } from '../values/types.ts'
import type { LevelPool, RestingOrder } from './level-pool.ts'

/** One part that an order shows, in its turn. */
export interface Layer {
  readonly maker: RestingOrder
  readonly lots: Lots
}

/**
 * The parts of a level in the order in which they trade: what is shown now, then the next part of each order in
 * the order in which the one before it is used up.
 */
export function layersOf(pool: LevelPool, level: number): readonly Layer[] {
  const layers: (Layer & { readonly hidden: Lots })[] = []
  for (const maker of pool.queue(level)) {
    layers.push({ maker, lots: maker.remainingLots, hidden: maker.hiddenLots })
  }
  // Grows as it is walked: each part that is used up brings the next one of its order.
  for (let index = 0; index < layers.length; index += 1) {
    const layer = layers[index]
    if (layer === undefined || layer.hidden === 0) continue
    const lots = Math.min(layer.maker.displayLots, layer.hidden)
    layers.push({ maker: layer.maker, lots, hidden: layer.hidden - lots })
  }
  return layers
}
