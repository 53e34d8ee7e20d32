import { type Finding, finding, project } from './finding.ts'

const oneChart = `languages: { en: { name: English } }
title: Water
layout: plain
theme: theme.css
blocks:
  - chart: { categories: [Rain, Snow], series: [{ label: Water, values: [3, 2] }] }
`

function layoutOf(chart: string): string {
  return `{{#each chapters}}{{#each blocks}}{{#across}}\n${chart}\n{{/across}}{{/each}}{{/each}}\n`
}

/** What goes wrong with charts, in layouts and on pages. */
export const chartFindings: readonly Finding[] = [
  finding(
    'style/chart-part',
    'error',
    'In a chart stands something other than a `<bi-part>`, or one that names no part of a chart.',
    'Correct the name as the hint says; put what else is to be printed before or after the chart.',
    project(
      {
        'publication.yaml': oneChart,
        'layout.hbs': layoutOf(
          '<bi-chart src="{{source}}" alt="{{alt}}"><bi-part class="thick"/></bi-chart>',
        ),
        'theme.css': '',
      },
      'layout.hbs:2:42',
    ),
  ),
  finding(
    'layout/unknown-chart',
    'error',
    'A `<bi-chart>` names a chart that the publication does not have.',
    'Take the `source` of a chart: `src="{{source}}"`.',
    project(
      { 'layout.hbs': '{{#across}}<bi-chart src="rain" alt=""></bi-chart>{{/across}}\n' },
      'layout.hbs:1:12',
    ),
  ),
  finding(
    'layout/small-chart',
    'warning',
    'A chart is so small that its labels leave no room for marks.',
    'Give it more width or height in the theme, or smaller type.',
    project(
      {
        'publication.yaml': oneChart,
        'layout.hbs': layoutOf('<bi-chart src="{{source}}" alt="{{alt}}"></bi-chart>'),
        'theme.css': 'bi-chart { height: 5mm }\n',
      },
      'publication.yaml:6:27',
    ),
  ),
  finding(
    'layout/lost-label',
    'warning',
    'The names of some categories of a chart have no room beside the others, and are left out.',
    'Write `sort: bar`, shorter names, or give the chart more room; years are left out without a finding.',
    project(
      {
        'publication.yaml': oneChart.replace(
          /categories: \[[^\]]*\]/,
          'categories: [Mountains and hills, Valleys and plains]',
        ),
        'layout.hbs': layoutOf('<bi-chart src="{{source}}" alt="{{alt}}"></bi-chart>'),
        'theme.css': 'bi-chart { width: 40mm; height: 40mm; font-size: 12pt }\n',
      },
      'publication.yaml:6:27',
    ),
  ),
]
