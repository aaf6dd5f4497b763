import { z } from 'zod'
import { HIGHLIGHTED } from '../../../domain/search/highlight.ts'

const Piece = z.object({
  text: z.string().meta({ description: 'Plain text.', examples: ['Médiathèque'] }),
  match: z.boolean().meta({ description: 'Whether this piece matches the search.', examples: [true] })
})

export const Highlight = z.object({
  field: z.enum(HIGHLIGHTED).meta({ description: 'Field of the place.', examples: ['name'] }),
  code: z
    .string()
    .nullable()
    .meta({
      description:
        'Code whose label the text is, in the language of `lang` or `Accept-Language`; null for other texts. The whole label is a match if the place was found by a synonym.',
      examples: ['acces-internet-et-materiel-informatique']
    }),
  pieces: z
    .array(Piece)
    .meta({ description: 'Pieces in order; together they make up the text, or an excerpt of it.' }),
  html: z.string().meta({
    description: 'The same text, escaped for HTML, with the matches in `mark` elements.',
    examples: ['<mark>Médiathèque</mark> de Lyon']
  }),
  cut: z.boolean().meta({ description: 'Whether the text is longer than the excerpt.', examples: [false] })
})
