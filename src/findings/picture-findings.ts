import { pictureWithBrokenProfile } from './example-project.ts'
import { type Finding, finding, project } from './finding.ts'

const publication = `languages: { en: { name: English } }
title: Water
blocks:
  - { image: map.svg, alt: A map. }
`

/** A drawing for examples: a square with something in it. */
function drawing(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">
  <rect width="200" height="200" fill="#1F3A5F"/>
  ${content}
</svg>
`
}

/** What is wrong with what stands inside drawings, codes and colour profiles. */
export const pictureFindings: readonly Finding[] = [
  finding(
    'read/svg',
    'error',
    'An SVG file cannot be read: it is no sound XML, a value in it means nothing, or it is more than can be printed.',
    'Correct it at the place that is named, or export the drawing again.',
    project(
      {
        'publication.yaml': publication,
        'content/example/map.svg': drawing('<path d="M 10 10 L 100 z"/>'),
      },
      'content/example/map.svg:3:26',
    ),
  ),
  finding(
    'read/svg-unsafe',
    'error',
    'An SVG file holds a program, declares entities, or names a file or an address outside itself. Nothing of the kind is followed or run.',
    'Export the drawing as plain shapes, with all that it shows in the file itself.',
    project(
      {
        'publication.yaml': publication,
        'content/example/map.svg': drawing('<rect width="50" height="50" onclick="alert(1)"/>'),
      },
      'content/example/map.svg:3:41',
    ),
  ),
  finding(
    'read/svg-unsupported',
    'error or warning',
    'An SVG file asks for something that is not printed. A part that would be missing, such as an image, a style sheet or a pattern, is an error; an effect without which the drawing shows the same, such as a shadow, a warning.',
    'Export the drawing without it: as plain shapes with their colours, texts that are turned as outlines.',
    project(
      {
        'publication.yaml': publication,
        'content/example/map.svg': drawing('<rect width="50" height="50" style="filter: url(#shadow)"/>'),
      },
      'content/example/map.svg:3:47',
    ),
  ),
  finding(
    'read/picture-profile',
    'warning',
    'The colour profile of a picture is damaged, or is for other colours than the picture has. It is printed as if its colours were sRGB.',
    'Convert the picture to sRGB, or embed its profile anew.',
    project(
      {
        'publication.yaml': publication.replace('map.svg, alt: A map.', 'map.png, alt: A map., width: 60mm'),
        'content/example/map.png': pictureWithBrokenProfile,
      },
      'publication.yaml:4:14',
    ),
  ),
  finding(
    'read/qr',
    'error',
    'A QR code has no text, or one that is longer than a code holds: 2,331 bytes, where each character beyond ASCII takes up to twelve.',
    'Give it a shorter address.',
    project(
      { 'layout.hbs': '{{#passage}}<p>{{title}}</p><img src="qr:" alt="A code."/>{{/passage}}\n' },
      'layout.hbs:1:29',
    ),
  ),
]
