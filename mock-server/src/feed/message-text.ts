/** The parts of a data message. */
export interface DataMessageParts {
  readonly channel: string
  readonly epoch: string
  readonly seq: number
  /** Only where a session conflates: the first number that the message stands for. */
  readonly firstSeq?: number
  readonly type: string
  /** RFC 3339. */
  readonly time: string
  readonly data: object
}

/** A data message as the wire writes it; `listEvents` and the streams send the same bytes. */
export function messageText({ channel, epoch, seq, firstSeq, type, time, data }: DataMessageParts): string {
  return JSON.stringify({ channel, epoch, seq, firstSeq, type, time, data })
}
