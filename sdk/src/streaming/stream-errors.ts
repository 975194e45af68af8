import { errorFromAnswer } from '../errors/from-answer.ts'
import { isKind, OpenbourseError } from '../errors/openbourse-error.ts'

/** The two ends do not understand each other: the server closed for that reason three times within a minute. */
export class ProtocolError extends OpenbourseError {
  static override readonly kind: string = 'ProtocolError'
}

/** Another session took over with the same key and asked to be the only one; this one does not fight for it. */
export class SupersededError extends OpenbourseError {
  static override readonly kind: string = 'SupersededError'
}

/** The server broke the stream protocol again and again. */
export const isProtocolError = (error: unknown): error is ProtocolError => isKind(error, 'ProtocolError')
/** Another exclusive session took over. */
export const isSupersededError = (error: unknown): error is SupersededError =>
  isKind(error, 'SupersededError')

/** A problem that came over the stream, as the error that REST would have thrown for it. */
export function streamError(operationId: string, problem: object): OpenbourseError {
  const { status } = problem as { readonly status?: unknown }
  return errorFromAnswer(
    { operationId, method: 'GET', path: '/v1/stream' },
    {
      status: typeof status === 'number' ? status : 400,
      contentType: 'application/problem+json',
      requestId: undefined,
      retryAfterMs: undefined,
      body: problem,
    },
  )
}
