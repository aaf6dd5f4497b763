import { SEARCHABLE_FEATURES } from '../../domain/vocabularies/accessibility.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { CHOICES, type ChoiceName, type Choices } from './choices.ts'

type Name = keyof Choices

/** A choice with the text that cannot be read; a position is one choice, in two parts. */
type Unread = { readonly names: readonly Name[]; readonly given: string }

const FEATURES: readonly string[] = SEARCHABLE_FEATURES

/**
 * The choices in the address that cannot be read, with their values. Because of them, the API refuses the search;
 * this list tells the reader why.
 */
export function notUnderstood(choices: Choices): readonly Unread[] {
  const faulty: readonly Name[] = [
    ...CHOICES.filter((name) => choices[name] !== undefined && !areKnown(name, choices[name])),
    ...(choices.openAt !== undefined && !isMoment(choices.openAt) ? (['openAt'] as const) : []),
    ...(choices.bbox !== undefined && !isBox(choices.bbox) ? (['bbox'] as const) : [])
  ]
  const { lat, lon } = choices
  const point = faultyPoint(choices)
  const position = [lat ?? '', lon ?? ''].filter((part) => part !== '').join(' ; ')
  return [
    ...faulty.map((name) => ({ names: [name], given: choices[name] ?? '' })),
    ...(point.length > 0 ? [{ names: point, given: position }] : [])
  ]
}

const areKnown = (name: ChoiceName, values: string): boolean =>
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

/** The coordinates that are not understood. A position needs both numbers, so a single one is not understood. */
function faultyPoint({ lat, lon }: Choices): readonly ('lat' | 'lon')[] {
  if (lat === undefined && lon === undefined) return []
  const isPoint =
    isNumber(lat) && isNumber(lon) && Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180
  if (isPoint) return []
  return [...(lat === undefined ? [] : ['lat' as const]), ...(lon === undefined ? [] : ['lon' as const])]
}
