import type { Language } from '../../domain/language.ts'

/** Formats a number for the language: `1 234`, `1,234`. */
export const number = (lang: Language, value: number): string => new Intl.NumberFormat(lang).format(value)
