import { TEXT_MOST } from '../../domain/contributions/contribution.ts'
import { readReference } from '../../domain/contributions/reference.ts'
import type { Language } from '../../domain/language.ts'
import {
  ACCEPTED_FOR,
  ADDED_FOR,
  type Decision,
  REJECTED_FOR,
  REOPENED_FOR
} from '../../domain/moderation/decision.ts'
import type { FieldFault } from '../forms/form.tsx'
import { textIn, type Values } from '../forms/receive.ts'
import { DECIDING } from '../wording/deciding.ts'
import { fieldName } from './comparison.tsx'
import { correctionsIn, EDITED, type EditedField, nameOf } from './corrected-fields.ts'
import type { Moderated } from './moderated.ts'

type Act = Decision['act']

const ACTS = Object.keys(DECIDING.fr.forms) as readonly Act[]

/** The act that the address of a form names. */
export const actIn = (query: unknown): Act | undefined =>
  ACTS.find((each) => each === (query as { readonly acte?: unknown }).acte)

/** The reasons that a moderator can choose for an act. */
export function reasonsFor(act: Act, isNewPlace: boolean): readonly string[] {
  if (act === 'reject') return REJECTED_FOR
  if (act === 'reopen') return REOPENED_FOR
  // Of a proposed place, the reason follows from whether it is a new one.
  return isNewPlace ? [] : ACCEPTED_FOR.filter((reason) => !ADDED_FOR.includes(reason))
}

/** The fields that a moderator can correct. */
export function fieldsOf({ new_place, category, proposed_fields }: Moderated): readonly EditedField[] {
  const usual = EDITED[new_place === null ? category : 'new_place']
  const proposed = PROPOSED.filter(({ field }) => field in (proposed_fields ?? {}))
  return proposed.length === 0 ? usual : proposed
}

/** The fields that a manager proposes instead of setting them. */
const PROPOSED = [...EDITED.other, ...EDITED.position].filter(({ field }) =>
  ['name', 'types', 'location'].includes(field)
)

type Read = { readonly body: object | undefined } | { readonly faults: readonly FieldFault[] }

/** What the API is sent for a form, or what is wrong with it. */
export function readDecision(values: Values, act: Act, report: Moderated, lang: Language): Read {
  if (act === 'take' || act === 'release') return { body: undefined }
  const says = DECIDING[lang]
  const faults: FieldFault[] = []
  const [text, reason] = [textIn(values, fieldOf('phrase', act)), textIn(values, fieldOf('raison', act))]
  const reasons = reasonsFor(act, report.new_place !== null)
  if (reasons.length > 0 && act !== 'ask' && act !== 'close-as-duplicate' && !reasons.includes(reason))
    faults.push({ name: fieldOf('raison', act), text: says.needsReason })
  if (text === '' && NEEDS_TEXT.includes(act))
    faults.push({ name: fieldOf('phrase', act), text: says.needsText })
  if (text.length > TEXT_MOST) faults.push({ name: fieldOf('phrase', act), text: says.tooLong(text.length) })
  const sentence = { text: text || null }
  if (act === 'close-as-duplicate') {
    const of = readReference(textIn(values, 'autre') || textIn(values, 'parmi'))
    if (of === undefined) faults.push({ name: 'autre', text: says.badOf })
    return faults.length > 0 ? { faults } : { body: { of, ...sentence } }
  }
  if (act !== 'accept')
    return faults.length > 0 ? { faults } : { body: { ...(act !== 'ask' && { reason }), ...sentence } }
  const same = textIn(values, 'lieu')
  const corrections = same === '' ? correctionsIn(values, fieldsOf(report)) : []
  const [first] = fieldsOf(report)
  if (reason === 'corrected' && corrections.length === 0)
    faults.push({ name: first ? nameOf(first) : fieldOf('raison', act), text: says.needsCorrection })
  if (faults.length > 0) return { faults }
  if (report.new_place === null) return { body: { reason, corrections, ...sentence } }
  return {
    body: {
      ...{ reason: same === '' ? 'added' : 'already-listed', corrections, ...sentence },
      ...(same !== '' && { same_as: same })
    }
  }
}

const NEEDS_TEXT: readonly Act[] = ['ask', 'reject', 'reopen']

/** A page has several forms, so the fields of each have names of their own. */
export const fieldOf = (name: 'phrase' | 'raison', act: Act): string => `${name}-${act}`

type Refused = { readonly pointer?: string }

/** The fields at which the API found fault. */
export function faultsOf(
  errors: readonly Refused[],
  act: Act,
  body: object | undefined,
  lang: Language
): readonly FieldFault[] {
  const says = DECIDING[lang]
  return errors.flatMap(({ pointer = '' }): readonly FieldFault[] => {
    const [, part = '', index = ''] = pointer.split('/')
    if (part === 'of') return [{ name: 'autre', text: says.badOf }]
    if (part === 'same_as') return [{ name: 'lieu', text: says.badPlace }]
    if (part === 'text') return [{ name: fieldOf('phrase', act), text: says.needsText }]
    if (part === 'reason') return [{ name: fieldOf('raison', act), text: says.needsReason }]
    const corrections = (body as { corrections?: readonly { field: string }[] } | undefined)?.corrections
    const field = corrections?.[Number(index)]?.field
    if (part !== 'corrections' || field === undefined) return []
    return [{ name: `champ-${field}`, text: says.badValue(fieldName(field, lang)) }]
  })
}
