import { z } from 'zod'
import { CODE_PARAMETERS } from '../../../domain/vocabularies/term.ts'

const undo = z.string().meta({
  description: 'The `q` that takes these words literally: words in quotation marks are not interpreted.',
  examples: ['fablab "lyon"']
})
const typed = z.string().meta({ description: 'The typed words, without accents.', examples: ['fab lab'] })

const Where = z
  .object({
    typed,
    kind: z
      .enum(['commune', 'department', 'region'])
      .meta({ description: 'Kind of territory.', examples: ['commune'] }),
    code: z.string().meta({ description: 'Official code.', examples: ['69123'] }),
    name: z.string().meta({ description: 'Name of the territory.', examples: ['Lyon'] }),
    location: z
      .object({
        lat: z.number().meta({ description: 'WGS 84 degrees.', examples: [45.7588] }),
        lon: z.number().meta({ description: 'WGS 84 degrees.', examples: [4.8361] })
      })
      .nullable()
      .meta({
        description:
          'Point from which relevance is measured; null if the territory limits the search instead.'
      }),
    undo
  })
  .nullable()
  .meta({ description: 'Territory named in the words; the nearest results come first.' })

const Reading = z.object({
  typed,
  as: z.enum(['correction', 'meaning', 'ignored']).meta({
    description:
      '`correction`: a spelling mistake or the beginning of a word; `meaning`: a word that stands for codes; `ignored`: a word that is not used in the search.',
    examples: ['meaning']
  }),
  words: z
    .array(z.string())
    .optional()
    .meta({
      description: 'For a correction: the words that were also searched for, the likeliest first.',
      examples: [['mediatheque']]
    }),
  codes: z
    .array(
      z.object({
        parameter: z
          .enum(CODE_PARAMETERS)
          .meta({ description: 'Parameter that accepts the code.', examples: ['type'] }),
        code: z.string().meta({ description: 'Value for that parameter.', examples: ['FABLAB'] }),
        label: z.string().meta({ description: 'Label in the requested language.', examples: ['Fablab'] })
      })
    )
    .optional()
    .meta({ description: 'For a meaning: the codes, any of which matches.' }),
  undo
})

export const interpreted = z
  .object({
    where: Where,
    words: z.array(Reading).meta({ description: 'Words that were not taken literally.' })
  })
  .optional()
  .meta({ description: 'Only with `q`: how its words were interpreted.' })
