import type { Language } from '../../domain/language.ts'

/** A number as it is written in the language: `1 234`, `1,234`. */
export const number = (lang: Language, value: number): string => new Intl.NumberFormat(lang).format(value)
