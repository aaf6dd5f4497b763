// Fits what the matching of records knows, from the pairs of which it is known whether they are one place, and writes
// it to src/domain/matching: how common words are (common-words.ts) and what each step of each evidence weighs
// (weights.ts). When: after a change of the evidence or its steps, or with more labelled pairs. It needs the real files,
// and fits on the half of the départements that `npm run bench -- matching` does not measure on.
//
//   npx tsx scripts/fit-matching.ts
import { existsSync, writeFileSync } from 'node:fs'
import { evidenceOf } from '../src/domain/matching/evidence.ts'
import { EVIDENCE_NAMES, LEVELS, levelOf } from '../src/domain/matching/levels.ts'
import { franceServices } from './matching/france-services.ts'
import { handLabelled } from './matching/hand-labelled.ts'
import { half, isForFitting, type LabelledPair, labelledPairs } from './matching/labelled.ts'
import { libraries } from './matching/libraries.ts'
import { fitLogistic, type Observation } from './matching/logistic.ts'
import { wordShares } from './matching/word-shares.ts'
import { commonWordsText, weightsText } from './matching/write-model.ts'
import { SHARED } from './real-files.ts'

if (!existsSync(SHARED)) {
  console.log(`Nothing to fit on: there is no ${SHARED}.`)
  process.exit(0)
}

const TARGET = new URL('../src/domain/matching/', import.meta.url)

/** Of one kind of place the registers know nearly all; the pairs read by people stand for the rest of the world. */
const HAND_WEIGHT = 8

/** As if each step had been seen this often on either side. */
const RIDGE = 1

const offsets = new Map<string, number>()
let columns = 0
for (const name of EVIDENCE_NAMES) {
  offsets.set(name, columns)
  columns += LEVELS[name].length
}

function observe({ left, right, same }: LabelledPair, weight: number): Observation {
  const evidence = evidenceOf(left, right)
  const set = EVIDENCE_NAMES.flatMap((name) => {
    const level = levelOf(name, evidence)
    return level === null ? [] : [(offsets.get(name) ?? 0) + level]
  })
  return { columns: set, positive: same, weight }
}

const words = await wordShares()
writeFileSync(new URL('common-words.ts', TARGET), commonWordsText(words))
console.log(
  `${Object.keys(words).length} common words; where they changed, a second run fits the weights with them`
)

const { pairs } = await handLabelled()
const observations = [
  ...labelledPairs(half(libraries(), true)).map((pair) => observe(pair, 1)),
  ...labelledPairs(half(await franceServices(), true)).map((pair) => observe(pair, 1)),
  ...pairs.filter(({ department }) => isForFitting(department)).map((pair) => observe(pair, HAND_WEIGHT))
]

/** A thing in common never speaks against one place, nor a difference for it: such a weight is chance, and goes. */
function fitSensibly(): readonly number[] {
  const left = new Set<number>()
  for (;;) {
    const kept = observations.map((each) => ({
      ...each,
      columns: each.columns.filter((column) => !left.has(column))
    }))
    const weights = fitLogistic(kept, columns, RIDGE)
    const senseless = EVIDENCE_NAMES.flatMap((name) => {
      const [best = 0, worst = 0] = [offsets.get(name), (offsets.get(name) ?? 0) + LEVELS[name].length - 1]
      const [for_, against] = [weights[best + 1] ?? 0, weights[worst + 1] ?? 0]
      return [...(for_ < 0 ? [best] : []), ...(against > 0 ? [worst] : [])]
    })
    if (senseless.length === 0) return weights
    for (const column of senseless) left.add(column)
  }
}

const [bias = 0, ...weights] = fitSensibly()
const fitted = Object.fromEntries(
  EVIDENCE_NAMES.map((name) => {
    const from = offsets.get(name) ?? 0
    return [name, weights.slice(from, from + LEVELS[name].length)]
  })
)
writeFileSync(new URL('weights.ts', TARGET), weightsText(bias, fitted))
console.log(
  `${observations.length} pairs, of which ${observations.filter(({ positive }) => positive).length} same`
)
