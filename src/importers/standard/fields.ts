import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { isDay } from '../read/date.ts'

/** A column of the national standard 1.0.2, according to its schema. */
export type Field = {
  readonly name: string
  readonly required?: true
  /** Why the schema rejects a value, in French; null if it is valid. */
  readonly refuses?: (value: string) => string | null
  /** The only allowed values. A cell may contain several of them, separated by `|`. */
  readonly values?: ReadonlySet<string>
  /** The vocabulary of the directory for these values. */
  readonly parameter?: CodeParameter
}

const matching =
  (pattern: RegExp, expected: string) =>
  (value: string): string | null =>
    pattern.test(value) ? null : expected

const LONGEST_SUMMARY = 280

const tooLong = (value: string): string | null => {
  const { length } = [...value]
  return length > LONGEST_SUMMARY ? `${length} caractères, et ${LONGEST_SUMMARY} au plus sont permis` : null
}

const NUMBER = matching(
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/,
  'un nombre est attendu, avec un point pour les décimales'
)

/**
 * Returns a wording as the schema requires it. The schema's pattern lacks the space that everyone writes in this
 * label, so it rejects a file with the space.
 */
const asTheSchema = (wording: string): string =>
  wording === 'Étapes numériques (La Poste)' ? 'Étapes numériques(La Poste)' : wording

const listed = (name: string, parameter: CodeParameter): Field => {
  const terms = vocabularyOf(parameter).terms.filter(({ field }) => field === undefined || field === name)
  const wordings = terms.flatMap(({ standard, fr }) => standard ?? (parameter === 'label' ? fr : []))
  return { name, parameter, values: new Set(wordings.map(asTheSchema)) }
}

/** The columns of the standard, in the order of the schema. */
export const FIELDS: readonly Field[] = [
  { name: 'id', required: true },
  {
    name: 'pivot',
    required: true,
    refuses: matching(
      /^[a-zA-Z0-9]{9,14}$/,
      'un SIRET ou un RNA est attendu : de 9 à 14 lettres ou chiffres, sans espace'
    )
  },
  { name: 'nom', required: true },
  { name: 'commune', required: true },
  { name: 'code_postal', required: true, refuses: matching(/^\d{5}$/, 'cinq chiffres sont attendus') },
  {
    name: 'code_insee',
    refuses: matching(
      /^(?:[013-9]\d|2[AB1-9])\d{3}$/,
      'un code INSEE de commune est attendu, comme 14047 ou 2A004'
    )
  },
  { name: 'adresse', required: true },
  { name: 'complement_adresse' },
  { name: 'latitude', refuses: NUMBER },
  { name: 'longitude', refuses: NUMBER },
  { name: 'typologie' },
  {
    name: 'telephone',
    refuses: matching(
      /^\+(?:33|590|594|262|596|269|687|689|508|681)\d{6,9}$/,
      'un numéro international est attendu, sans espace, comme +33231921108'
    )
  },
  { name: 'courriels' },
  { name: 'site_web' },
  { name: 'horaires' },
  { name: 'presentation_resume', refuses: tooLong },
  { name: 'presentation_detail' },
  { name: 'source' },
  { name: 'itinerance', values: new Set(['Itinérant', 'Fixe']) },
  { name: 'structure_parente' },
  {
    name: 'date_maj',
    required: true,
    refuses: (value) => (isDay(value) ? null : 'une date est attendue, comme 2026-11-22')
  },
  listed('services', 'service'),
  listed('publics_specifiquement_adresses', 'audience'),
  listed('prise_en_charge_specifique', 'need'),
  listed('frais_a_charge', 'fee'),
  listed('dispositif_programmes_nationaux', 'label'),
  listed('formations_labels', 'label'),
  { name: 'autres_formations_labels', parameter: 'label' },
  listed('modalites_acces', 'access'),
  listed('modalites_accompagnement', 'support'),
  { name: 'fiche_acces_libre' },
  { name: 'prise_rdv' }
]
