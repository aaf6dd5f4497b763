import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { Card, type ListedPlace } from '../parts/card.tsx'
import { momentIn } from '../parts/state.tsx'
import { WORDING, type Wording } from '../wording/wording.ts'
import { ASKED_BY, type Choices, searchAddress, withoutChoices } from './choices.ts'
import type { Found, Total } from './found.ts'
import { choiceLabel } from './search-form.tsx'

/** What a browser that runs our script adds to the list. */
export type LiveList = {
  /** The list is about to be another. */
  readonly stale: boolean
  /** The place chosen on the map. */
  readonly chosen: string | undefined
  /** In place of the link to the page that follows. */
  readonly more: ComponentChildren
  /** Somebody looks at a place of the list, or no longer. */
  readonly onPoint: (place: ListedPlace | null) => void
}

type Props = {
  readonly lang: Language
  readonly choices: Choices
  readonly found: Found
  readonly next: string | null
  readonly live: LiveList | undefined
}

export function Results({ lang, choices, found, next, live }: Props) {
  const says = WORDING[lang]
  const { items, total, interpreted } = found
  const then = openThen(choices, lang)
  return (
    <section aria-labelledby="count" aria-busy={live?.stale} class={live?.stale ? 'stale' : undefined}>
      <h2 id="count" tabIndex={-1}>
        {countText(says, total, items.length)}
      </h2>
      {live && items.length > 0 && (
        <a class="to-map" href="#map">
          {says.map.see}
        </a>
      )}
      <Limits choices={choices} lang={lang} />
      {interpreted && <Understood interpreted={interpreted} choices={choices} lang={lang} />}
      {items.length === 0 && <Nothing found={found} choices={choices} lang={lang} />}
      <ol class="places">
        {items.map((place) => (
          <li
            key={place.id}
            class={live?.chosen === place.id ? 'chosen' : undefined}
            onPointerEnter={live && (() => live.onPoint(place))}
            onPointerLeave={live && (() => live.onPoint(null))}
            onFocusIn={live && (() => live.onPoint(place))}
            onFocusOut={live && (() => live.onPoint(null))}
          >
            <Card place={place} lang={lang} says={says} then={then} />
          </li>
        ))}
      </ol>
      {live?.more ??
        (next !== null && (
          <nav aria-label={says.search.next}>
            <a class="next" rel="next" href={next}>
              {says.search.next}
            </a>
          </nav>
        ))}
    </section>
  )
}

/** Open at the moment that was chosen, in words; the one that is chosen in a browser has no seconds, nor an offset. */
function openThen({ openAt, openNow }: Choices, lang: Language): string | undefined {
  if (openAt === undefined || openNow !== undefined) return undefined
  return WORDING[lang].search.openThen(momentIn(lang, openAt, { state: 'open', now: Date.now() }))
}

export const countText = (says: Wording, total: Total, listed: number): string =>
  says.search.results(total?.value ?? listed, total?.relation === 'gte')

/** What the search is held to, by the map, by where somebody stands or by the clock, and the way out of it. */
function Limits({ choices, lang }: Pick<Props, 'choices' | 'lang'>) {
  const says = WORDING[lang].search
  const then = openThen(choices, lang)
  const limits = [
    ...(choices.bbox === undefined ? [] : [[says.inArea, ['bbox']] as const]),
    ...(choices.lat === undefined ? [] : [[says.aroundMe, ['lat', 'lon']] as const]),
    ...(then === undefined ? [] : [[then, ['openAt']] as const])
  ]
  return limits.length === 0 ? null : (
    <ul class="understood">
      {limits.map(([said, names]) => (
        <li key={said}>
          {said}{' '}
          <a
            href={searchAddress(withoutChoices(choices, names), lang)}
            aria-label={`${says.takeBack} : ${said}`}
          >
            {says.takeBack}
          </a>
        </li>
      ))}
    </ul>
  )
}

type UnderstoodProps = Pick<Props, 'choices' | 'lang'> & {
  readonly interpreted: NonNullable<Found['interpreted']>
}

/** How the words were read, and the way to have them read to the letter. */
function Understood({ interpreted: { where, words }, choices, lang }: UnderstoodProps) {
  const says = WORDING[lang].search
  const { cursor: _cursor, ...kept } = choices
  const literally = (undo: string) => searchAddress({ ...kept, q: undo }, lang)
  const corrected = words.filter((reading) => reading.words && reading.words.length > 0)
  if (!where && corrected.length === 0) return null
  return (
    <ul class="understood">
      {where && (
        <li>
          {says.located(where.name)} <a href={literally(where.undo)}>{says.literally(where.typed)}</a>
        </li>
      )}
      {corrected.map(({ typed, words: likely, undo }) => (
        <li key={typed}>
          {says.corrected(typed, likely?.[0] ?? typed)} <a href={literally(undo)}>{says.literally(typed)}</a>
        </li>
      ))}
    </ul>
  )
}

/** Nothing matches: what does, without what emptied the list. */
function Nothing({ found: { instead = [] }, choices, lang }: Pick<Props, 'found' | 'choices' | 'lang'>) {
  const says = WORDING[lang]
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
              : {countText(says, total, 0)}
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
    if (name === 'bbox') return says.inArea
    if (name === 'openNow' || name === 'openAt' || name === 'wheelchair' || name === 'free') return says[name]
    return name === 'q' || name === 'cursor' || name === 'lat' || name === 'lon'
      ? parameter
      : choiceLabel(name, choices[name] ?? '', lang)
  })
  return says.choice(said.join(', '))
}
