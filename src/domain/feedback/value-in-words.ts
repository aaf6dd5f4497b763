import type { Language } from '../language.ts'
import { inWords } from '../subscriptions/change-in-words.ts'
import { termLabel } from '../vocabularies/term-label.ts'

/** A value of a field as the owner of a source reads it; undefined if the mail cannot say it, and leads to the page instead. */
export function valueInWords(field: string, value: unknown, lang: Language): string | undefined {
  if (field === 'address.commune') return inWords(field, partsOf(value).commune, lang)
  if (field === 'address' && value !== null) {
    const { street, complement, postcode, city } = partsOf(value)
    return [street, complement, postcode, city].filter(Boolean).join(', ')
  }
  if (field === 'location' && value !== null) {
    const { lat, lon } = partsOf(value)
    return `${lat}, ${lon}`
  }
  if (field === 'labels' && Array.isArray(value) && value.length > 0)
    return value.map(({ code }) => termLabel('label', String(code), lang)).join(', ')
  if (field === 'contacts.websites' && Array.isArray(value) && value.length > 0) return value.join(', ')
  const isKnown =
    field === 'opening_hours' || Array.isArray(value) || typeof value !== 'object' || value === null
  return isKnown ? inWords(field, value, lang) : undefined
}

const partsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
