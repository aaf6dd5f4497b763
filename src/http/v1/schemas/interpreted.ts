import { z } from 'zod'
import { CODE_PARAMETERS } from '../../../domain/vocabularies/term.ts'

const undo = z.string().meta({
  description: 'The `q` that takes these words literally: what stands in quotation marks is not interpreted.',
  examples: ['fablab "lyon"']
})
const typed = z.string().meta({ description: 'The words as typed, without accents.', examples: ['fab lab'] })

const Where = z
  .object({
    typed,
    kind: z
      .enum(['commune', 'department', 'region'])
      .meta({ description: 'What it is.', examples: ['commune'] }),
    code: z.string().meta({ description: 'Its official code.', examples: ['69123'] }),
    name: z.string().meta({ description: 'Its name.', examples: ['Lyon'] }),
    location: z
      .object({
        lat: z.number().meta({ description: 'WGS 84 degrees.', examples: [45.7588] }),
        lon: z.number().meta({ description: 'WGS 84 degrees.', examples: [4.8361] })
      })
      .nullable()
      .meta({ description: 'Where the order by relevance starts from; null where it is a limit instead.' }),
    undo
  })
  .nullable()
  .meta({ description: 'The place named among the words: the nearest to it come first.' })

const Reading = z.object({
  typed,
  as: z.enum(['correction', 'meaning', 'ignored']).meta({
    description:
      'A typing error or the beginning of a word; a word that stands for codes; or one that says nothing to look for.',
    examples: ['meaning']
  }),
  words: z
    .array(z.string())
    .optional()
    .meta({
      description: 'Of a correction: what was looked for besides, the likeliest first.',
      examples: [['mediatheque']]
    }),
  codes: z
    .array(
      z.object({
        parameter: z
          .enum(CODE_PARAMETERS)
          .meta({ description: 'The parameter that takes it.', examples: ['type'] }),
        code: z.string().meta({ description: 'What to put into it.', examples: ['FABLAB'] }),
        label: z.string().meta({ description: 'In the language asked.', examples: ['Fablab'] })
      })
    )
    .optional()
    .meta({ description: 'Of a meaning: any of these.' }),
  undo
})

export const interpreted = z
  .object({
    where: Where,
    words: z.array(Reading).meta({ description: 'Words that were read as something else than themselves.' })
  })
  .optional()
  .meta({ description: 'With `q` only: how its words were read.' })
