import type { Language } from '../../domain/language.ts'
import { UNSAID } from '../wording/unsaid.ts'
import { WORDING } from '../wording/wording.ts'
import { unsaidAbout } from './asked-of-api.ts'
import { areaLabel, choiceLabel } from './choice-label.ts'
import {
  AREAS,
  CHOICES,
  type Choices,
  FLAGS,
  ORDERS,
  searchAddress,
  valuesOf,
  withoutChoices,
  withoutValue
} from './choices.ts'
import type { Found } from './found.ts'
import { isPassing, momentChosen } from './when.ts'

type Props = {
  readonly choices: Choices
  readonly found: Pick<Found, 'facets' | 'town'>
  readonly lang: Language
}

/** One choice in words, and the choices that are left without it. */
type Chip = { readonly said: string; readonly rest: Choices; readonly passing?: boolean }

/** All that is chosen, except the words: each choice is a link that removes it. */
export function Chips({ choices, found, lang }: Props) {
  const says = WORDING[lang].search
  const chips = chipsOf(choices, found, lang)
  if (chips.length === 0) return null
  const { q, lieu } = choices
  const bare = { ...(q !== undefined && { q }), ...(lieu !== undefined && { lieu }) }
  return (
    <nav aria-label={says.chosen}>
      <ul class="chips">
        {chips.map(({ said, rest, passing }) => (
          <li key={said} class={passing ? 'passing' : undefined}>
            <a class="chip" href={searchAddress(rest, lang)}>
              <span class="visually-hidden">{says.takeBack} : </span>
              {said}
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        ))}
        {chips.length > 1 && (
          <li key="" class="all">
            <a href={searchAddress(bare, lang)}>{says.clear}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function chipsOf(all: Choices, found: Props['found'], lang: Language): readonly Chip[] {
  const says = WORDING[lang].search
  const choices = withoutChoices(all, ['cursor', 'near'])
  const chip = (said: string | undefined, ...names: readonly (keyof Choices)[]): readonly Chip[] =>
    said === undefined ? [] : [{ said, rest: withoutChoices(choices, names) }]
  const { bbox, lat, radius, unsaid } = choices
  const order = ORDERS.find((each) => each === choices.sort)
  return [
    ...chip(bbox && says.inArea, 'bbox'),
    ...chip(lat && says.aroundMe, 'lat', 'lon'),
    ...AREAS.flatMap((name) => chip(areaLabel(name, choices, found, lang), name)),
    ...chip(momentChosen(choices, lang), 'when', 'part', 'openAt').map((each) => ({
      ...each,
      passing: isPassing(choices)
    })),
    ...FLAGS.flatMap((name) => chip(choices[name] && says[name], name)),
    ...CHOICES.flatMap((name) =>
      valuesOf(choices, name).map((value) => ({
        said: choiceLabel(name, value, lang),
        rest: withoutValue(choices, name, value)
      }))
    ),
    ...chip(unsaid && unsaidAbout(choices).length > 0 ? UNSAID[lang].chip : undefined, 'unsaid'),
    ...chip(radius && says.nearerThan(radius), 'radius'),
    ...chip(order && says.orderedBy(says.orders[order]), 'sort')
  ]
}
