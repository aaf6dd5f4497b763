import { z } from 'zod'
import { DEEPEST_ZOOM } from '../../../domain/geo/map-grid.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { KNOWN_WEEKS } from '../../../domain/opening/known-weeks.ts'
import type { FilterParameter } from '../../../domain/search/filters.ts'
import { FACETS, SORTS } from '../../../domain/search/search-question.ts'
import { SEARCHABLE_FEATURES } from '../../../domain/vocabularies/accessibility.ts'
import { MISSING_FACTS } from '../../../domain/vocabularies/missing.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../../domain/vocabularies/term.ts'
import { codesOf, vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'
import { anyOf, demands, flag, matching, number, text, whole } from './parameters.ts'
import { PLACE_PROPERTIES } from './place.ts'

const codes = (parameter: CodeParameter) => {
  const { fr, en, name } = vocabularyOf(parameter)
  const allowed = codesOf(parameter)
  return demands(
    {
      description: `${en} (${fr}): codes of the vocabulary \`${name}\`. A comma means *or*, a repeated parameter means *and*.`,
      examples: [[allowed[0]]]
    },
    allowed
  ).optional()
}

/** An RFC 3339 instant, or a time without an offset. */
const MOMENT = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:Z|[+-]\\d{2}:\\d{2})?'

const what = {
  q: text(500, {
    description:
      'Words, which are wishes: places that fit them best and are nearest come first, and none is excluded (see `sort`). They are looked for in name, city, services, types, labels and description. Accents and case do not matter, spelling mistakes are tolerated, and synonyms and acronyms are known. If a town is named, results near it come first. Text in quotation marks is taken literally. In a long sentence, only the eight most significant wishes count. `interpreted` in the answer shows how the words were understood.',
    examples: ['médiathèque bayeux']
  })
    .regex(/\S/, 'Must not be empty; leave the parameter out instead.')
    .optional(),
  ...(Object.fromEntries(CODE_PARAMETERS.map((parameter) => [parameter, codes(parameter)])) as {
    [parameter in CodeParameter]: ReturnType<typeof codes>
  }),
  service_basis: z
    .enum(['any', 'declared'])
    .optional()
    .meta({
      description:
        'Which places `service` finds. `any`, the default: those that declare it and those that certainly offer it because of what they are (`services_implied`). `declared`: only those that declare it. The facet `service` counts the same places.',
      examples: ['declared']
    }),
  audience_unknown: z
    .enum(['exclude', 'include'])
    .optional()
    .meta({
      description:
        'With `audience`: what to do with places that declare no audience. `exclude` is the default.',
      examples: ['include']
    }),
  fee_unknown: z
    .enum(['exclude', 'include'])
    .optional()
    .meta({
      description:
        'With `fee`: what to do with places whose price is unknown. `exclude` is the default. A place that says another price is never returned.',
      examples: ['include']
    }),
  missing: demands(
    {
      description:
        'Places whose records lack this. `hours`: no opening hours in any form; `phone`: no phone number; `position`: no coordinates; `services`: none declared; `accessibility`: nothing known. A comma means *or*, a repeated parameter means *and*.',
      examples: [['hours', 'phone']]
    },
    MISSING_FACTS
  ).optional(),
  accessibility: demands(
    {
      description:
        'Features that the place is known to have. `wheelchair` finds places with the value `yes`, not `limited`.',
      examples: [['wheelchair', 'hearing_loop']]
    },
    SEARCHABLE_FEATURES
  ).optional(),
  accessibility_unknown: z
    .enum(['exclude', 'include'])
    .optional()
    .meta({
      description:
        'What to do with places for which this is unknown. A place with the value no is never returned.',
      examples: ['include']
    }),
  itinerant: flag({ description: 'Whether the place is itinerant.', examples: [true] }).optional(),
  open_at: matching(
    new RegExp(`^(now|${MOMENT})$`),
    'Must be now, an instant (2026-11-23T09:30:00Z) or a local time (2026-11-23T10:30).',
    {
      description: `Places open at this time: \`now\`, an RFC 3339 instant, or a time without an offset, which is local at each place. To the minute, from one day ago to ${KNOWN_WEEKS} weeks ahead.`,
      examples: ['now']
    }
  )
    .refine((value) => value === 'now' || isInstant(value), 'No such day or time exists.')
    .optional(),
  open_between: matching(
    new RegExp(`^(now|${MOMENT})/(now|${MOMENT})$`),
    'Must be START/END, each of them now, an instant (2026-11-23T09:30:00Z) or a local time (2026-11-23T10:30).',
    {
      description: `Places open at some time in between: \`START/END\`. A place that closes at the start or opens at the end is not included. If start and end are equal, this is the same as \`open_at\`. Each of them is \`now\`, an RFC 3339 instant, or a time without an offset, which is the local time of each place. Times are read to the minute, from a day ago to ${KNOWN_WEEKS} weeks ahead.`,
      examples: ['now/now']
    }
  )
    .transform((value) => value.split('/') as [string, string])
    .refine((ends) => ends.every((end) => end === 'now' || isInstant(end)), 'No such day or time exists.')
    .optional(),
  open_unknown: z
    .enum(['exclude', 'include'])
    .optional()
    .meta({
      description:
        'With `open_at` or `open_between`: what to do with places whose hours at that time are unknown or by appointment. A closed place is never returned.',
      examples: ['include']
    }),
  source: demands<string>(
    { description: 'Slugs of the directories that list the place.', examples: [['france-services']] },
    undefined,
    /^[a-z0-9]+(-[a-z0-9]+)*$/
  ).optional(),
  updated_since: matching(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'Must be a day (2026-11-22) or an RFC 3339 instant (2026-11-22T08:30:00Z).',
    { description: 'Only places changed since then; a day begins at midnight UTC.', examples: ['2026-11-01'] }
  )
    .refine(isInstant, 'No such day or time exists.')
    // In UTC, so that neither the database's time zone nor its limits on offsets matter.
    .transform((value) => new Date(value).toISOString())
    .optional(),
  min_quality: number(0, 1, {
    description: 'Minimum quality score, from 0 to 1.',
    examples: [0.5]
  }).optional()
}

