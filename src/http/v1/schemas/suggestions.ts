import { z } from 'zod'
import { SUGGESTED } from '../../../domain/search/suggest.ts'

const Suggestion = z.object({
  kind: z.enum(SUGGESTED).meta({ description: 'Kind of suggestion.', examples: ['commune'] }),
  code: z
    .string()
    .meta({ description: 'Code of the term or territory, or id of the place.', examples: ['69123'] }),
  label: z.string().meta({ description: 'Text to show, in the requested language.', examples: ['Lyon'] }),
  detail: z
    .string()
    .nullable()
    .meta({
      description: 'Text that distinguishes it from others with the same name.',
      examples: ['Rhône (69)']
    }),
  matched: z
    .string()
    .nullable()
    .meta({
      description: 'The words by which it was found, if they are not in its label.',
      examples: ['carte grise']
    }),
  distance_m: z
    .number()
    .nullable()
    .meta({
      description:
        'Distance in metres from `lat` and `lon`; null without them, or if the suggestion has no position.',
      examples: [1200]
    }),
  parameters: z
    .record(z.string(), z.string())
    .meta({ description: 'Parameters for the search.', examples: [{ commune: '69123' }] }),
  url: z
    .string()
    .meta({ description: 'Address of the search, or of the place.', examples: ['/v1/places?commune=69123'] })
})

export const SuggestionList = z
  .object({ items: z.array(Suggestion).meta({ description: 'The likeliest first.' }) })
  .meta({ id: 'SuggestionList', description: 'Suggestions.' })
