import { cannotDecide, pairNotFound } from '../errors.ts'
import { metresBetween } from '../geo/distance.ts'
import { ready, type StoredRecord } from '../matching/compared-record.ts'
import { explain } from '../matching/decide.ts'
import type { Towns } from '../matching/towns.ts'
import { settleAround } from '../merging/settle.ts'
import type { Publishing } from '../publishing/publishing.ts'
import type { Decided, Reviewer, ReviewPair, ReviewVerdict } from './review.ts'
import type { QueuedPair, ReviewReader, ReviewWriter } from './review-ports.ts'

type ReviewDeps = {
  readonly reader: ReviewReader
  readonly publishing: Publishing<ReviewWriter>
  /** Built on first use, because that takes a moment. */
  readonly towns: () => Towns
}

export const reviewer = ({ reader, publishing, towns }: ReviewDeps): Reviewer => ({
  page: async (after, limit) => {
    // One more than the limit, to know whether there is a next page.
    const queued = await reader.queue(after, limit + 1)
    const shown = queued.slice(0, limit)
    const records = await reader.records([...new Set(shown.flatMap(({ one, other }) => [one, other]))])
    const byRow = new Map(records.map((record) => [record.row, record]))
    const last = queued.length > limit ? shown.at(-1) : undefined
    return {
      items: shown.flatMap((pair) => presented(pair, byRow, towns())),
      next: last ? { score: last.score, id: last.id } : null
    }
  },
  decide: (id, verdict, by) => publishing.run(by, (writer) => decide(writer, towns(), id, verdict))
})

async function decide(
  writer: ReviewWriter,
  towns: Towns,
  id: string,
  verdict: ReviewVerdict
): Promise<Decided> {
  const [one = 0, other = 0] = id.split('-').map(Number)
  const pair = { one, other }
  if (one >= other || !(await writer.isPair(pair))) throw pairNotFound(id)
  const isUndone = await writer.undo(pair)
  if (verdict === 'undo' && !isUndone) throw pairNotFound(id)
  if (verdict !== 'undo') await writer.decide({ ...pair, same: verdict === 'same' })
  await settleAround(writer, [one, other], towns)
  // Decisions must be transitive: if A = C and B = C, then A and B cannot differ.
  if (verdict !== 'undo' && (await writer.contradicts())) throw cannotDecide(id)
  return { id, verdict, places: await writer.homes(pair) }
}

/** Empty if one of the records no longer exists. */
function presented(
  { one, other, place_one, place_other }: QueuedPair,
  records: ReadonlyMap<number, StoredRecord>,
  towns: Towns
): readonly ReviewPair[] {
  const [left, right] = [records.get(one), records.get(other)]
  if (!left || !right) return []
  const [here, there] = [ready(left, towns), ready(right, towns)]
  const shown = ({ record: { source, id, url, content } }: StoredRecord, place: string) => ({
    ...{ source, id, url, place },
    content
  })
  return [
    {
      id: `${one}-${other}`,
      records: [shown(left, place_one), shown(right, place_other)],
      distance_m: here.position && there.position && metresBetween(here.position, there.position),
      decision: explain(here, there)
    }
  ]
}
