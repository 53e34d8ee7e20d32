import { readFileSync } from 'node:fs'
import { rivalSheet } from './rival-sheets.ts'

/** Draws all sheets of a CSV file, one after the other; no cell of it holds a comma. */
const [head = [], ...rows] = readFileSync(process.argv[2] ?? '', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','))
for (const row of rows)
  await rivalSheet(Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
