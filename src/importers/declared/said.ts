import type { Label, PlaceContent } from '../../domain/places/place.ts'
import {
  type Accessibility,
  FEATURES,
  UNKNOWN_ACCESSIBILITY
} from '../../domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesIn } from './meaning.ts'
import type { Said } from './tables.ts'

/** All that the tables found, in the fields of a place. */
export function composeSaid(said: readonly Said[], source: string) {
  const codes = said.flatMap(({ meaning }) => codesIn(meaning))
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
    labels: labelsIn(said, source),
    itinerant: itinerance(said)
  } satisfies Partial<PlaceContent>
}

/** A label is told once; a table that knows its dates knows it better than one that does not. */
function labelsIn(said: readonly Said[], source: string): readonly Label[] {
  const labels = new Map<string, Label>()
  for (const { meaning, valid_from, valid_until } of said) {
    for (const code of [meaning.label ?? []].flat()) {
      if (labels.has(code) && valid_from === null && valid_until === null) continue
      labels.set(code, { code, valid_from, valid_until, source })
    }
  }
  return [...labels.values()]
}

/** A place may be both: a bus with a garage that people can visit. It moves, and that is what is asked. */
function itinerance(said: readonly Said[]): boolean | null {
  const answers = said.map(({ meaning }) => meaning.itinerant).filter((answer) => answer !== undefined)
  return answers.length === 0 ? null : answers.includes(true)
}

const LEAST_FIRST = ['no', 'limited', 'yes'] as const

/** Where two columns disagree on a feature, it is not there for sure: nobody should come in vain. */
export function accessibilityOf(said: readonly Said[], sheet: string | null): Accessibility {
  const wheelchair = LEAST_FIRST.find((answer) => said.some(({ meaning }) => meaning.wheelchair === answer))
  const features = FEATURES.map((feature) => {
    const answers = said.map(({ meaning }) => meaning[feature]).filter((answer) => answer !== undefined)
    return [feature, answers.length === 0 ? null : !answers.includes(false)] as const
  })
  return {
    ...UNKNOWN_ACCESSIBILITY,
    ...Object.fromEntries(features),
    wheelchair: wheelchair ?? 'unknown',
    sheet
  }
}

/** Why the record is not taken, each reason once. */
export const refusalsIn = (said: readonly Said[]): readonly string[] => [
  ...new Set(said.map(({ meaning }) => meaning.refuse).filter((reason) => reason !== undefined))
]
