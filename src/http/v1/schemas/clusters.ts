import { z } from 'zod'
import { DEEPEST_ZOOM } from '../../../domain/geo/map-grid.ts'
import { answeringContent } from './documented.ts'
import { whole } from './parameters.ts'

const Cluster = z
  .object({
    type: z.literal('Feature').meta({ description: 'GeoJSON.', examples: ['Feature'] }),
    id: z
      .uuid()
      .optional()
      .meta({
        description: 'Id of the place, if it is a single one.',
        examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
      }),
    bbox: z
      .array(z.number())
      .length(4)
      .optional()
      .meta({
        description: 'West, south, east and north of the places in the cluster: the area to zoom to.',
        examples: [[-0.71, 49.27, -0.69, 49.29]]
      }),
    geometry: z
      .object({
        type: z.literal('Point').meta({ description: 'GeoJSON.', examples: ['Point'] }),
        coordinates: z
          .array(z.number())
          .length(2)
          .meta({
            description: 'Longitude and latitude of the middle of the places.',
            examples: [[-0.7, 49.28]]
          })
      })
      .meta({ description: 'Point at which to draw it.' }),
    properties: z
      .object({
        count: z
          .int()
          .min(1)
          .meta({ description: 'Number of places.', examples: [42] }),
        id: z
          .uuid()
          .optional()
          .meta({ description: 'Id of a single place.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'] }),
        name: z
          .string()
          .optional()
          .meta({
            description: 'Name of a single place, as its source writes it.',
            examples: ['EPN DE BAYEUX']
          }),
        display_name: z
          .string()
          .optional()
          .meta({
            description: 'Name of a single place, as people would write it.',
            examples: ['EPN de Bayeux']
          }),
        types: z
          .array(z.string())
          .optional()
          .meta({ description: 'Types of a single place.', examples: [['EPN']] })
      })
      .meta({ description: 'The number of places and, for a single one, which place it is.' })
  })
  .meta({
    id: 'Cluster',
    description: 'A single place, or several that are too close to each other to be drawn apart at this zoom.'
  })

export const ClusterCollection = z
  .object({
    type: z.literal('FeatureCollection').meta({ description: 'GeoJSON.', examples: ['FeatureCollection'] }),
    total: z.int().meta({ description: 'Sum of the counts.', examples: [687] }),
    features: z.array(Cluster)
  })
  .meta({ id: 'ClusterCollection', description: 'Places and clusters for a map.' })

export const clusterAnswers = answeringContent({ 'application/geo+json': { schema: ClusterCollection } }, 422)

const column = (name: string, example: number) =>
  whole(0, 2 ** DEEPEST_ZOOM - 1, {
    description: `${name}; from 0 to 2^z - 1.`,
    examples: [example]
  })

export const TilePath = z
  .strictObject({
    z: whole(0, DEEPEST_ZOOM, { description: 'Zoom, for tiles 512 pixels wide.', examples: [5] }),
    x: column('Column, from the west', 15),
    y: column('Row, from the north', 10)
  })
  .superRefine(({ z: zoom, x, y }, context) => {
    for (const [name, value] of Object.entries({ x, y })) {
      if (value < 2 ** zoom) continue
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `At zoom ${zoom} the maximum is ${2 ** zoom - 1}.`
      })
    }
  })
export type TilePath = z.output<typeof TilePath>

export const tileAnswers = answeringContent(
  {
    'application/vnd.mapbox-vector-tile': {
      schema: z.string().meta({ description: 'Mapbox Vector Tile 2.1, binary.', examples: [] })
    }
  },
  422
)
