/** The schedules that an account may have. */
export const FEE_SCHEDULES = [
  'usRetail',
  'perShare',
  'publicLike',
  'cryptoTiers',
  'exchangeRebates',
  'binanceLike',
  'krakenLike',
  'coinbaseLike',
] as const

export type FeeSchedule = (typeof FEE_SCHEDULES)[number]
