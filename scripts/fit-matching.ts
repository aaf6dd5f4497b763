// Fits the matching model to pairs for which the truth is known, and writes it to src/domain/matching: how common
// words are (common-words.ts), how many inhabitants there are for each place of a kind (kind-density.ts), and the
// weight of each level of evidence (weights.ts). Run it after changing the evidence or its levels, or when there
// are more labelled pairs. It needs the real files. It fits on the half of the départements that
// `npm run bench -- matching` does not measure on, without the held-out sources.
//
// Decisions made in a directory can be used in addition to the committed labels; `annuaire match decisions > FILE`
// writes them.
//
//   npx tsx scripts/fit-matching.ts [--decisions FILE]
import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { decidedPairs } from './matching/decided.ts'
import { directories } from './matching/directories.ts'
import { fitModel, observe } from './matching/fit.ts'
import { franceServices } from './matching/france-services.ts'
import { handLabelled } from './matching/hand-labelled.ts'
import { kindDensities } from './matching/kind-densities.ts'
import { half, isForFitting, labelledPairs } from './matching/labelled.ts'
import { libraries } from './matching/libraries.ts'
import { wordShares } from './matching/word-shares.ts'
import { commonWordsText, kindDensityText, weightsText } from './matching/write-model.ts'
import { SHARED } from './real-files.ts'

if (!existsSync(SHARED)) {
  console.log(`Nothing to fit on: there is no ${SHARED}.`)
  process.exit(0)
}

const { values } = parseArgs({ options: { decisions: { type: 'string' } } })

const TARGET = new URL('../src/domain/matching/', import.meta.url)

/**
 * Weight of a pair that was labelled by hand. The registers contain nearly all places of one kind; the
 * hand-labelled pairs represent everything else. Twice or half this weight changes no figure of the benchmark by
 * more than a point.
 */
const HAND_WEIGHT = 8

/**
 * The weight of a hand-labelled pair. A pair that was drawn counts by the square root of the number of pairs that
 * it represents; typically this is nine. If it counted by the number itself, ten pairs of a large band would decide
 * the weights; equal weights would favour the bands from which most pairs were drawn.
 */
const weightOf = (standsFor: number | null): number =>
  HAND_WEIGHT * (standsFor === null ? 1 : Math.sqrt(Math.min(standsFor, MOST) / 9))

const MOST = 90

const lists = await directories()
const words = wordShares(lists)
writeFileSync(new URL('common-words.ts', TARGET), commonWordsText(words))
writeFileSync(new URL('kind-density.ts', TARGET), kindDensityText(kindDensities(lists)))
console.log(
  `${Object.keys(words).length} common words; if one of these tables changed, a second run fits the weights with it`
)

const { pairs } = handLabelled(lists)
const decided = values.decisions === undefined ? [] : decidedPairs(values.decisions)
const observations = [
  ...labelledPairs(half(libraries(), true)).map((pair) => observe(pair, 1, 'libraries')),
  ...labelledPairs(half(await franceServices(), true)).map((pair) => observe(pair, 1, 'france-services')),
  ...pairs
    .filter(({ heldOut, department }) => !heldOut && isForFitting(department))
    .map((pair) => observe(pair, weightOf(pair.standsFor), pair.standsFor === null ? 'difficult' : 'drawn')),
  // These pairs are difficult, because people only decide the pairs in the review queue.
  ...decided
    .filter(({ department }) => isForFitting(department))
    .map((pair) => observe(pair, HAND_WEIGHT, 'difficult'))
]

writeFileSync(new URL('weights.ts', TARGET), weightsText(fitModel(observations)))
console.log(
  `${observations.length} pairs, of which ${observations.filter(({ positive }) => positive).length} same; ` +
    `${decided.length} decisions of people, of which half are kept to measure on`
)
