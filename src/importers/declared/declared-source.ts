import { hash } from 'node:crypto'
import type { OpeningHours } from '../../domain/places/opening-hours.ts'
import type { Person, PlaceContent } from '../../domain/places/place.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import { timezoneOf } from '../../domain/territories/timezone.ts'
import type { Accessibility } from '../../domain/vocabularies/accessibility.ts'
import { slugOfLabel } from '../../domain/vocabularies/read-label.ts'
import { LINE, PARAGRAPHS } from '../clean/text.ts'
import { addressOf } from '../read/address.ts'
import { dayOf, readChangedOn } from '../read/date.ts'
import { phoneBeside, readPhone } from '../read/phone.ts'
import { type GivenPosition, locationIn, positionOf } from '../read/position.ts'
import { ignoredQuote } from '../read/quotes.ts'
import { readRegistered } from '../read/registered.ts'
import { onlineOf, readEmails, readLink, readMails, readSheet, readSites } from '../read/web.ts'
import { type RowReader, readRow } from '../row.ts'
import type { Lookups, Mapped, Raw, Source } from '../source.ts'
import { grouped, numbered } from './arrange-rows.ts'
import { accessibilityOf, composeContent, refusalsIn } from './compose-content.ts'
import { readContact } from './contact-parts.ts'
import { columnsOf, FEATURE_POINT, isFeature, isPoint, PROPERTIES } from './feature.ts'
import { readDeclaredHours } from './hours.ts'
import { idColumns, isRowNumber } from './id-columns.ts'
import { type Mapping, mappingSchema, type WrittenMapping } from './mapping-schema.ts'
import { compileTable, type RowMeaning } from './tables.ts'
import { cellOf, listed, textOf } from './texts.ts'
import { addressCells } from './whole-address.ts'

/** Code for what a mapping cannot express. */
type ByCode = {
  /** Rearranges a record before the mapping reads it. */
  readonly prepare?: (raw: Raw) => Raw
  /** Reads hours that are not in columns; `prepare` removes them. */
  readonly hours?: (row: RowReader, raw: Raw, timezone: string) => OpeningHours
  /** Reads the accessibility from several columns together; `sheet` is what the mapping found. */
  readonly accessibility?: (row: RowReader, sheet: string | null) => Accessibility
  /** The reason why a place does not belong in the directory, or null. */
  readonly refuse?: (content: PlaceContent) => string | null
  /** Whether the producer looked the names of towns up by their INSEE codes. */
  readonly isTownOfCode?: boolean
}

/** A source described by a mapping and, if necessary, by code. */
export function declaredSource(written: WrittenMapping, byCode: ByCode = {}): Source {
  const mapping = mappingSchema.parse(written)
  return {
    source: mapping.source,
    name: mapping.name,
    homepage: mapping.homepage,
    url: mapping.download,
    cadence: mapping.cadence,
    scope: mapping.producer === undefined ? 'source' : 'producer',
    licence: mapping.licence,
    priority: mapping.priority,
    publishes_persons: mapping.publishes_persons,
    may_quote: mapping.may_quote,
    gives: 'places',
    formats: ['csv', 'json', 'xlsx'],
    ...arrangement(mapping),
    workbook: { sheet: mapping.sheet, header_row: mapping.header_row },
    columns: mapping.required.map((column) => column.trim().toLowerCase()),
    // Whether a place is closed depends on the day, so the rows are read again each day.
    revision: hash('sha256', JSON.stringify(mapping) + (mapping.closed_on === undefined ? '' : today())),
    map: declaredMap(mapping, byCode)
  }
}

const today = (): string => new Date().toISOString().slice(0, 10)

/** How the rows of the file are turned into records, if a row is not a record by itself. */
function arrangement({ id, group_by }: Mapping): Pick<Source, 'arrange'> {
  if (group_by !== undefined) return { arrange: (rows) => grouped(rows, listed(group_by)) }
  return isRowNumber(id) ? { arrange: numbered } : {}
}

const closing = (row: RowReader, { closed_on }: Mapping): readonly string[] => {
  const day = closed_on === undefined ? null : dayOf(row, row.cell(listed(closed_on), []), 'last')
  return day === null || day > today() ? [] : [`closed since ${day}`]
}

function declaredMap(mapping: Mapping, byCode: ByCode): Source['map'] {
  const tables = mapping.tables.map(compileTable)
  const always: RowMeaning = { meaning: mapping.always, valid_from: null, valid_until: null }
  return (raw, lookups): Mapped => {
    const row = rowOf(byCode.prepare?.(raw) ?? raw)
    const id = idOf(row, mapping)
    const name = textOf(row, mapping.place.name, LINE)
    const meanings = [always, ...tables.flatMap((read) => read(row))]
    const given = givenPosition(row, mapping.place.position ?? (isPoint(raw) ? POINT : undefined))
    const found = { name: name ?? '', meanings, given, isTownOfCode: byCode.isTownOfCode }
    const read = contentOf(row, mapping, found, lookups)
    const hours = byCode.hours?.(row, raw, read.opening_hours.timezone)
    const accessibility = byCode.accessibility?.(row, read.accessibility.sheet)
    const content = {
      ...read,
      ...(hours !== undefined && { opening_hours: hours }),
      ...(accessibility !== undefined && { accessibility })
    }
    const refused = byCode.refuse?.(content) ?? null
    const quotes = quotesOf(row, mapping)
    const unwanted = [
      ...refusalsIn(meanings),
      ...(refused === null ? [] : [refused]),
      ...closing(row, mapping)
    ]
    const changed_on = readChangedOn(row, listed(mapping.changed_on))
    const url = textOf(row, mapping.url, LINE)
    row.ignore(mapping.ignore)
    const findings = row.finish()
    const reasons = [
      ...(id === null ? [`no id (${idColumns(mapping).join(', ')})`] : []),
      ...(name === null ? ['no name'] : []),
      ...(name === null || id === null ? [] : unwanted.map((reason) => `${reason}: ${id}`))
    ]
    // Without an id, an unwanted record is withdrawn as if it were missing; a record that cannot be read
    // stays.
    const stays = unwanted.length > 0 ? null : id
    if (id === null || name === null || reasons.length > 0) return { ok: false, id: stays, reasons, findings }
    return { ok: true, record: { id, url, changed_on, ...quotes, content }, findings }
  }
}

