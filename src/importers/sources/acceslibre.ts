import { declaredSource } from '../declared/declared-source.ts'
import type { Source } from '../source.ts'
import { readAccessibility } from './acceslibre-answers.ts'

const PUBLIC_OFFICES = ['RFS', 'MSAP', 'MUNI', 'EPCI', 'CC', 'CD', 'DEPT', 'CAF', 'CPAM', 'MSA', 'FT', 'CCAS']
const GATHERINGS = ['CS', 'CSC', 'EVS', 'MJC', 'MQ', 'MDH', 'ASSO']

/**
 * Accessibility of public places, in both layouts in use: the template with a column for each question, and the
 * short layout of exports. The source creates no places: its data is added to the places that it recognises. An
 * activity is therefore mapped to all types of place that may have it.
 */
export const ACCESLIBRE: Source = {
  ...declaredSource(
    {
      source: 'acceslibre',
      name: 'acceslibre',
      homepage: 'https://acceslibre.beta.gouv.fr',
      // Acceslibre has two files; this one has the addresses of the sheets. It contains about 500 000 places of all
      // kinds, so one download a week is enough.
      download: 'https://www.data.gouv.fr/fr/datasets/r/93ae96a7-1db7-4cb4-a9f1-6d778370b640',
      cadence: 168,
      licence: 'etalab-2.0',
      priority: 90,
      required: ['id'],
      id: 'id',
      url: 'web_url',
      changed_on: ['updated_at'],
      place: {
        name: ['name', 'nom'],
        address: {
          street: { join: ['numero', 'voie', 'adr', 'adresse'] },
          complement: 'lieu_dit',
          postcode: ['postal_code', 'cp', 'code_postal'],
          city: ['commune', 'vil'],
          code: 'code_insee'
        },
        position: { lat: ['latitude', 'lat'], lon: ['longitude', 'lng'] },
        siret: 'siret',
        sheet: 'web_url'
      },
      tables: [
        {
          columns: ['activite', 'act'],
          into: ['type'],
          values: {
            'Administration publique': { type: PUBLIC_OFFICES },
            'Agence postale': { type: 'LA_POSTE' },
            Association: { type: [...GATHERINGS, 'EPN', 'EPI', 'FABLAB', 'TIERS_LIEUX', 'RESSOURCERIE'] },
            'Bibliothèque médiathèque': { type: ['BIB', 'RELAIS_LECTURE'] },
            'Bureau de poste': { type: 'LA_POSTE' },
            'Centre culturel': { type: [...GATHERINGS, 'BIB'] },
            'Centre de loisirs': { type: GATHERINGS },
            'Centre social': { type: GATHERINGS },
            'Espace de coworking': { type: 'TIERS_LIEUX' },
            'Instituts de formation': { type: 'OF' },
            Mairie: { type: 'MUNI' },
            'Préfecture, sous-préfecture': { type: 'PREF' }
          }
        }
      ]
    },
    { accessibility: readAccessibility }
  ),
  gives: 'accessibility'
}
