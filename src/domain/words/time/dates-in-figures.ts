import { MONTH_NAMES } from './months.ts'

/** "le 8/12" and "8/12/2026", but not "ouvert 7/7" or "24/7". */
const IN_FIGURES =
  /(?<=\b(?:le|on|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)(\d{1,2})\/(\d{1,2})(?:\/(20\d\d))?(?![\d/])|\b(\d{1,2})\/(\d{1,2})\/(20\d\d)\b/gi

/** The same text with dates in figures in words. */
export const withDatesInWords = (text: string): string =>
  text.includes('/')
    ? text.replace(IN_FIGURES, (figures, day, month, year = '', otherDay, otherMonth, otherYear) => {
        const name = MONTH_NAMES[Number(month ?? otherMonth) - 1]?.[0]
        return name ? `${day ?? otherDay} ${name} ${year || otherYear || ''}` : figures
      })
    : text
