import { slugOfLabel } from '../vocabularies/read-label.ts'
import { NUMBERED_DIRECTORIES } from './matching-lexicon.ts'

/** Numbers of the same place in other directories, by the slug of the directory. */
type Quotes = Readonly<Record<string, string>>

/**
 * The ids under which a record is known in any directory: worldwide unique ids, and its number in the
 * directory that assigned it (`france-services 2057`), which other directories quote. For a source that may not
 * quote, only its own numbers count, because a UUID or a producer's number may be copied from another directory.
 */
export const idsOf = (
  source: string,
  id: string,
  quotes: Quotes = {},
  mayQuote = true
): readonly string[] => {
  if (!mayQuote) return OWN_NUMBER.test(id) ? [`${source} ${id}`] : []
  const known = [
    ...(id.toLowerCase().match(WORLDWIDE) ?? []),
    ...numberedIn(source, id),
    ...Object.entries(quotes).map(([directory, number]) => `${directory} ${number}`)
  ]
  return [...new Set(known)].toSorted()
}

const OWN_NUMBER = /^\d{1,9}$/

/**
 * UUIDs and ids of document databases, which are worldwide unique: a record that contains one from another
 * directory is that record. A number such as "451" is not unique.
 */
const WORLDWIDE =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/g

/**
 * Number 1009 of Hinaura appears as `hinaura:1009` in any collection, as `mediation-numerique-hinaura-1009`,
 * and as a part of the national map's `Hinaura_1009__France-services_18`, which names both.
 */
function numberedIn(source: string, id: string): readonly string[] {
  const colon = id.indexOf(':')
  const producer = colon === -1 ? source : id.slice(0, colon)
  return id
    .slice(colon + 1)
    .split('__')
    .flatMap((part) => {
      const [, before = '', number] = /^(?:(.*[^\d])[-_])?(\d{1,9})$/.exec(part) ?? []
      if (number === undefined) return []
      const directory = slugOfLabel(before.replace(/^mediation-numerique-/, '')) || producer
      return directory === producer || NUMBERED_DIRECTORIES.has(directory) ? [`${directory} ${number}`] : []
    })
}
