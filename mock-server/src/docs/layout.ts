import { specVersion } from '@openbourse/spec'
import { type Html, html } from './html.ts'

export interface Page {
  readonly title: string
  readonly content: Html
  /** What the page has, for the column beside it. */
  readonly contents?: readonly ContentsGroup[]
}

export interface ContentsGroup {
  readonly title: string
  readonly entries: readonly { readonly href: string; readonly text: string; readonly mark?: string }[]
}

export const SITE = [
  { href: '/docs/rest', text: 'REST' },
  { href: '/docs/streams', text: 'Streams' },
  { href: '/docs/stream-protocol', text: 'Stream protocol' },
  { href: '/docs/errors', text: 'Errors' },
] as const

/** A whole page. It loads its style and its script from this server and nothing else. */
export function layout({ title, content, contents = [] }: Page): string {
  const links = SITE.map(({ href, text }) => html`<a href="${href}">${text}</a>`)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · openbourse</title>
<link rel="stylesheet" href="/docs/style.css">
<link rel="icon" href="/docs/icon.svg" type="image/svg+xml">
<script src="/docs/console.js" defer></script>
</head>
<body>
<header><a class="brand" href="/docs">openbourse <small>${specVersion}</small></a><nav aria-label="Pages">${links}</nav></header>
<div class="${contents.length > 0 ? 'columns' : 'one-column'}">
${contents.length > 0 ? sidebar(contents) : undefined}
<main>
${content}
</main>
</div>
</body>
</html>
`.text
}

function sidebar(groups: readonly ContentsGroup[]): Html {
  const lists = groups.map(
    ({ title, entries }) =>
      html`<section><h2>${title}</h2><ul>${entries.map(
        ({ href, text, mark }) =>
          html`<li><a href="${href}">${mark === undefined ? undefined : html`<i class="method ${mark.toLowerCase()}">${mark}</i>`}<span>${text}</span></a></li>`,
      )}</ul></section>`,
  )
  return html`<input type="checkbox" id="menu"><label class="menu" for="menu">Contents</label>
<aside><input id="filter" type="search" placeholder="Filter" aria-label="Filter the contents" hidden>
<nav aria-label="Contents">${lists}</nav></aside>`
}
