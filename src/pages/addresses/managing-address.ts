import type { Language } from '../../domain/language.ts'
import { inLanguage, PARTICIPATION_PAGES } from './pages.ts'

/** The page on which the manager of a place edits it, and the one on which edits are undone. */
export const editPath = (place: string): string => PARTICIPATION_PAGES.managedPlace.replace(':place', place)
export const correctionsPath = (place: string): string =>
  PARTICIPATION_PAGES.corrections.replace(':place', place)

export const editAddress = (place: string, lang: Language): string => inLanguage(editPath(place), lang)
export const correctionsAddress = (place: string, lang: Language): string =>
  inLanguage(correctionsPath(place), lang)
