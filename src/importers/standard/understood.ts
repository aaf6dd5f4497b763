import type { PlaceContent } from '../../domain/places/place.ts'
import { codesIn } from '../../domain/places/place-codes.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import { CODE_PARAMETERS } from '../../domain/vocabularies/term.ts'
import { findTerm, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'

/** All codes of a record in the wording of the standard; several if one value has several meanings. */
export const wordingsOf = ({ content }: MappedRecord): string | null =>
  CODE_PARAMETERS.flatMap((parameter) =>
    codesIn(content, parameter).map((code) => {
      const term = findTerm(vocabularyOf(parameter).name, code)
      return parameter === 'type' ? code : (term?.standard ?? term?.fr ?? code)
    })
  ).join(' | ') || null

const position = ({ location }: PlaceContent): string | null => location && `${location.lat}, ${location.lon}`

const READ: Readonly<Record<string, (content: PlaceContent, record: MappedRecord) => string | null>> = {
  pivot: ({ siret, rna }) => siret ?? rna ?? null,
  nom: ({ name }) => name,
  commune: ({ address }) => address.city,
  code_postal: ({ address }) => address.postcode,
  code_insee: ({ address }) => address.commune,
  adresse: ({ address }) => address.street,
  latitude: position,
  longitude: position,
  telephone: ({ contacts }) => contacts.phone,
  horaires: ({ opening_hours }) => opening_hours.osm,
  presentation_resume: ({ summary }) => (summary === null ? null : 'gardé en entier'),
  itinerance: ({ itinerant }) => (itinerant === null ? null : itinerant ? 'Itinérant' : 'Fixe'),
  date_maj: (_, { changed_on }) => changed_on
}

/** What an import would understand of a field; null if nothing. */
export const understood = (field: string, record: MappedRecord): string | null =>
  READ[field]?.(record.content, record) ?? null
