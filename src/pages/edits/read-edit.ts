import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { readEmail } from '../../domain/accounts/email.ts'
import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import { spokenPhone } from '../../domain/places/spoken-phone.ts'
import { codesOf, isCode } from '../../domain/vocabularies/vocabularies.ts'
import type { FieldFault } from '../forms/form.tsx'
import { listIn, textIn, type Values } from '../forms/receive.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import { MANAGING } from '../wording/managing.ts'
import { type EditField, type Filling, HOURS, plainFields, type TypedEdit } from './edit-fields.ts'
import { fieldLabel } from './field-label.ts'
import { HOURS_NAMES, hoursText, TEXT, typedHours } from './hours-table.ts'
import { pointIn, positionText } from './position-text.ts'

/** How a place fills in the form. */
export const typedOf = (place: ShownPlace): TypedEdit => ({
  ...Object.fromEntries(
    plainFields().map(({ name, field, filling }) => [name, typedValue(filling, partOf(place, field))])
  ),
  ...typedHours(place.opening_hours.osm, place.opening_hours.raw)
})

function partOf(place: ShownPlace, field: string): unknown {
  const [whole = '', part] = field.split('.')
  const value = (place as unknown as Readonly<Record<string, unknown>>)[whole]
  return part === undefined ? value : (value as Readonly<Record<string, unknown>> | null)?.[part]
}

function typedValue({ by }: Filling, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (by === 'wheelchair') return value === 'unknown' ? '' : String(value)
  if (by === 'phone') return spokenPhone(String(value)).replaceAll('\u00a0', ' ')
  if (by !== 'position') return String(value)
  return positionText(value as Point)
}

export function typedIn(values: Values): TypedEdit {
  const plain = plainFields().map(({ name, filling }) => [
    name,
    filling.by === 'boxes'
      ? // In the order in which they were before, so that a box that is ticked again changes nothing.
        listIn(values, name)
          .filter((code) => isCode(filling.parameter, code))
          .join('\n')
      : textIn(values, name)
  ])
  return Object.fromEntries([...plain, ...HOURS_NAMES.map((name) => [name, textIn(values, name)])])
}

/** Whether two contents of a field are the same; the order of boxes says nothing. */
const isSame = ({ filling }: EditField, one = '', other = ''): boolean =>
  filling.by === 'boxes' ? sorted(one) === sorted(other) : one === other

const sorted = (lines: string): string => lines.split('\n').toSorted().join('\n')

/** The names of the fields that differ; those of the hours count as one. */
export function changedIn(typed: TypedEdit, before: TypedEdit): readonly string[] {
  const plain = plainFields().filter((each) => !isSame(each, typed[each.name], before[each.name]))
  const hours = HOURS_NAMES.some((name) => (typed[name] ?? '') !== (before[name] ?? ''))
  return [...(hours ? [HOURS.name] : []), ...plain.map(({ name }) => name)]
}

type Read = {
  /** What the API gets, by its names. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly faults: readonly FieldFault[]
}

/** Reads the fields that were changed. */
export function readChanges(typed: TypedEdit, before: TypedEdit, lang: Language): Read {
  const says = MANAGING[lang]
  const fields: Record<string, unknown> = {}
  const faults: FieldFault[] = []
  const changed = changedIn(typed, before)
  if (changed.includes(HOURS.name)) {
    const hours = hoursText(typed, before)
    if ('text' in hours) fields[HOURS.field] = hours.text
    else
      faults.push(
        ...hours.faults.map(({ at, fault, day }) => ({ name: at, text: says.hoursFaults[fault](day) }))
      )
  }
  for (const each of plainFields().filter(({ name }) => changed.includes(name))) {
    const read = readValue(each.filling, typed[each.name] ?? '')
    if ('fault' in read) faults.push({ name: each.name, text: faultText(each.name, read, lang) })
    else fields[each.field] = read.value
  }
  return { fields, faults }
}

type ValueFault = 'phone' | 'email' | 'address' | 'position' | 'long' | 'control'

const LONGEST = { line: 500, area: 20_000 } as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** `wrong` is the part of the text that is not accepted. */
type Wrong = { readonly fault: ValueFault; readonly wrong?: readonly string[] }

type ReadValue = { readonly value: unknown } | Wrong

/** A fault names its field, because the summary lists the faults of all fields. */
function faultText(name: string, { fault, wrong = [] }: Wrong, lang: Language): string {
  const says = MANAGING[lang]
  return `${fieldLabel(name, lang)}${says.colon} ${says.faults[fault](says.quoted(wrong))}`
}

function readValue(filling: Filling, text: string): ReadValue {
  if (CONTROL.test(text)) return { fault: 'control' }
  if (
    text.length > (filling.by === 'area' ? LONGEST.area : filling.by === 'line' ? LONGEST.line : LONGEST.area)
  )
    return { fault: 'long' }
  switch (filling.by) {
    case 'boxes':
      return { value: codesOf(filling.parameter).filter((code) => text.split('\n').includes(code)) }
    case 'lines':
      return linesOf(text)
    case 'wheelchair':
      return { value: text || 'unknown' }
    case 'answer':
      return { value: text === 'oui' ? true : text === 'non' ? false : null }
    case 'phone':
      return phoneOf(text)
    case 'address':
      return text === '' ? { value: null } : webAddressOf(text)
    case 'position':
      return positionOf(text)
    default:
      return { value: text || null }
  }
}

/** Addresses of one kind, one a line: e-mail if it has an @, else of a website. All wrong ones are named. */
function linesOf(text: string): ReadValue {
  const reads = text
    .split('\n')
    .flatMap((each) => each.trim() || [])
    .map((line) => (line.includes('@') && !line.includes('/') ? emailOf(line) : webAddressOf(line)))
  const [first, ...others] = reads.flatMap((read) => ('fault' in read ? [read] : []))
  if (first === undefined) return { value: reads.map((read) => 'value' in read && read.value) }
  return { fault: first.fault, wrong: [first, ...others].flatMap(({ wrong = [] }) => wrong) }
}

const emailOf = (text: string): ReadValue =>
  readEmail(text) === undefined ? { fault: 'email', wrong: [text] } : { value: text }

/** People leave the scheme out; nothing says that the site has a certificate. */
function webAddressOf(text: string): ReadValue {
  const whole = /^https?:\/\//i.test(text) ? text : `http://${text}`
  return URL.canParse(whole) && /\.[a-z]/i.test(new URL(whole).hostname)
    ? { value: whole }
    : { fault: 'address', wrong: [text] }
}

function phoneOf(text: string): ReadValue {
  if (text === '') return { value: null }
  const short = text.replace(/\s/g, '')
  if (/^\d{3,6}$/.test(short)) return { value: short }
  const phone = parsePhoneNumberFromString(text, 'FR')
  return phone?.isValid() ? { value: phone.number } : { fault: 'phone' }
}

function positionOf(text: string): ReadValue {
  if (text === '') return { value: null }
  const point = pointIn(text)
  return point === undefined
    ? { fault: 'position' }
    : { value: { ...point, origin: 'producer', precision: null } }
}

/** The text whose reading is shown before it is saved; undefined if the hours cannot be read from the table. */
export function hoursToShow(typed: TypedEdit, before: TypedEdit): string | undefined {
  const hours = hoursText(typed, before)
  return 'text' in hours ? (hours.text ?? undefined) : typed[TEXT] || undefined
}
