import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'
import { ASKED_BY, type Choices, searchAddress, withoutChoices } from './choices.ts'
import { totalText } from './count.ts'
import type { Found } from './found.ts'
import { choiceLabel } from './search-form.tsx'

type Props = { readonly found: Found; readonly choices: Choices; readonly lang: Language }

/** Shown if nothing matches: links to the most similar questions that have results. */
export function Nothing({ found: { instead = [] }, choices, lang }: Props) {
  const says = WORDING[lang]
  // "???" contains no word, so none can be left out.
  if (
    instead.some(({ without }) => without.some(({ parameter, words }) => parameter === 'q' && words === null))
  )
    return <p class="nothing">{says.search.noWords}</p>
  return (
    <div class="nothing">
      <p>{instead.length === 0 ? says.search.none : says.search.instead}</p>
      <ul>
        {instead.map(({ without, q, total }) => {
          const said = [...new Set(without.map((each) => leftOut(each, choices, lang)))]
          const names = without.flatMap(({ parameter }) => ASKED_BY[parameter] ?? [])
          const kept = withoutChoices(choices, ['q', ...names])
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

function leftOut({ parameter, words }: LeftOut, choices: Choices, lang: Language): string {
  const says = WORDING[lang].search
  if (words !== null) return says.words(words)
  const names = (ASKED_BY[parameter] ?? []).filter((name) => choices[name] !== undefined)
  const said = names.map((name) => {
    switch (name) {
      case 'bbox':
        return says.inArea
      case 'openNow':
      case 'openAt':
      case 'wheelchair':
      case 'free':
        return says[name]
      case 'department':
        return says.inDepartment(choices[name] ?? '')
      case 'region':
        return says.inRegion(choices[name] ?? '')
      case 'radius':
        return says.upTo(Number(choices[name]))
      case 'service':
      case 'audience':
      case 'type':
      case 'label':
      case 'accessibility':
        return choiceLabel(name, choices[name] ?? '', lang)
      default:
        return parameter
    }
  })
  return says.choice(said.join(', '))
}
