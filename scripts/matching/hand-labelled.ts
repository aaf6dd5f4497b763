// Pairs from the producers of the national map, France services, EPN, FabLabs, social centres and acceslibre, each
// labelled by a person. `labels.tsv` contains the ids and the verdict. `same` means one address and one service
// there. A service and the organisation that hosts or runs it are `different`, and so are a fixed counter and a bus
// that starts from it. `unsure` means that the two records alone do not decide it (an organisation and its France
// services with the same phone); such pairs are neither used for fitting nor counted.
//
// Some pairs were drawn at random from all pairs of the files, by bands of their score at the time: near-misses
// were drawn more often than clear pairs. The column `stands for` is the number of pairs in the files for each pair
// that was drawn from its band. The other pairs were chosen because they are difficult (similar and nearby, the
// same address under another name, a shared phone number) and represent only themselves.
import { readFileSync } from 'node:fs'
import type { Listed } from './directories.ts'
import type { LabelledPair } from './labelled.ts'

export type HandLabelled = {
  readonly pairs: readonly HandPair[]
  /** Number of pairs that were left out because they could not be decided. */
  readonly unsure: number
  /** Number of pairs whose records are no longer in the files. */
  readonly missing: number
}

export type HandPair = LabelledPair & {
  /** The number of pairs in the files that this pair represents; null if it was not drawn at random. */
  readonly standsFor: number | null
  /** Whether a record of the pair comes from a held-out source, to which nothing is fitted. */
  readonly heldOut: boolean
}

const LABELS = new URL('./labels.tsv', import.meta.url)

export function handLabelled(lists: readonly (readonly Listed[])[]): HandLabelled {
  const lines = readFileSync(LABELS, 'utf8').trim().split('\n').slice(1)
  const labels = lines.map((line) => line.split('\t'))
  const byName = new Map(lists.flat().map((listed) => [listed.name, listed]))
  const settled = labels.filter(([, , verdict]) => verdict !== 'unsure')
  const pairs = settled.flatMap(([one = '', other = '', verdict, standsFor]) => {
    const [left, right] = [byName.get(one), byName.get(other)]
    if (!left || !right) return []
    return [pairOf(left, right, verdict === 'same', standsFor ? Number(standsFor) : null)]
  })
  return { pairs, unsure: labels.length - settled.length, missing: settled.length - pairs.length }
}

const pairOf = (left: Listed, right: Listed, same: boolean, standsFor: number | null): HandPair => ({
  left: left.record,
  right: right.record,
  fields: [left.fields, right.fields],
  same,
  department: left.department || right.department,
  standsFor,
  heldOut: isHeldOut(left) || isHeldOut(right)
})

/**
 * Sources to which nothing is fitted: a regional network, a département, a raw regional file, public digital spaces
 * and tiers-lieux. They measure how well the matching works on a new source.
 */
export const SOURCES_HELD_OUT = ['hinaura', 'gironde', 'siilab', 'epn-auvergne', 'tiers-lieux-mel'] as const

/**
 * Matches the names of records from these sources. Other files repeat some of their records, with the producer in
 * the id: `hinaura:973`.
 */
const OF_SOURCE_HELD_OUT = new RegExp(
  `^(?:(?:${SOURCES_HELD_OUT.join('|')}) |\\S+ (?:${SOURCES_HELD_OUT.join('|')}):)`
)

const isHeldOut = ({ name }: Listed): boolean => OF_SOURCE_HELD_OUT.test(name)
