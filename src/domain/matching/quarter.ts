import type { Address } from '../places/place.ts'
import type { Town } from './towns.ts'
import { plainText } from './words.ts'

/**
 * The former commune within a merged commune to which a record belongs: by its city, if that is still the
 * name of the former commune, otherwise by its name, its complement, or the town after its street. Two
 * libraries of Thue et Mue are in two of its villages.
 */
export function quarterOf(
  name: string,
  { city, street, complement }: Address,
  town: Town | null
): string | null {
  if (town === null || town.parts.length === 0) return null
  const whole = plainText(town.name)
  const parts = town.parts.map(plainText).toSorted((one, other) => other.length - one.length)
  const written = plainText(city ?? '')
  if (written !== whole && parts.includes(written)) return written
  // The main village often has the same name as the whole commune, so its name proves nothing.
  const distinctive = parts.filter((part) => !` ${whole} `.includes(` ${part} `))
  const texts = [name, complement ?? '', afterPostcode(street ?? '')].map((text) => ` ${plainText(text)} `)
  return distinctive.find((part) => texts.some((text) => text.includes(` ${part} `))) ?? null
}

const afterPostcode = (street: string): string => /\b\d{5}\b(.*)$/.exec(street)?.[1] ?? ''
