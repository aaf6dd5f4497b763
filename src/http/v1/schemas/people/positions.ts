import { z } from 'zod'
import { CERTAINTIES } from '../../../../domain/edits/position-candidates.ts'
import { LONGEST_ADDRESS } from '../../../../domain/geocoding/address-search.ts'
import { FOUND_TYPES } from '../../../../domain/geocoding/geocoder.ts'

export const PositionQuery = z.strictObject({
  address: z
    .string()
    .min(3)
    .max(LONGEST_ADDRESS)
    .meta({
      description:
        'The address to look for: number, street and town. Of several such streets, near ones come first.',
      examples: ['1 rue de la Préfecture, Nevers']
    })
})
export type PositionQuery = z.output<typeof PositionQuery>

const degrees = (description: string, example: number) =>
  z.number().meta({ description, examples: [example] })

const PositionCandidate = z.object({
  label: z.string().meta({
    description: 'The address as the geocoder writes it.',
    examples: ['1 Rue de la Préfecture 58000 Nevers']
  }),
  type: z.enum(FOUND_TYPES).meta({
    description:
      'What was found. Only `housenumber` is the address itself; a `locality` is a hamlet or another named spot.',
    examples: ['housenumber']
  }),
  certainty: z.enum(CERTAINTIES).meta({
    description:
      '`high`: the number in the commune of the place, almost as it was typed. `low`: an import would not believe it.',
    examples: ['high']
  }),
  lat: degrees('Latitude in degrees.', 46.98775),
  lon: degrees('Longitude in degrees.', 3.15728),
  distance_m: z
    .int()
    .nullable()
    .meta({
      description: 'Metres from the present position of the place; null if it has none.',
      examples: [120]
    }),
  needs_moderator: z.boolean().meta({
    description: 'Whether it is so far away that a moderator decides about the move.',
    examples: [false]
  })
})

export const PositionCandidates = z
  .object({
    geocoder: z
      .string()
      .nullable()
      .meta({
        description:
          'Name of the geocoder; null if this directory has none: then the only candidate is the centre of the commune.',
        examples: ['geoplateforme']
      }),
    items: z.array(PositionCandidate).max(5).meta({ description: 'At most five candidates, the best first.' })
  })
  .meta({ id: 'PositionCandidates', description: 'Positions that an address may have.' })
