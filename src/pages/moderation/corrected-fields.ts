import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Category } from '../../domain/contributions/categories.ts'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { listIn, textIn, type Values } from '../forms/receive.ts'

/* Which fields a moderator can correct for each kind of report, how their values are typed, and which were changed. */

export type EditedField =
  | {
      readonly field: string
      readonly as: 'line' | 'phone' | 'list' | 'text' | 'point' | 'yes-no' | 'wheelchair'
    }
  | { readonly field: string; readonly as: 'codes'; readonly parameter: CodeParameter }

const line = (field: string): EditedField => ({ field, as: 'line' })
const codes = (field: string, parameter: CodeParameter): EditedField => ({ field, as: 'codes', parameter })
const PHONE: EditedField = { field: 'contacts.phone', as: 'phone' }
const WEBSITES: EditedField = { field: 'contacts.websites', as: 'list' }
const EMAILS: EditedField = { field: 'contacts.emails', as: 'list' }
const HOURS: EditedField = { field: 'opening_hours', as: 'text' }
const LINES = [line('address.street'), line('address.complement'), line('address.postcode')]

export const EDITED: Readonly<Record<Category | 'new_place', readonly EditedField[]>> = {
  hours: [HOURS],
  services: [codes('services', 'service'), codes('fees', 'fee')],
  position: [...LINES, line('address.city'), line('address.commune'), { field: 'location', as: 'point' }],
  contacts: [PHONE, EMAILS, WEBSITES, line('booking_url')],
  support: [codes('access', 'access'), codes('support', 'support')],
  // They belong to those who give them, and come with dates that only their lists have.
  labels: [],
  audiences: [codes('audiences', 'audience'), codes('needs', 'need')],
  accessibility: [
    { field: 'accessibility.wheelchair', as: 'wheelchair' },
    ...FEATURES.map((feature): EditedField => ({ field: `accessibility.${feature}`, as: 'yes-no' }))
  ],
  other: [line('name'), codes('types', 'type')],
  new_place: [
    line('name'),
    codes('types', 'type'),
    ...LINES,
    PHONE,
    EMAILS,
    WEBSITES,
    HOURS,
    codes('services', 'service'),
    codes('audiences', 'audience')
  ],
  closed: [],
  duplicate: [],
  person: []
}

/** A place of the directory, or one that is proposed. */
export type EditedPlace = {
  readonly opening_hours: { readonly raw: string | null; readonly osm: string | null }
}

/** The value of a field as it is typed; of codes, one text for each. */
export type TypedValue = string | readonly string[]

export function typedValue(place: EditedPlace, { field, as }: EditedField): TypedValue {
  if (as === 'text') return place.opening_hours.raw ?? place.opening_hours.osm ?? ''
  const value = valueAt(place, field)
  if (as === 'codes') return (value as readonly string[] | undefined) ?? []
  if (as === 'list') return ((value as readonly string[] | undefined) ?? []).join(', ')
  if (as === 'yes-no') return typeof value === 'boolean' ? (value ? 'oui' : 'non') : ''
  if (as === 'point') {
    const point = value as { readonly lat: number; readonly lon: number } | null
    return point ? `${point.lat}, ${point.lon}` : ''
  }
  return typeof value === 'string' && value !== 'unknown' ? value : ''
}

const valueAt = (place: object, field: string): unknown =>
  field.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], place)

export const nameOf = ({ field }: EditedField): string => `champ-${field}`
/** The name of the hidden field with the value that its reader saw: only what was changed is corrected. */
export const seenName = ({ field }: EditedField): string => `vu-${field}`

/** What was typed in the fields of a form. */
export const typedFields = (
  values: Values,
  fields: readonly EditedField[]
): ReadonlyMap<string, TypedValue> =>
  new Map(
    fields.map((edited) => [
      edited.field,
      edited.as === 'codes' ? listIn(values, nameOf(edited)) : textIn(values, nameOf(edited))
    ])
  )

/** What is proposed for the fields, as it would be typed. */
export const proposedFields = (
  proposed: Readonly<Record<string, unknown>>,
  fields: readonly EditedField[]
): ReadonlyMap<string, TypedValue> =>
  new Map(
    fields
      .filter(({ field }) => field in proposed)
      .map((edited) => [
        edited.field,
        typedValue({ opening_hours: { raw: null, osm: null }, ...proposed }, edited)
      ])
  )

export const seenText = (value: TypedValue): string =>
  typeof value === 'string' ? value : value.toSorted().join(' ')

type Correction = { readonly field: string; readonly value: unknown }

/** The fields that were changed, with their values as the API takes them. */
export function correctionsIn(values: Values, fields: readonly EditedField[]): readonly Correction[] {
  const typed = typedFields(values, fields)
  return fields.flatMap((edited) => {
    const value = typed.get(edited.field) ?? ''
    const isSame = seenText(value) === textIn(values, seenName(edited))
    return isSame ? [] : [{ field: edited.field, value: toSent(edited, value) }]
  })
}

function toSent({ as }: EditedField, typed: TypedValue): unknown {
  if (typeof typed !== 'string') return typed
  if (as === 'text') return typed
  if (as === 'list') return typed.split(/[\s,;]+/).filter(Boolean)
  if (as === 'yes-no') return typed === '' ? null : typed === 'oui'
  if (typed === '') return as === 'wheelchair' ? 'unknown' : null
  if (as === 'phone') return parsePhoneNumberFromString(typed, 'FR')?.number ?? typed
  if (as === 'point') {
    const [lat, lon] = typed.split(/[\s,;]+/).map(Number)
    return { lat: Number.isFinite(lat) ? lat : null, lon: Number.isFinite(lon) ? lon : null }
  }
  return typed
}
