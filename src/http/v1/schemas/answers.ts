import { z } from 'zod'
import { FACETS } from '../../../domain/search/search-question.ts'
import { interpreted } from './interpreted.ts'
import { Place } from './place.ts'
import { within } from './within.ts'

const next = z
  .string()
  .nullable()
  .meta({
    description: 'Address of the next page, also in the `Link` header; null on the last page.',
    examples: ['/v1/places?cursor=cGFnZQ']
  })

const Total = z
  .object({
    value: z.int().meta({ description: 'Number of matching places.', examples: [412] }),
    relation: z
      .enum(['eq', 'gte'])
      .meta({ description: '`eq`: exactly this many; `gte`: at least this many.', examples: ['eq'] })
  })
  .nullable()
  .meta({
    description:
      'Number of places that match the filters and fit the words, inside `within` if it is given. Exact up to 1 000, or up to 10 000 with `total=exact`; null with `total=none`.'
  })

const FacetValue = z.object({
  code: z.string().meta({ description: 'Value for the filter.', examples: ['gratuit'] }),
  label: z.string().meta({ description: 'Label in the requested language.', examples: ['Gratuit'] }),
  count: z.int().meta({ description: 'Number of places that would match.', examples: [128] })
})

const facets = z
  .partialRecord(z.enum(FACETS), z.array(FacetValue))
  .optional()
  .meta({
    description: 'Only with `facets`; the most frequent values come first.',
    examples: [{ fee: [{ code: 'gratuit', label: 'Gratuit', count: 128 }] }]
  })

const instead = z
  .array(
    z.object({
      without: z
        .array(
          z.object({
            parameter: z.string().meta({ description: 'Name of the parameter.', examples: ['audience'] }),
            words: z
              .string()
              .nullable()
              .meta({ description: 'For `q`: the words left out.', examples: ['poterie'] })
          })
        )
        .meta({
          description: 'What this search leaves out; these filters and words together had no results.'
        }),
      q: z
        .string()
        .nullable()
        .meta({ description: 'The remaining words.', examples: ['fablab'] }),
      total: Total,
      url: z
        .string()
        .nullable()
        .meta({
          description: 'Address of this search; null if the original search was sent in a body.',
          examples: ['/v1/places?q=fablab']
        })
    })
  )
  .optional()
  .meta({
    description:
      'If nothing matches: the most similar searches that have results, those with the most results first.'
  })

const items = z.array(Place).meta({ description: 'The places on this page.' })

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
  .meta({ id: 'PlaceExport', description: 'All matching places, as GeoJSON (RFC 7946).' })

const RECORD = {
  source: z.string().meta({ description: 'Slug of the source.', examples: ['mednum'] }),
  record: z.string().meta({ description: 'Id of the record in that source.', examples: ['123'] }),
  changed_on: z
    .string()
    .nullable()
    .meta({ description: 'When the record changed, ISO 8601.', examples: ['2026-09-01'] }),
  licence: z.string().meta({ description: 'Licence of the record.', examples: ['etalab-2.0'] })
}

const Correction = z
  .object({
    by: z.string().meta({
      description:
        'Who made the correction. Managers of places have no name here: it is `Gestionnaire du lieu`.',
      examples: ['Camille Martin']
    }),
    at: z.iso
      .datetime()
      .meta({ description: 'Time of the correction, RFC 3339.', examples: ['2026-11-20T22:48:00.000Z'] }),
    confirmed_on: z.iso
      .date()
      .optional()
      .meta({
        description: 'For the edit of a manager: the last day on which it was written or confirmed.',
        examples: ['2026-12-01']
      }),
    note: z
      .string()
      .nullable()
      .meta({ description: 'Reason for the correction.', examples: ['Vu sur place.'] }),
    source_changed: z.boolean().meta({
      description: 'Whether the value in the sources has changed since the correction.',
      examples: [false]
    }),
    instead_of: z.array(z.object(RECORD)).meta({ description: 'The records whose value it replaces.' })
  })
  .optional()
  .meta({ description: 'Only if the value was corrected here; `source` is then `corrections`.' })

const Origin = z.object({
  ...RECORD,
  because: z
    .string()
    .optional()
    .meta({ description: 'Only for implied fields: the reason.', examples: ['type:RFS'] }),
  correction: Correction
})

