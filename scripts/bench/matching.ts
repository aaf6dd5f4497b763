// `npm run bench -- matching`: the error rate of the matching, compared with two other rules, on pairs for
// which the truth is known and on which nothing was fitted. Run it after a change of src/domain/matching, and
// before trusting a weight or a threshold. It needs the real files, but no database.
//
// With the decisions made in a directory (`annuaire match decisions > FILE`), it also measures the model on
// those, in the half that `scripts/fit-matching.ts --decisions FILE` does not fit on.
//
//   npm run bench -- matching [--decisions FILE] [--json FILE]
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Clusters, clusterRecords } from '../../src/domain/matching/cluster.ts'
import type { Comparable } from '../../src/domain/matching/comparable.ts'
import { decide, explain, type Verdict } from '../../src/domain/matching/decide.ts'
import { closure, nationalMap, type Rule, sameNameNearby } from '../matching/baselines.ts'
import { candidatePairs } from '../matching/candidates.ts'
import { decidedPairs } from '../matching/decided.ts'
import { chicago, fodorsZagat } from '../matching/foreign-lists.ts'
import { franceServices } from '../matching/france-services.ts'
import { handLabelled } from '../matching/hand-labelled.ts'
import { half, isForFitting, type Known, type LabelledPair } from '../matching/labelled.ts'
import { libraries } from '../matching/libraries.ts'
import { clusterRatio, f1Of, pairRatio, precisionOf, type Ratio, recallOf } from '../matching/measure.ts'
import { table } from './text-table.ts'

/** Targets for automatic merges of libraries, and for merges together with the queue. */
const WANTED = { precision: 0.99, recall: 0.9, withReview: 0.97 } as const

const BASELINES: readonly (readonly [string, Rule])[] = [
  ['same name within 400 m', sameNameNearby],
  ['rule of the national map', nationalMap]
]

type Line = {
  readonly set: string
  readonly rule: string
  readonly pairs: Ratio
  readonly clusters: Ratio | null
  readonly candidates: number | null
  readonly withReview: number | null
  readonly queue: number | null
}

type Error = {
  readonly set: string
  readonly score: number
  readonly same: boolean
  readonly pair: LabelledPair
}

export async function matching(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { decisions: { type: 'string' }, json: { type: 'string' } }
  })
  const register = half(libraries(), false)
  const counters = half(await franceServices(), false)
  const { pairs: read, unsure } = await handLabelled()
  const measured = (pairs: readonly LabelledPair[]) =>
    pairs.filter(({ department }) => !isForFitting(department))
  const hand = measured(read)
  const decided = measured(values.decisions === undefined ? [] : decidedPairs(values.decisions))
  const lines = [
    ...measureLists('libraries 2020 × 2025', [...register.left, ...register.right], true),
    ...measureLists('France services 2022 × 2024', [...counters.left, ...counters.right], true),
    ...measureHand(`${hand.length} hard pairs read by people`, hand),
    ...(decided.length === 0 ? [] : measureHand(`${decided.length} decisions of people`, decided)),
    ...measureLists('Chicago, nine lists', chicago(), false),
    ...measureLists('Fodors and Zagat', fodorsZagat(), false)
  ]
  console.log(`Measured on the half of the départements that nothing was fitted on.\n\n${reportTable(lines)}`)
  console.log(`\nPairs that nobody could tell from their records, and that count nowhere: ${unsure}`)
  console.log(
    `\nThe ten worst errors\n${worst([...register.left, ...register.right], [...hand, ...decided])}`
  )
  if (values.json) await writeFile(values.json, `${JSON.stringify(lines, null, 2)}\n`)
  return true
}

/** End to end: candidates, decisions, clusters. With `across`, records of the same list never match. */
function measureLists(set: string, known: readonly Known[], across: boolean): readonly Line[] {
  const truths = new Map(known.map(({ record, truth }) => [record, truth]))
  const truthOf = (record: Comparable) => truths.get(record) ?? ''
  const counts = (left: Comparable, right: Comparable) => !across || left.directory !== right.directory
  const { records, pairs } = candidatesOf(known)
  const [ours, rest] = [cluster(records, pairs), { truthOf, counts }]
  const byRecord = new Map(known.map((each) => [each.record, each]))
  const knownPairs = pairs.flatMap(([one, other]) => {
    const [left, right] = [byRecord.get(one), byRecord.get(other)]
    return left && right ? [[left, right] as const] : []
  })
  const inPairs = pairRatio(ours.clusters, truthOf, counts)
  const found = pairs.filter(([one, other]) => counts(one, other) && truthOf(one) === truthOf(other)).length
  const reviewed = ours.review.filter(({ pair: [one, other] }) => counts(one, other))
  const answered = reviewed.filter(({ pair: [one, other] }) => truthOf(one) === truthOf(other)).length
  return [
    {
      set,
      rule: 'ours',
      pairs: inPairs,
      clusters: clusterRatio(ours.clusters, truthOf),
      candidates: found / inPairs.wanted,
      withReview: (inPairs.right + answered) / inPairs.wanted,
      queue: reviewed.length
    },
    ...BASELINES.map(([rule, joins]) => {
      const clusters = closure(known, knownPairs, joins)
      const ratios = {
        pairs: pairRatio(clusters, truthOf, rest.counts),
        clusters: clusterRatio(clusters, truthOf)
      }
      return { set, rule, ...ratios, candidates: null, withReview: null, queue: null }
    })
  ]
}

