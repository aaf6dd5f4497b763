import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import { type Answers, fieldsOf, orientationAddress } from '../addresses/answers.ts'
import { Card } from '../parts/card.tsx'
import { isVague } from '../parts/distance.tsx'
import { SmallMap } from '../small-map/small-map.tsx'
import type { Surroundings } from '../small-map/towns-around.ts'
import type { Town } from '../town.ts'
import { MAP_WORDING } from '../wording/map.ts'
import { ORIENTATION, type OrientationWording } from '../wording/orientation.ts'
import { WORDING } from '../wording/wording.ts'
import type { ShortList } from './short-list.ts'

type Props = {
  readonly answers: Answers
  readonly lang: Language
  readonly town: Town
  readonly list: ShortList
  readonly surroundings: Surroundings | null
}

/** Places in the order in which the page numbers them, in the list and on the map. */
export const listed = ({ sure, likely, far }: ShortList): readonly FoundPlace[] => [
  ...sure,
  ...likely,
  ...far
]

export function Results({ answers, lang, town, list, surroundings }: Props) {
  const says = ORIENTATION[lang]
  const { sure, likely, far, easing } = list
  const near = sure.length + likely.length
  const all = listed(list)
  const title = near > 0 ? says.found(near, town.name) : all.length > 0 ? says.foundFar(town.name) : says.none
  const groups = [
    { places: sure, title: says.nearest, why: undefined },
    { places: likely, title: says.likely, why: says.likelyWhy },
    { places: far, title: says.farther, why: undefined }
  ]
  return (
    <>
      <h1>{title}</h1>
      <Easing answers={answers} easing={easing} lang={lang} />
      {all.length > 0 && (
        <form action="/orientation/fiche" method="get" class="found">
          {fieldsOf({ ...answers, commune: town.code }, lang).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <div>
            {groups
              .filter(({ places }) => places.length > 0)
              .map(({ places, title, why }) => (
                <section key={title}>
                  <h2>{title}</h2>
                  {why && <p>{why}</p>}
                  <ol class="places" start={all.indexOf(places[0] as FoundPlace) + 1}>
                    {places.map((place) => (
                      <Listed key={place.id} place={place} number={all.indexOf(place) + 1} lang={lang} />
                    ))}
                  </ol>
                </section>
              ))}
            <p class="hint">{says.sheetHint}</p>
            <button type="submit">{says.makeSheet}</button>
          </div>
          <Drawing town={town} places={all} surroundings={surroundings} lang={lang} says={says} />
        </form>
      )}
    </>
  )
}

type DrawingProps = Pick<Props, 'town' | 'surroundings' | 'lang'> & {
  readonly places: readonly FoundPlace[]
  readonly says: OrientationWording
}

function Drawing({ town, places, surroundings, lang, says }: DrawingProps) {
  if (!surroundings) return null
  // At a vague position, a pin would be believed.
  const pins = places.flatMap((place, index) =>
    place.location && !isVague(place) ? [{ name: place.name, at: place.location, number: index + 1 }] : []
  )
  if (pins.length === 0) return null
  return (
    <figure>
      <SmallMap {...surroundings} places={pins} lang={lang} />
      <figcaption class="hint">
        {MAP_WORDING[lang].note} {town.approximate && says.fromMidst(town.name)}
      </figcaption>
    </figure>
  )
}

/** Which of the answers emptied the list, and the list without them. */
function Easing({ answers, easing, lang }: Pick<Props, 'answers' | 'lang'> & Pick<ShortList, 'easing'>) {
  if (easing.length === 0) return null
  return (
    <ul>
      {easing.map((names) => (
        <li key={names.join()}>
          <a
            class="aside"
            href={orientationAddress(
              { ...answers, ...Object.fromEntries(names.map((name) => [name, 'any'])) },
              lang
            )}
          >
            {ORIENTATION[lang].ease(names)}
          </a>
        </li>
      ))}
    </ul>
  )
}

type ListedProps = { readonly place: FoundPlace; readonly number: number; readonly lang: Language }

const Listed = ({ place, number, lang }: ListedProps) => (
  <li>
    <Card place={place} lang={lang} says={WORDING[lang]} number={number}>
      <p class="flag">
        <input type="checkbox" id={place.id} name="lieu" value={place.id} checked={number === 1} />
        <label for={place.id}>
          {ORIENTATION[lang].onSheet}
          <span class="visually-hidden"> : {place.name}</span>
        </label>
      </p>
    </Card>
  </li>
)
