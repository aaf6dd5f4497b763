import { metresBetween } from '../geo/distance.ts'
import type { Comparable } from '../matching/comparable.ts'
import { ready, type StoredRecord } from '../matching/compared-record.ts'
import { explain } from '../matching/decide.ts'
import type { Towns } from '../matching/towns.ts'
import { compareFields } from './compare-fields.ts'
import { pairsAmong } from './pairs-among.ts'
import type { PairsOfQuestion } from './questions.ts'
import type { Misled, ReviewedPair, ReviewedRecord, ReviewQuestion } from './review.ts'

type Member = { readonly shown: ReviewedRecord; readonly compared: Comparable }

/** The question as shown to people, in a list; the list is empty if one of the records no longer exists. */
export function presentQuestion(
  pairs: PairsOfQuestion,
  records: ReadonlyMap<number, StoredRecord>,
  towns: Towns
): readonly ReviewQuestion[] {
  const [first] = pairs
  // The record that represents a place is the one in the first of its pairs.
  const rows = new Map<string, number>()
  for (const { one, other, place_one, place_other } of pairs) {
    for (const [place, row] of [[place_one, one] as const, [place_other, other] as const])
      if (!rows.has(place)) rows.set(place, row)
  }
  const members = new Map<number, Member>()
  for (const [place, row] of [...rows].toSorted(([, one], [, other]) => one - other)) {
    const record = records.get(row)
    if (!record) return []
    members.set(row, { shown: shownOf(record, place), compared: ready(record, towns) })
  }
  const shown = [...members.values()].map((member) => member.shown)
  const isFirst = ({ one, other }: { one: number; other: number }) =>
    one === first?.one && other === first.other
  return [
    {
      id: [...members.keys()].join('-'),
      records: shown,
      pairs: pairsAmong([...members.keys()])
        .toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)))
        .flatMap(({ one, other }) => pairOf(members.get(one), members.get(other))),
      fields: compareFields(shown.map(({ content }) => content)),
      misleads: misledIn([...members.values()], towns)
    }
  ]
}

const shownOf = (
  { row, record: { source, id, url, content } }: StoredRecord,
  place: string
): ReviewedRecord => ({
  ...{ source, id, url, place, content },
  member: String(row)
})

function pairOf(left: Member | undefined, right: Member | undefined): readonly ReviewedPair[] {
  if (!left || !right) return []
  const [here, there] = [left.compared, right.compared]
  return [
    {
      id: `${left.shown.member}-${right.shown.member}`,
      distance_m: here.position && there.position && metresBetween(here.position, there.position),
      decision: explain(here, there)
    }
  ]
}

function misledIn(members: readonly Member[], towns: Towns): Misled {
  const [largest] = members
    .map(({ compared }) => compared)
    .toSorted((one, other) => (other.population ?? 0) - (one.population ?? 0))
  const commune = largest?.commune ?? null
  return {
    commune: commune === null ? null : (towns(commune)?.name ?? null),
    population: largest?.population ?? null
  }
}
