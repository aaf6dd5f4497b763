import { fieldInWords } from '../../domain/history/field-words.ts'
import type { Language } from '../../domain/language.ts'
import { CODE_FIELDS } from '../../domain/places/place-codes.ts'
import { spokenPhone } from '../../domain/places/spoken-phone.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { isFeature } from '../parts/terms.ts'
import { HISTORY } from '../wording/history.ts'
import { WORDING } from '../wording/wording.ts'

/** The name of a field in a sentence. A part without a name of its own has that of the whole. */
function fieldName(field: string, lang: Language): string {
  const [whole = '', part = ''] = field.split('.')
  const { features, wheelchair } = WORDING[lang]
  const own = isFeature(part) ? features[part] : part === 'wheelchair' ? wheelchair : undefined
  const name = fieldInWords(field, lang)
  return own === undefined ? (name ?? field) : `${fieldInWords(whole, lang)} (${own})`
}

/** Each field once, in words. */
export const fieldNames = (fields: readonly string[], lang: Language): string =>
  [...new Set(fields.map((field) => fieldName(field, lang)))].join(', ')

/** The value of a field, in words. */
export function saidValue(field: string, value: unknown, lang: Language): string {
  const says = HISTORY[lang]
  if (isEmpty(value)) return says.nothing
  const { answers } = WORDING[lang]
  if (typeof value === 'boolean') return answers[value ? 'yes' : 'no']
  if (typeof value === 'string') {
    if (field === 'accessibility.wheelchair') return answers[value as keyof typeof answers] ?? value
    return field === 'contacts.phone' ? spokenPhone(value) : value
  }
  if (Array.isArray(value)) return value.map((each) => itemOf(field, each, lang)).join(', ')
  return wholeOf(field, value as Record<string, unknown>, lang)
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === 'unknown' ||
  (Array.isArray(value) && value.length === 0)

function itemOf(field: string, item: unknown, lang: Language): string {
  const parameter = (Object.keys(CODE_FIELDS) as CodeParameter[]).find((each) => CODE_FIELDS[each] === field)
  const code = typeof item === 'string' ? item : (item as { readonly code?: string }).code
  if (code === undefined) return HISTORY[lang].hidden
  return parameter === undefined ? code : termLabel(parameter, code, lang)
}

function wholeOf(field: string, value: Readonly<Record<string, unknown>>, lang: Language): string {
  const says = HISTORY[lang]
  const text = (name: string) => (typeof value[name] === 'string' ? value[name] : undefined)
  if (field === 'location') {
    const degrees = (name: string) => Number(value[name]).toLocaleString(lang, { maximumFractionDigits: 5 })
    return says.position(degrees('lat'), degrees('lon'))
  }
  if (field === 'opening_hours') return text('raw') ?? text('osm') ?? says.nothing
  if (field === 'address.commune') {
    const commune = text('commune')
    return commune === undefined ? says.nothing : says.commune(commune)
  }
  const lines = ['street', 'complement', 'postcode', 'city'].flatMap((name) => text(name) ?? [])
  return lines.length > 0 ? lines.join(', ') : says.nothing
}
