// Reads decisions that were made in a directory, in the format that `annuaire match decisions` writes.
import { readFileSync } from 'node:fs'
import { comparableOf } from '../../src/domain/matching/comparable.ts'
import { directoryOf } from '../../src/domain/matching/compared-record.ts'
import type { DecidedRecord, StandingDecision } from '../../src/domain/review/review.ts'
import { fieldsOf, TOWNS } from './files.ts'
import type { LabelledPair } from './labelled.ts'

export const decidedPairs = (file: string): readonly LabelledPair[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [pairOf(line, `${file}, line ${index + 1}`)]))

function pairOf(line: string, where: string): LabelledPair {
  const { records, same } = JSON.parse(line) as StandingDecision
  if (typeof same !== 'boolean' || records?.length !== 2) throw new Error(`${where} is no decision.`)
  const [left, right] = records
  return {
    left: comparable(left),
    right: comparable(right),
    fields: [fieldsOf(left.id, left.content), fieldsOf(right.id, right.content)],
    same,
    department: left.content.address.department ?? right.content.address.department ?? ''
  }
}

const comparable = ({ source, id, content }: DecidedRecord) =>
  comparableOf({ source, id, content }, directoryOf(source, id), TOWNS)
