import { codesIn } from '../../domain/places/place-codes.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import { CODE_PARAMETERS } from '../../domain/vocabularies/term.ts'

/**
 * Describes a place as an import would store it, for the author of a mapping: one line for each part that the place
 * has.
 */
export function describeSample({ id, changed_on, content }: MappedRecord): readonly string[] {
  const { address, location, contacts, opening_hours, accessibility } = content
  const town = [address.postcode, address.city].filter((part) => part !== null).join(' ')
  const lines: readonly (readonly [string, readonly (string | null)[]])[] = [
    ['address', [address.street, address.complement, town, ...communeOf(address)]],
    ['position', location === null ? ['none in the file'] : [`${location.lat} ${location.lon}`]],
    ['contacts', [contacts.phone, ...contacts.emails, ...contacts.websites]],
    ['person', [contacts.person?.name ?? null, contacts.person?.role ?? null]],
    ['hours', [hoursOf(opening_hours)]],
    ...CODE_PARAMETERS.map((parameter) => [parameter, codesIn(content, parameter)] as const),
    ['wheelchair', [accessibility.wheelchair === 'unknown' ? null : accessibility.wheelchair]],
    ['description', [shortened(content.summary ?? content.description)]],
    ['siret', [content.siret]],
    ['changed on', [changed_on]]
  ]
  return [
    `${content.name} (id ${id})`,
    ...lines.flatMap(([what, parts]) => {
      const said = parts.filter((part) => part !== null && part !== '')
      return said.length === 0 ? [] : [`  ${what.padEnd(WIDTH)} ${said.join(', ')}`]
    })
  ]
}

const WIDTH = 'description'.length

const communeOf = ({ commune, department }: MappedRecord['content']['address']): readonly string[] =>
  commune === null
    ? [department === null ? 'commune unknown' : `commune unknown, département ${department}`]
    : [`commune ${commune}`]

function hoursOf({ osm, raw, confidence }: MappedRecord['content']['opening_hours']): string | null {
  if (osm !== null) return `${osm} (${confidence})`
  return raw === null ? null : `not understood: ${shortened(raw)}`
}

const LONGEST = 80

function shortened(text: string | null): string | null {
  const line = text?.replace(/\s+/g, ' ') ?? null
  return line !== null && line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}
