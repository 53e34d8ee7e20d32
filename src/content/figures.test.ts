import { expect, test } from 'vitest'
import { check, head, sound } from '../testing/publication.ts'

test('a figure is looked up however the lines of the text end', () => {
  const blocks = `
  - paragraph:
      en: the
        *137* states
      zh-Hans: 一百三十
        七国
    id: a`
  const figure =
    '{ id: f, value: [1, 2.50], unit: u, block: a, find: { en: 137 states, zh-Hans: 三十七国 }, label: l }'
  const [found] = sound(`${head}blocks: ${blocks}\nfigures: [${figure}]`).figures
  expect(found).toMatchObject({ id: 'f', value: ['1', '2.50'], isHeadline: false, display: null })
})

test('a figure may stand in a run-in heading or an item', () => {
  const blocks = '[{ runIn: 12 ways., paragraph: x, id: a }, { list: [x, 13 ways], id: b }]'
  const figure = (id: string, block: string, find: string) =>
    `{ id: ${id}, value: 1, unit: u, block: ${block}, find: ${find}, label: l }`
  const figures = [figure('f', 'a', '12 ways'), figure('g', 'b', '13 ways'), figure('h', 'b-2', '13 ways')]
  expect(sound(`${head}blocks: ${blocks}\nfigures: [${figures.join()}]`).figures).toHaveLength(3)
})

test('a figure may point at a block that was found wrong', () => {
  const figure = '{ id: f, value: 1, unit: u, block: a, find: x, label: l }'
  const { found } = check(`${head}blocks: [{ id: a, paragraph: [x] }]\nfigures: [${figure}]`)
  expect(found).toEqual(['3:19 content/wrong-value!'])
})
