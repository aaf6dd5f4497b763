import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'
import { ASKED_BY } from './asked-of-api.ts'
import { areaLabel, choiceLabel } from './choice-label.ts'
import { CHOICES, type Choices, searchAddress, valuesOf, withoutChoices } from './choices.ts'
import { totalText } from './count.ts'
import type { Found } from './found.ts'
import { momentChosen } from './when.ts'

type Props = { readonly found: Found; readonly choices: Choices; readonly lang: Language }

/** Shown if nothing matches: links to the most similar questions that have results. */
export function Nothing({ found, choices, lang }: Props) {
  const { instead = [] } = found
  const says = WORDING[lang]
  // A question such as "???" contains no word, so no word can be left out.
  if (
    instead.some(({ without }) => without.some(({ parameter, words }) => parameter === 'q' && words === null))
  )
    return <p class="nothing">{says.search.noWords}</p>
  return (
    <div class="nothing">
      <p>{instead.length === 0 ? says.search.none : says.search.instead}</p>
      <ul>
        {instead.map(({ without, q, total }) => {
          const said = [...new Set(without.map((each) => leftOut(each, { found, choices, lang })))]
          const names = without.flatMap(({ parameter }) => ASKED_BY[parameter] ?? [])
          const kept = withoutChoices(choices, ['q', 'cursor', ...names])
          return (
            <li key={said.join()}>
              <a href={searchAddress(q === null ? kept : { ...kept, q }, lang)}>
                {says.search.without(said.join(', '))}
              </a>{' '}
              : {totalText(total, 0, lang)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type LeftOut = NonNullable<Found['instead']>[number]['without'][number]

function leftOut({ parameter, words }: LeftOut, { found, choices, lang }: Props): string {
  const says = WORDING[lang].search
  if (words !== null) return says.words(words)
  const names = (ASKED_BY[parameter] ?? []).filter((name) => choices[name] !== undefined)
  const said = names.flatMap((name) => {
    const choice = CHOICES.find((each) => each === name)
    if (choice) return valuesOf(choices, choice).map((code) => choiceLabel(choice, code, lang))
    switch (name) {
      case 'bbox':
        return says.inArea
      case 'when':
      case 'part':
      case 'openAt':
        return momentChosen(choices, lang) ?? ''
      case 'wheelchair':
      case 'free':
        return says[name]
      case 'commune':
      case 'department':
      case 'region':
        return areaLabel(name, choices, found, lang) ?? ''
      case 'radius':
        return says.nearerThan(choices[name] ?? '')
      default:
        return parameter
    }
  })
  return says.choice([...new Set(said)].join(', '))
}
