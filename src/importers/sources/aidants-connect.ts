import { declaredSource } from '../declared/declared-source.ts'

/**
 * Organisations whose staff may act online on behalf of a person. The file has no coordinates or contacts;
 * places are found by SIRET and address.
 */
export const AIDANTS_CONNECT = declaredSource(
  {
    source: 'aidants-connect',
    name: 'Structures habilitées Aidants Connect',
    homepage: 'https://aidantsconnect.beta.gouv.fr',
    licence: 'etalab-2.0',
    priority: 45,
    required: ['name', 'uuid', 'zip code'],
    id: 'UUID',
    place: {
      name: 'Name',
      address: { street: 'Address', postcode: 'Zip Code', city: 'City', code: 'City Insee Code' },
      siret: 'Siret'
    },
    always: { label: 'aidants-connect' },
    tables: [
      {
        columns: 'Is Active',
        values: { true: {}, false: { refuse: 'no longer active (Is Active)' } }
      },
      {
        columns: 'France Services Label',
        values: { true: { type: 'RFS', label: 'france-services' }, false: {} }
      }
    ]
  },
  // In 39 of its rows, the postcode was given as INSEE code, and the town of that code was written beside it.
  { isTownOfCode: true }
)
