/** A wrong command line: the message is one line and says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
