import type { Label, PlaceContent } from '../../domain/places/place.ts'
import {
  type Accessibility,
  FEATURES,
  UNKNOWN_ACCESSIBILITY
} from '../../domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesIn } from './meaning.ts'
import type { RowMeaning } from './tables.ts'

/** Combines the meanings found by the tables into the fields of a place. */
export function composeContent(meanings: readonly RowMeaning[], source: string) {
  const codes = meanings.flatMap(({ meaning }) => codesIn(meaning))
  const of = (parameter: CodeParameter) => [
    ...new Set(codes.filter(([into]) => into === parameter).map(([, code]) => code))
  ]
  return {
    types: of('type'),
    services: of('service'),
    audiences: of('audience'),
    needs: of('need'),
    fees: of('fee'),
    access: of('access'),
    support: of('support'),
    labels: labelsIn(meanings, source),
    itinerant: itinerance(meanings)
  } satisfies Partial<PlaceContent>
}

/** Each label once; a table with dates takes precedence over one without. */
function labelsIn(meanings: readonly RowMeaning[], source: string): readonly Label[] {
  const labels = new Map<string, Label>()
  for (const { meaning, valid_from, valid_until } of meanings) {
    for (const code of [meaning.label ?? []].flat()) {
      if (labels.has(code) && valid_from === null && valid_until === null) continue
      labels.set(code, { code, valid_from, valid_until, source })
    }
  }
  return [...labels.values()]
}

/**
 * Whether a place is itinerant; null if no column says anything about it. A place may be both, for example a bus with
 * a garage open to visitors; then it counts as itinerant.
 */
function itinerance(meanings: readonly RowMeaning[]): boolean | null {
  const answers = meanings.map(({ meaning }) => meaning.itinerant).filter((answer) => answer !== undefined)
  return answers.length === 0 ? null : answers.includes(true)
}

const LEAST_FIRST = ['no', 'limited', 'yes'] as const

/**
 * The accessibility of a place. If two columns disagree about a feature, the place is treated as not having it, so
 * that no one comes in vain.
 */
export function accessibilityOf(meanings: readonly RowMeaning[], sheet: string | null): Accessibility {
  const wheelchair = LEAST_FIRST.find((answer) =>
    meanings.some(({ meaning }) => meaning.wheelchair === answer)
  )
  const features = FEATURES.map((feature) => {
    const answers = meanings.map(({ meaning }) => meaning[feature]).filter((answer) => answer !== undefined)
    return [feature, answers.length === 0 ? null : !answers.includes(false)] as const
  })
  return {
    ...UNKNOWN_ACCESSIBILITY,
    ...Object.fromEntries(features),
    wheelchair: wheelchair ?? 'unknown',
    sheet
  }
}

/** The reasons for rejecting the record, without duplicates. */
export const refusalsIn = (meanings: readonly RowMeaning[]): readonly string[] => [
  ...new Set(meanings.map(({ meaning }) => meaning.refuse).filter((reason) => reason !== undefined))
]
