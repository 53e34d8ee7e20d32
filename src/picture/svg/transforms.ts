import { composed, identity, type Matrix } from '../matrix.ts'
import { Scanner } from './scan.ts'
import type { Written } from './xml.ts'

/** A list of transforms (SVG 2, 8.5): the first is the outermost; null where it cannot be read. */
export function readTransforms(written: Written): Matrix | null {
  const scanner = new Scanner(written)
  if (scanner.take(/none/y) !== null) return scanner.isAtEnd ? identity : null
  let matrix = identity
  while (!scanner.isAtEnd) {
    const name = scanner.take(names)
    if (name === null || scanner.take(/\(/y) === null) return null
    const numbers: number[] = []
    while (scanner.startsNumber) {
      const number = scanner.number()
      if (number === null || numbers.length === 6) return null
      numbers.push(number)
    }
    const one = transformOf(name, numbers)
    if (one === null || scanner.take(/\)/y) === null) return null
    scanner.comma()
    matrix = composed(matrix, one)
  }
  return matrix
}

const names = /matrix|translate|scale|rotate|skewX|skewY/y

function transformOf(name: string, numbers: readonly number[]): Matrix | null {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = numbers
  const { length } = numbers
  if (name === 'matrix') return length === 6 ? [a, b ?? 0, c ?? 0, d, e, f] : null
  if (length === 0) return null
  if (name === 'translate') return length <= 2 ? [1, 0, 0, 1, a, b ?? 0] : null
  if (name === 'scale') return length <= 2 ? [a, 0, 0, b ?? a, 0, 0] : null
  if (name === 'rotate') return length === 1 || length === 3 ? turnedAround(a, b ?? 0, c ?? 0) : null
  if (length !== 1) return null
  const skew = Math.tan(radians(a))
  return name === 'skewX' ? [1, 0, skew, 1, 0, 0] : [1, skew, 0, 1, 0, 0]
}

function turnedAround(degrees: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))]
  return composed(composed([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, -x, -y])
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
