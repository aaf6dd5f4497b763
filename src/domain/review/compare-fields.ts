import type { Language } from '../language.ts'
import type { PlaceContent } from '../places/place.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'

/** `only_one`: some records do not give the field, and the other records agree. */
export type Agreement = 'same' | 'differs' | 'only_one'

/** A field of the records of a question, side by side. */
export type ComparedField = {
  readonly field: FieldName
  /** One value for each record, in the order of the records; null if the record does not give the field. */
  readonly values: readonly (string | null)[]
  readonly agreement: Agreement
}

/**
 * The compared fields, each with its label and its values as a record writes them. Persons in charge are left out,
 * because they are not needed to distinguish two places.
 */
const FIELDS = {
  name: { fr: 'nom', en: 'name', read: ({ name }) => [name] },
  types: { fr: 'types', en: 'types', read: ({ types }) => types },
  street: { fr: 'voie', en: 'street', read: ({ address }) => [address.street] },
  complement: { fr: 'complément', en: 'complement', read: ({ address }) => [address.complement] },
  postcode: { fr: 'code postal', en: 'postcode', read: ({ address }) => [address.postcode] },
  city: { fr: 'ville', en: 'city', read: ({ address }) => [address.city] },
  phone: { fr: 'téléphone', en: 'phone', read: ({ contacts }) => [contacts.phone] },
  emails: { fr: 'courriels', en: 'e-mails', read: ({ contacts }) => contacts.emails },
  websites: { fr: 'sites', en: 'websites', read: ({ contacts }) => contacts.websites },
  siret: { fr: 'SIRET', en: 'SIRET', read: ({ siret }) => [siret] },
  rna: { fr: 'RNA', en: 'RNA', read: ({ rna }) => [rna ?? null] },
  services: { fr: 'services', en: 'services', read: ({ services }) => services },
  hours: {
    fr: 'horaires',
    en: 'hours',
    read: ({ opening_hours }) => [opening_hours.osm ?? opening_hours.raw]
  }
} satisfies Record<
  string,
  { readonly [lang in Language]: string } & {
    readonly read: (content: PlaceContent) => readonly (string | null)[]
  }
>

type FieldName = keyof typeof FIELDS

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[]

export const fieldInWords = (field: FieldName, lang: Language): string => FIELDS[field][lang]

/** The fields that at least one record gives. */
export const compareFields = (records: readonly PlaceContent[]): readonly ComparedField[] =>
  FIELD_NAMES.flatMap((field) => {
    const read: (content: PlaceContent) => readonly (string | null)[] = FIELDS[field].read
    const given = records.map((content) => read(content).filter((value) => value !== null && value !== ''))
    if (given.every(({ length }) => length === 0)) return []
    const values = given.map((each) => (each.length === 0 ? null : each.join(' ')))
    return [{ field, values, agreement: agreementOf(given.map((each) => each.map(String))) }]
  })

/** Compares the values of a field. Capitals, accents, punctuation and the order of lists make no difference. */
function agreementOf(given: readonly (readonly string[])[]): Agreement {
  const values = given.map((each) => [...new Set(each.map(normaliseLabel))].toSorted().join('\n'))
  if (new Set(values.filter((value) => value !== '')).size > 1) return 'differs'
  return values.includes('') ? 'only_one' : 'same'
}
