/**
 * The style of a report. Contrasts are above 7:1 on both grounds (WCAG 2.2, 1.4.6); removed and added differ by a line
 * as well as by colour (1.4.1), and generated words, which are not seen, tell a screen reader where they begin and end.
 */
export const style = `:root { color-scheme: light dark }
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2.5rem } h3 { font-size: 1rem; margin-bottom: 0 }
section { border-inline-start: 3px solid #767676; padding-inline-start: 1rem; margin: 1.5rem 0 }
.lang { margin: .5rem 0 0; font-size: .8rem }
.text { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate }
.lag { border: 1px solid; padding: .25rem .5rem } .lag::before { content: "\\26A0\\FE0E  " }
ins, del { unicode-bidi: isolate }
ins { background: #d7f5dd; color: #0b3d17; text-decoration: underline }
del { background: #fbe0e0; color: #6b0f0f; text-decoration: line-through }
ins::before, ins::after, del::before, del::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(100%); white-space: nowrap }
ins::before { content: " [added: " } del::before { content: " [removed: " } ins::after, del::after { content: "] " }
@media (prefers-color-scheme: dark) {
  ins { background: #0b3d17; color: #d7f5dd }
  del { background: #5a0d0d; color: #fbe0e0 }
}
`
