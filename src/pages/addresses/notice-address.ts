import type { Language } from '../../domain/language.ts'
import { inLanguage, OPEN_PAGES, PARTICIPATION_PAGES } from './pages.ts'

/** The address of the form for notices, or of the page on which one is followed. */
export const noticeAddress = (lang: Language, reference?: string): string =>
  inLanguage(PARTICIPATION_PAGES.notice + (reference === undefined ? '' : `/${reference}`), lang)

/** The address of the page of what moderators decided. */
export const decisionsAddress = (lang: Language): string => inLanguage(OPEN_PAGES.decisions, lang)
