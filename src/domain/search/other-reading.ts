import type { Words } from '../words/words.ts'
import type { SearchDeps } from './ports.ts'
import { isFar } from './relevance/radius.ts'
import { startsOf } from './relevance/search-where.ts'
import { resolveFilters } from './resolve-filters.ts'
import { EVERYTHING, type Filters, type Sort } from './search-question.ts'

/**
 * The filters with the words of `q` as a search finally reads them. Exports, maps and proposals use these filters, so
 * that they contain what the search counts. Throws `invalidInput` for an unknown territory or source.
 */
export async function answeredFilters(deps: SearchDeps, asked: Filters, sort: Sort | null): Promise<Filters> {
  const read = await resolveFilters(deps, asked, sort)
  return (await otherReading(deps, asked, sort, read)) ?? read
}

/**
 * Another reading of the words, if no place matches the first one, or none nearby; null if the first one is kept. The
 * decision depends on the words and on where to search, not on the other filters, because an additional filter must
 * never find more places.
 */
export async function otherReading(
  deps: SearchDeps,
  asked: Filters,
  sort: Sort | null,
  read: Filters
): Promise<Filters | null> {
  if (!read.words || read.words.wishes.length === 0) return null
  return (await isNowhere(deps, read.words))
    ? mendedReading(deps, asked, sort)
    : nearerReading(deps, asked, sort, read)
}

/**
 * Reads the words a second time if no place contains all of them, because they may be misspelt or form a sentence.
 */
async function mendedReading(deps: SearchDeps, asked: Filters, sort: Sort | null): Promise<Filters | null> {
  for (const mode of ['again', 'in essence'] as const) {
    const read = await resolveFilters(deps, asked, sort, mode)
    if (read.words && !(await isNowhere(deps, read.words))) return read
  }
  return null
}

/**
 * If only places far away contain all words, a sentence is reduced to its phrases with a meaning: "aide en arabe pour
 * mes démarches" finds help with procedures nearby, although none of these places mentions "arabe".
 */
async function nearerReading(
  deps: SearchDeps,
  asked: Filters,
  sort: Sort | null,
  read: Filters
): Promise<Filters | null> {
  const hasWord = read.words?.wishes.some(({ kind }) => kind === 'word')
  if (!hasWord || startsOf(read.where).length === 0 || !(await isFarAway(deps, read))) return null
  const reduced = await resolveFilters(deps, asked, sort, 'in essence')
  return (await isFarAway(deps, reduced)) ? null : reduced
}

async function isNowhere({ places }: SearchDeps, words: Words): Promise<boolean> {
  const filters = { ...EVERYTHING, words: { ...words, where: null } }
  return (await places.count({ filters, part: 'inside' }, 1)).value === 0
}

const isFarAway = async ({ places }: SearchDeps, { words, where }: Filters): Promise<boolean> =>
  isFar(await places.reach({ ...EVERYTHING, ...(words && { words }), ...(where && { where }) }))
