import { streamProtocol } from './generated/stream-protocol.ts'
import { html } from './html.ts'
import type { ContentsGroup, Page } from './layout.ts'
import { markdown, slug } from './markdown.ts'

/** docs/streams.md as a page. */
export function protocolPage(): Page {
  const headings = [...streamProtocol.matchAll(/^## (.+)$/gm)].map(([, text = '']) => text)
  const contents: ContentsGroup[] = [
    { title: 'Stream protocol', entries: headings.map((text) => ({ href: `#${slug(text)}`, text })) },
  ]
  return { title: 'Stream protocol', content: html`${markdown(streamProtocol)}`, contents }
}
