import { visible } from '../base/visible.ts'
import type { Built } from '../build.ts'
import type { Profile } from '../pdf/paint.ts'
import { asJson } from './findings-json.ts'
import { fitData } from './fit-report.ts'
import { outputPath } from './write-output.ts'

export interface ResultSettings {
  readonly out: string
  readonly isJson: boolean
  readonly profile: Profile
  readonly seconds: number
}

/** Path, pages, size, languages, profile and seconds of what was made. */
export function resultLine(built: Built, settings: ResultSettings): string {
  const path = outputPath(settings.out, built.file)
  const pages = built.laid.pages.length
  const languages = built.publication.languages.map((language) => language.tag)
  const seconds = Math.round(settings.seconds * 100) / 100
  const { profile } = settings
  if (settings.isJson) {
    const bytes = built.bytes.length
    return asJson({ path, pages, bytes, languages, profile, fit: fitData(built), seconds })
  }
  return [
    visible(path),
    pages === 1 ? '1 page' : `${pages} pages`,
    `${Math.ceil(built.bytes.length / 1000)} kB`,
    languages.join(', '),
    profile === 'archive' ? 'PDF/A-3a, PDF/UA-1' : 'no profile',
    `${seconds} s`,
  ].join('  ')
}
