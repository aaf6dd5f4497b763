import { z } from 'zod'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'

const codes = (parameter: CodeParameter) => {
  const code = z.enum(codesOf(parameter) as [string, ...string[]])
  return z.union([code, z.array(code)]).optional()
}

const yesOrNo = z.boolean().optional()

/**
 * What a value, a word or the whole source says about a place. An empty meaning marks a value as known but without
 * effect.
 */
export const meaning = z
  .strictObject({
    ...(Object.fromEntries(CODE_PARAMETERS.map((parameter) => [parameter, codes(parameter)])) as {
      [parameter in CodeParameter]: ReturnType<typeof codes>
    }),
    itinerant: yesOrNo,
    wheelchair: z.enum(['yes', 'limited', 'no']).optional(),
    ...(Object.fromEntries(FEATURES.map((feature) => [feature, yesOrNo])) as {
      [feature in (typeof FEATURES)[number]]: typeof yesOrNo
    }),
    refuse: z
      .string()
      .min(1)
      .optional()
      .describe('reject a record with this value, for this reason, for example "closed"')
  })
  .meta({ id: 'meaning' })

export type Meaning = z.infer<typeof meaning>

export const codesIn = (found: Meaning): readonly (readonly [CodeParameter, string])[] =>
  CODE_PARAMETERS.flatMap((parameter) =>
    [found[parameter] ?? []].flat().map((code) => [parameter, code] as const)
  )
