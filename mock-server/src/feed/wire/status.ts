import type { SymbolStatus as WireStatus } from '@openbourse/spec'
import type { SymbolStatus } from '../../exchange/events.ts'

export function toWireStatus(symbol: string, status: SymbolStatus): WireStatus {
  return {
    symbol,
    phase: status.phase,
    halted: status.halted,
    haltReason: status.haltReason,
    market: status.market,
  }
}
