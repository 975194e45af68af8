/** Codes with which a session ends by itself. */
export const CLOSE = {
  tooManyMalformed: 1008,
  messageTooBig: 1009,
  internalError: 1011,
  restart: 1012,
  notAuthenticated: 4401,
  tokenExpired: 4402,
  notAllowed: 4403,
  slowConsumer: 4408,
  superseded: 4409,
  tooMany: 4429,
} as const
