/** Where a link may lead, for hints and the documentation. */
export const linkTargets = 'http, https, mailto and tel addresses, and `#` with the id of a passage'

/** Whether a link may lead there: nothing that runs code or opens files (SAFETY: `javascript:`, `file:`, `data:`). */
export function isLinkTarget(target: string): boolean {
  return /^(?:https?:\/\/[^\s/]\S*|mailto:\S+|tel:\S+|#\S+)$/i.test(target)
}
