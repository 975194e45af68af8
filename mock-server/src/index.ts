/** A mock brokerage in this process. `./node` puts it on a port, `./msw` behind MSW, `./vitest` into tests. */
export type { CorsRule } from './api/cors.ts'
export type { BanRule, RateLimitRule } from './api/limits/rate-limits.ts'
export { createMockBroker } from './create-mock-broker.ts'
export type { FeeSchedule } from './exchange/accounts/fees/fee-schedule.ts'
export type { CostBasis, SettlementRules } from './exchange/commands.ts'
export type { FlowPresetName } from './market/flow/presets.ts'
export type {
  CalmMarket,
  GbmMarket,
  MarketChoice,
  MarketName,
  OrderFlowMarket,
  ScriptedPriceMarket,
} from './market/market-models.ts'
export type { PriceScript, PriceStep } from './market/quoted/scripted-path.ts'
export type {
  AccessTokenOptions,
  DemoCredentials,
  MockBroker,
} from './mock-broker.ts'
export type {
  CalendarChoice,
  CalendarsByClass,
  CustomLimits,
  MockBrokerOptions,
  ReplayPlan,
} from './options/broker-options.ts'
export type { BorrowOption, MarginOptions } from './options/margin-options.ts'
export type { Clock } from './ports/clock.ts'
export type { MockAccount } from './steering/account.ts'
export type { MockClock } from './steering/clock.ts'
export type { CancelReason, MockMarket } from './steering/market.ts'
export type { Backend } from './transports/backend.ts'
export {
  assertCapability,
  type Capability,
  capabilities,
  type TransportName,
} from './transports/capabilities.ts'
export { version } from './version.ts'
export type { InterestOptions, WorldAccount } from './worlds/accounts.ts'
export type { CorporateActionInput, CorporateDatesInput } from './worlds/corporate-action-input.ts'
export type { DecimalInput, ScriptedQuote, ScriptedTrade, TradeCorrection } from './worlds/scripted-market.ts'
export type { SigningKeyOptions } from './worlds/signing-keys.ts'
