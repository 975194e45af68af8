/** Checks an answer at run time; make one with `responseValidation()` of `@openbourse/sdk/validation`. */
export interface ResponseValidator {
  /** What is wrong with the body of a successful answer, or `undefined`. */
  reply(operationId: string, status: number, body: unknown): string | undefined
  /** What is wrong with a message of the stream, or `undefined`. */
  message(message: unknown): string | undefined
}
