import type { Language } from '../language.ts'
import type { EvidenceName } from '../matching/evidence.ts'
import type { LevelWording } from '../matching/levels.ts'
import type { Misled } from './review.ts'

type Words = Readonly<Record<Language, string>>

/** Names for each kind of evidence that is compared, in the words of a reviewer. */
const EVIDENCE = {
  name: { fr: 'Nom propre', en: 'Proper name' },
  wording: { fr: 'Mots du nom', en: 'Words of the name' },
  kind: { fr: 'Nature du lieu', en: 'Kind of place' },
  branch: { fr: 'Antenne', en: 'Branch' },
  address: { fr: 'Adresse', en: 'Address' },
  distance: { fr: 'Distance', en: 'Distance' },
  commune: { fr: 'Commune', en: 'Commune' },
  quarter: { fr: 'Ancienne commune', en: 'Former commune' },
  alone: { fr: 'Autres lieux de cette nature', en: 'Others of the kind' },
  id: { fr: 'Identifiant', en: 'Id' },
  siret: { fr: 'SIRET', en: 'SIRET' },
  rna: { fr: 'RNA', en: 'RNA' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  email: { fr: 'Courriel', en: 'E-mail' },
  site: { fr: 'Site internet', en: 'Website' }
} satisfies Record<EvidenceName, Words>

/** The levels in French; `levels.ts` has them in English. */
const FRENCH = {
  name: {
    'the same': 'le même',
    similar: 'semblable',
    'something in common': 'quelque chose en commun',
    'distinctive words in one only': 'mots distinctifs dans un seul nom',
    'nothing in common': 'rien en commun'
  },
  wording: {
    'the same': 'les mêmes',
    'nearly the same': 'presque les mêmes',
    'half the words in common': 'la moitié en commun',
    'few words in common': 'peu de mots en commun',
    'no words in common': 'aucun mot en commun'
  },
  kind: {
    'the same': 'la même',
    'one of several in common': 'une en commun parmi plusieurs',
    'a service and its host': 'un service et son hôte',
    related: 'proche',
    different: 'différente'
  },
  branch: {
    'the same': 'la même',
    'given by one only': 'indiquée par une seule fiche',
    different: 'différente'
  },
  address: {
    'the same street and number': 'même rue et même numéro',
    'the same street, or a similar one with the same number':
      'même rue, ou rue semblable avec le même numéro',
    'the same street with a different number, or a similar street':
      'même rue avec un autre numéro, ou rue semblable',
    'a similar street with a different number': 'rue semblable avec un autre numéro',
    'a different street': 'autre rue'
  },
  distance: {
    'within 25 m': 'moins de 25 m',
    'within 75 m': 'moins de 75 m',
    'within 200 m': 'moins de 200 m',
    'within 500 m': 'moins de 500 m',
    'within 1.5 km': 'moins de 1,5 km',
    'within 5 km': 'moins de 5 km',
    'more than 5 km': 'plus de 5 km'
  },
  commune: { 'the same': 'la même', 'the same postcode': 'même code postal', different: 'différente' },
  quarter: { 'the same former commune': 'la même', 'a different former commune': 'une autre' },
  alone: {
    'another of the kind in one of fifty such communes': 'un autre dans une commune semblable sur cinquante',
    'another of the kind in one of twenty such communes': 'un autre dans une commune semblable sur vingt',
    'another of the kind in one of ten such communes': 'un autre dans une commune semblable sur dix',
    'another of the kind in one of three such communes': 'un autre dans une commune semblable sur trois',
    'probably another of the kind in the commune': 'probablement un autre dans la commune',
    'several others of the kind in the commune': 'plusieurs autres dans la commune'
  },
  id: {
    'the same': 'le même',
    'the same number in one directory': 'même numéro dans un annuaire',
    'different numbers in one directory': 'numéros différents dans un annuaire'
  },
  siret: {
    'the same': 'le même',
    'the same, but far away': 'le même, mais loin',
    'another establishment of the same organisation': 'un autre établissement de la même structure',
    different: 'différent'
  },
  rna: { 'the same': 'le même', 'the same, but far away': 'le même, mais loin', different: 'différent' },
  phone: { 'the same': 'le même', 'the same, but far away': 'le même, mais loin', different: 'différent' },
  email: {
    'the same': 'le même',
    'the same domain, or the same but far away': 'même domaine, ou le même mais loin',
    different: 'différent'
  },
  site: {
    'the same': 'le même',
    'the same host, or the same but far away': 'même hôte, ou le même mais loin',
    different: 'différent'
  }
} satisfies { readonly [Name in EvidenceName]: Readonly<Record<LevelWording<Name>, string>> }

export const evidenceInWords = (evidence: EvidenceName, lang: Language): string => EVIDENCE[evidence][lang]

/** The wording of a level, as given in `levels.ts`, in a language. */
export const levelInWords = (evidence: EvidenceName, level: string, lang: Language): string =>
  lang === 'en' ? level : ((FRENCH[evidence] as Readonly<Record<string, string>>)[level] ?? level)

/** A text that explains why a question is early or late in the queue. */
export function misledInWords({ commune, population }: Misled, probability: number, lang: Language): string {
  const chance = Math.round(100 * probability)
  const people = population === null ? null : new Intl.NumberFormat(lang).format(population)
  if (lang === 'fr') {
    const where = commune === null || people === null ? 'Commune inconnue' : `${commune}, ${people} habitants`
    return `${where} ; même lieu à ${chance} %`
  }
  const where = commune === null || people === null ? 'Commune unknown' : `${commune}, ${people} inhabitants`
  return `${where}; ${chance} % the same place`
}
