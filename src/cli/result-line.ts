import { visible } from '../base/visible.ts'
import type { Copy } from '../outputs/build-outputs.ts'
import type { Profile } from '../pdf/paint.ts'
import { asJson } from './findings-json.ts'
import { fitData } from './fit-report.ts'
import { outputPath } from './write-output.ts'

export interface ResultSettings {
  readonly out: string
  readonly isJson: boolean
  readonly profile: Profile
  /** That all files of the publication took. */
  readonly seconds: number
}

/** Path, pages or sheets, size, languages, profile and seconds of what was made. */
export function resultLine(copy: Copy, settings: ResultSettings): string {
  const path = outputPath(settings.out, copy.file)
  const pages = copy.laid.pages.length
  const languages = copy.publication.languages.map((language) => language.tag)
  const seconds = Math.round(settings.seconds * 100) / 100
  const { print, bytes } = copy
  // A print copy claims nothing: what it is a copy of does.
  const profile = print === null ? settings.profile : 'none'
  if (settings.isJson) {
    const printed = print && { sheets: print.imposed.sheets, sides: print.imposed.sides.length, of: print.of }
    const common = { path, pages, bytes: bytes.length, languages, profile }
    return asJson({ ...common, ...(printed ? { print: printed } : {}), fit: fitData(copy), seconds })
  }
  return [
    visible(path),
    print === null ? counted(pages, 'page') : counted(print.imposed.sheets, 'sheet'),
    `${Math.ceil(bytes.length / 1000)} kB`,
    languages.join(', '),
    print === null ? claims(profile) : `print copy of ${visible(print.of.file)}`,
    `${seconds} s`,
  ].join('  ')
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}

function claims(profile: Profile): string {
  return profile === 'archive' ? 'PDF/A-3a, PDF/UA-1' : 'no profile'
}
