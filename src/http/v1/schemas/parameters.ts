import { z } from 'zod'

/*
 * The kinds of query parameters. Each schema reads the text in the URL, refuses what it cannot read, and
 * describes in `meta` the type that the text stands for, for OpenAPI.
 */

type ParameterDoc = { readonly description: string; readonly examples: readonly unknown[] }

// An exponent is allowed, because programs write a longitude a few centimetres from Greenwich as 1e-7.
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i
const WHOLE = /^\d+$/

/**
 * A number in a range, bounds included. `z.coerce.number()` is not used, because it reads empty text as 0.
 */
export const number = (minimum: number, maximum: number, doc: ParameterDoc) =>
  once(NUMBER, `Must be a number from ${minimum} to ${maximum}.`)
    .transform(Number)
    .refine(
      (value) => value >= minimum && value <= maximum,
      `Must be a number from ${minimum} to ${maximum}.`
    )
    .meta({ ...metaOf(doc), type: 'number', minimum, maximum, pattern: undefined })

export const whole = (minimum: number, maximum: number, doc: ParameterDoc) =>
  once(WHOLE, `Must be a whole number from ${minimum} to ${maximum}.`)
    .transform(Number)
    .refine(
      (value) => value >= minimum && value <= maximum,
      `Must be a whole number from ${minimum} to ${maximum}.`
    )
    .meta({ ...metaOf(doc), type: 'integer', minimum, maximum, pattern: undefined })

export const flag = (doc: ParameterDoc) =>
  z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .meta({ ...metaOf(doc), type: 'boolean', enum: undefined })

export const text = (most: number, doc: ParameterDoc) =>
  z
    .string('Must be given only once.')
    .min(1, 'Must not be empty; leave the parameter out instead.')
    .max(most, `Must have at most ${most} characters.`)
    // Some characters stand for several: a question of 500 times "ﷺ" would be read as one of 9 000 letters, in a second.
    .refine(
      (value) => value.length > most || value.normalize('NFKC').length <= 2 * most,
      `Must have at most ${most} characters, and no more than ${2 * most} once ligatures are written out.`
    )
    .meta(metaOf(doc))

export const matching = (pattern: RegExp, hint: string, doc: ParameterDoc) =>
  once(pattern, hint).meta(metaOf(doc))

/**
 * Maximum number of values of a filter: more means a faulty program, or a search that should be an export.
 */
const VALUES_MOST = 100

/**
 * Values separated by commas are alternatives, and repeating the parameter requires each: `a,b` and `c` gives
 * [[a, b], [c]].
 */
export const demands = <Value extends string>(
  doc: ParameterDoc,
  allowed?: readonly Value[],
  pattern?: RegExp
) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given, context): readonly (readonly Value[])[] => {
      const lists = (Array.isArray(given) ? given : [given]).map((values) => [...new Set(values.split(','))])
      if (lists.flat().length > VALUES_MOST) {
        context.addIssue(`Must have at most ${VALUES_MOST} values.`)
        return z.NEVER
      }
      for (const value of lists.flat()) {
        const known = allowed ? (allowed as readonly string[]).includes(value) : (pattern ?? /./).test(value)
        if (!known) context.addIssue({ code: 'custom', message: unknown(value), params: { allowed } })
      }
      return lists as Value[][]
    })
    .meta({
      ...metaOf(doc),
      anyOf: undefined,
      type: 'array',
      items: { type: 'string', ...itemPattern(pattern?.source ?? shortList(allowed)) }
    })

/** A set of values, separated by commas or in repeated parameters; order and duplicates do not matter. */
export const anyOf = <Value extends string>(allowed: readonly Value[], doc: ParameterDoc) =>
  demands(doc, allowed).transform((lists) => [...new Set(lists.flat())])

/** A pattern for one value, or several separated by commas. */
function itemPattern(source: string | undefined): { pattern?: string } {
  const one = source?.replace(/^\^|\$$/g, '')
  return one === undefined ? {} : { pattern: `^${one}(,${one})*$` }
}

/**
 * A pattern for the allowed values; undefined for long vocabularies, which are easier to read at `/v1/vocabularies`
 * than in a pattern.
 */
const shortList = (allowed: readonly string[] | undefined): string | undefined =>
  allowed && allowed.length <= 40 ? `(${allowed.join('|')})` : undefined

const unknown = (value: string): string =>
  value === ''
    ? 'A value is empty; check for an extra comma.'
    : `Unknown value ${JSON.stringify(value.slice(0, 60))}.`

/** A text that may be given only once. If its format is wrong, the range is not checked: one message is enough. */
const once = (pattern: RegExp, hint: string) =>
  z
    .string(`${hint} Must be given only once.`)
    .max(100, { error: hint, abort: true })
    .regex(pattern, { error: hint, abort: true })

const metaOf = ({ description, examples }: ParameterDoc) => ({ description, examples: [...examples] })
