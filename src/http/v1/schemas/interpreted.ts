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
      'What it is. An `area` is a région of before 2016 or an établissement public territorial of Grand Paris.',
    examples: ['commune']
  }),
  code: z.string().meta({
    description: 'Its INSEE, postal, SIREN or official code; of an area, its name with hyphens.',
    examples: ['69123']
  }),
  name: z.string().meta({
    description: 'Its name; of a commune that merged into another, with the name of today in brackets.',
    examples: ['Lyon']
  }),
  department: z
    .string()
    .nullable()
    .meta({ description: 'The département it lies in; null for what lies in several.', examples: ['69'] }),
  location: z
    .object({
      lat: z.number().meta({ description: 'WGS 84 degrees.', examples: [45.7588] }),
      lon: z.number().meta({ description: 'WGS 84 degrees.', examples: [4.8361] })
    })
    .nullable()
    .meta({ description: 'Where the order by relevance starts from; null if it is an area, or not known.' })
}

const Where = z
  .object({
    typed,
    ...spot,
    postcode: z
      .string()
      .nullable()
      .meta({ description: 'The postcode that was typed with it.', examples: ['69003'] }),
    address: z
      .string()
      .nullable()
      .meta({ description: 'The street that was typed with it.', examples: ['48 bis rue de beauvais'] }),
    also: z
      .array(z.object(spot))
      .meta({ description: 'Other towns that were named: places of any are meant.' }),
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
        description: 'The time that is meant, as the parameter `open_at` takes it.',
        examples: ['2026-11-23T18:00']
      }),
    open_between: z
      .string()
      .nullable()
      .meta({
        description:
          'Or the range `START/END` in which a place must be open at some time, as clocks show it there.',
        examples: ['2026-11-24T08:00/2026-11-24T12:00']
      }),
    undo
  })
  .nullable()
  .meta({ description: 'When a place is wanted open; null if nothing was said of it.' })

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
          .enum([...CODE_PARAMETERS, 'accessibility'])
          .meta({ description: 'The parameter that takes it.', examples: ['type'] }),
        code: z.string().meta({ description: 'What to put into it.', examples: ['FABLAB'] }),
        label: z.string().meta({ description: 'In the language asked.', examples: ['Fablab'] })
      })
    )
    .optional()
    .meta({ description: 'For a meaning: the codes, any of which matches.' }),
  undo
})

export const interpreted = z
  .object({
    where: Where,
    when: When,
    near_me: Typed.nullable().meta({
      description: '"près de moi": the position of whoever asks is wanted. Give it as `lat` and `lon`.'
    }),
    fee: z.array(Reading).meta({ description: 'Those of the words that say what it may cost.' }),
    access: z.array(Reading).meta({ description: 'Those of the words that say how to come in.' }),
    accessibility: z
      .array(Reading)
      .meta({ description: 'Those of the words that say what must be accessible.' }),
    words: z.array(Reading).meta({ description: 'Words that were read as something else than themselves.' }),
    ignored: z.array(Typed).meta({
      description: 'Words that were not understood: they mean nothing known and no place says them.'
    }),
    ambiguous: z.array(z.object(spot)).meta({
      description: 'Other territories of the name that was read as `where`, the most peopled first.'
    })
  })
  .optional()
  .meta({ description: 'Only with `q`: how its words were interpreted.' })
