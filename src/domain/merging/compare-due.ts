import { mapYielding } from '../concurrency/map-yielding.ts'
import { pipelined, readAhead } from '../concurrency/pipelined.ts'
import { type ComparedRecord, ready } from '../matching/compared-record.ts'
import { decide } from '../matching/decide.ts'
import { isIdIgnored } from '../matching/evidence.ts'
import { familiesOf } from '../matching/families.ts'
import { misledBy } from '../matching/misled.ts'
import { CROWDS, keysOf } from '../matching/pair-keys.ts'
import type { RowPair, WeighedPair } from '../matching/pairs.ts'
import type { Towns } from '../matching/towns.ts'
import {
  type ComparableCache,
  comparablesFor,
  emptyCache,
  forgetOldest,
  keepAhead,
  known,
  type RecordPages,
  requestMissing,
  takeTurn
} from './comparable-cache.ts'
import type { Lookup, MatchWriter, Stretch } from './match-writer.ts'

/** Called with two records, by source and id, that have an id in common which is ignored. */
export type OnIgnoredId = (one: string, other: string) => void

/** Records per page. */
const PAGE = 500

/** Pairs judged before yielding to other work of the process: about five milliseconds. */
const PAIRS = 200

/**
 * Compares the due records with all records that may describe the same place, and stores the pairs that are
 * not clearly different. If `most` is given, it compares at most that many records; the others stay due. Returns the
 * comparables used last, and how many records were due.
 */
export async function compareDue(
  writer: MatchWriter,
  towns: Towns,
  most?: number,
  onIgnoredId: OnIgnoredId = () => {}
): Promise<{ readonly cache: ComparableCache; readonly compared: number }> {
  const cache = emptyCache()
  const first = await writer.listDue(most)
  await fileListed(writer, first, towns, cache)
  await compareListed(writer, first, towns, cache, onIgnoredId)
  let last = first
  // When a key turns out to be shared by too many records, all records with this key become due. Their keys are
  // already stored.
  while (most === undefined && last.after < last.last) {
    last = await writer.listDue()
    await compareListed(writer, last, towns, cache, onIgnoredId)
  }
  return { cache, compared: last.last - first.after }
}

/**
 * Stores the keys of all records before any record is compared, because only then is it known which keys are shared
 * by too many records.
 */
const fileListed = (writer: MatchWriter, due: Stretch, towns: Towns, cache: ComparableCache): Promise<void> =>
  pipelined(
    pagesOf(due),
    async (page) => writer.records(await writer.listed(page)),
    (records: readonly ComparedRecord[]) =>
      mapYielding(records, (record): Lookup => {
        const comparable = ready(record, towns)
        keepAhead(cache, record.row, comparable)
        const { directory, listed } = comparable
        const filed = { row: record.row, directory, present: listed.until === null }
        return { ...filed, keys: keysOf(comparable), families: familiesOf(comparable) }
      }),
    (lookups) => writer.putLookups(lookups, CROWDS)
  )

const compareListed = (
  writer: MatchWriter,
  due: Stretch,
  towns: Towns,
  cache: ComparableCache,
  onIgnoredId: OnIgnoredId
): Promise<void> =>
  pipelined(
    // Two pages are read ahead: the statements that find the pairs of a page are sent together, once its rows are
    // known.
    readAhead(listedPages(writer, due)),
    (rows) => pairsFor(writer, rows, cache),
    async ({ pairs, paired, requested }) => {
      forgetOldest(cache)
      await comparablesFor(writer, paired, towns, cache, requested)
      const scored = await mapYielding(pairs, (pair) => score(pair, cache, onIgnoredId), PAIRS)
      return scored.filter((each) => each !== null)
    },
    (scored) => writer.putPairs(scored)
  )

async function* listedPages(writer: MatchWriter, due: Stretch): AsyncGenerator<readonly number[]> {
  for (const page of pagesOf(due)) yield await writer.listed(page)
}

type Found = {
  readonly pairs: readonly RowPair[]
  /** Rows that occur in the pairs. */
  readonly paired: readonly number[]
  readonly requested: RecordPages
}

/**
 * Sends all statements of a page at once, so that the database never waits for this process between two of
 * them.
 */
async function pairsFor(
  writer: MatchWriter,
  rows: readonly number[],
  cache: ComparableCache
): Promise<Found> {
  const all = [writer.takeDue(rows), writer.candidates(rows, CROWDS), writer.forgetPairs(rows)] as const
  const [, pairs] = await Promise.all(all)
  takeTurn(cache, rows)
  const paired = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  return { pairs, paired, requested: requestMissing(writer, paired, cache) }
}

/** Null if the records are clearly different, or too unlike to ask people about them. */
function score(
  { one, other }: RowPair,
  cache: ComparableCache,
  onIgnoredId: OnIgnoredId
): WeighedPair | null {
  const [left, right] = [known(cache, one), known(cache, other)]
  if (!left || !right) return null
  if (isIdIgnored(left, right)) onIgnoredId(left.key, right.key)
  const { verdict, score } = decide(left, right)
  if (verdict === 'different' || verdict === 'unasked') return null
  return { one, other, same: verdict === 'same', score, misled: misledBy(score, left, right) }
}

function pagesOf({ after, last }: Stretch): readonly Stretch[] {
  const pages: Stretch[] = []
  for (let start = after; start < last; start += PAGE) {
    pages.push({ after: start, last: Math.min(start + PAGE, last) })
  }
  return pages
}
