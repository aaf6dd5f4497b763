// Pairs across the producers of the national map, France services, EPN, FabLabs and acceslibre, each labelled
// by a person: `labels.tsv` contains the ids and the verdict. They are difficult: similar and nearby, the
// same address under another name, a shared phone number. `same` means one door and one service behind it; a
// service and the organisation that hosts or runs it are `different`, as are a fixed counter and a bus that
// starts from it. `unsure` means that the two records alone do not decide it (an organisation and its France
// services with the same phone); such pairs are neither fitted on nor counted.
import { readFileSync } from 'node:fs'
import { directories, type Listed } from './directories.ts'
import type { LabelledPair } from './labelled.ts'

export type HandLabelled = {
  readonly pairs: readonly LabelledPair[]
  /** Left out because they could not be decided. */
  readonly unsure: number
  /** Pairs whose records are no longer in the files. */
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
  fields: [left.fields, right.fields],
  same,
  department: left.department || right.department
})
