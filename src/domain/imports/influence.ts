import { isDeepStrictEqual } from 'node:util'
import { composePlace, isListed } from '../places/compose-place.ts'
import type { PlaceContent } from '../places/place.ts'
import type { SourceRecord } from '../places/source-record.ts'
import type { PlaceWriter } from '../publishing/publishing.ts'

/** How a source changes the places that other sources list. */
export type Influence = {
  /** Number of places that have records of the source and of other sources. */
  readonly joined: number
  /** Number of these places that would be published differently without the source. */
  readonly changed: number
  /** A few of these places in words, with the fields that change; changed places come first. */
  readonly examples: readonly string[]
}

/** Number of places that are composed together. */
const PAGE = 500

const MOST_EXAMPLES = 10

/** Compares the places that the source shares with others with what these places would be without the source. */
export async function influenceOf(
  reader: Pick<PlaceWriter, 'recordsOf'>,
  source: string,
  shared: readonly string[]
): Promise<Influence> {
  let changed = 0
  const examples: string[] = []
  const unchanged: string[] = []
  for (let from = 0; from < shared.length; from += PAGE) {
    for (const records of (await reader.recordsOf(shared.slice(from, from + PAGE))).values()) {
      const { name, fields } = changesBy(source, records)
      if (fields.length > 0) changed++
      const list = fields.length > 0 ? examples : unchanged
      if (list.length < MOST_EXAMPLES) list.push(`${name}: ${fields.join(', ') || 'no field changes'}`)
    }
  }
  return { joined: shared.length, changed, examples: [...examples, ...unchanged].slice(0, MOST_EXAMPLES) }
}

function changesBy(source: string, records: readonly SourceRecord[]) {
  const others = records.filter((record) => record.source !== source)
  const { content } = composePlace(records)
  const { name, address } = content
  const title = `${JSON.stringify(name)}${address.city === null ? '' : ` in ${address.city}`}`
  if (!isListed(others)) return { name: title, fields: [] }
  return { name: title, fields: differing(partsOf(composePlace(others).content), partsOf(content)) }
}

type Parts = Readonly<Record<string, unknown>>

/** The fields of a place. Each part of the contacts and of the accessibility counts as a field of its own. */
function partsOf({ contacts, accessibility, ...rest }: PlaceContent): Parts {
  const within = (field: string, parts: object) =>
    Object.entries(parts).map(([part, value]) => [`${field}.${part}`, value])
  return {
    ...rest,
    ...Object.fromEntries([...within('contacts', contacts), ...within('accessibility', accessibility)])
  }
}

const differing = (before: Parts, after: Parts): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !isDeepStrictEqual(before[field], after[field])
  )
