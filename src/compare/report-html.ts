import { directionOf, type Lang } from '../base/lang.ts'
import { type Changes, isEmpty, type PassageChange, passageOf, type TextChange } from './changes.ts'
import { escaped } from './escaped.ts'
import type { LayoutChanges } from './layout-changes.ts'
import type { Edit } from './redline.ts'
import { style } from './report-style.ts'
import { figureSentence, type Names, shiftSentence, summary } from './report-text.ts'
import { behind, headOf, inRuns, lagging, lagSentence, pathOf } from './words.ts'

/**
 * Changes as one HTML file that needs nothing else and runs nothing: a policy in it forbids scripts and everything
 * from elsewhere. What was removed and added is `del` and `ins`, said by screen readers as well; each text has its
 * language and direction.
 */
export function changesAsHtml(changes: Changes, names: Names): string {
  const title = `Changes: ${names.before} → ${names.after}`
  const body = isEmpty(changes)
    ? '<p>No differences.</p>\n'
    : [
        list(summary(changes)),
        lagSection(changes),
        passageSections(changes.passages),
        changes.layout ? layoutSection(changes.layout) : '',
      ].join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
${style}</style>
</head>
<body>
<main>
<h1><bdi>${escaped(names.before)}</bdi> → <bdi>${escaped(names.after)}</bdi></h1>
${body}</main>
</body>
</html>
`
}

function list(sentences: readonly string[]): string {
  return `<ul>\n${sentences.map((sentence) => `<li>${escaped(sentence)}</li>\n`).join('')}</ul>\n`
}

function lagSection(changes: Changes): string {
  const numbers = new Map(changes.passages.map((change, index) => [change, index + 1]))
  const items = lagging(changes).map(({ change, lag }) => {
    const { id } = passageOf(change)
    const number = numbers.get(change) ?? 0
    return `<li><a href="#passage-${number}"><bdi>${escaped(id)}</bdi></a>: ${escaped(lagSentence(lag))}</li>\n`
  })
  return items.length === 0 ? '' : `<h2>Changed in some languages only</h2>\n<ul>\n${items.join('')}</ul>\n`
}

function passageSections(passages: readonly PassageChange[]): string {
  let path: string | null = null
  let number = 1
  let html = ''
  for (const run of inRuns(passages)) {
    const here = pathOf(run[0])
    if (here !== path)
      html += `<h2>${here === '' ? 'Outside chapters' : `<bdi>${escaped(here)}</bdi>`}</h2>\n`
    path = here
    html += section(run, number)
    number += run.length
  }
  return html
}

function section(run: readonly [PassageChange, ...PassageChange[]], number: number): string {
  const [{ texts, lag }] = run
  const same = behind(run[0]).map(
    ({ lang, after }) =>
      `<p class="lang">${escaped(lang)}, as before</p>\n${paragraph(lang, escaped(after ?? ''))}`,
  )
  return `<section id="passage-${number}" aria-labelledby="head-${number}">
<h3 id="head-${number}"><bdi>${escaped(headOf(run))}</bdi></h3>
${texts.map(textOf).join('')}${same.join('')}${lag === null ? '' : `<p class="lag">${escaped(lagSentence(lag))}</p>\n`}</section>
`
}

function textOf({ lang, edits, figures }: TextChange): string {
  const said = figures.map(figureSentence).join('; ')
  return `<p class="lang">${escaped(lang)}</p>
${paragraph(lang, edits.map(editOf).join(''))}${said === '' ? '' : `<p class="figures">Figures: <bdi>${escaped(said)}</bdi></p>\n`}`
}

function paragraph(lang: Lang, html: string): string {
  return `<p class="text" lang="${escaped(lang)}" dir="${directionOf(lang)}">${html}</p>\n`
}

function editOf({ kind, text }: Edit): string {
  switch (kind) {
    case 'same':
      return escaped(text)
    case 'removed':
      return `<del>${escaped(text)}</del>`
    case 'added':
      return `<ins>${escaped(text)}</ins>`
  }
}

function layoutSection({ shifts, printed }: LayoutChanges): string {
  if (shifts.length + printed.length === 0) return ''
  const sentences = [
    ...shifts.map(shiftSentence),
    ...printed.map(({ lang, id, isNow }) => `${lang}  ${id}: ${isNow ? 'printed now' : 'no longer printed'}`),
  ]
  return `<h2>Layout</h2>\n${list(sentences)}`
}
