import { composed, identity, type Matrix, movedOutline } from '../matrix.ts'
import type { Segment } from '../outline.ts'
import type { Paint, Shape } from '../vector.ts'
import { largestNumber, largestScale, mostReach } from './limits.ts'

/** Whether all that is drawn, and how, is in numbers that a reader of PDF can count with; `side` is that of the drawing. */
export function isInReach(shapes: readonly Shape[], side: number): boolean {
  return areNear(shapes, identity, mostReach * side)
}

function areNear(shapes: readonly Shape[], matrix: Matrix, farthest: number): boolean {
  const isNear = (outline: readonly Segment[], through: Matrix): boolean =>
    movedOutline(outline, through).every((segment) =>
      segment.every((part) => typeof part === 'string' || Math.abs(part) <= farthest),
    )
  return shapes.every((shape) => {
    if (shape.kind === 'outlined') {
      const paints = [shape.fill?.paint, shape.stroke?.paint]
      return isNear(shape.outline, matrix) && paints.every((paint) => !paint || isPaintable(paint, matrix))
    }
    const inner = composed(matrix, shape.transform)
    return (
      isMatrix(inner, largestScale) &&
      shape.clips.every(({ outline }) => isNear(outline, inner)) &&
      areNear(shape.shapes, inner, farthest)
    )
  })
}

function isPaintable(paint: Paint, matrix: Matrix): boolean {
  return paint.kind === 'color' || isMatrix(composed(matrix, paint.transform), largestNumber)
}

function isMatrix([a, b, c, d, e, f]: Matrix, largest: number): boolean {
  return (
    [a, b, c, d].every((value) => Math.abs(value) <= largest) &&
    [e, f].every((value) => Math.abs(value) <= largestNumber * largestScale)
  )
}
