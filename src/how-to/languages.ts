import { isChinese, type Lang, type PerLanguage } from '../base/lang.ts'

/** The languages that instructions are written in, with their names in themselves. */
const written: PerLanguage<string> = new Map([
  ['en', 'English'],
  ['zh-Hans', '中文'],
  ['fr', 'Français'],
  ['es', 'Español'],
  ['ru', 'Русский'],
])

/** The languages of an instruction for readers of these: the nearest that it is written in, else English; each once. */
export function instructionLanguages(languages: readonly Lang[]): readonly Lang[] {
  return [...new Set(languages.map(nearest))]
}

/** `fr-CA` reads French, `zh-Hant` the simplified characters; what has no near one reads English. */
function nearest(lang: Lang): Lang {
  if (isChinese(lang)) return 'zh-Hans'
  const [base = ''] = lang.split('-')
  return written.has(base) ? base : 'en'
}

/** The head of a publication in the languages of instructions, of which some are printed. */
export function languageLines(printed: readonly Lang[]): readonly string[] {
  return [
    'languages:',
    ...[...written].map(([lang, name]) => `  ${lang}: { name: ${name} }`),
    `print: [${printed.join(', ')}]`,
  ]
}

/** The one of some texts that a reader of an instruction is to see: that of the language, or of a variant of it, else the first. */
export function textFor(lang: Lang, texts: PerLanguage<string>): string {
  const own = [...texts].find(([one]) => nearest(one) === lang && (lang !== 'en' || one.startsWith('en')))
  return own?.[1] ?? [...texts.values()][0] ?? ''
}
