import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import { type Selection, searchForMore } from '../addresses/selection.ts'
import { Card } from '../parts/card.tsx'
import { SELECTION } from '../wording/selection.ts'
import { WORDING } from '../wording/wording.ts'
import { KeptFields } from './kept-fields.tsx'

type Props = {
  readonly selection: Selection
  readonly q: string
  /** The places found; undefined if nothing was searched. */
  readonly found: readonly FoundPlace[] | 'away' | undefined
  readonly lang: Language
}

/** Searches for a place to add without leaving the selection, so that this works without a script too. */
export function AddPlace({ selection, q, found, lang }: Props) {
  const says = SELECTION[lang]
  return (
    <section class="add" id="add" aria-labelledby="add-title">
      <h2 id="add-title">{says.search}</h2>
      <form action="/selection#add" method="get">
        <KeptFields ids={selection.ids} from={selection.from} lang={lang} />
        <label for="q">{says.searchLabel}</label>
        <div class="ask">
          <input type="search" id="q" name="q" value={q} required maxLength={200} />
          <button type="submit">{says.find}</button>
        </div>
      </form>
      {selection.ids.length > 0 && (
        <p>
          <a href={searchForMore(selection.ids, lang)}>{says.searchMore}</a>
        </p>
      )}
      {Array.isArray(found) && (
        <>
          <h3>{found.length > 0 ? says.found(q) : says.none(q)}</h3>
          <ul class="places">
            {(found as readonly FoundPlace[]).map((place) => (
              <li key={place.id}>
                <Card place={place} lang={lang} says={WORDING[lang]} carried={selection} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
