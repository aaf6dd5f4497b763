import type { Change } from './changes.ts'

/** A change as a feed shows it to people. */
export type LatestChange = Omit<Change, 'place'> & {
  /** The position in the list of all changes; it stays the same for ever. */
  readonly number: number
  /** The name that the place has now, and its town. */
  readonly name: string
  readonly city: string | null
  /** What was corrected by hand. What sources change has no values here: only the current ones are kept. */
  readonly values: readonly ChangedValue[]
}

type ChangedValue = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** A correction that was made or ended with a change. */
export type CorrectionThen = {
  readonly field: string
  readonly value: unknown
  /** What the sources said when it was made. */
  readonly replaced: unknown
  readonly made: boolean
  /** What an earlier correction said before it was made, or says again since it was undone; null if the sources do. */
  readonly other: { readonly value: unknown } | null
}

/**
 * The fields whose values are shown. E-mail addresses, the person to contact and free texts can name a person who has asked
 * to be hidden since then, so only the names of these fields are shown.
 */
const TOLD: ReadonlySet<string> = new Set([
  'name',
  'types',
  'services',
  'audiences',
  'needs',
  'fees',
  'access',
  'support',
  'opening_hours',
  'itinerant',
  'contacts.phone',
  'contacts.websites',
  'address.street',
  'address.complement',
  'address.postcode',
  'address.city'
])

/** The values before and after a change. A correction that replaces another begins with the value of that one. */
export function valuesOf(then: readonly CorrectionThen[]): readonly ChangedValue[] {
  const fields = [...new Set(then.map(({ field }) => field))].filter((field) => TOLD.has(field))
  return fields.flatMap((field) => {
    const made = then.findLast((each) => each.field === field && each.made)
    const ended = then.find((each) => each.field === field && !each.made)
    if (made) return [{ field, before: (ended ?? saidOtherwise(made)).value, after: made.value }]
    return ended ? [{ field, before: ended.value, after: saidOtherwise(ended).value }] : []
  })
}

const saidOtherwise = ({ other, replaced }: CorrectionThen) => other ?? { value: replaced }
