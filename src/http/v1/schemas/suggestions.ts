import { z } from 'zod'
import { SUGGESTED } from '../../../domain/search/suggest.ts'

const Suggestion = z.object({
  kind: z.enum(SUGGESTED).meta({ description: 'What it is.', examples: ['commune'] }),
  code: z.string().meta({ description: 'Code; the id of a place.', examples: ['69123'] }),
  label: z.string().meta({ description: 'What to show, in the language asked.', examples: ['Lyon'] }),
  detail: z
    .string()
    .nullable()
    .meta({ description: 'What tells it from others of that name.', examples: ['Rhône (69)'] }),
  distance_m: z
    .number()
    .nullable()
    .meta({
      description: 'Metres from `lat` and `lon`; null without, or for what lies nowhere.',
      examples: [1200]
    }),
  parameters: z
    .record(z.string(), z.string())
    .meta({ description: 'What to put into the search.', examples: [{ commune: '69123' }] }),
  url: z
    .string()
    .meta({ description: 'The search, or the place itself.', examples: ['/v1/places?commune=69123'] })
})

export const SuggestionList = z
  .object({ items: z.array(Suggestion).meta({ description: 'The likeliest first.' }) })
  .meta({ id: 'SuggestionList', description: 'Suggestions.' })
