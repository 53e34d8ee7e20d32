import type { Report } from '../../base/report.ts'
import type { SourceFile } from '../../base/span.ts'
import { composed, identity } from '../matrix.ts'
import type { Shape, VectorPicture } from '../vector.ts'
import { checkDrawing } from './check.ts'
import { boxedIn, childrenOf } from './draw.ts'
import { type Around, Drawing, TooMuch, within } from './drawing.ts'
import { readLength } from './lengths.ts'
import { longestSide, shortestSide } from './limits.ts'
import { isInReach } from './reach.ts'
import { usualStyle } from './style.ts'
import { SvgReport } from './svg-report.ts'
import { langOf } from './texts.ts'
import { readViewBox } from './viewport.ts'
import { readXml, type XmlElement } from './xml.ts'

/** Whether a file is a drawing: its first element, behind what may stand before it, is `<svg>`. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  return (
    /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE\s|\w*:?svg[\s/>])/.test(start) &&
    /<(?:\w+:)?svg[\s/>]|<!DOCTYPE\s+svg/.test(start)
  )
}

/**
 * Reads an SVG file (SVG 1.1, and of SVG 2 what drawing programs write) into shapes and texts. Whatever of it would not
 * be printed is a finding at its place in the file; null after an error.
 */
export function readSvg(file: SourceFile, report: Report): VectorPicture | null {
  const findings = new SvgReport(file, report)
  const root = readXml(file, findings)
  if (root === null) return null
  if (root.name !== 'svg' || !root.isSvg) {
    const hint = 'begin it with `<svg xmlns="http://www.w3.org/2000/svg" …>`'
    findings.broken('it is no SVG', root.span, hint)
    return null
  }
  checkDrawing(root, findings)
  const picture = draw(root, findings)
  return findings.failed ? null : picture
}

function draw(root: XmlElement, report: SvgReport): VectorPicture | null {
  const drawing = new Drawing(root, report)
  const size = sizeOf(root, report)
  if (size === null) return null
  try {
    drawing.visit(root)
    const { matrix, viewport } = boxedIn(root, size, drawing)
    const outside: Around = {
      style: usualStyle,
      matrix: identity,
      viewport,
      uses: [],
      depth: 1,
      isChanged: false,
      lang: langOf(root),
    }
    const style = drawing.styleOf(root, outside)
    const transform = composed(matrix, drawing.transformOf(root, 'transform') ?? identity)
    const shapes = childrenOf(root, { ...within(outside, transform), style }, drawing)
    const { opacity } = style.own
    const all: readonly Shape[] =
      shapes.length === 0 || opacity === 0 ? [] : [{ kind: 'group', transform, opacity, clips: [], shapes }]
    if (!isInReach(all, Math.max(size.width, size.height)))
      report.broken('something in it is drawn far outside', root.span, 'look for a number that is too large')
    return { kind: 'vector', path: report.file.path, ...size, shapes: all, texts: drawing.texts }
  } catch (stop) {
    if (stop instanceof TooMuch) return null
    throw stop
  }
}

/** The size of the whole in pixels; what is not given follows from the view box. Null after a finding. */
function sizeOf(
  root: XmlElement,
  report: SvgReport,
): { readonly width: number; readonly height: number } | null {
  const written = root.attributes.get('viewBox')
  const box = written ? readViewBox(written) : null
  const given = (name: 'width' | 'height'): number | null => {
    const length = root.attributes.get(name)
    // A share of a page that it does not know says nothing.
    if (!length || /%\s*$/.test(length.text) || length.text.trim() === 'auto') return null
    const value = readLength(length.text, 'x', { width: 0, height: 0, fontSize: usualStyle.fontSize })
    if (value === null)
      report.broken(`\`${name}\` cannot be \`${length.text}\``, length.span, 'correct the value')
    return value
  }
  const [width, height] = [given('width'), given('height')]
  if (report.failed) return null
  const ratio = box ? box.width / box.height : null
  const size = {
    width: width ?? (height !== null && ratio !== null ? height * ratio : box?.width),
    height: height ?? (width !== null && ratio !== null ? width / ratio : box?.height),
  }
  if (size.width === undefined || size.height === undefined) {
    report.broken('it does not say how large it is', root.span, 'give it a `viewBox`')
    return null
  }
  const [small, large] = [Math.min(size.width, size.height), Math.max(size.width, size.height)]
  if (small >= shortestSide && large <= longestSide) return { width: size.width, height: size.height }
  const limits = `from ${shortestSide} to ${longestSide} pixels`
  report.broken(`it is ${size.width} × ${size.height} pixels large`, root.span, `each side has ${limits}`)
  return null
}
