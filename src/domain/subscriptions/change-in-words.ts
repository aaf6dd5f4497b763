import { fieldInWords } from '../history/field-words.ts'
import type { Language } from '../language.ts'
import { saidHours } from '../opening/said-hours.ts'
import type { LatestChange } from '../places/latest-changes.ts'
import { spokenPhone } from '../places/spoken-phone.ts'
import type { CodeParameter } from '../vocabularies/term.ts'
import { termLabel } from '../vocabularies/term-label.ts'
import { CHANGE_WORDS } from './change-words.ts'

/** A change as `/v1/changes/latest` answers it. */
export type ToldChange = Omit<LatestChange, 'survivor' | 'fields'> & {
  readonly survivor?: string
  readonly fields?: readonly string[]
}

/** `EPN de Bayeux, Bayeux : modifié (les horaires, le téléphone)` */
export function changeTitle({ name, city, kind, fields = [] }: ToldChange, lang: Language): string {
  const says = CHANGE_WORDS[lang]
  const names = fieldsInWords(fields, lang)
  const what = names.length > 0 ? `${says.kinds[kind]} (${names.join(', ')})` : says.kinds[kind]
  return `${[name, city].filter(Boolean).join(', ')}${lang === 'fr' ? '\u00a0' : ''}: ${what}`
}

/** What has changed, with the values before and after that are known. */
export function changeLines(
  { kind, fields = [], values }: Pick<ToldChange, 'kind' | 'fields' | 'values'>,
  lang: Language
): readonly string[] {
  const says = CHANGE_WORDS[lang]
  const names = fieldsInWords(fields, lang)
  return [
    says.sentences[kind],
    ...(names.length > 0 ? [says.changed(names)] : []),
    ...values.flatMap(({ field, before, after }) => {
      const [name] = fieldsInWords([field], lang)
      const [was, is] = [inWords(field, before, lang), inWords(field, after, lang)]
      return name === undefined || was === is ? [] : [says.value(capital(name), was, is)]
    })
  ]
}

/** What has changed, in one line of a mail: of an update, only what is not said by its kind. */
export function changeSentence(
  change: Pick<ToldChange, 'kind' | 'fields' | 'values'>,
  lang: Language
): string {
  const [kind = '', ...what] = changeLines(change, lang)
  return change.kind === 'updated' && what.length > 0 ? what.join(' ') : kind
}

/** Each name once. A field of a later version has no name here, and is left out. */
function fieldsInWords(fields: readonly string[], lang: Language): readonly string[] {
  return [...new Set(fields.flatMap((field) => fieldInWords(field, lang) ?? []))]
}

const PARAMETERS: Readonly<Record<string, CodeParameter>> = {
  types: 'type',
  services: 'service',
  audiences: 'audience',
  needs: 'need',
  fees: 'fee',
  access: 'access',
  support: 'support'
}

/** A value in the words of feeds and mails. */
export function inWords(field: string, value: unknown, lang: Language): string {
  const says = CHANGE_WORDS[lang]
  const parameter = PARAMETERS[field]
  if (typeof value === 'boolean') return value ? says.yes : says.no
  if (field === 'contacts.phone' && typeof value === 'string') return spokenPhone(value)
  if (typeof value === 'string' && value !== '') return value
  if (field === 'contacts.websites' && Array.isArray(value) && value.length > 0) return value.join(', ')
  if (parameter && Array.isArray(value) && value.length > 0)
    return value.map((code) => termLabel(parameter, String(code), lang)).join(', ')
  if (field === 'opening_hours' && typeof value === 'object' && value !== null) {
    const { raw, osm } = value as { readonly raw?: string | null; readonly osm?: string | null }
    const said = raw || osm
    return said ? saidHours(said, lang) : says.nothing
  }
  return says.nothing
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
