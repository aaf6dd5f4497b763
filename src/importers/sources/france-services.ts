import { declaredSource } from '../declared/declared-source.ts'

/**
 * The list of France services in both layouts: until 2023, `format_fs` had the meaning of today's `type_fs`, and
 * `itinerance` was a column of its own. The date of the label is not treated as a date of change, although other
 * readers of the list do this.
 */
export const FRANCE_SERVICES = declaredSource({
  source: 'france-services',
  name: 'Liste des structures France services',
  homepage: 'https://www.data.gouv.fr/fr/datasets/liste-des-structures-france-services/',
  download: 'https://www.data.gouv.fr/fr/datasets/r/31576dff-fd61-4de9-819f-32c2f880b142',
  cadence: 24,
  licence: 'etalab-2.0',
  priority: 70,
  required: ['id_fs', 'lib_fs'],
  id: 'id_fs',
  place: {
    name: 'lib_fs',
    address: {
      street: 'adresse',
      complement: 'complement_adresse',
      postcode: 'code_postal',
      city: 'lib_com',
      code: 'insee_com'
    },
    position: { lat: 'latitude', lon: 'longitude' },
    phone: 'telephone',
    emails: 'mail',
    parent_organisation: ['groupe_fs', 'groupe'],
    hours: {
      days: {
        Mo: 'h_lundi',
        Tu: 'h_mardi',
        We: 'h_mercredi',
        Th: 'h_jeudi',
        Fr: 'h_vendredi',
        Sa: 'h_samedi'
      },
      comment: 'commentaire'
    }
  },
  always: { type: 'RFS' },
  tables: [
    {
      columns: ['labellisation_fs', 'labellisation'],
      words: [{ has: ['espace labellisé'], means: { label: 'france-services' } }],
      valid_from: { columns: ['labellisation_fs', 'labellisation'], part: '\\d{2}/\\d{2}/\\d{4}' }
    },
    {
      columns: 'format_fs',
      values: {
        Fixe: { itinerant: false },
        'Fixe_antenne(s)': { itinerant: false },
        Multisites: { itinerant: false },
        Bus_équivalent: { itinerant: true },
        Itinérante: { itinerant: true },
        'Site principal': {}
      }
    },
    { columns: 'itinerance', values: { Oui: { itinerant: true }, Non: { itinerant: false } } },
    // A place without appointments accepts walk-ins; one with appointments takes them by phone.
    {
      columns: 'prise_rdv',
      values: { Oui: { access: 'telephoner' }, Non: { access: 'se-presenter' } }
    },
    // A branch is reported as unmapped, because the directory cannot store to which centre it belongs.
    { columns: 'type_fs', values: { Principal: {} } }
  ],
  // Ignored, because the commune implies the département.
  ignore: ['insee_dep']
})
