import { cannotDecide, pairNotFound } from '../errors.ts'
import type { Towns } from '../matching/towns.ts'
import { settleAround } from '../merging/settle.ts'
import type { Publishing } from '../publishing/publishing.ts'
import { pairsAmong } from './pairs-among.ts'
import { presentQuestion } from './present-question.ts'
import { questionsOf } from './questions.ts'
import type { Decided, Reviewer, ReviewVerdict } from './review.ts'
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
    const first = new Set(shown.map(({ id }) => id))
    const asked = questionsOf(await connected(reader, shown)).filter(([pair]) => first.has(pair?.id ?? 0))
    const rows = new Set(asked.flat().flatMap(({ one, other }) => [one, other]))
    const records = await reader.records([...rows])
    const byRow = new Map(records.map((record) => [record.row, record]))
    const last = queued.length > limit ? shown.at(-1) : undefined
    return {
      items: asked.flatMap((pairs) => presentQuestion(pairs, byRow, towns())),
      next: last ? { misled: last.misled, id: last.id } : null
    }
  },
  decide: (id, verdict, by, without = []) =>
    publishing.run(by, (writer) => decide(writer, towns(), { id, verdict, without }))
})

/** All pairs that are connected with the given pairs by a chain of pairs, in the order of the queue. */
async function connected(reader: ReviewReader, pairs: readonly QueuedPair[]): Promise<readonly QueuedPair[]> {
  const found = new Map(pairs.map((pair) => [pair.id, pair]))
  const known = new Set<string>()
  for (;;) {
    const places = new Set(
      [...found.values()].flatMap(({ place_one, place_other }) => [place_one, place_other])
    )
    const next = [...places].filter((place) => !known.has(place))
    if (next.length === 0) return [...found.values()].toSorted(inQueue)
    for (const place of next) known.add(place)
    for (const pair of await reader.queuedOf(next)) found.set(pair.id, pair)
  }
}

const inQueue = (one: QueuedPair, other: QueuedPair): number => other.misled - one.misled || one.id - other.id

type Asked = {
  readonly id: string
  readonly verdict: ReviewVerdict
  readonly without: readonly string[]
}

async function decide(writer: ReviewWriter, towns: Towns, { id, verdict, without }: Asked): Promise<Decided> {
  const members = id.split('-')
  const rows = members.filter((member) => !without.includes(member)).map(Number)
  const isId = members.every((member, index) => index === 0 || Number(members[index - 1]) < Number(member))
  const isPart = rows.length > 1 && without.every((member) => members.includes(member))
  if (!isId || !isPart || !(await writer.areRecords(rows))) throw pairNotFound(id)
  const pairs = pairsAmong(rows)
  const undone = await writer.undo(pairs)
  if (verdict === 'undo' && undone === 0) throw pairNotFound(id)
  if (verdict !== 'undo') await writer.decide(pairs.map((pair) => ({ ...pair, same: verdict === 'same' })))
  await settleAround(writer, rows, towns)
  // Decisions must be transitive: if A = C and B = C, then A and B cannot differ.
  if (verdict !== 'undo' && (await writer.contradicts())) throw cannotDecide(id)
  return { id: rows.join('-'), verdict, places: await writer.homes(rows) }
}
