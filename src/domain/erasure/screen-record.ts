import type { MappedRecord } from '../places/source-record.ts'
import { fold } from './fold.ts'
import { namedText, ofSource, recordText } from './holds.ts'
import type { Matcher } from './matcher.ts'
import { isTitle } from './person.ts'
import { type Cut, cutsIn, cutText, OMITTED, withoutCuts } from './screen.ts'
import { tracesIn } from './traces.ts'

/** A record as its source sent it, as it was read, and what the mapping reported of it. */
export type Screened = {
  readonly raw: unknown
  readonly mapped: MappedRecord
  /** Findings of the mapping; null if there are none. */
  readonly told: unknown
}

/**
 * `clean`: nothing was found. `doubtful`: only what may mean somebody else; the record stays as it is. `cut`: without
 * the person. `out`: the record must not stand in the directory at all.
 */
type Screening =
  | { readonly state: 'clean' }
  | { readonly state: 'doubtful'; readonly cuts: readonly Cut[] }
  | { readonly state: 'cut'; readonly record: Screened; readonly cuts: readonly Cut[] }
  | { readonly state: 'out'; readonly cuts: readonly Cut[] }

const CLEAN: Screening = { state: 'clean' }

/**
 * Takes held persons out of a record. `isWhose`: doubtful spellings mean the person too, because something else of the
 * place certainly belongs to the person.
 */
export function screenRecord(
  source: string,
  record: Screened,
  matcher: Matcher,
  isWhose = isHeldRecord('whose', source, record.mapped.id, matcher)
): Screening {
  if (matcher.isEmpty) return CLEAN
  if (isOut(source, record.mapped, matcher)) return { state: 'out', cuts: [] }
  const cuts = cutsIn(record, matcher)
  if (cuts.length === 0) return CLEAN
  if (!isWhose && !cuts.some(({ isSure }) => isSure)) return { state: 'doubtful', cuts }
  const mapped = withoutPerson(record.mapped, matcher)
  if (mapped === null) return { state: 'out', cuts }
  const told = withoutCuts(record.told, matcher, '')
  return { state: 'cut', cuts, record: { raw: withoutCuts(record.raw, matcher, ''), mapped, told } }
}

/** The texts by which a record that was taken out is recognised under another id: its name with its town. */
export function namedTexts({ content: { name, address } }: MappedRecord): readonly string[] {
  const folded = wordsOf(name).join(' ')
  return [address.commune, address.city === null ? null : wordsOf(address.city).join(' ')]
    .filter((town) => town !== null)
    .map((town) => namedText(folded, town))
}

export const wordsOf = (text: string): readonly string[] => fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []

const isOut = (source: string, mapped: MappedRecord, matcher: Matcher): boolean =>
  isHeldRecord('record', source, mapped.id, matcher) ||
  namedTexts(mapped).some(
    (text) => matcher.holds('named', text) || matcher.holds('named', ofSource(source, text))
  )

/** By its id as the source sends it, or as it is stored. */
export const isHeldRecord = (
  kind: 'record' | 'whose',
  source: string,
  id: string,
  matcher: Matcher
): boolean => [id, idWithout(id, matcher)].some((each) => matcher.holds(kind, recordText(source, each)))

/** The mapped record without the person; null if the name of the place was only that of the person. */
function withoutPerson(mapped: MappedRecord, matcher: Matcher): MappedRecord | null {
  const { id, quotes, ...others } = mapped
  const name = nameWithout(mapped.content.name, matcher)
  if (name === null) return null
  const rest = withoutCuts(others, matcher, null) as Omit<MappedRecord, 'id' | 'quotes'>
  const { person } = mapped.content.contacts
  const isHers = cutsIn(person, matcher).length > 0
  const contacts = { ...rest.content.contacts, person: isHers ? null : person }
  const kept = Object.entries(quotes ?? {}).filter(([, number]) => tracesIn(number, matcher).length === 0)
  return {
    id: idWithout(id, matcher),
    ...rest,
    ...(kept.length > 0 && { quotes: Object.fromEntries(kept) }),
    content: { ...rest.content, name, contacts }
  }
}

/** Words that say nothing once the name behind them is gone: "Cabinet de Mme Martin". */
const DANGLING = /(?:^|[\s(])(?:de|du|des|d|la|le|les|l|chez|avec|par|et|&|à|a|pour|tel|tél|mail|contact)$/iu

/** The name of a place without the person's: null if nothing remains that names a place. */
export function nameWithout(name: string, matcher: Matcher): string | null {
  const traces = tracesIn(name, matcher, true)
  if (traces.length === 0) return name
  const parts = cutText(name, traces)
    .split(OMITTED)
    .map(trimmed)
    .filter((part) => part !== '')
  const words = fold(parts.join(' ')).text.match(/\p{L}{2,}/gu) ?? []
  return words.some((word) => !isTitle(word)) ? parts.join(' ') : null
}

function trimmed(part: string): string {
  const text = part.replace(/\s+/g, ' ').replace(/^[\s,;:.\-–—/|•·]+|[\s,;:\-–—/|•·'’(]+$/gu, '')
  const shorter = text.replace(DANGLING, '')
  if (shorter !== text) return trimmed(shorter)
  const isOpen = text.split('(').length !== text.split(')').length
  return isOpen ? text.replace(/[()]/g, '').trim() : text.replace(/\s*\(\s*\)/g, '')
}

/** An id with a name in it is replaced by a digest; the producer before the colon stays. */
export function idWithout(id: string, matcher: Matcher): string {
  if (tracesIn(id, matcher).length === 0) return id
  const producer = id.includes(':') ? id.slice(0, id.indexOf(':') + 1) : ''
  const kept = tracesIn(producer, matcher).length === 0 ? producer : ''
  return `${kept}erased-${matcher.pseudonym(id)}`
}