const rowOf = (raw: Raw): RowReader => readRow(columnsOf(raw), isFeature(raw) ? PROPERTIES : '')

/** Several columns are joined into an id of letters and digits, independent of punctuation. */
function idOf(row: RowReader, mapping: Mapping): string | null {
  const { producer } = mapping
  const cells = idColumns(mapping).map((column) => row.cell([column], LINE)?.value ?? '')
  const own = cells.length === 1 ? cells[0] : slugOfLabel(cells.join(' '))
  if (own === undefined || own === '') return null
  const by = textOf(row, producer, LINE)
  return by === null ? own : `${slugOfLabel(by)}:${own}`
}

/**
 * Numbers in other directories; the property is omitted if there are none, so stored records stay the same.
 */
function quotesOf(row: RowReader, { quotes, may_quote }: Mapping): Pick<MappedRecord, 'quotes'> {
  const numbers = Object.entries(quotes).flatMap(([directory, column]) => {
    const number = textOf(row, column, LINE)
    if (number === null) return []
    if (!may_quote) row.report(ignoredQuote(directory, number))
    return [[directory, number] as const]
  })
  return numbers.length === 0 ? {} : { quotes: Object.fromEntries(numbers) }
}

/** The parts of a row that are read before its content. */
type Found = {
  readonly name: string
  readonly meanings: readonly RowMeaning[]
  readonly given: GivenPosition | null
  readonly isTownOfCode: boolean | undefined
}

/** The position of a GeoJSON point, which is used if the mapping names no other position. */
const POINT = { point: FEATURE_POINT, order: 'lon-lat' } as const

function contentOf(
  row: RowReader,
  { source, place }: Mapping,
  { name, meanings, given, isTownOfCode }: Found,
  lookups: Lookups
): PlaceContent {
  const cells = { ...addressCells(row, place.address), place: name, isTownOfCode }
  const address = addressOf(row, cells, lookups, given?.location ?? null)
  const booking = readLink(row, listed(place.booking_url))
  const online = onlineOf(
    readContact(row, place.emails, readMails),
    readContact(row, place.websites, readSites),
    booking.besides
  )
  const sheet = readSheet(row, listed(place.sheet))
  return {
    name,
    summary: textOf(row, place.summary, PARAGRAPHS),
    description: textOf(row, place.description, PARAGRAPHS),
    ...composeContent(meanings, source),
    address,
    location: locationIn(row, given, address, lookups),
    contacts: {
      phone:
        readContact(row, place.phone, (of, from) => readPhone(of, from, address.department)) ??
        phoneBeside(row, online.beside, address.department),
      emails: online.emails,
      websites: online.websites,
      person: personOf(row, place.person, address.department)
    },
    opening_hours: readDeclaredHours(row, place.hours, timezoneOf(address.department)),
    accessibility: accessibilityOf(meanings, sheet),
    booking_url: booking.link,
    parent_organisation: textOf(row, place.parent_organisation, LINE),
    ...readRegistered(row, listed(place.siret), listed(place.rna))
  }
}

function givenPosition(row: RowReader, position: Mapping['place']['position']): GivenPosition | null {
  if (position === undefined) return null
  if ('lat' in position) {
    return positionOf(row, [row.cell(listed(position.lat), []), row.cell(listed(position.lon), [])])
  }
  const whole = row.cells([position.point], /(?!)/, [])[0]?.value ?? ''
  const [first = null, second = null] = row.cells([position.point], separatorOf(whole), [])
  return positionOf(row, position.order === 'lat-lon' ? [first, second] : [second, first])
}

/** The separator between two coordinates. "49,18 / -0,37" and "49,18, -0,37" have decimal commas. */
function separatorOf(pair: string): RegExp {
  if (/[;/|]/.test(pair)) return /\s*[;/|]\s*/
  return /\d,\d+,?\s+-?\d+,\d/.test(pair) ? /,?\s+/ : /[,;\s]+/
}

function personOf(
  row: RowReader,
  person: Mapping['place']['person'],
  department: string | null
): Person | null {
  const name = textOf(row, person?.name, LINE)
  const role = textOf(row, person?.role, LINE)
  const phone = readPhone(row, listed(person?.phone), department)
  const [email = null] = readEmails(row, listed(person?.email))
  if (name === null) {
    const nameless = cellOf(row, person?.role, LINE)
    if (nameless !== null)
      row.report({
        kind: 'unmapped-value',
        field: nameless.column,
        value: nameless.value,
        reason: 'role without a name'
      })
    return null
  }
  return { name, role, phone, email }
}
