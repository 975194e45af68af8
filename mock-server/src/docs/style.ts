/** The one style sheet: system fonts, light or dark as the reader has it, one column on a phone. */
export const style = `
:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #14171c);
  --panel: light-dark(#f5f6f8, #1c2027);
  --line: light-dark(#dfe2e7, #333a45);
  --text: light-dark(#1c222b, #dfe3ea);
  --quiet: light-dark(#596474, #98a3b3);
  --link: light-dark(#0b5cad, #7db8f5);
  --get: light-dark(#0b6b3a, #62d394);
  --post: light-dark(#0b5cad, #7db8f5);
  --change: light-dark(#8a5300, #f0b65a);
  --delete: light-dark(#a8232f, #f48a93);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
code, pre, textarea, input { font-family: var(--mono); font-size: 0.88em; }
code { overflow-wrap: anywhere; }
:not(pre) > code { background: var(--panel); border-radius: 4px; padding: 0.1em 0.3em; }
p code, li code { white-space: nowrap; }
[hidden] { display: none !important; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.6rem; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 0.6rem; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 0.4rem; }
h4 { font-size: 0.95rem; margin: 1.4rem 0 0.4rem; }
small { color: var(--quiet); font-weight: 400; }
ul { padding-left: 1.3rem; }
li { margin: 0.25rem 0; }
a:has(> code) { color: inherit; text-decoration: none; }
a:has(> code):hover { color: var(--link); }
.lead { color: var(--quiet); font-size: 1.05rem; max-width: 46rem; }
header { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; align-items: baseline; padding: 0.7rem 1.5rem; background: var(--page); border-bottom: 1px solid var(--line); }
header nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; }
header a { text-decoration: none; }
.brand { font-weight: 700; color: var(--text); }
.columns { display: grid; grid-template-columns: 18rem minmax(0, 1fr); max-width: 90rem; }
main { padding: 2rem 2.5rem 6rem; min-width: 0; }
main > p, main > ul, .group > p { max-width: 52rem; }
.one-column main { max-width: 78rem; margin: 0 auto; }
aside { position: sticky; top: 3.1rem; align-self: start; height: calc(100vh - 3.1rem); overflow-y: auto; padding: 1rem 1rem 3rem 1.5rem; border-right: 1px solid var(--line); font-size: 0.88rem; }
aside h2 { font-size: 0.75rem; letter-spacing: 0.05em; text-transform: uppercase; color: var(--quiet); margin: 1.2rem 0 0.3rem; }
aside ul { list-style: none; margin: 0; padding: 0; }
aside li { margin: 0; }
aside li a { display: flex; gap: 0.5rem; align-items: baseline; padding: 0.16rem 0.3rem; border-radius: 4px; color: var(--text); text-decoration: none; }
aside li a:hover { background: var(--panel); }
aside li span { overflow-wrap: anywhere; }
aside .method { width: 3.1rem; flex: none; }
input, textarea { width: 100%; padding: 0.4rem 0.5rem; color: var(--text); background: var(--page); border: 1px solid var(--line); border-radius: 5px; }
#menu, .menu { display: none; }
.method { font: 700 0.72rem var(--mono); letter-spacing: 0.02em; }
.get { color: var(--get); }
.post { color: var(--post); }
.put, .patch { color: var(--change); }
.delete { color: var(--delete); }
.s2 { color: var(--get); }
.s4 { color: var(--change); }
.s5 { color: var(--delete); }
details { border: 1px solid var(--line); border-radius: 8px; margin: 0.5rem 0; padding: 0 1.1rem; }
details[open] { padding-bottom: 1rem; }
summary { cursor: pointer; padding: 0.6rem 0; display: flex; flex-wrap: wrap; gap: 0.2rem 0.8rem; align-items: baseline; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: '▸'; color: var(--quiet); width: 0.8rem; }
details[open] > summary::before { content: '▾'; }
details[open] > summary { border-bottom: 1px solid var(--line); margin-bottom: 0.6rem; }
summary .method { width: 3.6rem; }
summary span { color: var(--quiet); }
summary .path { background: none; padding: 0; font-weight: 600; }
.id { margin: 0.4rem 0; color: var(--quiet); }
details > p, details > ul { max-width: 56rem; }
.required { color: var(--delete); font-size: 0.75rem; font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th { text-align: left; font-size: 0.75rem; color: var(--quiet); font-weight: 600; }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { min-width: 9rem; }
td small { overflow-wrap: anywhere; }
details:target { border-color: var(--link); }
tr:target { background: var(--panel); }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1rem; overflow: auto; max-height: 28rem; line-height: 1.45; }
pre code { overflow-wrap: normal; font-size: 1em; }
.console { margin-top: 1.4rem; }
form.console { border-top: 1px dashed var(--line); }
.key input { width: 22rem; max-width: 100%; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 0.7rem 1rem; margin-bottom: 0.8rem; }
.fields label { font-size: 0.85rem; color: var(--quiet); }
.fields .wide { grid-column: 1 / -1; }
button { font: inherit; font-weight: 600; padding: 0.35rem 1.1rem; color: var(--page); background: var(--link); border: 0; border-radius: 5px; cursor: pointer; }
output { display: block; }
output p { color: var(--quiet); margin: 0.8rem 0 0.3rem; overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem; margin-top: 2rem; }
.card { display: flex; flex-direction: column; gap: 0.3rem; padding: 1.1rem 1.2rem; border: 1px solid var(--line); border-radius: 8px; text-decoration: none; }
.card:hover { background: var(--panel); }
.card span { color: var(--quiet); }
.diagram { margin: 1.2rem 0; padding: 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
.diagram svg { display: block; max-width: 100%; min-width: 50rem; height: auto; font-size: 13.5px; }
.actor { fill: var(--panel); stroke: var(--line); }
.name { fill: var(--text); font-weight: 600; text-anchor: middle; }
.lane { stroke: var(--line); stroke-dasharray: 3 4; }
.said { fill: var(--text); text-anchor: middle; font-family: var(--mono); font-size: 12.5px; paint-order: stroke; stroke: var(--page); stroke-width: 5px; }
.sent, .answered { stroke: var(--link); stroke-width: 1.4; }
.answered { stroke-dasharray: 6 3; }
.diagram marker path { fill: var(--link); }
.note { fill: var(--panel); stroke: var(--line); }
.noted { fill: var(--quiet); text-anchor: middle; font-size: 12.5px; }
@media (max-width: 52rem) {
  header { padding: 0.6rem 1rem; }
  .columns { display: block; }
  main { padding: 1.2rem 1rem 4rem; }
  .menu { display: block; margin: 0.8rem 1rem 0; padding: 0.5rem 0.9rem; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; font-weight: 600; }
  .menu::before { content: '☰  '; }
  aside { display: none; position: static; height: auto; max-height: 60vh; border: 0; padding: 0.5rem 1rem; }
  #menu:checked ~ aside { display: block; }
  details { padding: 0 0.8rem; }
  thead { display: none; }
  tr { display: block; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  td { display: block; padding: 0.1rem 0; border: 0; }
  td[data-label]::before { content: attr(data-label) ' '; color: var(--quiet); }
  summary span { flex-basis: 100%; padding-left: 1.6rem; }
  html { scroll-padding-top: 6.5rem; }
}
`
