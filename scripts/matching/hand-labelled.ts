// Pairs across the national map's producers, France services, EPN, FabLabs and acceslibre, each read by a person:
// `labels.tsv` holds the ids and what was found. They are the hard ones: alike and near, the same address under another
// name, a phone in common. `same` is one door and one service behind it; a service and the body that houses or runs
// it are `different`, and so are a fixed counter and a bus that starts from it. `unsure` is what the two records alone
// do not settle (a body and its France services that share a phone): it is neither fitted on nor counted.
import { readFileSync } from 'node:fs'
import { directories, type Listed } from './directories.ts'
import type { LabelledPair } from './labelled.ts'

export type HandLabelled = {
  readonly pairs: readonly LabelledPair[]
  /** Left out: nobody could tell. */
  readonly unsure: number
  /** Whose records the files no longer hold. */
  readonly missing: number
}

const LABELS = new URL('./labels.tsv', import.meta.url)

export async function handLabelled(): Promise<HandLabelled> {
  const lines = readFileSync(LABELS, 'utf8').trim().split('\n').slice(1)
  const labels = lines.map((line) => line.split('\t'))
  const byName = new Map((await directories()).flat().map((listed) => [listed.name, listed]))
  const settled = labels.filter(([, , verdict]) => verdict !== 'unsure')
  const pairs = settled.flatMap(([one = '', other = '', verdict]) => {
    const [left, right] = [byName.get(one), byName.get(other)]
    return left && right ? [pairOf(left, right, verdict === 'same')] : []
  })
  return { pairs, unsure: labels.length - settled.length, missing: settled.length - pairs.length }
}

const pairOf = (left: Listed, right: Listed, same: boolean): LabelledPair => ({
  left: left.record,
  right: right.record,
  said: [left.said, right.said],
  same,
  department: left.department || right.department
})
