import type { GraphSort } from './chart.ts'
import type { Tongue } from './convention.ts'

/** The words and marks of such sentences in a language. */
export interface AltWords {
  readonly sorts: Readonly<Record<GraphSort, string>>
  readonly lowest: string
  readonly highest: string
  readonly colon: string
  readonly semicolon: string
  readonly comma: string
  readonly stop: string
  readonly space: string
}

const marks = { colon: ': ', semicolon: '; ', comma: ', ', stop: '.', space: ' ' } as const

/** Words and marks of alternative texts. */
export const altWords: Readonly<Record<Tongue, AltWords>> = {
  en: {
    ...marks,
    sorts: sorts(
      'Column chart',
      'Bar chart',
      'Line chart',
      'Area chart',
      'Stacked column chart',
      'Dot chart',
    ),
    lowest: 'lowest',
    highest: 'highest',
  },
  zh: {
    sorts: sorts('柱状图', '条形图', '折线图', '面积图', '堆积柱状图', '点图'),
    lowest: '最低',
    highest: '最高',
    colon: '：',
    semicolon: '；',
    comma: '，',
    stop: '。',
    space: '',
  },
  fr: {
    ...marks,
    sorts: sorts(
      'Diagramme en colonnes',
      'Diagramme en barres',
      'Courbe',
      'Graphique en aires',
      'Diagramme en colonnes empilées',
      'Diagramme à points',
    ),
    lowest: 'minimum',
    highest: 'maximum',
    colon: '\u00a0: ',
    semicolon: '\u202f; ',
  },
  es: {
    ...marks,
    sorts: sorts(
      'Gráfico de columnas',
      'Gráfico de barras',
      'Gráfico de líneas',
      'Gráfico de áreas',
      'Gráfico de columnas apiladas',
      'Gráfico de puntos',
    ),
    lowest: 'mínimo',
    highest: 'máximo',
  },
  ru: {
    ...marks,
    sorts: sorts(
      'Столбчатая диаграмма',
      'Линейчатая диаграмма',
      'Линейный график',
      'Диаграмма с областями',
      'Столбчатая диаграмма с накоплением',
      'Точечная диаграмма',
    ),
    lowest: 'минимум',
    highest: 'максимум',
  },
  ar: {
    ...marks,
    sorts: sorts('مخطط أعمدة', 'مخطط أشرطة', 'مخطط خطي', 'مخطط مساحي', 'مخطط أعمدة مكدسة', 'مخطط نقطي'),
    lowest: 'أدنى قيمة',
    highest: 'أعلى قيمة',
    semicolon: '؛ ',
    comma: '، ',
  },
  plain: { ...marks, sorts: sorts('', '', '', '', '', ''), lowest: 'min', highest: 'max' },
}

function sorts(
  column: string,
  bar: string,
  line: string,
  area: string,
  stacked: string,
  dot: string,
): Readonly<Record<GraphSort, string>> {
  return { column, bar, line, area, stacked, dot, sparkline: line }
}
