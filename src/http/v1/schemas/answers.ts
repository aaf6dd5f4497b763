import { z } from 'zod'
import { FACETS } from '../../../domain/search/search-question.ts'
import { interpreted } from './interpreted.ts'
import { Place } from './place.ts'

const next = z
  .string()
  .nullable()
  .meta({
    description: 'Address of the next page, also in the `Link` header; null on the last.',
    examples: ['/v1/places?cursor=cGFnZQ']
  })

const Total = z
  .object({
    value: z.int().meta({ description: 'How many match.', examples: [412] }),
    relation: z.enum(['eq', 'gte']).meta({ description: 'Exactly, or at least.', examples: ['eq'] })
  })
  .nullable()
  .meta({
    description:
      'What matches the filters and fits the words, within how far the answer looks. Exact up to 1 000, or 10 000 with `total=exact`; null with `total=none`.'
  })

const within = z
  .object({
    radius_m: z.int().meta({
      description:
        'The smallest of 5, 10, 20 and 40 km that holds three places that fit, or as many as 40 km hold.',
      examples: [5000]
    }),
    count: z
      .int()
      .nullable()
      .meta({ description: 'How many fit within it: `total`. Null with `total=none`.', examples: [9] }),
    nearest_m: z
      .int()
      .nullable()
      .meta({
        description: 'Metres to the nearest that fits, however far; null if none does.',
        examples: [1240]
      })
  })
  .optional()
  .meta({
    description:
      'How far the answer looks, if it starts from a point (`lat` and `lon`, a town in `q`, a `commune` or `postcode` beside it) and no `radius`, `bbox` or outline is given. Places beyond follow, marked `beyond_radius`.'
  })

const FacetValue = z.object({
  code: z.string().meta({ description: 'What to put into the filter.', examples: ['gratuit'] }),
  label: z.string().meta({ description: 'In the language asked.', examples: ['Gratuit'] }),
  count: z.int().meta({ description: 'Places that would match.', examples: [128] })
})

const facets = z
  .partialRecord(z.enum(FACETS), z.array(FacetValue))
  .optional()
  .meta({
    description: 'With `facets` only; the most frequent first.',
    examples: [{ fee: [{ code: 'gratuit', label: 'Gratuit', count: 128 }] }]
  })

const instead = z
  .array(
    z.object({
      without: z
        .array(
          z.object({
            parameter: z.string().meta({ description: 'The parameter.', examples: ['audience'] }),
            words: z
              .string()
              .nullable()
              .meta({ description: 'Of `q`, the words.', examples: ['poterie'] })
          })
        )
        .meta({ description: 'What it leaves out: together, that is what emptied the answer.' }),
      q: z
        .string()
        .nullable()
        .meta({ description: 'The words that are left.', examples: ['fablab'] }),
      total: Total,
      url: z
        .string()
        .nullable()
        .meta({
          description: 'The question; null for one that was asked by a body.',
          examples: ['/v1/places?q=fablab']
        })
    })
  )
  .optional()
  .meta({
    description: 'Where nothing matches: the nearest questions that have answers, those with most first.'
  })

const items = z.array(Place).meta({ description: 'The places of this page.' })

export const PlacePage = z
  .object({ items, total: Total, within, facets, interpreted, instead, next })
  .meta({ id: 'PlacePage', description: 'A page of places.' })

const Geometry = z
  .object({
    type: z.literal('Point'),
    coordinates: z
      .tuple([z.number(), z.number()])
      .meta({ description: 'Longitude, latitude.', examples: [[-0.7024, 49.2764]] })
  })
  .nullable()

export const Feature = z
  .object({
    type: z.literal('Feature'),
    id: z
      .uuid()
      .meta({ examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'], description: 'Id of the place.' }),
    geometry: Geometry,
    properties: Place
  })
  .meta({ id: 'PlaceFeature', description: 'A place as GeoJSON (RFC 7946).' })

export const FeatureCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(Feature),
    total: Total,
    within,
    facets,
    interpreted,
    instead,
    next
  })
  .meta({ id: 'PlaceCollection', description: 'A page of places as GeoJSON (RFC 7946).' })