export const Provenance = z
  .object({
    id: z
      .uuid()
      .meta({ description: 'Id of the place.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'] }),
    fields: z.record(z.string(), z.array(Origin)).meta({
      description: 'For each known field, the records from which it comes.',
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
      description: 'Its wording in the national standard; null if the standard does not have it.',
      examples: ['Seniors']
    })
})

const vocabulary = {
  name: z.string().meta({
    description: 'Name of the vocabulary and of the field in the national standard.',
    examples: ['publics_specifiquement_adresses']
  }),
  parameter: z
    .string()
    .meta({ description: 'Search parameter that accepts these codes.', examples: ['audience'] }),
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

const Run = z
  .object({
    id: z.uuid().meta({ description: 'Id of the run.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a91'] }),
    status: z.enum(['running', 'done', 'failed', 'dry']).meta({
      description: 'Whether it is running or how it ended; `dry` wrote nothing.',
      examples: ['done']
    }),
    started_at: z.iso
      .datetime({ offset: true })
      .meta({ description: 'Start, RFC 3339.', examples: ['2026-11-22T22:48:00.000Z'] }),
    finished_at: z.iso
      .datetime({ offset: true })
      .nullable()
      .meta({ description: 'End, RFC 3339; null while running.', examples: ['2026-11-22T22:49:10.000Z'] }),
    not_modified: z.boolean().meta({
      description:
        'Whether the server answered that nothing had changed since the previous run, so that nothing was read.',
      examples: [false]
    }),
    read: z.int().meta({ description: 'Number of records read.', examples: [687] }),
    created: z.int().meta({ description: 'Number of places created.', examples: [12] }),
    updated: z.int().meta({ description: 'Number of places changed.', examples: [30] }),
    unchanged: z.int().meta({ description: 'Number of places that did not change.', examples: [640] }),
    withdrawn: z.int().meta({ description: 'Number of places withdrawn.', examples: [0] }),
    rejected: z.int().meta({ description: 'Number of records rejected.', examples: [5] })
  })
  .nullable()

const Source = z
  .object({
    slug: z.string().meta({ description: 'Slug of the source.', examples: ['mednum'] }),
    name: z.string().meta({ description: 'Name of the directory.', examples: ['Cartographie nationale'] }),
    licence: z.string().meta({ description: 'SPDX id or name of its licence.', examples: ['etalab-2.0'] }),
    homepage: z
      .string()
      .nullable()
      .meta({ description: 'Its website.', examples: ['https://example.org'] }),
    places: z.int().meta({ description: 'Number of places that it lists.', examples: [687] }),
    records: z
      .int()
      .nullable()
      .meta({ description: 'Number of its records; null if they create no places.', examples: [690] }),
    one_id_is_one_place: z
      .boolean()
      .nullable()
      .meta({
        description:
          'Whether each of its ids stands for a place of its own: at most 2 % of its records share a place with ' +
          'another of them. Lists of advisers or forms often have several records of one place.',
        examples: [true]
      }),
    last_run: Run.meta({ description: 'Its last import; null before the first one.' }),
    last_success: Run.meta({
      description: 'Its last successful import, which shows how up to date it is; null before the first one.'
    }),
    fresh_on: z
      .string()
      .nullable()
      .meta({
        description: 'Date of the latest change reported in its records, ISO 8601.',
        examples: ['2026-09-01']
      })
  })
  .meta({ id: 'Source', description: 'A directory federated here.' })
export const SourceWhole = Source.extend({
  unmapped: z
    .array(
      z.object({
        field: z.string().meta({ description: 'Column of the file.', examples: ['typologie'] }),
        value: z
          .string()
          .nullable()
          .meta({
            description: 'Value in that column; null if the whole column is not mapped.',
            examples: ['BUS']
          }),
        count: z.int().meta({ description: 'Number of records that have it.', examples: [12] })
      })
    )
    .meta({
      description:
        'Columns and values of the last file that could not be mapped to a field, the most frequent first, at most 100.'
    })
}).meta({
  id: 'SourceWhole',
  description: 'A directory federated here, with what could not be mapped.'
})
export const SourceList = z
  .object({ items: z.array(Source) })
  .meta({ id: 'SourceList', description: 'All sources.' })
