import { z } from 'zod'
import { SearchQuery } from './search-query.ts'

/**
 * Maximum number of positions in a polygon. The largest région drawn at 1 km has 900, and the cursor, which contains
 * the polygon, must fit in a URL.
 */
const CORNERS_MOST = 2_000

const Position = z
  // RFC 7946 allows an altitude as a third number; places have none.
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number())
  .meta({ description: 'Longitude, latitude, in WGS 84 degrees.', examples: [[-0.7, 49.27]] })

const Ring = z
  .array(Position)
  .min(4, 'A ring must have at least four positions, and its last must equal its first.')
  .refine(
    (ring) => String(ring[0]) === String(ring.at(-1)),
    'The last position of a ring must equal its first.'
  )

const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) })
const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(Ring).min(1)).min(1)
})

/** Example for the reference. */
export const AROUND_BAYEUX = {
  type: 'Polygon',
  coordinates: [
    [
      [-0.8, 49.2],
      [-0.6, 49.2],
      [-0.6, 49.3],
      [-0.8, 49.3],
      [-0.8, 49.2]
    ]
  ]
}

const Within = z
  .discriminatedUnion('type', [Polygon, MultiPolygon])
  .refine(
    (shape) => corners(shape.coordinates) <= CORNERS_MOST,
    `Must have at most ${CORNERS_MOST} positions.`
  )
  .meta({
    description:
      'GeoJSON Polygon or MultiPolygon in which places must be. A polygon that crosses the antimeridian must be cut along it into a MultiPolygon.',
    examples: [AROUND_BAYEUX]
  })

const corners = (coordinates: readonly unknown[]): number =>
  typeof coordinates[0] === 'number'
    ? 1
    : coordinates.reduce<number>((sum, inner) => sum + corners(inner as unknown[]), 0)

/**
 * The parameters of the search as JSON, in which numbers and booleans are not text. In a list of values, any one of
 * them is enough; in a list of lists, a value of each inner list is required.
 */
export const SearchBody = z
  .looseObject({ within: Within.optional() })
  .transform(({ within, ...parameters }, context) => {
    const notText = Object.keys(parameters).filter((name) => !isOfItsType(name, parameters[name]))
    if (notText.length > 0) {
      for (const name of notText)
        context.addIssue({ code: 'custom', path: [name], message: 'Must be a string.' })
      return z.NEVER
    }
    const read = SearchQuery.safeParse(asParameters(parameters))
    if (read.success) return { query: read.data, within }
    for (const issue of read.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const name of issue.keys) {
          context.addIssue({
            code: 'custom',
            path: [name],
            message: 'Unknown property.',
            params: { allowed: PROPERTIES }
          })
        }
      } else {
        context.issues.push({ ...issue, input: parameters } as never)
      }
    }
    return z.NEVER
  })
  .meta({ id: 'SearchBody', description: 'The parameters of `GET /v1/places` and `within`.' })

const PROPERTIES = [...Object.keys(SearchQuery.shape), 'within']

export type SearchBody = z.output<typeof SearchBody>

/**
 * Whether a JSON value has the type of its parameter. If a parameter takes any text, as `q` does, a number or a
 * list is refused, because it would be searched for as text.
 */
function isOfItsType(name: string, value: unknown): boolean {
  const parameter: z.ZodType | undefined = SearchQuery.shape[name as keyof typeof SearchQuery.shape]
  if (typeof value === 'string' || !parameter?.safeParse('a').success) return true
  const isList = Array.isArray(value) && parameter.safeParse(['a']).success
  return isList && value.flat().every((each) => typeof each === 'string')
}

/** Converts JSON values to the text of a URL, so that one schema reads both. */
function asParameters(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, asParameter(name, value)]))
}

function asParameter(name: string, value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return value
  if (name === 'bbox') return value.join(',')
  // ["a", "b"] are alternatives; [["a", "b"], ["c"]] also requires c.
  return value.some(Array.isArray)
    ? value.map((each) => (Array.isArray(each) ? each.join(',') : each))
    : value.join(',')
}