export const FeatureExport = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(Feature).meta({ description: 'The places, in the order of their ids.' })
  })
  .meta({ id: 'PlaceExport', description: 'All that matches, as GeoJSON (RFC 7946).' })

const RECORD = {
  source: z.string().meta({ description: 'Slug of the source.', examples: ['mednum'] }),
  record: z.string().meta({ description: 'Id of the record there.', examples: ['123'] }),
  changed_on: z
    .string()
    .nullable()
    .meta({ description: 'When the record changed, ISO 8601.', examples: ['2026-09-01'] }),
  licence: z.string().meta({ description: 'Licence of the record.', examples: ['etalab-2.0'] })
}

const Correction = z
  .object({
    by: z.string().meta({ description: 'Who corrected it.', examples: ['Camille Martin'] }),
    at: z.iso.datetime().meta({ description: 'When, RFC 3339.', examples: ['2026-11-20T22:48:00.000Z'] }),
    note: z
      .string()
      .nullable()
      .meta({ description: 'Why.', examples: ['Vu sur place.'] }),
    source_changed: z.boolean().meta({
      description: 'Whether the sources say otherwise now than when it was corrected.',
      examples: [false]
    }),
    instead_of: z.array(z.object(RECORD)).meta({ description: 'The records that it stands over.' })
  })
  .optional()
  .meta({ description: 'Of a value that was corrected here; its source is then `corrections`.' })

const Origin = z.object({ ...RECORD, correction: Correction })

export const Provenance = z
  .object({
    id: z
      .uuid()
      .meta({ description: 'Id of the place.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'] }),
    fields: z.record(z.string(), z.array(Origin)).meta({
      description: 'For each known field, the records that it comes from.',
      examples: [
        { name: [{ source: 'mednum', record: '123', changed_on: '2026-09-01', licence: 'etalab-2.0' }] }
      ]
    })
  })
  .meta({ id: 'Provenance', description: 'Where each field of a place comes from.' })

const Term = z.object({
  code: z.string().meta({ description: 'Code.', examples: ['seniors'] }),
  label: z.object({
    fr: z.string().meta({ description: 'French.', examples: ['Seniors'] }),
    en: z.string().meta({ description: 'English.', examples: ['Seniors'] })
  }),
  synonyms: z
    .array(z.string())
    .meta({ description: 'Other French words for it.', examples: [['personnes âgées']] }),
  standard: z
    .string()
    .nullable()
    .meta({
      description: 'Its wording in the national standard; null when it is not there.',
      examples: ['Seniors']
    })
})

const vocabulary = {
  name: z.string().meta({
    description: 'Name, and field of the national standard.',
    examples: ['publics_specifiquement_adresses']
  }),
  parameter: z
    .string()
    .meta({ description: 'Search parameter that takes its codes.', examples: ['audience'] }),
  label: z.object({
    fr: z.string().meta({ description: 'French.', examples: ['Publics'] }),
    en: z.string().meta({ description: 'English.', examples: ['Audiences'] })
  })
}
export const Vocabulary = z
  .object({ ...vocabulary, terms: z.array(Term) })
  .meta({ id: 'Vocabulary', description: 'A controlled vocabulary.' })
export const VocabularyList = z
  .object({ items: z.array(Vocabulary) })
  .meta({ id: 'VocabularyList', description: 'All vocabularies.' })

