import { z } from 'zod'
import { HIGHLIGHTED } from '../../../domain/search/highlight.ts'

const Piece = z.object({
  text: z.string().meta({ description: 'Plain text.', examples: ['Médiathèque'] }),
  match: z.boolean().meta({ description: 'Whether it is what was asked for.', examples: [true] })
})

export const Highlight = z.object({
  field: z.enum(HIGHLIGHTED).meta({ description: 'Which of its texts.', examples: ['name'] }),
  code: z
    .string()
    .nullable()
    .meta({
      description:
        'Where the text is the label of a code, in the language of `lang` or `Accept-Language`. The whole label is a match where the place was found by another wording of it.',
      examples: ['acces-internet-et-materiel-informatique']
    }),
  pieces: z.array(Piece).meta({ description: 'In order; together they are the text, or a stretch of it.' }),
  html: z.string().meta({
    description: 'The same, escaped for HTML, with what was asked for in `mark` elements.',
    examples: ['<mark>Médiathèque</mark> de Lyon']
  }),
  cut: z
    .boolean()
    .meta({ description: 'Whether the text is longer than the stretch shown.', examples: [false] })
})
