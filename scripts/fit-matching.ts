// Fits the matching model to pairs for which the truth is known, and writes it to src/domain/matching: how
// common words are (common-words.ts) and the weight of each level of evidence (weights.ts). Run it after
// changing the evidence or its levels, or with more labelled pairs. It needs the real files, and fits on the
// half of the départements that `npm run bench -- matching` does not measure on.
//
// Decisions made in a directory count in addition to the committed labels: `annuaire match decisions > FILE`
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
import { half, isForFitting, labelledPairs } from './matching/labelled.ts'
import { libraries } from './matching/libraries.ts'
import { wordShares } from './matching/word-shares.ts'
import { commonWordsText, weightsText } from './matching/write-model.ts'
import { SHARED } from './real-files.ts'

if (!existsSync(SHARED)) {
  console.log(`Nothing to fit on: there is no ${SHARED}.`)
  process.exit(0)
}

const { values } = parseArgs({ options: { decisions: { type: 'string' } } })

const TARGET = new URL('../src/domain/matching/', import.meta.url)

/** The registers contain nearly all places of one kind; the hand-labelled pairs represent everything else. */
const HAND_WEIGHT = 8

const words = await wordShares()
writeFileSync(new URL('common-words.ts', TARGET), commonWordsText(words))
console.log(
  `${Object.keys(words).length} common words; where they changed, a second run fits the weights with them`
)

const { pairs } = handLabelled(await directories())
const decided = values.decisions === undefined ? [] : decidedPairs(values.decisions)
const observations = [
  ...labelledPairs(half(libraries(), true)).map((pair) => observe(pair, 1)),
  ...labelledPairs(half(await franceServices(), true)).map((pair) => observe(pair, 1)),
  ...[...pairs.filter(({ heldOut }) => !heldOut), ...decided]
    .filter(({ department }) => isForFitting(department))
    .map((pair) => observe(pair, HAND_WEIGHT))
]

const { bias, weights } = fitModel(observations)
writeFileSync(new URL('weights.ts', TARGET), weightsText(bias, weights))
console.log(
  `${observations.length} pairs, of which ${observations.filter(({ positive }) => positive).length} same; ` +
    `${decided.length} decisions of people, of which half are kept to measure on`
)
