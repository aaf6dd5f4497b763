import { codeOfLabel, normaliseLabel } from '../../../domain/vocabularies/read-label.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'
import type { Column } from './columns.ts'

/** A column of labels: the vocabularies in which they were found, and the wordings that are in none. */
export type TableGuess = {
  readonly column: Column
  readonly split: string | null
  readonly into: readonly CodeParameter[]
  readonly unknown: readonly string[]
}

/** Separators that are tried: the one that gives most labels is taken. Slashes and line ends need none. */
const SEPARATORS: readonly (string | null)[] = [null, '\\s*[|;]\\s*', '\\s*,\\s*']

/** Of the different pieces, so many must be labels: a few words of free text may be. */
const LEAST_SHARE = 0.3
const LONGEST_LABEL = 80

export function tableGuess(column: Column): TableGuess | null {
  const guesses = SEPARATORS.map((split) => guessWith(column, split)).filter((guess) => guess !== null)
  return guesses.toSorted((left, right) => right.found - left.found)[0]?.guess ?? null
}

function guessWith(column: Column, split: string | null) {
  const pieces = piecesOf(column, split)
  if (pieces.length === 0 || pieces.some((piece) => piece.length > LONGEST_LABEL * 3)) return null
  const into = CODE_PARAMETERS.filter((parameter) => pieces.some((piece) => isLabel(parameter, piece)))
  const unknown = pieces.filter((piece) => !into.some((parameter) => isLabel(parameter, piece)))
  const found = pieces.length - unknown.length
  if (found === 0 || found < pieces.length * LEAST_SHARE) return null
  return { found, guess: { column, split, into, unknown } }
}

function piecesOf({ distinct }: Column, split: string | null): readonly string[] {
  const separator = split === null ? /\s*[/\n]\s*/ : new RegExp(split)
  const pieces = [...distinct].flatMap((value) =>
    isLabelSomewhere(value) ? [value] : value.split(separator)
  )
  // By their normalised form: case and accents do not matter in tables.
  const once = new Map(pieces.map((piece) => [normaliseLabel(piece), piece.trim()]))
  return [...once].flatMap(([key, piece]) => (key === '' ? [] : [piece]))
}

const isLabelSomewhere = (value: string): boolean =>
  CODE_PARAMETERS.some((parameter) => isLabel(parameter, value))

const isLabel = (parameter: CodeParameter, piece: string): boolean =>
  codeOfLabel(vocabularyOf(parameter).name, piece) !== undefined
