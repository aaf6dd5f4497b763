import { z } from 'zod'
import { DEEPEST_ZOOM } from '../../../domain/geo/map-grid.ts'
import { KNOWN_WEEKS } from '../../../domain/opening/known-weeks.ts'
import { FACETS, SORTS } from '../../../domain/search/search-question.ts'
import { SEARCHABLE_FEATURES } from '../../../domain/vocabularies/accessibility.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../../domain/vocabularies/term.ts'
import { codesOf, vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'
import { anyOf, demands, flag, matching, number, text, whole } from './parameters.ts'
import { PLACE_PROPERTIES } from './place.ts'

const codes = (parameter: CodeParameter) => {
  const { fr, en, name } = vocabularyOf(parameter)
  const allowed = codesOf(parameter)
  return demands(
    {
      description: `${en} (${fr}): codes of the vocabulary \`${name}\`. Commas mean or, repeating means and.`,
      examples: [[allowed[0]]]
    },
    allowed
  ).optional()
}

/** An RFC 3339 instant, or a time without an offset. */
const MOMENT = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:Z|[+-]\\d{2}:\\d{2})?'

const what = {
  q: text(200, {
    description:
      'Words looked for in name, city, services, types, labels and description. Accents, case and typing errors are forgiven, synonyms and acronyms known; a town among them is where the order by relevance starts from. What stands in quotation marks is taken literally. The answer tells in `interpreted` how it was read.',
    examples: ['médiathèque bayeux']
  }).optional(),
  ...(Object.fromEntries(CODE_PARAMETERS.map((parameter) => [parameter, codes(parameter)])) as {
    [parameter in CodeParameter]: ReturnType<typeof codes>
  }),
  accessibility: demands(
    {
      description:
        'Features known to be there. `wheelchair` asks for a place that says yes, not for one that says limited.',
      examples: [['wheelchair', 'hearing_loop']]
    },
    SEARCHABLE_FEATURES
  ).optional(),
  accessibility_unknown: z
    .enum(['exclude', 'include'])
    .optional()
    .meta({
      description: 'What to do with a place that does not say. One that says no is never returned.',
      examples: ['include']
    }),
  itinerant: flag({ description: 'Whether the place moves about.', examples: [true] }).optional(),
  open_at: matching(
    new RegExp(`^(now|${MOMENT})$`),
    'Give now, an instant (2026-11-23T09:30:00Z), or what the clocks show there (2026-11-23T10:30).',
    {
      description: `Open then: \`now\`, an RFC 3339 instant, or a time without an offset, which is local at each place. To the minute, from a day ago to ${KNOWN_WEEKS} weeks ahead.`,
      examples: ['now']
    }
  )
    .refine((value) => value === 'now' || isInstant(value), 'No such day or time exists.')
    .optional(),
  open_between: matching(
    new RegExp(`^${MOMENT}/${MOMENT}$`),
    'Give START/END, each an instant (2026-11-23T09:30:00Z) or what the clocks show there (2026-11-23T10:30).',
    {
      description: `Open at some time in between, both included: \`START/END\`, each an RFC 3339 instant or a time without an offset, which is local at each place. To the minute, from a day ago to ${KNOWN_WEEKS} weeks ahead.`,
      examples: ['2026-11-23T09:00/2026-11-23T12:00']
    }
  )
    .transform((value) => value.split('/') as [string, string])
    .refine((ends) => ends.every(isInstant), 'No such day or time exists.')
    .optional(),
  open_unknown: z
    .enum(['exclude', 'include'])
    .optional()
    .meta({
      description:
        'With `open_at` or `open_between`: what to do with places whose hours are unknown then, or by appointment. One that is closed is never returned.',
      examples: ['include']
    }),
  source: demands<string>(
    { description: 'Slugs of the directories that list the place.', examples: [['france-services']] },
    undefined,
    /^[a-z0-9]+(-[a-z0-9]+)*$/
  ).optional(),
  updated_since: matching(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'Give a day (2026-11-22) or an RFC 3339 instant (2026-11-22T08:30:00Z).',
    { description: 'Only places changed since; a day begins at midnight UTC.', examples: ['2026-11-01'] }
  )
    .refine(isInstant, 'No such day or time exists.')
    // In UTC, so that neither the database's time zone nor what it thinks of far offsets has a say.
    .transform((value) => new Date(value).toISOString())
    .optional(),
  min_quality: number(0, 1, {
    description: 'Least quality score, from 0 to 1.',
    examples: [0.5]
  }).optional()
}

