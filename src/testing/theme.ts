import type { Report } from '../base/report.ts'
import { parseTheme, type Theme, type ThemeSettings } from '../style/theme.ts'

/** For the screen, and without a file to import. */
export const alone: ThemeSettings = { media: 'screen', open: () => null }

/** A theme of one file, `theme.css`, that imports nothing. */
export function themeOf(css: string, report: Report): Theme {
  return parseTheme([{ path: 'theme.css', text: css }], alone, report)
}
