import type { Lang } from '../base/lang.ts'
import type { HowTo } from './how-to-print.ts'
import { instructionLanguages, languageLines } from './languages.ts'
import type { Orientation } from './printer.ts'
import { backDrawing, frontDrawing, type SheetSize } from './test-sheet-drawing.ts'
import { rowOf } from './values.ts'

/** A paper that a test sheet is made for, in millimetres, upright. */
export interface TestPaper extends SheetSize {
  readonly name: string
}

export const usualTestPaper: TestPaper = { name: 'A4', width: 210, height: 297 }

export const testPapers: ReadonlyMap<string, TestPaper> = new Map([
  ['a4', usualTestPaper],
  ['letter', { name: 'Letter', width: 215.9, height: 279.4 }],
])

export interface TestSheet {
  readonly name: string
  readonly paper: TestPaper
  readonly orientation: Orientation
  readonly languages: readonly Lang[]
}

const folder = 'bifolio:templates/calibration/'

/** A sheet of two sides that shows how a printer turns its backs, and what it does not reach. */
export function testSheet({ name, paper, orientation, languages }: TestSheet): HowTo {
  const isWide = orientation === 'landscape'
  const sheet = isWide ? { width: paper.height, height: paper.width } : paper
  const path = `${folder}calibration.yaml`
  const head = [
    ...languageLines(instructionLanguages(languages)),
    'layout: calibration',
    'theme: page.css',
    'title: { en: Printer test sheet, zh-Hans: 打印机测试页, fr: Page de test, es: Hoja de prueba, ru: Проверочный лист }',
    'chapters: [front.yaml, back.yaml]',
  ]
  const theme = `@page { size: ${sheet.width}mm ${sheet.height}mm }\n.drawing, .drawing img { width: ${sheet.width}mm; height: ${sheet.height}mm }\n`
  const files = {
    [path]: `${head.join('\n')}\n`,
    [`${folder}page.css`]: theme,
    [`${folder}front.svg`]: frontDrawing(sheet),
    [`${folder}back.svg`]: backDrawing(sheet, orientation),
  }
  const values = { paper: paper.name, example: isWide ? 'B5' : 'F5' }
  const encoder = new TextEncoder()
  return {
    request: { path, name, languages: null, row: rowOf(values, path) },
    files: new Map(Object.entries(files).map(([file, text]) => [file, encoder.encode(text)])),
  }
}
