import { SEARCHABLE_FEATURES } from '../../domain/vocabularies/accessibility.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { CHOICES, type Choices, type SelectName } from './choices.ts'

type Name = keyof Choices

const FEATURES: readonly string[] = SEARCHABLE_FEATURES

/** The choices of an address that cannot be read, each with what was given. The API decides; this names the reason to people. */
export function notUnderstood(choices: Choices): readonly { readonly name: Name; readonly given: string }[] {
  const faulty: readonly Name[] = [
    ...CHOICES.filter((name) => choices[name] !== undefined && !areKnown(name, choices[name])),
    ...(choices.openAt !== undefined && !isMoment(choices.openAt) ? (['openAt'] as const) : []),
    ...(choices.bbox !== undefined && !isBox(choices.bbox) ? (['bbox'] as const) : []),
    ...faultyPoint(choices)
  ]
  return faulty.map((name) => ({ name, given: choices[name] ?? '' }))
}

const areKnown = (name: SelectName, values: string): boolean =>
  values
    .split(',')
    .every((code) => (name === 'accessibility' ? FEATURES.includes(code) : codesOf(name).includes(code)))

const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && !Number.isNaN(Date.parse(text))

const isBox = (text: string): boolean => {
  const [west, south, east, north, ...more] = text.split(',')
  return [west, south, east, north].every(isNumber) && more.length === 0 && Number(south) <= Number(north)
}

const isNumber = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== '' && Number.isFinite(Number(text))

/** A position is two numbers: one alone says nothing. */
function faultyPoint({ lat, lon }: Choices): readonly ('lat' | 'lon')[] {
  if (lat === undefined && lon === undefined) return []
  const isPoint =
    isNumber(lat) && isNumber(lon) && Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180
  if (isPoint) return []
  return [...(lat === undefined ? [] : ['lat' as const]), ...(lon === undefined ? [] : ['lon' as const])]
}
