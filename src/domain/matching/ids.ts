import { normaliseLabel } from '../vocabularies/read-label.ts'
import { NUMBERED_DIRECTORIES } from './matching-lexicon.ts'

/** A record of another directory that a record says is the same: its number there. */
type Quotes = Readonly<Record<string, string>>

/**
 * By which a record is known wherever it is listed: what nobody gives twice, and its number in the directory that gave
 * it (`france-services 2057`), which others that list it quote.
 */
export const idsOf = (source: string, id: string, quotes: Quotes = {}): readonly string[] =>
  [
    ...new Set([
      ...(id.toLowerCase().match(WORLDWIDE) ?? []),
      ...numberedIn(source, id),
      ...Object.entries(quotes).map(([directory, number]) => `${directory} ${number}`)
    ])
  ].toSorted()

/**
 * UUIDs, and what document databases number by: nobody gives them twice, so who has one that another directory gave has
 * its record. "451" is everybody's.
 */
const WORLDWIDE =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/g

/**
 * `hinaura:1009` is Hinaura's 1009 in whichever collection, and so are `mediation-numerique-hinaura-1009` and a part of
 * the national map's `Hinaura_1009__France-services_18`, which lists both.
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
      const directory = slug(before.replace(/^mediation-numerique-/, '')) || producer
      return directory === producer || NUMBERED_DIRECTORIES.has(directory) ? [`${directory} ${number}`] : []
    })
}

const slug = (text: string): string => normaliseLabel(text).replaceAll(' ', '-')