export const Territory = z
  .object({
    kind: z
      .enum(['commune', 'epci', 'department', 'region'])
      .meta({ description: 'What it is.', examples: ['commune'] }),
    code: z.string().meta({ description: 'INSEE code, SIREN, or official code.', examples: ['14047'] }),
    name: z.string().meta({ description: 'Name.', examples: ['Bayeux'] }),
    population: z
      .int()
      .nullable()
      .meta({ description: 'Inhabitants.', examples: [12_682] }),
    epci: z
      .string()
      .nullable()
      .meta({ description: 'Its intercommunality.', examples: ['241400555'] }),
    department: z
      .string()
      .nullable()
      .meta({ description: 'Its département.', examples: ['14'] }),
    region: z
      .string()
      .nullable()
      .meta({ description: 'Its région.', examples: ['28'] }),
    postcodes: z.array(z.string()).meta({ description: 'Of a commune.', examples: [['14400']] }),
    centre: z
      .object({ lat: z.number(), lon: z.number() })
      .nullable()
      .meta({ description: 'WGS 84 degrees; null until known.', examples: [{ lat: 49.277, lon: -0.703 }] }),
    places: z.int().meta({ description: 'Places in it.', examples: [7] })
  })
  .meta({ id: 'Territory', description: 'A commune, intercommunality, département or région.' })
export const TerritoryList = z
  .object({ items: z.array(Territory) })
  .meta({ id: 'TerritoryList', description: 'Territories, the most populous first.' })

const Run = z
  .object({
    id: z.uuid().meta({ description: 'Id.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a91'] }),
    status: z
      .enum(['running', 'done', 'failed', 'dry'])
      .meta({ description: 'How it ended.', examples: ['done'] }),
    started_at: z.iso
      .datetime({ offset: true })
      .meta({ description: 'RFC 3339.', examples: ['2026-11-22T22:48:00.000Z'] }),
    finished_at: z.iso
      .datetime({ offset: true })
      .nullable()
      .meta({ description: 'RFC 3339; null while running.', examples: ['2026-11-22T22:49:10.000Z'] }),
    not_modified: z.boolean().meta({
      description: 'Its server said that nothing had changed since the run before, so nothing was read.',
      examples: [false]
    }),
    read: z.int().meta({ description: 'Records read.', examples: [687] }),
    created: z.int().meta({ description: 'Places created.', examples: [12] }),
    updated: z.int().meta({ description: 'Places changed.', examples: [30] }),
    unchanged: z.int().meta({ description: 'Places left as they were.', examples: [640] }),
    withdrawn: z.int().meta({ description: 'Places withdrawn.', examples: [0] }),
    rejected: z.int().meta({ description: 'Records refused.', examples: [5] })
  })
  .nullable()

export const Source = z
  .object({
    slug: z.string().meta({ description: 'Slug.', examples: ['mednum'] }),
    name: z.string().meta({ description: 'Name.', examples: ['Cartographie nationale'] }),
    licence: z.string().meta({ description: 'SPDX id or name of its licence.', examples: ['etalab-2.0'] }),
    homepage: z
      .string()
      .nullable()
      .meta({ description: 'Its own page.', examples: ['https://example.org'] }),
    places: z.int().meta({ description: 'Places that it lists.', examples: [687] }),
    last_run: Run.meta({ description: 'Its last import; null before the first.' }),
    last_success: Run.meta({
      description: 'Its last import that did what it was to do: how far it is in step; null before the first.'
    }),
    fresh_on: z
      .string()
      .nullable()
      .meta({
        description: 'Day of the latest change that its records tell, ISO 8601.',
        examples: ['2026-09-01']
      })
  })
  .meta({ id: 'Source', description: 'A directory that is federated here.' })
export const SourceWhole = Source.extend({
  unmapped: z
    .array(
      z.object({
        field: z.string().meta({ description: 'Column of the file.', examples: ['typologie'] }),
        value: z
          .string()
          .nullable()
          .meta({ description: 'Value of it; null where the whole column has no place.', examples: ['BUS'] }),
        count: z.int().meta({ description: 'Records that have it.', examples: [12] })
      })
    )
    .meta({
      description: 'What the last file held that no field of a place says, the commonest first, at most 100.'
    })
}).meta({
  id: 'SourceWhole',
  description: 'A directory that is federated here, with what of it has no place.'
})
export const SourceList = z
  .object({ items: z.array(Source) })
  .meta({ id: 'SourceList', description: 'All sources.' })
