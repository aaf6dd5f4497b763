import { z } from 'zod'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { isCode, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { isEmail } from '../clean/email.ts'
import { visible } from '../clean/text.ts'
import { isWebAddress } from '../clean/url.ts'
import { isRna, isSiret } from '../read/registered.ts'

/*
 * The values of a mapped record. They are checked but not repaired: repairs are for third-party files, and a
 * sender of mapped records has already read those. Only characters that people cannot see are left out.
 */

/**
 * Maximum lengths of a line and a text in characters, and maximum number of codes in a list. They are longer than
 * any value seen so far, but short enough that a list of values can be displayed.
 */
const LINE_MOST = 500
const TEXT_MOST = 20_000
const CODES_MOST = 200

/** Makes a value nullable; it is null if the record omits it. */
export const orNull = <Value extends z.ZodType>(value: Value) => value.nullable().default(null)

export const line = z
  .string()
  .overwrite((text) => visible(text).replace(/\s+/g, ' '))
  .trim()
  .min(1, 'is empty')
  .max(LINE_MOST)
export const paragraphs = z.string().overwrite(visible).trim().min(1, 'is empty').max(TEXT_MOST)
export const day = z.iso.date('is not a date such as 2026-09-01')
export const email = z.string().refine(isEmail, 'is not an e-mail address')
export const webAddress = z.string().max(2_000).refine(isWebAddress, 'is not an http or https address')
/** The pattern appears in the published schema. It allows E.164 and the short numbers of `isShortNumber`. */
export const phone = z
  .string()
  .regex(
    /^(?:\+[1-9]\d{5,14}|10\d{2}|3\d{3}|11\d|11[68]\d{3})$/,
    'is neither in E.164 format, such as +33231921108, nor a short number, such as 3949'
  )
export const siret = z.string().refine(isSiret, 'is not a SIRET: wrong length or check digit')
export const rna = z.string().refine(isRna, 'is not an RNA number such as W142003455')
export const country = z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 country code such as FR')
export const timezone = z.string().refine(isTimezone, 'is not a time zone such as Europe/Paris')

export const code = (parameter: CodeParameter) =>
  z.string().refine((value) => isCode(parameter, value), {
    error: ({ input }) => `${JSON.stringify(input)} is not a code of ${vocabularyOf(parameter).name}`
  })

export const codes = (parameter: CodeParameter) => unique(code(parameter))

/** Removes duplicates and keeps the order. */
const unique = (value: z.ZodType<string>) =>
  z
    .array(value)
    .max(CODES_MOST)
    .transform((values): readonly string[] => [...new Set(values)])

function isTimezone(value: string): boolean {
  try {
    return Intl.DateTimeFormat('fr', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
