import { declaredSource } from '../declared/declared-source.ts'

/**
 * The census of 2018 by the Commissariat général à l'égalité des territoires (CGET), compiled from sixteen
 * lists.
 */
export const TIERS_LIEUX = declaredSource({
  source: 'tiers-lieux',
  name: 'Recensement des tiers-lieux (CGET)',
  homepage: 'https://www.data.gouv.fr/fr/datasets/recensement-des-tiers-lieux/',
  licence: 'etalab-2.0',
  priority: 30,
  required: ['nom_tl', 'typo'],
  id: 'ID',
  place: {
    name: 'NOM_TL',
    address: { street: 'ADRESSE', postcode: 'CP', city: ['NOMCOM', 'COMINIT'], code: 'INSEECOM' },
    position: { lat: 'LAT', lon: 'LONG' },
    phone: 'CONTACT',
    emails: 'MAIL',
    websites: ['WEB', 'FACEBOOK', 'TWITTER']
  },
  always: { type: 'TIERS_LIEUX' },
  tables: [
    {
      columns: 'TYPO',
      values: {
        'Tiers lieux à dominante coworking': {},
        'Tiers lieux à dominante fablab': { type: 'FABLAB' }
      }
    }
  ],
  // Ignored: census data, and data on communes, which other sources provide.
  ignore: ['METRO', 'NOMMETRO', 'INSEEREG', 'NOMREG', 'INSEEMETRO', 'INSEEDEP', 'NOMCOMMETRO', 'POPCOM']
})
