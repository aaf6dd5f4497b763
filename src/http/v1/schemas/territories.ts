import { z } from 'zod'

export const Territory = z
  .object({
    kind: z
      .enum(['commune', 'epci', 'department', 'region'])
      .meta({ description: 'Kind of territory.', examples: ['commune'] }),
    code: z.string().meta({ description: 'INSEE code, SIREN or other official code.', examples: ['14047'] }),
    name: z.string().meta({ description: 'Name.', examples: ['Bayeux'] }),
    population: z
      .int()
      .nullable()
      .meta({ description: 'Number of inhabitants.', examples: [12_682] }),
    epci: z
      .string()
      .nullable()
      .meta({ description: 'SIREN of its intercommunality.', examples: ['241400555'] }),
    department: z
      .string()
      .nullable()
      .meta({ description: 'Code of its département.', examples: ['14'] }),
    region: z
      .string()
      .nullable()
      .meta({ description: 'Code of its région.', examples: ['28'] }),
    postcodes: z.array(z.string()).meta({ description: 'Postcodes of a commune.', examples: [['14400']] }),
    centre: z
      .object({ lat: z.number(), lon: z.number() })
      .nullable()
      .meta({
        description: 'Centre in WGS 84 degrees; null if not known.',
        examples: [{ lat: 49.277, lon: -0.703 }]
      }),
    places: z.int().meta({ description: 'Number of places in it.', examples: [7] }),
    shared_name: z.boolean().meta({
      description: 'Whether another territory of its kind has the same name.',
      examples: [false]
    })
  })
  .meta({ id: 'Territory', description: 'A commune, intercommunality, département or région.' })
export const TerritoryList = z
  .object({ items: z.array(Territory) })
  .meta({ id: 'TerritoryList', description: 'Territories, the most populous first.' })

const Outline = z.object({
  type: z.literal('Feature'),
  id: z.string().meta({ description: 'Code of the territory.', examples: ['53'] }),
  geometry: z
    .object({
      type: z.enum(['Polygon', 'MultiPolygon']),
      coordinates: z.array(z.unknown()).meta({ description: 'As in RFC 7946: longitude, latitude.' })
    })
    .meta({ description: 'Its outline, in WGS 84 degrees.' }),
  properties: Territory
})

export const OutlineCollection = z
  .object({ type: z.literal('FeatureCollection'), features: z.array(Outline) })
  .meta({ id: 'OutlineCollection', description: 'Outlines of territories as GeoJSON (RFC 7946).' })
