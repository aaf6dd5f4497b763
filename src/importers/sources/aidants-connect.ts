import { declaredSource } from '../declared/declared-source.ts'

/** Structures whose staff may act online in a person's name. No coordinates, no contact: found by SIRET and address. */
export const AIDANTS_CONNECT = declaredSource({
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
})
