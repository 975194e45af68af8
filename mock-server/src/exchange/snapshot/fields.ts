import type { Account } from '../accounts/account.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeModels } from '../state.ts'

/**
 * Of the state itself, of accounts, listings, orders and groups every public field is kept, but for those named
 * here, and the private ones, which are empty between two commands.
 */

/** Follows from the names of its schedules and the exchange's models. */
export const FOUND_OF_ACCOUNTS = ['fees'] as const satisfies readonly (keyof Account)[]

/** Follows from the instrument and the exchange's models. */
export const FOUND_OF_LISTINGS = ['calendar'] as const satisfies readonly (keyof Listing)[]

/** What the exchange is made with: a model that is added needs a line here. */
const MODELS = {
  fees: true,
  retention: true,
  calendar: true,
  calendars: true,
  marginRules: true,
  volatilityRules: true,
  requestLatency: true,
  dayEndReports: true,
} satisfies Record<keyof ExchangeModels, true>

export const MODELS_OF_STATE: readonly string[] = Object.keys(MODELS)