export const box = matching(
  /^[+-]?[\d.]+(e[+-]?\d+)?(,[+-]?[\d.]+(e[+-]?\d+)?){3}$/i,
  'Give west,south,east,north in degrees.',
  {
    description: 'West, south, east, north in WGS 84 degrees; west > east crosses the antimeridian.',
    examples: ['-0.8,49.2,-0.6,49.3']
  }
)
  .transform((value) => value.split(',').map(Number) as [number, number, number, number])
  .refine(
    ([west, south, east, north]) =>
      within(west, 180) && within(south, 90) && within(east, 180) && within(north, 90),
    'Longitudes go from -180 to 180, latitudes from -90 to 90.'
  )

const where = {
  commune: demands<string>(
    { description: 'INSEE codes; finds arrondissements and former codes too.', examples: [['14047']] },
    undefined,
    /^(\d{2}|2[AB])\d{3}$/
  ).optional(),
  postcode: demands<string>(
    { description: 'Postcodes.', examples: [['14400']] },
    undefined,
    /^\d{5}$/
  ).optional(),
  epci: demands<string>(
    { description: 'SIREN of intercommunalities.', examples: [['241400555']] },
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
    description: 'Latitude to measure from, WGS 84 degrees; with `lon`.',
    examples: [49.2764]
  }).optional(),
  lon: number(-180, 180, {
    description: 'Longitude to measure from, WGS 84 degrees; with `lat`.',
    examples: [-0.7024]
  }).optional(),
  radius: number(1, 200_000, {
    description: 'Metres along the ellipsoid; with `lat` and `lon`.',
    examples: [10_000]
  }).optional(),
  min_results: whole(1, 100, {
    description: 'With `radius`: if fewer match inside, the nearest outside follow, marked `beyond_radius`.',
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
        '`relevance` by default with `q`, `distance` with `lat` and `lon`, else `name`. Ties end on the id.',
      examples: ['distance']
    }),
  limit: whole(1, 100, { description: 'Places on a page; 20 by default.', examples: [20] }).optional(),
  cursor: z.string('Give it once.').max(60_000).optional().meta({
    description: 'From `next` of the answer before: it carries the whole question.',
    examples: []
  }),
  facets: anyOf(FACETS, {
    description: 'Counts over all that match, each facet without its own filter.',
    examples: [['service', 'department']]
  }).optional(),
  total: z
    .enum(['exact', 'none', 'true', 'false'])
    .optional()
    .meta({
      description:
        'How far to count what matches: exactly up to 1 000 by default, then at least; `exact` (or `true`) up to 10 000; `none` (or `false`) spares the time: `total` is null.',
      examples: ['none']
    })
}

const shape = {
  fields: anyOf(PLACE_PROPERTIES, {
    description: 'Properties wanted; `id` always comes.',
    examples: [['name', 'location']]
  }).optional(),
  lang: z
    .enum(['fr', 'en'])
    .optional()
    .meta({ description: 'Language of labels; else `Accept-Language`, else French.', examples: ['en'] }),
  format: z
    .enum(['json', 'geojson'])
    .optional()
    .meta({ description: 'Instead of `Accept`.', examples: ['geojson'] })
}

/** `Date.parse` takes 30 February for 2 March, and in UTC an offset may lead to a year that PostgreSQL cannot read. */
function isInstant(text: string): boolean {
  const [instant, day] = [text, text.slice(0, 10)].map((each) => new Date(each))
  if (!instant || !day || Number.isNaN(instant.getTime()) || Number.isNaN(day.getTime())) return false
  return day.toISOString().startsWith(text.slice(0, 10)) && /^(?!0000)\d{4}-/.test(instant.toISOString())
}

const within = (degrees: number, most: number): boolean => Math.abs(degrees) <= most

export const FilterQuery = z.strictObject({ ...what, ...where })
export const SearchQuery = z.strictObject({ ...what, ...where, ...how, ...shape })
// Alternatives come nearest first: there is no other order to ask for.
export const AlternativesQuery = SearchQuery.omit({ sort: true, min_results: true })
export const ExportQuery = FilterQuery.omit({ min_results: true })
export const TileQuery = FilterQuery.omit({ min_results: true, bbox: true })
export const ClustersQuery = FilterQuery.omit({ min_results: true }).extend({
  bbox: box,
  zoom: whole(0, DEEPEST_ZOOM, {
    description:
      'Zoom of the map, as of tiles 512 pixels wide: MapLibre counts so; for tiles of 256 pixels, one less.',
    examples: [5]
  })
})
export const ShapeQuery = z.strictObject(shape)

export type FilterQuery = z.output<typeof FilterQuery>
export type SearchQuery = z.output<typeof SearchQuery>
export type AlternativesQuery = z.output<typeof AlternativesQuery>
export type ExportQuery = z.output<typeof ExportQuery>
export type TileQuery = z.output<typeof TileQuery>
export type ClustersQuery = z.output<typeof ClustersQuery>
export type ShapeQuery = z.output<typeof ShapeQuery>
