import type { PlaceContent } from '../domain/places/place.ts'
import { type Random, weights } from './random.ts'

const SERVICES = [
  ['aide-aux-demarches-administratives', 0.75],
  ['maitrise-des-outils-numeriques-du-quotidien', 0.68],
  ['acces-internet-et-materiel-informatique', 0.55],
  ['insertion-professionnelle-via-le-numerique', 0.4],
  ['utilisation-securisee-du-numerique', 0.3],
  ['comprehension-du-monde-numerique', 0.22],
  ['parentalite-et-education-avec-le-numerique', 0.2],
  ['loisirs-et-creations-numeriques', 0.18],
  ['acquisition-de-materiel-informatique-a-prix-solidaire', 0.03]
] as const

const AUDIENCES = [
  ['jeunes', 0.25],
  ['etudiants', 0.12],
  ['familles-et-ou-enfants', 0.2],
  ['seniors', 0.32],
  ['femmes', 0.02]
] as const

const NEEDS = [
  ['surdite', 0.03],
  ['handicaps-moteurs', 0.1],
  ['handicaps-mentaux', 0.04],
  ['illettrisme', 0.14],
  ['langues-etrangeres-anglais', 0.08],
  ['langues-etrangeres-autres', 0.04],
  ['deficience-visuelle', 0.01]
] as const

const ACCESS = [
  ['se-presenter', 0.6],
  ['telephoner', 0.65],
  ['contacter-par-mail', 0.5],
  ['prendre-un-rdv-en-ligne', 0.12],
  ['ce-lieu-n-accueille-pas-de-public', 0.005],
  ['envoyer-un-mail-avec-une-fiche-de-prescription', 0.02]
] as const

const SUPPORT = [
  ['en-autonomie', 0.45],
  ['accompagnement-individuel', 0.75],
  ['dans-un-atelier-collectif', 0.4],
  ['a-distance', 0.1]
] as const

const FEES = weights<readonly string[]>([
  [['gratuit'], 68],
  [['gratuit-sous-condition'], 9],
  [['payant'], 6],
  [['gratuit', 'payant'], 5],
  [[], 12]
])

/**
 * The main service of a type, which each of its places offers. Without this, fablabs would mostly help with forms.
 */
const ALWAYS: Readonly<Record<string, string>> = {
  FABLAB: 'loisirs-et-creations-numeriques',
  RFS: 'aide-aux-demarches-administratives',
  EPN: 'maitrise-des-outils-numeriques-du-quotidien',
  ML: 'insertion-professionnelle-via-le-numerique',
  FT: 'insertion-professionnelle-via-le-numerique'
}

type Offer = Pick<
  PlaceContent,
  'services' | 'audiences' | 'needs' | 'fees' | 'access' | 'support' | 'itinerant'
>

export function offerOf(random: Random, types: readonly string[]): Offer {
  // Some directories give no details about a place.
  const silent = random.chance(0.06)
  const always = types.flatMap((type) => ALWAYS[type] ?? [])
  return {
    services: silent ? [] : [...new Set([...always, ...random.some(SERVICES)])],
    audiences: random.some(AUDIENCES),
    needs: random.some(NEEDS),
    fees: random.weighted(FEES),
    access: silent ? [] : random.some(ACCESS),
    support: silent ? [] : random.some(SUPPORT),
    itinerant: types.includes('ENM') || random.chance(0.02) ? true : random.chance(0.6) ? false : null
  }
}
