import { codeOfLabel, normaliseLabel } from '../../../domain/vocabularies/read-label.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'
import type { Column } from './columns.ts'

/** A column of labels, with the vocabularies that contain them, and the wordings that no vocabulary contains. */
export type TableGuess = {
  readonly column: Column
  readonly split: string | null
  readonly into: readonly CodeParameter[]
  readonly unknown: readonly string[]
}

/**
 * Separators that are tried; the one that gives most labels is used. Null stands for slashes and line ends, which a
 * mapping does not need to name.
 */
const SEPARATORS: readonly (string | null)[] = [null, '\\s*[|;]\\s*', '\\s*,\\s*']

/**
 * Minimum share of the different pieces of a column that must be labels. Even in free text, a few words may be
 * labels.
 */
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
  // Removes duplicates by normalised form, because tables ignore case and accents.
  const once = new Map(pieces.map((piece) => [normaliseLabel(piece), piece.trim()]))
  return [...once].flatMap(([key, piece]) => (key === '' ? [] : [piece]))
}

const isLabelSomewhere = (value: string): boolean =>
  CODE_PARAMETERS.some((parameter) => isLabel(parameter, value))

const isLabel = (parameter: CodeParameter, piece: string): boolean =>
  codeOfLabel(vocabularyOf(parameter).name, piece) !== undefined
