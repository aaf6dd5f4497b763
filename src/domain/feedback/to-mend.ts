import { isDeepStrictEqual } from 'node:util'
import { ABOUT } from '../contributions/categories.ts'
import { fold } from '../erasure/fold.ts'
import type { Matcher } from '../erasure/matcher.ts'
import { cutsIn } from '../erasure/screen.ts'
import { mayName } from '../history/place-history.ts'
import { readField } from '../places/corrections.ts'
import type { PlaceContent } from '../places/place.ts'
import type { Accepted } from './feedback-ports.ts'

/** What the owner of a source can mend in a record. */
export type Mending =
  | { readonly kind: 'closed' | 'merged'; readonly at: Date }
  | { readonly kind: 'passed-on'; readonly fields: readonly string[]; readonly at: Date }
  | {
      readonly kind: 'corrected'
      readonly field: string
      readonly at: Date
      readonly by: Accepted['by']
      /** What the record says and what is published instead; null if one of them may name a person. */
      readonly values: { readonly said: unknown; readonly published: unknown } | null
    }

export type MendedPlace = Pick<Accepted, 'place' | 'name' | 'city'> & {
  /** The ids of the records in their source, with what is wrong in each. */
  readonly records: readonly { readonly id: string; readonly mendings: readonly Mending[] }[]
}

/**
 * By place and record, what the source says otherwise than what was accepted, in the order in which it was accepted. A
 * record that says nothing is named if no other source said anything either. Places at which there is nothing to mend are
 * left out.
 */
export function toMend(accepted: readonly Accepted[], erased: Matcher): readonly MendedPlace[] {
  const places = new Map<string, Accepted[]>()
  for (const each of accepted) places.set(each.place, [...(places.get(each.place) ?? []), each])
  return [...places.values()].flatMap((own) => {
    const [first] = own
    const latest = own.filter((each) => !own.some((other) => other !== each && replaces(other, each)))
    const records = (first?.records ?? []).flatMap(({ id, content }) => {
      const mendings = latest.flatMap((each) => mendingOf(each, content, erased))
      return mendings.length > 0 ? [{ id, mendings }] : []
    })
    return first && records.length > 0 ? [{ ...only(first), records }] : []
  })
}

const only = ({ place, name, city }: Accepted) => ({ place, name, city })

/** Two places that were merged may both have a correction of a field: the later one is published. */
const replaces = (other: Accepted, { field, at, kind }: Accepted): boolean =>
  kind === 'corrected' && other.field === field && other.at > at

function mendingOf(
  { kind, field, category, value, replaced, at, by, persons }: Accepted,
  content: PlaceContent,
  erased: Matcher
): readonly Mending[] {
  if (kind === 'passed-on') return [{ kind, fields: category === null ? [] : ABOUT[category].fields, at }]
  if (kind !== 'corrected') return [{ kind, at }]
  if (field === null) return []
  const said = saidIn(content, field)
  const isWrong = isEmpty(said) ? isEmpty(replaced) && !isEmpty(value) : !isSame(said, value)
  if (!isWrong) return []
  const isWithheld = mayName(field) || [said, value].some((each) => namesAny(each, persons, erased))
  return [{ kind, field, at, by, values: isWithheld ? null : { said, published: value } }]
}

/** What a record says of a field. A source that only describes the accessibility of places says nothing of others. */
function saidIn(content: PlaceContent, field: string): unknown {
  const [property = ''] = field.split('.')
  const whole = (content as Readonly<Record<string, unknown>>)[property]
  return whole === undefined || whole === null ? null : readField(content, field)
}

function isEmpty(value: unknown): boolean {
  const told = essence(value)
  return (
    told === null ||
    told === undefined ||
    told === '' ||
    (Array.isArray(told) && told.every((each) => each === null))
  )
}

const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(essence(one), essence(other))

/** What of a value is the owner's business: neither from where a position comes, nor the order of a list. */
function essence(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'object' && each !== null ? each.code : each)).toSorted()
  if (typeof value !== 'object' || value === null) return value
  const parts = value as Readonly<Record<string, unknown>>
  if ('street' in parts)
    return ['street', 'complement', 'postcode', 'city', 'commune'].map((line) => parts[line] ?? null)
  if ('commune' in parts) return parts.commune
  if ('osm' in parts || 'raw' in parts) return parts.osm || parts.raw || null
  return 'lat' in parts ? [parts.lat, parts.lon] : value
}

/** Whether a value names a person who was erased, or one whom any source knows: that one may be hidden. */
function namesAny(value: unknown, persons: readonly string[], erased: Matcher): boolean {
  const text = ` ${wordsOf(JSON.stringify(value) ?? '').join(' ')} `
  return (
    cutsIn(value, erased).length > 0 ||
    persons.some((person) => wordsOf(person).some((word) => word.length > 2 && text.includes(` ${word} `)))
  )
}

const wordsOf = (text: string): readonly string[] => fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []
