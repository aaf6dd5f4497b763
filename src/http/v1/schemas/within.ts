import { z } from 'zod'

export const within = z.object({
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
