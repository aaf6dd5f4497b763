import type { Language } from '../../domain/language.ts'

/** As people write it: `1 234`, `1,234`. */
export const number = (lang: Language, value: number): string => new Intl.NumberFormat(lang).format(value)
