import type { WrittenMapping } from '../declared/mapping-schema.ts'

const SOURCE = {
  source: 'netpublic',
  name: 'Espaces publics numériques (NetPublic)',
  homepage: 'https://www.netpublic.fr',
  licence: 'etalab-2.0',
  priority: 40,
  always: { type: 'EPN' }
} as const

/**
 * The label for each status. A label that was requested is not valid yet, so "en cours de labellisation" is
 * reported and ignored.
 */
const STATUS = {
  labellisé: { label: 'epn-labellise' },
  'non labellisé': {}
} as const

/**
 * The recommended layout for lists of EPN: one row per EPN, with these columns, of which only the first two
 * are required. Codes and labels are separated by `|`; dates are YYYY-MM-DD; hours are in French or in the
 * OpenStreetMap format.
 */
export const DEFAULT_LAYOUT: WrittenMapping = {
  ...SOURCE,
  required: ['id', 'nom', 'statut_label'],
  producer: 'producteur',
  id: 'id',
  changed_on: 'date_maj',
  place: {
    name: 'nom',
    description: 'presentation',
    parent_organisation: 'structure',
    siret: 'siret',
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
    booking_url: 'prise_rdv',
    person: { name: 'responsable', role: 'fonction' },
    hours: { text: 'horaires' }
  },
  tables: [
    { columns: 'statut_label', values: STATUS, valid_from: 'label_depuis', valid_until: 'label_jusqu_au' },
    { columns: 'services', split: '\\|', into: ['service'] },
    { columns: 'publics', split: '\\|', into: ['audience', 'need'] },
    { columns: 'tarifs', split: '\\|', into: ['fee'] },
    { columns: 'accompagnement', split: '\\|', into: ['support'] },
    {
      columns: 'acces_pmr',
      values: { oui: { wheelchair: 'yes' }, partiel: { wheelchair: 'limited' }, non: { wheelchair: 'no' } }
    }
  ]
}

export const NORMANDIE: WrittenMapping = {
  ...SOURCE,
  required: ['code_lieu', 'statut', 'commune_nv'],
  producer: { constant: 'normandie' },
  id: 'CODE_LIEU',
  place: {
    name: 'NOM',
    // "[14082] CAF du Calvados": a number followed by the organisation.
    parent_organisation: { columns: 'GEPN', part: '^(?:\\[\\d+\\]\\s*)?(.+)$' },
    address: {
      street: { join: ['N_VOIE', 'N_VOIE_COM', 'TYPE_VOIE', 'NOM_VOIE'] },
      complement: { join: ['STRUCT_ACC', 'COMPLEMENT', 'LIEU_DIT'], with: ', ' },
      postcode: 'CP_NV',
      city: 'COMMUNE_NV',
      code: 'INSEE_NV'
    },
    phone: 'TEL',
    emails: 'COURRIEL',
    websites: 'WEB'
  },
  tables: [{ columns: 'STATUT', values: STATUS }],
  // Ignored: columns implied by the code and the commune, and VISIBLE, which concerned the national map.
  ignore: ['REF', 'CODE_TYPE', 'DPT', 'REGION_1', 'PAYS', 'VISIBLE']
}

export const AUVERGNE: WrittenMapping = {
  ...SOURCE,
  required: ["libellé de l'espace numérique"],
  producer: { constant: 'auvergne' },
  // The list has no ids, so they are made from these columns.
  id: ["Libellé de l'espace numérique", 'Adresse', 'Code Insee', 'Téléphone'],
  place: {
    name: "Libellé de l'espace numérique",
    parent_organisation: 'Porteur',
    address: { street: 'Adresse', postcode: 'Code postal', city: 'Commune', code: 'Code Insee' },
    position: { lat: 'Latitude', lon: 'Longitude' },
    phone: 'Téléphone',
    emails: 'E mail',
    websites: 'Site web',
    person: { name: ['Contact 1', 'Contact 2'], role: 'Fonction contact 1' }
  }
}
