/** The envelope of everything that a channel carries, as far as numbering and delivery look at it. */
export interface NumberedMessage {
  readonly channel: string
  readonly epoch: string
  readonly seq: number
  /** Where the server conflated: the first number that this message stands for. */
  readonly firstSeq?: number
  /** `snapshot` takes no number: its `seq` is the last one included. */
  readonly type: string
  readonly time: string
  readonly data: object
}

/** A place in a channel: a number means something only within its epoch. */
export interface Position {
  readonly epoch: string
  readonly seq: number
}

/** A frame's messages: one, or an array of them. What is not JSON, or no object with a `type`, is left out. */
export function parseFrame(text: string): readonly { readonly type: string }[] {
  let frame: unknown
  try {
    frame = JSON.parse(text)
  } catch {
    // A lost message shows in the numbers, so a broken frame needs no reaction of its own.
    return []
  }
  return (Array.isArray(frame) ? frame : [frame]).filter(
    (item) => typeof (item as { type?: unknown } | null)?.type === 'string',
  )
}

/** Whether the message belongs to a channel and can be counted. Types that this client does not know count as well. */
export function isNumbered(message: object): message is NumberedMessage {
  const { data, seq, firstSeq = seq } = message as Partial<NumberedMessage>
  return (
    typeof data === 'object' && data !== null && Number.isSafeInteger(seq) && Number.isSafeInteger(firstSeq)
  )
}
