import type { Segment } from '../outline.ts'
import { type Around, type Drawing, rectangle } from './drawing.ts'
import { readPath } from './path-data.ts'
import { numbersIn } from './scan.ts'
import type { XmlElement } from './xml.ts'

/** The elements that have an outline of their own. */
export const shapeNames: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
])

/** The outline of a shape in its own coordinates; empty where there is nothing to see. */
export function outlineOf(element: XmlElement, around: Around, drawing: Drawing): readonly Segment[] {
  const outline = readOutline(element, around, drawing)
  drawing.keep(outline.length, element)
  return outline
}

function readOutline(element: XmlElement, around: Around, drawing: Drawing): readonly Segment[] {
  const length = (name: string, otherwise = 0): number => drawing.length(element, name, otherwise, around)
  switch (element.name) {
    case 'path': {
      const written = element.attributes.get('d')
      return written ? readPath(written, drawing.room, drawing.report) : []
    }
    case 'rect':
      return rectOf(element, length)
    case 'circle':
      return ellipse(length('cx'), length('cy'), length('r'), length('r'))
    case 'ellipse':
      return ellipse(length('cx'), length('cy'), ...radii(element, length))
    case 'line':
      return [
        ['M', length('x1'), length('y1')],
        ['L', length('x2'), length('y2')],
      ]
    default:
      return pointsOf(element, drawing)
  }
}

type Length = (name: string, otherwise?: number) => number

/** One that is not given is as large as the other (SVG 2, 10.3). */
function radii({ attributes }: XmlElement, length: Length): readonly [rx: number, ry: number] {
  const isGiven = (name: string): boolean => !/^(?:\s*auto\s*)?$/.test(attributes.get(name)?.text ?? '')
  if (!isGiven('rx')) return [length('ry'), length('ry')]
  return [length('rx'), isGiven('ry') ? length('ry') : length('rx')]
}

function rectOf(element: XmlElement, length: Length): readonly Segment[] {
  const [x, y, width, height] = [length('x'), length('y'), length('width'), length('height')]
  if (width === 0 || height === 0) return []
  const [wantedX, wantedY] = radii(element, length)
  const [rx, ry] = [Math.min(wantedX, width / 2), Math.min(wantedY, height / 2)]
  if (rx === 0 || ry === 0) return rectangle(x, y, width, height)
  const [right, bottom] = [x + width, y + height]
  const [acrossX, acrossY] = [rx * (1 - roundness), ry * (1 - roundness)]
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ['C', right - acrossX, y, right, y + acrossY, right, y + ry],
    ['L', right, bottom - ry],
    ['C', right, bottom - acrossY, right - acrossX, bottom, right - rx, bottom],
    ['L', x + rx, bottom],
    ['C', x + acrossX, bottom, x, bottom - acrossY, x, bottom - ry],
    ['L', x, y + ry],
    ['C', x, y + acrossY, x + acrossX, y, x + rx, y],
    ['Z'],
  ]
}

/** How far the control points of a quarter of a unit circle stand along its tangents. */
const roundness = (4 / 3) * Math.tan(Math.PI / 8)

function ellipse(cx: number, cy: number, rx: number, ry: number): readonly Segment[] {
  if (rx === 0 || ry === 0) return []
  const [x, y] = [rx * roundness, ry * roundness]
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + y, cx + x, cy + ry, cx, cy + ry],
    ['C', cx - x, cy + ry, cx - rx, cy + y, cx - rx, cy],
    ['C', cx - rx, cy - y, cx - x, cy - ry, cx, cy - ry],
    ['C', cx + x, cy - ry, cx + rx, cy - y, cx + rx, cy],
    ['Z'],
  ]
}

function pointsOf({ name, attributes }: XmlElement, { report }: Drawing): readonly Segment[] {
  const written = attributes.get('points')
  if (written === undefined) return []
  const numbers = numbersIn(written)
  if (numbers === null || numbers.length % 2 !== 0) {
    report.broken('`points` are no pairs of numbers', written.span, 'give each point its x and its y')
    return []
  }
  const outline: Segment[] = []
  for (let at = 0; at < numbers.length; at += 2)
    outline.push([at === 0 ? 'M' : 'L', numbers[at] ?? 0, numbers[at + 1] ?? 0])
  return name === 'polygon' && outline.length > 0 ? [...outline, ['Z']] : outline
}
