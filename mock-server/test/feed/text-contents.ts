import type { Contents } from '../../src/feed/contents.ts'

/** Messages that are a text: its length in their row, and the text beside it unless it is empty. */
export class TextContents implements Contents<string> {
  readonly width = 1

  write(text: string, numbers: Float64Array, at: number): string | undefined {
    numbers[at] = text.length
    return text === '' ? undefined : text
  }

  read(numbers: Float64Array, at: number, text = ''): string {
    if (numbers[at] !== text.length) throw new Error(`${text} has the row of another`)
    return text
  }

  typeOf(): string {
    return 'text'
  }

  timeOf(): number {
    return 0
  }

  lengthOf(text: string): number {
    return text.length
  }

  render(text: string): object {
    return { text }
  }
}
