import { cannotDecide } from '../errors.ts'
import type { StoredRecord } from '../matching/compared-record.ts'
import type { RowPair } from '../matching/pairs.ts'
import type { Towns } from '../matching/towns.ts'
import { settleAround } from '../merging/settle.ts'
import type { Publishing } from '../publishing/publishing.ts'
import { pairsAmong } from './pairs-among.ts'
import type { ReviewReader, ReviewWriter } from './review-ports.ts'
import { type DoorReader, HELD_BY, type HeldBy, judgeDoors, type SameDoor } from './same-door.ts'

type AcceptDeps = {
  readonly reader: Pick<ReviewReader, 'records'> & DoorReader
  readonly publishing: Publishing<ReviewWriter & DoorReader>
  readonly towns: () => Towns
}

/** Places with the same name and address that were, or would be, merged into one. */
type AcceptedDoor = {
  readonly id: string
  readonly name: string
  readonly street: string | null
  readonly city: string | null
  /** Sources of the records. */
  readonly sources: readonly string[]
}

export type Acceptance = {
  readonly accepted: readonly AcceptedDoor[]
  /** Number of addresses that are left to people, by the reason that keeps their places apart. */
  readonly held: Readonly<Record<HeldBy, number>>
}

export type DoorAccepter = {
  /** Returns what `accept` would do, without writing anything. */
  try(): Promise<Acceptance>
  /**
   * Decides "same" about all places with the same name at the same address, unless something keeps them apart.
   */
  accept(by: string): Promise<Acceptance>
  /** Ends the decisions that `accept` made for this author and that are still active. Returns how many there were. */
  undo(by: string): Promise<number>
}

/** Addresses per transaction, which takes a few seconds. */
const STEP = 200

export const doorAccepter = ({ reader, publishing, towns }: AcceptDeps): DoorAccepter => ({
  try: () => eachStep(reader, (doors) => judgeDoors(reader, doors, towns())),
  accept: (by) =>
    eachStep(reader, (doors) =>
      publishing.run(authorOf(by), async (writer) => {
        const judged = await judgeDoors(writer, doors, towns())
        const pairs = judged.filter(({ held }) => held === null).flatMap(({ rows }) => pairsAmong(rows))
        await writer.decide(pairs.map((pair) => ({ ...pair, same: true })))
        await settleAll(writer, pairs, towns())
        return judged
      })
    ),
  undo: (by) =>
    publishing.run(by, async (writer) => {
      const pairs = await writer.decidedBy(authorOf(by))
      await writer.undo(pairs)
      await settleAll(writer, pairs, towns())
      return pairs.length
    })
})

/** The author of these decisions, which distinguishes them from decisions made one by one. */
const authorOf = (by: string): string => `${by} (same door and name)`

async function settleAll(writer: ReviewWriter, pairs: readonly RowPair[], towns: Towns): Promise<void> {
  const rows = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  if (rows.length === 0) return
  await settleAround(writer, rows, towns)
  if (await writer.contradicts()) throw cannotDecide(`${rows[0]}-${rows[1]}`)
}

async function eachStep(
  reader: AcceptDeps['reader'],
  judge: (doors: readonly SameDoor[]) => ReturnType<typeof judgeDoors>
): Promise<Acceptance> {
  const accepted: AcceptedDoor[] = []
  const held: Record<HeldBy, number> = { listed_together: 0, decided: 0 }
  const doors = await reader.doors(true)
  for (let start = 0; start < doors.length; start += STEP) {
    const judged = await judge(doors.slice(start, start + STEP))
    for (const reason of HELD_BY) held[reason] += judged.filter((each) => each.held === reason).length
    const open = judged.filter((each) => each.held === null)
    const records = await reader.records(open.flatMap(({ rows }) => rows))
    const byRow = new Map(records.map((record) => [record.row, record]))
    accepted.push(...open.flatMap(({ rows }) => described(rows.flatMap((row) => byRow.get(row) ?? []))))
  }
  return { accepted, held }
}

function described(records: readonly StoredRecord[]): readonly AcceptedDoor[] {
  const sorted = records.toSorted((one, other) => one.row - other.row)
  const content = sorted[0]?.record.content
  if (!content) return []
  return [
    {
      id: sorted.map(({ row }) => row).join('-'),
      name: content.name,
      street: content.address.street,
      city: content.address.city,
      sources: sorted.map(({ record }) => record.source)
    }
  ]
}
