import type { Page } from '../../src/layout/page.ts'
import { isInstalled } from './command.ts'
import { expectedPassages } from './expected-passages.ts'
import { missingPassages } from './find-passages.ts'
import {
  type Pages,
  pdfium,
  pdfjs,
  pdftotext,
  pdftotextColumn,
  type Reader,
  readByPdfium,
  readByPdfjs,
  readByPdftotext,
} from './reader-texts.ts'
import type { Sample } from './samples.ts'
import { figure, leftOut, type Verdict, verdict } from './verdict.ts'

type Expected = ReturnType<typeof expectedPassages>

const chapter = 'progress-in-human-rights-2013-ix'

/** What three programs read from the chapter is the issued English and the Chinese of the YAML, passage by passage. */
export async function readers(samples: readonly Sample[]): Promise<readonly Verdict[]> {
  const sample = samples.find(({ name }) => name === chapter)
  if (!sample) return []
  const { built, path } = sample
  const expected = expectedPassages(chapter)
  const compare = (pages: Pages, reader: Reader): readonly Verdict[] =>
    compareBoth(expected, pages, reader, sample)
  const verdicts = [
    ...compare(await readByPdfjs(built.bytes), pdfjs),
    ...compare(await readByPdfium(built.bytes), pdfium),
  ]
  if (!isInstalled('pdftotext'))
    return [...verdicts, leftOut('pdftotext', 'pdftotext (poppler-utils) is not installed')]
  verdicts.push(...compare(readByPdftotext(path), pdftotext), ...readColumns(expected, sample))
  for (const option of ['-raw', '-layout']) {
    const pages = readByPdftotext(path, option)
    const [en, zh] = [expected.en, expected.zh].map((passages) => {
      const missing = missingPassages(passages, pages, pdftotext, firstPage(sample))
      return `${passages.length - missing.length} of ${passages.length}`
    })
    verdicts.push(figure(`pdftotext ${option}: English ${en} passages, Chinese ${zh}`))
  }
  return verdicts
}

/** Each page cropped to what is left of the Chinese column, and to that column; left and right pages differ. */
function readColumns({ en, zh }: Expected, sample: Sample): readonly Verdict[] {
  const columns = Array.from(sample.built.laid.pages, (page, index) => {
    const axis = Math.floor(chineseEdge(page, sample)) - 1
    const crop = (x: number, width: number): readonly string[] => {
      const area = { x, y: 0, W: width, H: page.size.height, f: index + 1, l: index + 1 }
      const options = Object.entries(area).flatMap(([name, value]) => [`-${name}`, String(Math.ceil(value))])
      return readByPdftotext(sample.path, ...options)[0] ?? []
    }
    return { en: crop(0, axis), zh: crop(axis, page.size.width - axis) }
  })
  const pagesOf = (lang: 'en' | 'zh'): Pages => columns.map((column) => column[lang])
  return [
    judge(en, 'English as issued', pagesOf('en'), pdftotextColumn, sample),
    judge(zh, 'Chinese of the YAML', pagesOf('zh'), pdftotextColumn, sample),
  ]
}

/** The left edge of the Chinese text of a page, in points; that of the page where it has none. */
function chineseEdge({ marks, size }: Page, { built }: Sample): number {
  const { tags } = built.laid
  const edges = marks.flatMap(({ mark, tag, x }) => {
    return mark.kind === 'glyphs' && tag !== null && tags[tag]?.lang === 'zh-Hans' ? [x] : []
  })
  return Math.min(size.width, ...edges)
}

function compareBoth({ en, zh }: Expected, pages: Pages, reader: Reader, sample: Sample): readonly Verdict[] {
  return [
    judge(en, 'English as issued', pages, reader, sample),
    judge(zh, 'Chinese of the YAML', pages, reader, sample),
    trial(en, pages, reader, sample),
  ]
}

function judge(
  passages: readonly string[],
  what: string,
  pages: Pages,
  reader: Reader,
  sample: Sample,
): Verdict {
  const missing = missingPassages(passages, pages, reader, firstPage(sample))
  return verdict(
    `${reader.name} reads the ${what}, ${passages.length} passages`,
    missing.map((passage) => `not read: ${passage}`),
  )
}

/** The comparison itself is tried: each passage with a space less in its middle, or one more, must be missed. */
function trial(passages: readonly string[], pages: Pages, reader: Reader, sample: Sample): Verdict {
  const what = `${reader.name}: a changed passage is noticed`
  const changed = passages.flatMap((passage) => {
    const space = passage.indexOf(' ', passage.length / 2)
    const [before, after] = [passage.slice(0, space), passage.slice(space + 1)]
    return [`${before}${after}`, `${before}  ${after}`]
  })
  const found = changed.filter(
    (passage) => missingPassages([passage], pages, reader, firstPage(sample)).length === 0,
  )
  return verdict(
    what,
    found.map((passage) => `found all the same: ${passage}`),
  )
}

/** The page on which the text begins, behind the cover, the colophon and the contents. */
function firstPage({ built }: Sample): number {
  const [first] = built.publication.chapters
  const place = first && built.laid.anchors.get(first.id)
  if (!place) throw new Error('the first chapter has no place')
  return place.page
}
