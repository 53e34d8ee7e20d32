import type { Lang, PerLanguage } from '../base/lang.ts'
import { pointsPer, type Size } from '../base/length.ts'
import type { Row } from '../content/data/rows.ts'
import type { PressSettings } from '../press/settings.ts'
import { instructionLanguages, languageLines, textFor } from './languages.ts'
import { orientationOf } from './printer.ts'
import { nestedIn, stepsOf } from './steps.ts'
import { rowOf, type Values } from './values.ts'
import type { MadeFiles } from './with-files.ts'

/** A print copy, and how it is printed. */
export interface HowToPrint {
  /** Stem of the instruction's name. */
  readonly name: string
  /** Name of the print copy's file; where it has one side of the sheets it ends in `-front.pdf` or `-back.pdf`. */
  readonly copy: string
  /** The plain title of what is printed, in its printed languages. */
  readonly title: PerLanguage<string>
  readonly settings: Pick<PressSettings, 'scheme' | 'sides' | 'binding' | 'marks'>
  /** A side as it is printed: whether it is wide or tall decides how it turns. */
  readonly sheet: Size
  /** The name of the paper for people: `A4`. */
  readonly paper: string
  /** Sheets of paper. */
  readonly sheets: number
  /** The edge that is chosen in the print window, or over which a stack is turned by hand. */
  readonly edge: 'long' | 'short'
  /** Whether the printer is known by its test sheet: then what was chosen for that is chosen again. */
  readonly isTested: boolean
}

/** A publication of this program's own: what `build` is asked for, and the files that are made for it. */
export interface HowTo {
  readonly request: {
    readonly path: string
    readonly name: string
    readonly languages: null
    readonly row: Row
  }
  readonly files: MadeFiles
}

const folder = 'bifolio:templates/how-to-print/'

/** Half a page that says how a print copy is printed, folded and bound, in the languages of what is printed. */
export function howToPrint(what: HowToPrint): HowTo {
  const path = `${folder}how-to-print.yaml`
  const languages = instructionLanguages([...what.title.keys()])
  const steps = stepsOf(what)
  const publication = [
    ...languageLines(languages),
    'layout: how-to-print',
    'theme: page.css',
    `title: \${title}`,
    `chapters: [${steps.map((step) => `steps/${step}.yaml`).join(', ')}]`,
  ]
  const encoder = new TextEncoder()
  return {
    request: { path, name: what.name, languages: null, row: rowOf(valuesOf(what, languages), path) },
    files: new Map([
      [path, encoder.encode(`${publication.join('\n')}\n`)],
      [`${folder}page.css`, encoder.encode(`@page { size: ${pageFor(what.sheet)} }\n`)],
    ]),
  }
}

/** A5 wide, or a page of whose upper half the instruction takes the room: the paper that the office has in its tray. */
function pageFor({ width, height }: Size): string {
  const inMm = [width, height].map((length) => Math.round(length / (pointsPer('mm') ?? 1)))
  const [short = 0, long = 0] = inMm.sort((one, other) => one - other)
  if (short <= 148 && long <= 210) return '210mm 148mm'
  return [short, long].some((length) => length === 216 || length === 279) ? 'letter' : 'A4'
}

function valuesOf(what: HowToPrint, languages: readonly Lang[]): Values {
  const { settings, sheet, edge, title } = what
  const { scheme, binding } = settings
  const isLeft = binding === 'left'
  const opposite = isLeft ? 'right' : 'left'
  const shape = orientationOf(sheet) === 'landscape' ? 'wide' : 'tall'
  return {
    copy: what.copy,
    fronts: ofSide(what.copy, 'front'),
    backs: ofSide(what.copy, 'back'),
    paper: what.paper,
    sheets: String(what.sheets),
    turn: `turn-${shape}-${edge}`,
    hand: binding,
    nested: 'up' in scheme ? String(nestedIn(scheme, what.sheets)) : '',
    places: 'columns' in scheme ? String(scheme.columns * scheme.rows) : '',
    ...Object.fromEntries(languages.map((lang) => [`title_${lang}`, textFor(lang, title)])),
    ...inLanguages('edge', edgeWords[edge]),
    ...inLanguages('half', halfWords[binding]),
    ...inLanguages('spine', sideWords[binding]),
    ...inLanguages('corner', sideWords[opposite]),
  }
}

/** The file of the same sheets with their other side. */
function ofSide(copy: string, side: 'front' | 'back'): string {
  return copy.replace(/-(front|back)(?=\.pdf$)/, `-${side}`)
}

function inLanguages(name: string, words: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(Object.entries(words).map(([lang, word]) => [`${name}_${lang}`, word]))
}

// As they stand in the sentences of the steps: an adjective, the Chinese and the Russian with their case.
const edgeWords = {
  long: { en: 'long', 'zh-Hans': '长边', fr: 'long', es: 'largo', ru: 'длинному' },
  short: { en: 'short', 'zh-Hans': '短边', fr: 'court', es: 'corto', ru: 'короткому' },
}
const halfWords = {
  left: { en: 'left', 'zh-Hans': '左', fr: 'gauche', es: 'izquierda', ru: 'левую' },
  right: { en: 'right', 'zh-Hans': '右', fr: 'droite', es: 'derecha', ru: 'правую' },
}
const sideWords = {
  left: { en: 'left', 'zh-Hans': '左', fr: 'gauche', es: 'izquierda', ru: 'слева' },
  right: { en: 'right', 'zh-Hans': '右', fr: 'droite', es: 'derecha', ru: 'справа' },
}
