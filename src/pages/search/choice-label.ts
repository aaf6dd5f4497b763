import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { featureLabel } from '../parts/terms.ts'
import { WORDING } from '../wording/wording.ts'
import type { AREAS, ChoiceName, Choices } from './choices.ts'
import type { Found } from './found.ts'

/** The label of a value of a choice. */
export const choiceLabel = (name: ChoiceName, code: string, lang: Language): string =>
  name === 'accessibility' ? featureLabel(code, lang) : termLabel(name, code, lang)

type Named = Pick<Found, 'facets' | 'town'>

/** The chosen territory in words; undefined if none of this kind was chosen. */
export function areaLabel(
  name: (typeof AREAS)[number],
  choices: Choices,
  { facets, town }: Named,
  lang: Language
): string | undefined {
  const code = choices[name]
  if (code === undefined) return undefined
  const says = WORDING[lang].search
  if (name === 'commune') return says.inCommune(town ? townLabel(town, lang) : code)
  const known = facets?.[name]?.find((value) => value.code === code)?.label ?? code
  return name === 'department' ? says.inDepartment(known) : says.inRegion(known)
}

const townLabel = ({ name, department, shared_name }: NonNullable<Found['town']>, lang: Language): string =>
  shared_name ? WORDING[lang].search.homonym(name, 'commune', department) : name
