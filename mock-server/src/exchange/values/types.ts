/** Integer microseconds since 1970-01-01T00:00:00Z. */
export type Time = number

/** A price as a whole number of the instrument's ticks. */
export type Ticks = number

/** A price as a whole number of half ticks: fine enough for a middle, and to tell a print between two ticks from both. */
export type HalfTicks = number

/** A quantity as a whole number of the instrument's lots. */
export type Lots = number

/** Money of any asset as a whole number of minor units of 1e-8: the finest decimal that the contract writes. */
export type Minor = bigint

export type Side = 'buy' | 'sell'
export type Liquidity = 'maker' | 'taker'
