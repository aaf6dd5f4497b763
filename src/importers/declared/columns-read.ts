import { idColumns, isRowNumber } from './id-columns.ts'
import type { Columns, Hours, Mapping, Text } from './mapping-schema.ts'
import { listed } from './texts.ts'

/** A group of alternative columns: the first one with a value is read. */
type Alternatives = readonly string[]

/**
 * The columns that a mapping reads, in groups of alternatives. A file should have at least one column of each group.
 * Ignored columns are left out, because their absence changes nothing.
 */
export function columnsRead(mapping: Mapping): readonly Alternatives[] {
  const { place } = mapping
  const person = place.person
  const groups = [
    ...(isRowNumber(mapping.id) ? [] : idColumns(mapping)).map((column) => [column]),
    ...listed(mapping.group_by).map((column) => [column]),
    listed(mapping.closed_on),
    ...[mapping.producer, mapping.url, ...Object.values(mapping.quotes)].flatMap(inText),
    ...[place.name, place.summary, place.description, place.parent_organisation].flatMap(inText),
    ...Object.values(place.address).flatMap(inText),
    ...[person?.name, person?.role].flatMap(inText),
    ...[mapping.changed_on, place.siret, place.rna].map(listed),
    ...[place.phone, place.emails, place.websites].flatMap(inText),
    ...[place.booking_url, place.sheet, person?.phone, person?.email].map(listed),
    ...inPosition(place.position),
    ...inHours(place.hours),
    ...mapping.tables.flatMap(({ columns, valid_from, valid_until }) => [
      listed(columns),
      ...[valid_from, valid_until].flatMap(inText)
    ])
  ]
  return groups.filter((group) => group.length > 0)
}

function inText(text: Text | undefined): readonly Alternatives[] {
  if (text === undefined || (typeof text === 'object' && 'constant' in text)) return []
  if (typeof text === 'string' || Array.isArray(text)) return [listed(text)]
  return 'join' in text ? text.join.map((column) => [column]) : [listed(text.columns as Columns)]
}

function inPosition(position: Mapping['place']['position']): readonly Alternatives[] {
  if (position === undefined) return []
  return 'lat' in position ? [listed(position.lat), listed(position.lon)] : [[position.point]]
}

function inHours(hours: Hours | undefined): readonly Alternatives[] {
  if (hours === undefined) return []
  if ('osm' in hours) return [listed(hours.osm)]
  if ('text' in hours) return inText(hours.text)
  if ('opens_closes' in hours)
    return [
      ...Object.values(hours.opens_closes).flatMap(({ opens, closes }) =>
        [...listed(opens), ...listed(closes)].map((column) => [column])
      ),
      listed(hours.comment)
    ]
  const days = 'days' in hours ? Object.values(hours.days) : Object.values(hours.half_days)
  const columns = days.flatMap((day) =>
    typeof day === 'string' ? [day] : [day.morning ?? [], day.afternoon ?? []].flat()
  )
  return [...columns.map((column) => [column]), listed(hours.comment)]
}