export const box = matching(
  /^[+-]?[\d.]+(e[+-]?\d+)?(,[+-]?[\d.]+(e[+-]?\d+)?){3}$/i,
  'Must be west,south,east,north in degrees.',
  {
    description:
      'West, south, east, north in WGS 84 degrees. If west is greater than east, the box crosses the antimeridian.',
    examples: ['-0.8,49.2,-0.6,49.3']
  }
)
  .transform((value) => value.split(',').map(Number) as [number, number, number, number])
  .refine(
    ([west, south, east, north]) =>
      within(west, 180) && within(south, 90) && within(east, 180) && within(north, 90),
    'Longitudes must be from -180 to 180, latitudes from -90 to 90.'
  )

const where = {
  commune: demands<string>(
    { description: 'INSEE codes; also finds arrondissements and former codes.', examples: [['14047']] },
    undefined,
    /^(\d{2}|2[AB])\d{3}$/
  ).optional(),
  postcode: demands<string>(
    { description: 'Postcodes.', examples: [['14400']] },
    undefined,
    /^\d{5}$/
  ).optional(),
  epci: demands<string>(
    { description: 'SIREN numbers of intercommunalities.', examples: [['241400555']] },
    undefined,
    /^\d{9}$/
  ).optional(),
  department: demands<string>(
    { description: 'Codes of départements.', examples: [['14', '2A']] },
    undefined,
    /^(\d{2,3}|2[AB])$/
  ).optional(),
  region: demands<string>(
    { description: 'Codes of régions.', examples: [['28']] },
    undefined,
    /^\d{2,3}$/
  ).optional(),
  lat: number(-90, 90, {
    description: 'Latitude of the point from which distances are measured, WGS 84 degrees; requires `lon`.',
    examples: [49.2764]
  }).optional(),
  lon: number(-180, 180, {
    description: 'Longitude of the point from which distances are measured, WGS 84 degrees; requires `lat`.',
    examples: [-0.7024]
  }).optional(),
  radius: number(1, 200_000, {
    description: 'Maximum distance in metres along the ellipsoid; requires `lat` and `lon`.',
    examples: [10_000]
  }).optional(),
  min_results: whole(1, 100, {
    description:
      'With `radius`: if fewer places match inside it, the nearest ones outside follow, marked `beyond_radius`.',
    examples: [5]
  }).optional(),
  bbox: box.optional()
}

