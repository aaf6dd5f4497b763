import { stringify } from 'csv-stringify/sync'
import { type FoundPlace, isValidOn, type PlaceText, readPlace } from '../../../domain/places/place.ts'
import type { CodeParameter } from '../../../domain/vocabularies/term.ts'
import { findTerm, vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'

/*
 * The national standard 1.0.2. Except for `date_maj`, values that its schema would reject are left out. A place
 * abroad, or without postcode or city, cannot be expressed in it and appears only in the other two formats.
 */

/** The standard's value for an organisation without a known SIRET or RNA. */
const UNKNOWN_PIVOT = '00000000000000'
const SUMMARY_MOST = 280
const PHONE = /^\+(33|590|594|262|596|269|687|689|508|681)\d{6,9}$/

const COLUMNS: Readonly<Record<string, (place: FoundPlace) => string>> = {
  id: ({ id }) => id,
  pivot: ({ siret, rna }) => siret ?? rna ?? UNKNOWN_PIVOT,
  nom: ({ name }) => name,
  commune: ({ address }) => address.city ?? '',
  code_postal: ({ address }) => address.postcode ?? '',
  code_insee: ({ address }) => address.commune ?? '',
  // The standard requires a value: without a street, it is the complement or else the name of the city.
  adresse: ({ address }) => address.street ?? address.complement ?? address.city ?? '',
  complement_adresse: ({ address }) => (address.street === null ? '' : (address.complement ?? '')),
  latitude: ({ location }) => (location ? String(location.lat) : ''),
  longitude: ({ location }) => (location ? String(location.lon) : ''),
  typologie: ({ types }) => list(types),
  telephone: ({ contacts }) => (contacts.phone && PHONE.test(contacts.phone) ? contacts.phone : ''),
  courriels: ({ contacts }) => list(contacts.emails),
  site_web: ({ contacts }) => list(contacts.websites),
  horaires: ({ opening_hours }) => opening_hours.osm ?? '',
  presentation_resume: ({ summary }) => shortened(summary),
  presentation_detail: ({ summary, description }) => description ?? (isTooLong(summary) ? summary : ''),
  source: ({ sources }) => sources.map(({ source }) => source).join(', '),
  itinerance: ({ itinerant }) => (itinerant === null ? '' : itinerant ? 'Itinérant' : 'Fixe'),
  structure_parente: ({ parent_organisation }) => parent_organisation ?? '',
  // Empty if no source gives a date of change. The standard requires one, but the day of our import would be
  // wrong.
  date_maj: ({ sources }) => latest(sources.map((source) => source.updated_at)) ?? '',
  services: ({ services }) => standardWordings('service', services),
  publics_specifiquement_adresses: ({ audiences }) => standardWordings('audience', audiences),
  prise_en_charge_specifique: ({ needs }) => standardWordings('need', needs),
  frais_a_charge: ({ fees }) => standardWordings('fee', fees),
  dispositif_programmes_nationaux: (place) => labels(place, 'dispositif_programmes_nationaux'),
  formations_labels: (place) => labels(place, 'formations_labels'),
  autres_formations_labels: (place) => labels(place, 'autres_formations_labels'),
  modalites_acces: ({ access }) => standardWordings('access', access),
  modalites_accompagnement: ({ support }) => standardWordings('support', support),
  fiche_acces_libre: ({ accessibility }) => accessibility.sheet ?? '',
  prise_rdv: ({ booking_url }) => booking_url ?? ''
}

/** `safe`: no cell is a formula for a spreadsheet. */
export async function* writeCsv(
  batches: AsyncIterable<readonly PlaceText[]>,
  safe = false
): AsyncIterable<string> {
  const written = safe ? withoutFormula : (text: string) => text
  yield stringify([Object.keys(COLUMNS)])
  for await (const batch of batches) {
    const places = batch.map(readPlace<FoundPlace>).filter(fitsStandard)
    yield stringify(places.map((place) => Object.values(COLUMNS).map((cell) => written(cell(place)))))
  }
}

/**
 * What spreadsheets take for a formula, with the signs of other scripts. Numbers are none: a longitude stays a number, and
 * so does a phone number. csv-stringify's `escape_formulas` would change both.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/
/** In France, Excel splits a CSV at semicolons, so that a formula may begin after one. */
const FORMULA_WITHIN = /([;\t\r\n])(?=[=+\-@＝＋－＠])/g

const withoutFormula = (text: string): string =>
  `${FORMULA.test(text) && !NUMBER.test(text) ? "'" : ''}${text.replace(FORMULA_WITHIN, "$1'")}`

const fitsStandard = ({ address }: FoundPlace): boolean =>
  address.country === 'FR' && address.city !== null && /^\d{5}$/.test(address.postcode ?? '')

// A value cannot contain the separator.
const list = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll('|', ' ')).join('|')

// Counted in code points, so that an emoji is not cut in half.
const isTooLong = (summary: string | null): summary is string => [...(summary ?? '')].length > SUMMARY_MOST

const shortened = (summary: string | null): string =>
  isTooLong(summary)
    ? `${[...summary]
        .slice(0, SUMMARY_MOST - 1)
        .join('')
        .trimEnd()}…`
    : (summary ?? '')

const latest = (days: readonly (string | null)[]): string | undefined =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1)
    ?.slice(0, 10)

const standardWordings = (parameter: CodeParameter, codes: readonly string[]): string =>
  list(codes.flatMap((code) => findTerm(vocabularyOf(parameter).name, code)?.standard ?? []))

function labels(place: FoundPlace, field: string): string {
  const today = new Date().toISOString().slice(0, 10)
  // The standard has no dates of validity, so an expired label would look valid.
  const valid = place.labels.filter((label) => isValidOn(label, today))
  const terms = valid.flatMap(({ code }) => findTerm('labels', code) ?? [])
  const words = terms.filter((term) => term.field === field).map((term) => inSchema(term.standard ?? term.fr))
  return list([...new Set(words)])
}

/** The schema's pattern lacks the space before the bracket that everyone, even the text of the standard, writes. */
const inSchema = (label: string): string =>
  label === 'Étapes numériques (La Poste)' ? 'Étapes numériques(La Poste)' : label
