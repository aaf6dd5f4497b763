import { declaredSource } from '../declared/declared-source.ts'
import type { Raw } from '../source.ts'

const NOT_IN_FRANCE = { refuse: 'not in France or its overseas territories' }
const MAKING = { service: 'loisirs-et-creations-numeriques' } as const

/** Country codes of France and of the French territories that have an ISO 3166 code of their own. */
const FRENCH = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC']

/** Adds the slug of the lab's page, the only id that all dumps contain; the number is missing from some dumps. */
const withSlug = (raw: Raw): Raw => {
  if (raw.slug !== undefined || typeof raw.url !== 'string') return raw
  return { ...raw, slug: /\/labs\/([^/?#]+)/.exec(raw.url)?.[1] ?? null }
}

/**
 * The flat dump of fablabs.io, from api.fablabs.io/0/labs.json or www.fablabs.io/labs.json. It is worldwide and
 * includes closed labs, but contains no hours or dates. Its terms grant no open licence, so persons are not
 * published.
 */
export const FABLABS = declaredSource(
  {
    source: 'fablabs',
    name: 'FabLabs.io',
    homepage: 'https://www.fablabs.io',
    download: 'https://api.fablabs.io/0/labs.json',
    cadence: 168,
    licence: 'not open: fablabs.io terms of use',
    priority: 40,
    publishes_persons: false,
    required: ['name', 'country_code', 'kind_name'],
    id: 'slug',
    url: 'url',
    place: {
      name: 'name',
      summary: 'blurb',
      description: 'description',
      address: {
        street: 'address_1',
        complement: { join: ['address_2', 'address_notes'], with: ', ' },
        postcode: 'postal_code',
        city: 'city'
      },
      position: { lat: 'latitude', lon: 'longitude' },
      phone: 'phone',
      emails: 'email',
      websites: ['links', 'links.url']
    },
    always: { type: 'FABLAB' },
    tables: [
      {
        columns: 'country_code',
        values: Object.fromEntries(FRENCH.map((code) => [code, {}])),
        other: NOT_IN_FRANCE
      },
      {
        columns: 'activity_status',
        values: { active: {} },
        other: { refuse: 'not active (activity_status)' }
      },
      {
        columns: 'kind_name',
        values: { fab_lab: {}, mini_fab_lab: {}, supernode: {}, mobile: { type: 'ENM', itinerant: true } }
      },
      {
        columns: 'capabilities',
        split: ';',
        values: {
          three_d_printing: MAKING,
          cnc_milling: MAKING,
          circuit_production: MAKING,
          laser: MAKING,
          precision_milling: MAKING,
          vinyl_cutting: MAKING
        }
      }
    ],
    // Ignored: numbers that only some dumps contain, repetitions of the position, and pictures.
    ignore: [
      'id',
      'links.id',
      'coordinates',
      'geometry.type',
      'geometry.coordinates',
      'avatar_url',
      'header_url',
      'country'
    ]
  },
  { prepare: withSlug }
)
