import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import { readRows } from '../data/read-rows.ts'
import type { Row } from '../data/rows.ts'
import { load } from '../load.ts'
import type { Publication, Text } from '../publication.ts'
import { publish, settlePublication, validate } from '../validate.ts'

const folder = 'content/countries'
const report = new Report()
const loaded = load(`${folder}/sheet.yaml`, readFileSync(`${folder}/sheet.yaml`), report)
const settled = loaded && settlePublication(loaded, [], report)
const rows = readRows(`${folder}/countries.csv`, readFileSync(`${folder}/countries.csv`), report)?.rows ?? []

function sheetOf(row: Row, languages: readonly string[] | null = null): Publication {
  const found = new Report()
  const made = settled && publish(settled, { name: 'x', languages, isDraft: false, row }, new Map(), found)
  expect(found.diagnostics).toEqual([])
  if (made === null) throw new Error(`row ${row.number} makes no sheet`)
  return made
}

/** The values of a series as the file has them, by string methods alone. */
const lines = readFileSync(`${folder}/countries.csv`, 'utf8').replace(/\r/g, '').trimEnd().split('\n')
const names = lines[0]?.split(',') ?? []

function written(number: number, series: string): readonly (number | null)[] {
  const cells = lines[number]?.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/) ?? []
  return names.flatMap((name, index) => {
    if (!name.startsWith(series)) return []
    const cell = cells[index] ?? ''
    return [cell === '' ? null : Number(cell)]
  })
}

test('the sheet and its data are without findings', () => {
  expect(report.diagnostics).toEqual([])
  expect(rows).toHaveLength(212)
})

test('the charts of every row show the values of its line, missing ones as missing', () => {
  for (const row of rows) {
    const [population, gdp] = [...sheetOf(row).charts.values()].map((chart) =>
      chart.kind === 'graph' ? chart.series.map(({ points }) => points.map(({ value }) => value)) : [],
    )
    expect(population).toEqual([written(row.number, 'population_')])
    expect(gdp).toEqual([written(row.number, 'gdp_usd_')])
  }
})

test('the table of every row says the values of its line, as far as it is exact', () => {
  for (const row of rows) {
    const table = sheetOf(row)
      .chapters.flatMap(({ blocks }) => blocks)
      .find(({ kind }) => kind === 'data-table')
    if (table?.kind !== 'data-table') throw new Error('no table')
    const people = written(row.number, 'population_')
    const years = [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2023]
    for (const { period, cells } of table.rows) {
      const known = people[years.indexOf(Number(english(period)))] ?? null
      const [first, second] = cells
      if (known === null) {
        expect([first?.isMissing, english(first?.text)]).toEqual([true, '..'])
        continue
      }
      const isLarge = table.columns[0]?.unit?.versions.get('en')?.text === 'thousand'
      const said = [first, second].map((cell) =>
        Number([...(cell?.text.versions.values() ?? [])][0]?.text.replaceAll(',', '')),
      )
      expect(Math.abs((said[0] ?? 0) * (isLarge ? 1000 : 1) - known)).toBeLessThanOrEqual(isLarge ? 500 : 0)
      expect(Math.abs((said[1] ?? 0) * (isLarge ? 10_000 : 1) - known)).toBeLessThanOrEqual(isLarge ? 500 : 0)
    }
  }
})

test('a remark on gaps stands where a value is missing, and nowhere else', () => {
  for (const row of rows) {
    const hasGaps = [...written(row.number, 'population_'), ...written(row.number, 'gdp_usd_')].includes(null)
    expect(sheetOf(row).remarks.some(({ text }) => english(text).startsWith('..'))).toBe(hasGaps)
  }
})

describe.each(['en', 'zh-Hans', 'fr', 'es', 'ru', 'ar'])('in %s', (lang) => {
  test('every row has its name, its cards and alternative texts', () => {
    for (const row of rows) {
      const sheet = sheetOf(row, [lang])
      expect(sheet.title.versions.get(lang)?.text).toBe(row.cells.get(`name_${lang}`)?.text)
      expect(sheet.title.versions.get(lang)?.span).toEqual(row.cells.get(`name_${lang}`)?.span)
      for (const block of sheet.chapters.flatMap(({ blocks }) => blocks)) {
        if (block.kind === 'chart') expect(block.alt.versions.get(lang)?.text.length).toBeGreaterThan(20)
        if (block.kind !== 'cards') continue
        for (const { said, label } of block.cards) {
          expect(said.numeral.versions.get(lang)?.text).toMatch(
            said.isMissing ? /\p{L}/u : /^[\d.,\s\u00a0\u202f]+$/u,
          )
          expect(label.versions.has(lang)).toBe(true)
        }
      }
    }
  })
})

test('a row by way of what all rows share is the row made from the file anew', () => {
  for (const row of rows.filter(({ number }) => number % 53 === 1)) {
    const again = load(`${folder}/sheet.yaml`, readFileSync(`${folder}/sheet.yaml`), new Report())
    const settings = { name: 'x', languages: null, isDraft: false, row }
    expect(sheetOf(row)).toEqual(again && validate(again, settings, new Report()))
  }
})

function english(text: Text | undefined): string {
  return text?.versions.get('en')?.text ?? ''
}