function candidatesOf(known: readonly Known[]) {
  const records = known.map(({ record }) => record)
  return { records, pairs: candidatePairs(records) }
}

const cluster = (
  records: readonly Comparable[],
  pairs: readonly (readonly [Comparable, Comparable])[]
): Clusters =>
  clusterRecords(records, pairs, (left, right) => ({ ...decide(left, right), by: 'model' as const }))

/** Measures each pair separately. */
function measureHand(set: string, pairs: readonly LabelledPair[]): readonly Line[] {
  const wanted = pairs.filter(({ same }) => same).length
  const ratioOf = (claims: (pair: LabelledPair) => boolean): Ratio => {
    const claimed = pairs.filter(claims)
    return { right: claimed.filter(({ same }) => same).length, claimed: claimed.length, wanted }
  }
  const verdictOf = ({ left, right }: LabelledPair): Verdict => decide(left, right).verdict
  const atLeastReview = ratioOf((pair) => verdictOf(pair) !== 'different')
  const ours = ratioOf((pair) => verdictOf(pair) === 'same')
  const none = { clusters: null, candidates: null }
  return [
    {
      set,
      rule: 'ours',
      pairs: ours,
      ...none,
      withReview: recallOf(atLeastReview),
      queue: atLeastReview.claimed - ours.claimed
    },
    ...BASELINES.map(([rule, joins]) => ({
      set,
      rule,
      pairs: ratioOf(({ left, right, fields: [one, other], department }) =>
        joins(
          { record: left, fields: one, truth: '', department },
          { record: right, fields: other, truth: '', department }
        )
      ),
      ...none,
      withReview: null,
      queue: null
    }))
  ]
}

const percent = (share: number | null): string => (share === null ? '' : (100 * share).toFixed(1))

function reportTable(lines: readonly Line[]): string {
  const head = [
    '%',
    'pairs: precision',
    'recall',
    'F1',
    'clusters: precision',
    'recall',
    'F1',
    'candidates: recall',
    'with queue: recall',
    'queue',
    ''
  ]
  const rows = lines.flatMap((line, index) => {
    const first = lines[index - 1]?.set !== line.set
    const { pairs, clusters } = line
    const figures = (ratio: Ratio | null) =>
      ratio === null ? ['', '', ''] : [precisionOf(ratio), recallOf(ratio), f1Of(ratio)].map(percent)
    const row = [
      `  ${line.rule}`,
      ...figures(pairs),
      ...figures(clusters),
      percent(line.candidates),
      percent(line.withReview),
      line.queue === null ? '' : String(line.queue),
      missed(line)
    ]
    return first ? [[line.set, '', '', '', '', '', '', '', '', '', ''], row] : [row]
  })
  return table([head, ...rows])
}

function missed({ set, rule, pairs, withReview }: Line): string {
  if (rule !== 'ours' || !set.startsWith('libraries')) return ''
  return [
    ...(precisionOf(pairs) < WANTED.precision ? [`precision < wanted ${100 * WANTED.precision}`] : []),
    ...(recallOf(pairs) < WANTED.recall ? [`recall < wanted ${100 * WANTED.recall}`] : []),
    ...((withReview ?? 0) < WANTED.withReview ? [`with queue < wanted ${100 * WANTED.withReview}`] : [])
  ].join('; ')
}

/**
 * The worst errors: wrong merges, and true pairs that are not even reviewed, by how certain the model was.
 */
function worst(known: readonly Known[], hand: readonly LabelledPair[]): string {
  const byRecord = new Map(known.map((each) => [each.record, each]))
  const listed = candidatesOf(known).pairs.flatMap(([one, other]): readonly LabelledPair[] => {
    const [left, right] = [byRecord.get(one), byRecord.get(other)]
    if (!left || !right || one.directory === other.directory) return []
    const same = left.truth === right.truth
    return [
      { left: one, right: other, fields: [left.fields, right.fields], same, department: left.department }
    ]
  })
  const errors = [
    ...listed.map((pair) => ({ set: 'libraries', pair })),
    ...hand.map((pair) => ({ set: 'read by people', pair }))
  ].flatMap(({ set, pair }): readonly Error[] => {
    const { verdict, score } = decide(pair.left, pair.right)
    const wrong = pair.same ? verdict === 'different' : verdict === 'same'
    return wrong ? [{ set, score, same: pair.same, pair }] : []
  })
  return errors
    .toSorted((one, other) => Math.abs(other.score) - Math.abs(one.score))
    .slice(0, 10)
    .map(({ set, score, same, pair }) => {
      const sides = pair.fields.map(({ name, street, postcode, city }) =>
        [name, street, postcode, city].filter(Boolean).join(', ')
      )
      const reasons = explain(pair.left, pair.right).reasons.map(
        ({ evidence, level, weight }) => `${evidence}: ${level} ${weight > 0 ? '+' : ''}${weight}`
      )
      const verdict = same ? 'the same, judged different' : 'different, judged the same'
      return `${score.toFixed(1)}  ${set}: ${verdict}\n    ${sides.join('\n    ')}\n    ${reasons.join('; ')}`
    })
    .join('\n')
}
