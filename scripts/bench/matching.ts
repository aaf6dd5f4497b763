// `npm run bench -- matching`: measures the error rate of the matching, compared with two other rules, on pairs for
// which the truth is known and to which nothing was fitted. Run it after a change in src/domain/matching, and
// before trusting a weight or a threshold. It needs the real files, but no database.
//
// With the decisions made in a directory (`annuaire match decisions > FILE`), it also measures the model on these
// decisions, in the half that `scripts/fit-matching.ts --decisions FILE` does not use for fitting.
//
//   npm run bench -- matching [--decisions FILE] [--json FILE]
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Clusters, clusterRecords } from '../../src/domain/matching/cluster.ts'
import type { Comparable } from '../../src/domain/matching/comparable.ts'
import { decide, explain, type Verdict } from '../../src/domain/matching/decide.ts'
import { closure, nationalMap, type Rule, sameNameNearby } from '../matching/baselines.ts'
import { tenthsOf } from '../matching/calibration.ts'
import { candidatePairs } from '../matching/candidates.ts'
import { decidedPairs } from '../matching/decided.ts'
import { directories, type Listed } from '../matching/directories.ts'
import { chicago, fodorsZagat } from '../matching/foreign-lists.ts'
import { franceServices } from '../matching/france-services.ts'
import { type HandPair, handLabelled, SOURCES_HELD_OUT } from '../matching/hand-labelled.ts'
import {
  half,
  isForFitting,
  type Known,
  type LabelledPair,
  lackingIn,
  settledBy,
  type TwoLists
} from '../matching/labelled.ts'
import { libraries } from '../matching/libraries.ts'
import { clusterRatio, f1Of, pairRatio, precisionOf, type Ratio, recallOf } from '../matching/measure.ts'
import { table } from './text-table.ts'

/**
 * Targets: precision and recall of automatic merges, recall of merges together with the review queue, and the
 * maximum error of probabilities.
 */
const WANTED = { precision: 0.99, recall: 0.9, withReview: 0.97, calibration: 0.05 } as const

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
  /** Share of the questions in the review queue whose two records describe one place. */
  readonly truePerQuestion: number | null
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
  const lists = await directories()
  const { pairs: read, unsure } = handLabelled(lists)
  const hand = read.filter(({ heldOut, department }) => heldOut || !isForFitting(department))
  const hard = hand.filter(({ standsFor }) => standsFor === null)
  const drawn = hand.filter(isDrawnAcross)
  const heldOut = drawn.filter((pair) => pair.heldOut)
  const decisions = values.decisions === undefined ? [] : decidedPairs(values.decisions)
  const decided = decisions.filter(({ department }) => !isForFitting(department))
  const lines = [
    ...measureEditions('libraries 2020 × 2025', register),
    ...measureEditions('France services 2022 × 2024', counters),
    ...measureHand(`${heldOut.length} drawn pairs with a source held out`, heldOut, together(lists)),
    ...measureHand(`${drawn.length} drawn pairs between all sources`, drawn),
    ...measureHand(`${hard.length} difficult pairs`, hard),
    ...(decided.length === 0 ? [] : measureHand(`${decided.length} decisions of people`, decided)),
    ...measureLists('Chicago, nine lists', chicago()),
    ...measureLists('Fodors and Zagat', fodorsZagat())
  ]
  console.log(
    'Measured on the half of the départements that nothing was fitted on, and on all pairs of the sources held ' +
      `out (${SOURCES_HELD_OUT.join(', ')}).\nPairs of different lists read by people; a drawn pair counts as ` +
      `often as there are pairs like it. Of registers, records whose key the other edition lacks are left out.\n\n${reportTable(lines)}`
  )
  console.log(`\nPairs that could not be told from their records, and that count nowhere: ${unsure}`)
  console.log(`\nProbabilities, of the pairs drawn\n${calibrationTable(hand)}`)
  console.log(
    `\nThe ten worst errors\n${worst(
      register,
      hand.filter(({ heldOut }) => !heldOut),
      decided
    )}`
  )
  if (values.json) await writeFile(values.json, `${JSON.stringify(lines, null, 2)}\n`)
  return true
}

/** Measures pairs from two editions of a register, whose keys tell whether two records are the same place. */
function measureEditions(set: string, lists: TwoLists): readonly Line[] {
  const [isSettled, isLacking] = [settledBy(lists), lackingIn(lists)]
  const counts = (left: Comparable, right: Comparable) =>
    left.directory !== right.directory && isSettled(left, right)
  return measureLists(set, [...lists.left, ...lists.right], counts, (record) => !isLacking(record))
}

