import { z } from 'zod'
import { CODE_PARAMETERS } from '../../../domain/vocabularies/term.ts'
import { WHERE_KINDS } from '../../../domain/words/words.ts'

const undo = z.string().meta({
  description: 'The `q` that takes these words literally: words in quotation marks are not interpreted.',
  examples: ['fablab "lyon"']
})
const typed = z.string().meta({ description: 'The typed words, without accents.', examples: ['fab lab'] })

const spot = {
  kind: z.enum(WHERE_KINDS).meta({
    description:
      'Kind of territory. An `area` is a région before 2016, an établissement public territorial of Grand Paris, a former province or a natural area.',
    examples: ['commune']
  }),
  code: z.string().meta({
    description: 'INSEE, postal, SIREN or official code; for an area, its name with hyphens.',
    examples: ['69123']
  }),
  name: z.string().meta({
    description: 'Name; for a commune that has merged into another, with the current name in brackets.',
    examples: ['Lyon']
  }),
  department: z
    .string()
    .nullable()
    .meta({ description: 'Code of its département; null if it is in several.', examples: ['69'] }),
  location: z
    .object({
      lat: z.number().meta({ description: 'WGS 84 degrees.', examples: [45.7588] }),
      lon: z.number().meta({ description: 'WGS 84 degrees.', examples: [4.8361] })
    })
    .nullable()
    .meta({
      description:
        'Point from which the ranking by relevance measures distances; null for an area, or if it is unknown.'
    })
}

const Where = z
  .object({
    typed,
    ...spot,
    postcode: z
      .string()
      .nullable()
      .meta({ description: 'Postcode typed with it.', examples: ['69003'] }),
    address: z
      .string()
      .nullable()
      .meta({ description: 'Street typed with it.', examples: ['48 bis rue de beauvais'] }),
    also: z
      .array(z.object(spot))
      .meta({ description: 'Other towns in the words: places in any of them match.' }),
    undo
  })
  .nullable()
  .meta({ description: 'Territory named in the words; the nearest results come first.' })

const Typed = z.object({ typed, undo })

const When = z
  .object({
    typed,
    open_at: z
      .string()
      .nullable()
      .meta({
        description: 'The time, as a value of the parameter `open_at`.',
        examples: ['2026-11-23T18:00']
      }),
    open_between: z
      .string()
      .nullable()
      .meta({
        description:
          'Or the period `START/END` during which a place must be open at some time, in its local time.',
        examples: ['2026-11-24T08:00/2026-11-24T12:00']
      }),
    undo
  })
  .nullable()
  .meta({ description: 'Time in the words at which places should be open; null if there is none.' })

const Reading = z.object({
  typed,
  as: z.enum(['correction', 'meaning', 'refused', 'ignored']).meta({
    description:
      '`correction`: a spelling mistake or the beginning of a word; `meaning`: a word that stands for codes; `refused`: words such as "sauf CAF", which are not searched for; `ignored`: a word that is not used in the search.',
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
          .enum([...CODE_PARAMETERS, 'accessibility'])
          .meta({ description: 'Parameter of the code.', examples: ['type'] }),
        code: z.string().meta({ description: 'Value of the parameter.', examples: ['FABLAB'] }),
        label: z.string().meta({ description: 'Label in the requested language.', examples: ['Fablab'] })
      })
    )
    .optional()
    .meta({
      description:
        'For a meaning: the codes, any of which matches; for what is refused: the codes that are not searched for.'
    }),
  undo
})

export const interpreted = z
  .object({
    where: Where,
    when: When,
    near_me: Typed.nullable().meta({
      description:
        'Words such as "près de moi": repeat the search with the user’s position in `lat` and `lon`.'
    }),
    abroad: Typed.extend({
      name: z.string().meta({ description: 'Name of the place.', examples: ['Bruxelles'] })
    })
      .nullable()
      .meta({
        description:
          'Place outside of France named in the words: nothing is found, because the directory ends at the border.'
      }),
    fee: z.array(Reading).meta({ description: 'Words about fees.' }),
    access: z.array(Reading).meta({ description: 'Words about ways of access.' }),
    accessibility: z.array(Reading).meta({ description: 'Words about accessibility.' }),
    words: z
      .array(Reading)
      .meta({ description: 'Words that were corrected, replaced by codes, or ignored.' }),
    ignored: z.array(Typed).meta({
      description: 'Words that were not understood: they have no known meaning, and no place contains them.'
    }),
    ambiguous: z.array(z.object(spot)).meta({
      description: 'Other territories with the same name as `where`, the most populated first.'
    })
  })
  .optional()
  .meta({ description: 'Only with `q`: how its words were interpreted.' })
