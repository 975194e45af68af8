import { Stop, type Watch } from './timeout.ts'

/**
 * Reads the whole body as text: a new limit of time for each piece, and an end as soon as more than `maximumBytes` came
 * out of the decompressor.
 */
export async function readBody(
  response: Response,
  watch: Watch,
  limits: { readonly maximumBytes: number; readonly idleMs: number },
): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    while (reader !== undefined) {
      watch.limit('body', limits.idleMs)
      const { done, value } = await watch.race(reader.read())
      if (done) break
      bytes += value.byteLength
      if (bytes > limits.maximumBytes) throw new Stop('size', limits.maximumBytes)
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    // Frees the connection; what the stream says to that is of no interest.
    reader?.cancel(error).catch(() => {})
    throw error
  }
  return text + decoder.decode()
}