const how = {
  sort: z
    .enum(SORTS)
    .optional()
    .meta({
      description:
        'Order of the results. The default is `relevance` with `q`, `distance` with `lat` and `lon`, otherwise `name`. `relevance` ranks places by how well they fit the words and how near they are; `distance` starts from `lat` and `lon`, or from the town in `q`. Ties are ordered by id.',
      examples: ['distance']
    }),
  limit: whole(1, 100, {
    description: 'Number of places per page; 20 by default.',
    examples: [20]
  }).optional(),
  cursor: z.string('Must be given only once.').max(60_000).optional().meta({
    description: 'Cursor from `next` of the previous answer. It contains the whole search.',
    examples: []
  }),
  facets: anyOf(FACETS, {
    description: 'Facets to count over all matching places, each without its own filter.',
    examples: [['service', 'department']]
  }).optional(),
  total: z
    .enum(['exact', 'none', 'true', 'false'])
    .optional()
    .meta({
      description:
        'How many matching places are counted: up to 1 000 by default, up to 10 000 with `exact` (or `true`); beyond that, `relation` is `gte`. With `none` (or `false`), they are not counted, which saves time, and `total` is null.',
      examples: ['none']
    })
}

const shape = {
  fields: anyOf(PLACE_PROPERTIES, {
    description: 'Properties to return; `id` is always included.',
    examples: [['name', 'location']]
  }).optional(),
  lang: z
    .enum(LANGUAGES)
    .optional()
    .meta({
      description: 'Language of labels. The default is `Accept-Language`, otherwise French.',
      examples: ['en']
    }),
  format: z
    .enum(['json', 'geojson'])
    .optional()
    .meta({ description: 'Format of the answer; overrides `Accept`.', examples: ['geojson'] })
}

/**
 * Whether the day exists and PostgreSQL can read the instant. `Date.parse` turns 30 February into 2 March, and
 * converting an offset to UTC may lead to a year that PostgreSQL cannot read.
 */
function isInstant(text: string): boolean {
  const [instant, day] = [text, text.slice(0, 10)].map((each) => new Date(each))
  if (!instant || !day || Number.isNaN(instant.getTime()) || Number.isNaN(day.getTime())) return false
  return day.toISOString().startsWith(text.slice(0, 10)) && /^(?!0000)\d{4}-/.test(instant.toISOString())
}

const within = (degrees: number, most: number): boolean => Math.abs(degrees) <= most

/** All filters except `within`, which only a body can hold. */
const filters = { ...what, ...where } satisfies Record<Exclude<FilterParameter, 'within'>, z.ZodType>

export const FilterQuery = z.strictObject(filters)
export const SearchQuery = z.strictObject({ ...filters, ...how, ...shape })
// Alternatives are always ordered by distance.
export const AlternativesQuery = SearchQuery.omit({ sort: true, min_results: true })
export const ExportQuery = FilterQuery.omit({ min_results: true })
export const CsvExportQuery = ExportQuery.extend({
  safe: flag({
    description:
      '`true` puts an apostrophe before values that a spreadsheet would run as a formula: those that begin with `=`, `+`, `-`, `@`, a tab or a line end and are no number, and such beginnings after a semicolon. Without it, values are exactly those of the standard.',
    examples: [true]
  }).optional()
})
export const TileQuery = FilterQuery.omit({ min_results: true, bbox: true })
export const ClustersQuery = FilterQuery.omit({ min_results: true }).extend({
  bbox: box,
  zoom: whole(0, DEEPEST_ZOOM, {
    description:
      'Zoom of the map for tiles 512 pixels wide, as in MapLibre. For tiles of 256 pixels, subtract 1.',
    examples: [5]
  })
})
export const ShapeQuery = z.strictObject(shape)

export type FilterQuery = z.output<typeof FilterQuery>
export type SearchQuery = z.output<typeof SearchQuery>
export type AlternativesQuery = z.output<typeof AlternativesQuery>
export type ExportQuery = z.output<typeof ExportQuery>
export type CsvExportQuery = z.output<typeof CsvExportQuery>
export type TileQuery = z.output<typeof TileQuery>
export type ClustersQuery = z.output<typeof ClustersQuery>
export type ShapeQuery = z.output<typeof ShapeQuery>
