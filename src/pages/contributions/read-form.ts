import { readEmail } from '../../domain/accounts/email.ts'
import { ABOUT, type Category } from '../../domain/contributions/categories.ts'
import { TEXT_MOST } from '../../domain/contributions/contribution.ts'
import type { Language } from '../../domain/language.ts'
import { idIn } from '../addresses/place-address.ts'
import type { FieldFault } from '../forms/form.tsx'
import { textIn, type Values } from '../forms/receive.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'

/** What was typed, as it is shown again if it is refused. */
export type Typed = { readonly text: string; readonly email: string; readonly person: string }

export const NOTHING_TYPED: Typed = { text: '', email: '', person: '' }

export const typedIn = (values: Values): Typed => ({
  text: textIn(values, 'texte'),
  email: textIn(values, 'courriel'),
  person: textIn(values, 'personne')
})

export function faultsIn({ text, email }: Typed, category: Category, lang: Language): readonly FieldFault[] {
  const says = CONTRIBUTIONS[lang]
  const faults: FieldFault[] = []
  if (text === '' && ABOUT[category].needsText) faults.push({ name: 'texte', text: says.needsText })
  if (text.length > TEXT_MOST) faults.push({ name: 'texte', text: says.tooLong(text.length) })
  if (email !== '' && readEmail(email) === undefined) faults.push({ name: 'courriel', text: says.badEmail })
  return faults
}

/** What the API is sent. */
export function bodyOf({ text, email, person }: Typed, place: string, category: Category, lang: Language) {
  const other = category === 'duplicate' ? otherPlace(text) : undefined
  return {
    place,
    category,
    language: lang,
    ...(text && { text }),
    ...(email && { email }),
    ...(person && category === 'person' && { person: person.slice(0, 200) }),
    ...(other && other !== place && { other_place: other })
  }
}

/** The place whose address stands in a text. */
const otherPlace = (text: string): string | undefined =>
  text
    .split(/[\s?#]+/)
    .map(idIn)
    .find((id) => id !== undefined)
