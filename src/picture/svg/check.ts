import { didYouMean } from '../../base/report.ts'
import { declarationsIn } from './declarations.ts'
import { properties } from './properties.ts'
import type { SvgReport } from './svg-report.ts'
import { attributes, elementKinds, instead, silent, unpainted } from './vocabulary.ts'
import type { Written, XmlElement } from './xml.ts'

const simpler = 'export the drawing without it: as plain shapes'
const leavesFile = 'it leads out of its file'
const keepInside = 'keep all that it shows in the file itself'

/** Looks through a whole drawing, whether it is painted or not, for what acts, leads elsewhere, or would be left out. */
export function checkDrawing(root: XmlElement, report: SvgReport): void {
  for (const [name, written] of root.attributes) checkAttribute(root.name, name, written, report)
  for (const child of root.children) {
    if (child.kind === 'element' && child.isSvg && isLookedInto(child, report)) checkDrawing(child, report)
  }
}

/** Whether an element is one that is drawn or kept; says what it is else. */
function isLookedInto({ name, span }: XmlElement, report: SvgReport): boolean {
  const kind = elementKinds.get(name)
  switch (kind) {
    case 'drawn':
    case 'kept':
      return true
    case 'silent':
      return false
    case 'effect':
      report.passedOver('motion', span, 'it shows the drawing as it is at first')
      return false
    case 'missing':
      report.missing(`\`<${name}>\``, span, instead.get(name) ?? simpler)
      return false
    case 'unsafe':
      report.unsafe(`\`<${name}>\` would be a program`, span, 'delete it')
      return false
    case undefined:
      report.broken(`\`<${name}>\` is no element of SVG`, span, didYouMean(name, [...elementKinds.keys()]))
      return false
  }
}

function checkAttribute(element: string, name: string, written: Written, report: SvgReport): void {
  if (/^on[a-z]/i.test(name)) report.unsafe(`\`${name}\` would be a program`, written.span, 'delete it')
  else if (name === 'href') checkHref(element, written, report)
  else if (name === 'style') {
    for (const [property, value] of declarationsIn(written)) checkProperty(property, value, report)
  } else if (!attributes.has(name)) checkProperty(name, written, report)
}

/** What is shown stands in the file itself; where a link would lead is nobody's concern on paper. */
function checkHref(element: string, { text, span }: Written, report: SvgReport): void {
  if (element === 'a') report.passedOver('links', span, 'link from the text instead')
  else if (!text.trim().startsWith('#')) report.unsafe(leavesFile, span, keepInside)
}

function checkProperty(name: string, written: Written, report: SvgReport): void {
  if (leadsOut(written.text)) report.unsafe(leavesFile, written.span, keepInside)
  else if (!properties.has(name) && !silent.has(name)) checkUnpainted(name, written, report)
}

function checkUnpainted(name: string, written: Written, report: SvgReport): void {
  const usual = unpainted.get(name)
  // Notes of browsers, of drawing programs and of those who draw.
  if (usual?.values.includes(written.text.trim()) || /^(?:-|aria-|data-)/.test(name)) return
  if (usual?.isEffect === false) report.missing(`\`${name}\``, written.span, simpler)
  else if (usual) report.passedOver(`\`${name}\``, written.span, simpler)
  else {
    const known = [...properties.keys(), ...attributes]
    report.passedOver(`\`${name}\`, which is not known`, written.span, didYouMean(name, known))
  }
}

/** Whether a value names what is not in the file: everything in `url()` but an id. */
function leadsOut(text: string): boolean {
  for (let at = text.indexOf('url('); at >= 0; at = text.indexOf('url(', at + 1)) {
    const start = text.slice(at + 4, at + 200).trimStart()
    if (!/^["']?#/.test(start)) return true
  }
  return false
}
