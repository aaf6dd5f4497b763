import { declaredSource } from '../declared/declared-source.ts'
import { isObject, opened } from '../read/flatten.ts'
import type { Raw } from '../source.ts'
import { THEMES } from './data-inclusion-themes.ts'
import { V0_WORDINGS } from './mednum-wordings.ts'

/** Wordings of version 0 of the standard, which the records of 2022 and 2023 still use. */
const V0 = Object.fromEntries(V0_WORDINGS) as Readonly<Record<string, Record<string, string[]>>>

const isDigital = (service: Raw): boolean =>
  [service.thematiques].flat().some((theme) => String(theme) in THEMES)

/**
 * Separates digital services from others. Organisations also offer lifts and meals, but only their digital services
 * describe the place as the directory shows it.
 */
function prepare(raw: Raw): Raw {
  const services = [opened(raw.services)].flat()
  const nested = services.filter(isObject)
  return {
    ...raw,
    services: [...services.filter((service) => !isObject(service)), ...nested.filter(isDigital)],
    'other services': nested.filter((service) => !isDigital(service)).map(({ nom }) => nom)
  }
}

/** data.inclusion: organisations from many producers. The services of an organisation are nested in its record. */
export const DATA_INCLUSION = declaredSource(
  {
    source: 'data-inclusion',
    name: 'data·inclusion',
    homepage: 'https://data.inclusion.gouv.fr',
    licence: 'etalab-2.0',
    may_quote: true,
    priority: 35,
    required: ['id', 'nom', 'source'],
    producer: 'source',
    id: 'id',
    changed_on: 'date_maj',
    place: {
      name: 'nom',
      summary: 'presentation_resume',
      description: ['presentation_detail', 'description'],
      parent_organisation: 'structure_parente',
      siret: ['siret', 'pivot'],
      rna: 'rna',
      address: {
        street: 'adresse',
        complement: 'complement_adresse',
        postcode: 'code_postal',
        city: 'commune',
        code: 'code_insee'
      },
      position: { lat: 'latitude', lon: 'longitude' },
      phone: 'telephone',
      emails: 'courriel',
      websites: 'site_web',
      booking_url: ['prise_rdv', 'services.prise_rdv', 'services.lien_mobilisation'],
      sheet: ['accessibilite_lieu', 'accessibilite'],
      hours: { osm: ['horaires_ouverture', 'horaires_accueil', 'horaires'] }
    },
    tables: [
      { columns: ['services.thematiques', 'thematiques'], values: THEMES },
      { columns: 'services', split: '[|;]', into: ['service'], values: V0 },
      { columns: ['typologie'], split: '[|;]', into: ['type'] },
      { columns: ['labels_nationaux', 'labels_autres', 'reseaux_porteurs'], split: '[|;]', into: ['label'] },
      { columns: 'publics_accueillis', split: '[|;]', into: ['audience', 'need'], values: V0 },
      {
        columns: ['services.publics', 'services.profils'],
        into: ['audience'],
        values: {
          familles: { audience: 'familles-et-ou-enfants' },
          'familles-enfants': { audience: 'familles-et-ou-enfants' },
          'jeunes-16-26': { audience: 'jeunes' },
          'tous-publics': {}
        }
      },
      {
        columns: ['services.frais', 'conditions_acces'],
        split: '[|;]',
        into: ['fee'],
        values: {
          ...V0,
          'gratuit-sous-conditions': { fee: 'gratuit-sous-condition' },
          'pass-numerique': { fee: 'gratuit-sous-condition', label: 'pass-numerique' }
        }
      },
      {
        columns: ['services.types', 'services.type'],
        values: {
          accompagnement: { support: 'accompagnement-individuel' },
          atelier: { support: 'dans-un-atelier-collectif' },
          'aide-materielle': { support: 'en-autonomie' }
        }
      },
      {
        columns: 'services.modes_accueil',
        values: { 'a-distance': { support: 'a-distance' }, 'en-presentiel': {} }
      },
      { columns: 'modalites_accompagnement', split: '[|;]', into: ['support'], values: V0 },
      {
        columns: 'services.modes_mobilisation',
        values: {
          'se-presenter': { access: 'se-presenter' },
          telephoner: { access: 'telephoner' },
          'envoyer-un-courriel': { access: 'contacter-par-mail' },
          'utiliser-lien-mobilisation': { access: 'prendre-un-rdv-en-ligne' }
        }
      }
    ],
    ignore: ['services.id', 'services.structure_id', 'services.source']
  },
  { prepare, refuse: ({ services }) => (services.length === 0 ? 'offers no digital service' : null) }
)

/**
 * Joins organisations with their services by `structure_id`, for the edition that publishes them as two
 * lists.
 */
export function joinServices(structures: readonly Raw[], services: readonly Raw[]): readonly Raw[] {
  const offers = new Map<string, Raw[]>()
  for (const service of services) {
    const structure = `${service.source} ${service.structure_id}`
    offers.set(structure, [...(offers.get(structure) ?? []), service])
  }
  return structures.map((structure) => ({
    ...structure,
    services: [structure.services ?? [], offers.get(`${structure.source} ${structure.id}`) ?? []].flat()
  }))
}
