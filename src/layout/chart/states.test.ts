import { expect, test } from 'vitest'
import { graphOf } from '../../testing/charts.ts'
import { drawn, sketchOf } from '../../testing/draw-chart.ts'

const size = { width: 200, height: 120 }

test('a line is broken where a value is missing, with a point where one stands alone', () => {
  const graph = graphOf({
    sort: 'area',
    categories: [1990, 1995, 2000, 2010, 2020, 2023],
    labelled: [1990, 2023],
    values: [[21, 24.6, null, 27.3, null, 32.2]],
    labels: { 0: '21.0/2100万', 5: '32.2/3220万' },
    ticks: { 0: '0', 20: '20/2000', 40: '40/4000' },
  })
  expect(sketchOf(drawn(graph, size))).toMatchInlineSnapshot(`
    "grid 20.7,61.2 158.6x0.5
    grid 20.7,19.8 158.6x0.5
    "0" 13.9,105.4
    "0" 182.1,105.4
    "20" 9.9,63.9
    "2000" 182.1,63.9
    "40" 9.9,22.4
    "4000" 182.1,22.4
    "1990" 23.7,114.4
    "2023" 160.3,114.4
    paper 52.4,20 62.1x83
    36 lines of gap 52.4,20 62.1x83
    paper 114.5,20 53.8x83
    34 lines of gap 114.5,20 53.8x83
    area through 0,7.5 20.7,0 20.7,51 0,51 back 31.7,52 20.7x51
    zero 20.7,102.5 158.6x1
    zero 31.3,103 0.8x3.4
    zero 52,103 0.8x3.4
    zero 72.7,103 0.8x3.4
    zero 114.1,103 0.8x3.4
    zero 155.5,103 0.8x3.4
    zero 167.9,103 0.8x3.4
    line through 0,7.5 20.7,0 31.7,52 20.7x7.5
    point of line on paper 29.3,57 4.8x4.8
    point of line on paper 50,49.5 4.8x4.8
    point of line on paper 112.1,43.9 4.8x4.8
    point of line on line 165.9,33.8 4.8x4.8
    paper 64.9,49.5 37.1x24
    "no data" 69.4,58.9
    "无数据" 71.4,68.9
    paper 122.8,49.5 37.1x24
    "no data" 127.4,58.9
    "无数据" 129.4,68.9
    paper 150.5,11.4 28.8x20
    "32.2" 156.9,18.8
    "3220万" 152.9,28.8
    paper 20.7,27.1 28.8x20
    "21.0" 27.1,34.5
    "2100万" 23.1,44.5"
  `)
})

test('zero, rounded zero, a negative value and a missing one are four things', () => {
  const graph = graphOf({
    sort: 'column',
    categories: [1990, 2000, 2005, 2010, 2015, 2023],
    labelled: [1990, 2023],
    values: [[6.2, 0, '~0', -2.4, null, 4.8]],
    labels: { 0: '6.2/62亿', 1: '0', 2: '<0.1/<1亿', 3: '−2.4/−24亿', 5: '4.8/48亿' },
    ticks: { '-4': '−4/−40', 0: '0', 4: '4/40', 8: '8/80' },
  })
  expect(sketchOf(drawn(graph, size))).toMatchInlineSnapshot(`
    "grid 20.7,102.7 158.6x0.5
    grid 20.7,47.4 158.6x0.5
    grid 20.7,19.8 158.6x0.5
    "−4" 9.9,105.4
    "−40" 182.1,105.4
    "0" 13.9,77.7
    "0" 182.1,77.7
    "4" 13.9,50.1
    "40" 182.1,50.1
    "8" 13.9,22.4
    "80" 182.1,22.4
    "1990" 23.7,114.4
    "2023" 160.3,114.4
    paper 128.1,20 14.2x83
    24 lines of gap 128.1,20 14.2x83
    mark 25.8,32.4 11.9x42.9
    mark 108.5,75.3 11.9x16.6
    last 162.3,42.1 11.9x33.2
    zero 20.7,74.8 158.6x1
    zero 31.3,75.3 0.8x3.4
    zero 72.7,75.3 0.8x3.4
    zero 93.4,75.3 0.8x3.4
    zero 114.1,75.3 0.8x3.4
    zero 134.8,75.3 0.8x3.4
    zero 167.9,75.3 0.8x3.4
    paper 128.1,85.8 14.2x11.4
    ".." 131.2,93.9
    paper 157.9,19.6 20.8x20
    "4.8" 162.3,27
    "48亿" 160.3,37
    paper 21.3,9.9 20.8x20
    "6.2" 25.7,17.3
    "62亿" 23.7,27.3
    paper 68.7,62.8 8.8x10
    "0" 71.1,70.2
    paper 83.4,52.8 20.8x20
    "<0.1" 85.8,60.2
    "<1亿" 85.8,70.2
    paper 102.1,32.8 24.8x20
    "−2.4" 106.5,40.2
    "−24亿" 104.5,50.2"
  `)
})

test('no value at all is said, without a scale', () => {
  const graph = graphOf({
    sort: 'column',
    categories: [1990, 2000, 2023],
    values: [[null, null, null]],
    ticks: { 0: '0', 1: '1' },
  })
  expect(sketchOf(drawn(graph, size))).toMatchInlineSnapshot(`
    ""1990" 23.7,114.4
    "2000" 65.1,114.4
    "2023" 160.3,114.4
    paper 20.7,20 158.6x83
    60 lines of gap 20.7,20 158.6x83
    zero 20.7,102.5 158.6x1
    zero 31.3,103 0.8x3.4
    zero 72.7,103 0.8x3.4
    zero 167.9,103 0.8x3.4
    paper 59.5,49.5 81.1x24
    "No data, 1990–2023" 64,58.9
    "1990—2023年无数据" 64,68.9"
  `)
})