/** End to end: candidates, decisions, clusters; `counts` tells which pairs are measured, `isKnown` which records. */
function measureLists(
  set: string,
  known: readonly Known[],
  counts: (left: Comparable, right: Comparable) => boolean = () => true,
  isKnown: (record: Comparable) => boolean = () => true
): readonly Line[] {
  const truths = new Map(known.map(({ record, truth }) => [record, truth]))
  const truthOf = (record: Comparable) => truths.get(record) ?? ''
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
      clusters: clusterRatio(ours.clusters, truthOf, isKnown),
      candidates: found / inPairs.wanted,
      withReview: (inPairs.right + answered) / inPairs.wanted,
      queue: reviewed.length,
      truePerQuestion: answered / reviewed.length
    },
    ...BASELINES.map(([rule, joins]) => {
      const clusters = closure(known, knownPairs, joins)
      const ratios = {
        pairs: pairRatio(clusters, truthOf, rest.counts),
        clusters: clusterRatio(clusters, truthOf, isKnown)
      }
      const none = { candidates: null, withReview: null, queue: null, truePerQuestion: null }
      return { set, rule, ...ratios, ...none }
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

/**
 * Whether a pair was drawn at random from two lists. Pairs within one list are left out, because there only
 * duplicates are merged.
 */
const isDrawnAcross = ({ standsFor, left, right }: HandPair): boolean =>
  standsFor !== null && left.directory !== right.directory

/** Whether two records are in one cluster when all lists are compared together. */
function together(lists: readonly (readonly Listed[])[]): (pair: LabelledPair) => boolean {
  const records = [...new Map(lists.flat().map(({ record }) => [record.key, record])).values()]
  const { clusters } = cluster(records, candidatePairs(records))
  const home = new Map(clusters.flatMap((each, nth) => each.map(({ key }) => [key, nth] as const)))
  return ({ left, right }) => home.get(left.key) === home.get(right.key)
}

/** Joined, or left to people. */
const isReached = (verdict: Verdict): boolean => verdict === 'same' || verdict === 'review'

/** Measures each pair separately, and if `clustered` is given, the pairs after clustering. */
function measureHand(
  set: string,
  pairs: readonly (LabelledPair & Partial<HandPair>)[],
  clustered?: (pair: LabelledPair) => boolean
): readonly Line[] {
  const total = (some: readonly Partial<HandPair>[]) =>
    some.reduce((sum, { standsFor }) => sum + (standsFor ?? 1), 0)
  const wanted = total(pairs.filter(({ same }) => same))
  const ratioOf = (claims: (pair: LabelledPair) => boolean): Ratio => {
    const claimed = pairs.filter(claims)
    return { right: total(claimed.filter(({ same }) => same)), claimed: total(claimed), wanted }
  }
  const verdictOf = ({ left, right }: LabelledPair): Verdict => decide(left, right).verdict
  const atLeastReview = ratioOf((pair) => isReached(verdictOf(pair)))
  const ours = ratioOf((pair) => verdictOf(pair) === 'same')
  const none = { clusters: null, candidates: null, withReview: null, queue: null, truePerQuestion: null }
  const queue = atLeastReview.claimed - ours.claimed
  return [
    {
      set,
      rule: 'ours',
      pairs: ours,
      ...none,
      withReview: recallOf(atLeastReview),
      queue: Math.round(queue),
      truePerQuestion: queue === 0 ? null : (atLeastReview.right - ours.right) / queue
    },
    ...(clustered ? [{ set, rule: 'ours, after clustering', pairs: ratioOf(clustered), ...none }] : []),
    ...BASELINES.map(([rule, joins]) => ({
      set,
      rule,
      pairs: ratioOf(({ left, right, fields: [one, other], department }) =>
        joins(
          { record: left, fields: one, truth: '', department },
          { record: right, fields: other, truth: '', department }
        )
      ),
      ...none
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
    'of it true',
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
      percent(line.truePerQuestion),
      missed(line)
    ]
    return first ? [[line.set, ...row.slice(1).map(() => '')], row] : [row]
  })
  return table([head, ...rows])
}

/** Minimum number of pairs in a tenth of the probabilities for which the tenth can be called wrong. */
const ENOUGH = 50

function calibrationTable(pairs: readonly HandPair[]): string {
  const head = ['tenth', 'pairs', 'mean probability', 'are the same', '']
  const rows = tenthsOf(pairs).map(({ from, pairs, said, same }) => [
    `${Math.round(100 * from)} to ${Math.round(100 * from + 10)} %`,
    String(pairs),
    percent(said),
    percent(same),
    pairs >= ENOUGH && Math.abs(said - same) > WANTED.calibration ? 'more than 5 points apart' : ''
  ])
  return table([head, ...rows])
}

function missed({ set, rule, pairs, withReview }: Line): string {
  if (rule !== 'ours' || !(set.startsWith('libraries') || set.includes('held out'))) return ''
  return [
    ...(precisionOf(pairs) < WANTED.precision ? [`precision < wanted ${100 * WANTED.precision}`] : []),
    ...(recallOf(pairs) < WANTED.recall ? [`recall < wanted ${100 * WANTED.recall}`] : []),
    ...((withReview ?? 0) < WANTED.withReview ? [`with queue < wanted ${100 * WANTED.withReview}`] : [])
  ].join('; ')
}

/**
 * The worst errors, without those of held-out sources: wrong merges, and true pairs that are not even reviewed, in
 * the order of how certain the model was.
 */
function worst(register: TwoLists, hand: readonly LabelledPair[], decided: readonly LabelledPair[]): string {
  const known = [...register.left, ...register.right]
  const isSettled = settledBy(register)
  const byRecord = new Map(known.map((each) => [each.record, each]))
  const listed = candidatesOf(known).pairs.flatMap(([one, other]): readonly LabelledPair[] => {
    const [left, right] = [byRecord.get(one), byRecord.get(other)]
    if (!left || !right || one.directory === other.directory || !isSettled(one, other)) return []
    const same = left.truth === right.truth
    return [
      { left: one, right: other, fields: [left.fields, right.fields], same, department: left.department }
    ]
  })
  const errors = [
    ...listed.map((pair) => ({ set: 'libraries', pair })),
    ...[...hand, ...decided].map((pair) => ({ set: 'read by people', pair }))
  ].flatMap(({ set, pair }): readonly Error[] => {
    const { verdict, score } = decide(pair.left, pair.right)
    const wrong = pair.same ? !isReached(verdict) : verdict === 'same'
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
