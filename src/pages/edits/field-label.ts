import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { isFeature } from '../parts/terms.ts'
import { MANAGING } from '../wording/managing.ts'
import { WORDING } from '../wording/wording.ts'
import type { TypedEdit } from './edit-fields.ts'
import { HOURS, plainFields } from './edit-fields.ts'
import { hoursText } from './hours-table.ts'

/** The label of a field of the form. */
export const fieldLabel = (name: string, lang: Language): string =>
  name === HOURS.name
    ? MANAGING[lang].sections.hours
    : isFeature(name)
      ? WORDING[lang].features[name]
      : (MANAGING[lang].labels[name] ?? name)

/** What a field of the form contains, in words. */
export function contentInWords(name: string, typed: TypedEdit, lang: Language): string {
  const says = MANAGING[lang]
  if (name === HOURS.name) {
    const hours = hoursText(typed, typed)
    return ('text' in hours && hours.words) || says.nothing
  }
  const text = typed[name] ?? ''
  const filling = plainFields().find((each) => each.name === name)?.filling
  switch (filling?.by) {
    case 'boxes':
      return (
        codesOf(filling.parameter)
          .filter((code) => text.split('\n').includes(code))
          .map((code) => termLabel(filling.parameter, code, lang))
          .join(', ') || says.nothing
      )
    case 'answer':
      return says.answers[text as keyof typeof says.answers] ?? text
    case 'wheelchair':
      return says.wheelchair[text as keyof typeof says.wheelchair] ?? text
    default:
      return text.replaceAll('\n', ', ') || says.nothing
  }
}
