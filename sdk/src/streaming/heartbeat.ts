/** How long a silent peer is trusted, as multiples of the heartbeat interval (QuickFIX/J's). */
const pingAfter = 1.5
const abandonAfter = 2.4

/** A timer this late means that the process slept: the socket may be dead however open it looks. */
const lateMs = 2_000
/** After a sleep the peer has this long to answer. */
const answerMs = 2_000

/** Monotonic milliseconds throughout. */
export interface Liveness {
  readonly lastSeenMs: number
  /** When this check was due. */
  readonly dueMs: number
  /** Given while a ping has seen no sign of life since: when to give up. */
  readonly deadlineMs: number | undefined
}

export interface LivenessCheck {
  readonly action: 'none' | 'ping' | 'abandon'
  readonly dueMs: number
  readonly deadlineMs: number | undefined
}

/** Whether to trust, test or abandon the peer now, and when to ask again. */
export function checkLiveness(state: Liveness, nowMs: number, heartbeatMs: number): LivenessCheck {
  const { lastSeenMs, deadlineMs } = state
  if (nowMs - state.dueMs > lateMs) return ping(nowMs + answerMs)
  if (deadlineMs !== undefined) {
    return { action: nowMs >= deadlineMs ? 'abandon' : 'none', dueMs: deadlineMs, deadlineMs }
  }
  const pingMs = lastSeenMs + heartbeatMs * pingAfter
  if (nowMs >= pingMs) return ping(lastSeenMs + heartbeatMs * abandonAfter)
  return { action: 'none', dueMs: pingMs, deadlineMs: undefined }
}

const ping = (deadlineMs: number): LivenessCheck => ({ action: 'ping', dueMs: deadlineMs, deadlineMs })
