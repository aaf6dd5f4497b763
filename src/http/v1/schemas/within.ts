import { z } from 'zod'

export const within = z
  .object({
    radius_m: z.int().meta({
      description:
        'The smallest of 5, 10, 20 and 40 km within which there are three fitting places; 40 km if there are fewer.',
      examples: [5000]
    }),
    count: z
      .int()
      .nullable()
      .meta({
        description: 'Number of fitting places within it, as in `total`; null with `total=none`.',
        examples: [9]
      }),
    nearest_m: z
      .int()
      .nullable()
      .meta({
        description:
          'Distance of the nearest fitting place in metres, at any distance; null if no place fits.',
        examples: [1240]
      })
  })
  .optional()
  .meta({
    description:
      'The area searched, if the search starts from a point (`lat` and `lon`, a town in `q`, or a `commune` or `postcode` given with `q`) without `radius`, `bbox` or outline. Places beyond it follow, marked `beyond_radius`.'
  })
