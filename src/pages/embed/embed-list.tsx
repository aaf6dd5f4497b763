import type { Language } from '../../domain/language.ts'
import { splitBeyond } from '../parts/beyond.ts'
import { Card } from '../parts/card.tsx'
import type { ListedPlace } from '../parts/listed-place.ts'
import { EMBED } from '../wording/embed.ts'
import { WORDING } from '../wording/wording.ts'

/** A place of the list, and whether the heading counts it. */
export type EmbeddedPlace = ListedPlace & { readonly fits?: boolean }

type PlaceProps = {
  readonly place: EmbeddedPlace
  /** The origin of the directory. */
  readonly origin: string
  readonly lang: Language
  /** Shows the place on the map; undefined if there is no map, or if the place was chosen on it. */
  readonly onPoint?: ((place: EmbeddedPlace) => void) | undefined
}

/** A place as on all lists. Its page opens in a new tab, because it does not fit into a frame on another site. */
export const EmbeddedCard = ({ place, origin, lang, onPoint }: PlaceProps) => (
  <Card place={place} lang={lang} says={WORDING[lang]} away={{ origin, newTab: EMBED[lang].newTab }}>
    {onPoint && place.location && (
      <p>
        <button type="button" class="quiet" onClick={() => onPoint(place)}>
          {EMBED[lang].onMap}
          <span class="visually-hidden"> : {place.display_name}</span>
        </button>
      </p>
    )}
  </Card>
)

type ListProps = Omit<PlaceProps, 'place'> & {
  readonly title: string
  /** Whether the title is shown. Otherwise it is only the accessible name of the list. */
  readonly isTitled?: boolean
  readonly items: readonly EmbeddedPlace[]
  /** Id of the place chosen on the map. */
  readonly chosen?: string | undefined
}

export const EmbeddedList = ({ title, isTitled, items, chosen, ...rest }: ListProps) =>
  items.length === 0 ? null : (
    <section aria-label={title}>
      {isTitled && <h2>{title}</h2>}
      <ol class="places">
        {items.map((place) => (
          <li key={place.id} aria-current={place.id === chosen ? 'true' : undefined}>
            <EmbeddedCard place={place} {...rest} />
          </li>
        ))}
      </ol>
    </section>
  )

type Props = Omit<ListProps, 'title' | 'isTitled'> & {
  /** Whether the answer of the API has a radius. */
  readonly hasRadius: boolean
}

/** The places of an embedded map: the same list from the server, without scripts, and in the component. */
export function EmbeddedLists({ items, hasRadius, ...list }: Props) {
  const { search } = WORDING[list.lang]
  const { inside, beyond, unsure } = splitBeyond(items, hasRadius)
  return (
    <>
      <EmbeddedList {...list} title={EMBED[list.lang].list} items={inside} />
      <EmbeddedList {...list} title={search.farther} isTitled items={beyond} />
      <EmbeddedList {...list} title={search.unsure} isTitled items={unsure} />
    </>
  )
}
