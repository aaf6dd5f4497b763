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
import type { ShortList, Suited } from './short-list.ts'

type Props = {
  readonly answers: Answers
  readonly lang: Language
  readonly town: Town
  readonly list: ShortList
  readonly surroundings: Surroundings | null
}

/** The places in the order in which the list and the map number them. */
export const listed = ({ near, far }: ShortList): readonly Suited[] => [...near, ...far]

export function Results({ answers, lang, town, list, surroundings }: Props) {
  const says = ORIENTATION[lang]
  const all = listed(list)
  const unsure = all.filter(({ fits }) => fits.some(({ fit }) => fit === 'unknown'))
  return (
    <>
      <h1>{titleOf(list, town, lang)}</h1>
      <Easing answers={answers} easing={list.easing} lang={lang} />
      {list.far.length > 0 && <Nearby answers={answers} lang={lang} />}
      {unsure.length > 0 && <p>{says.askFirst(unsure.some(({ place }) => place.contacts.phone !== null))}</p>}
      {all.length > 0 && (
        <form action="/orientation/fiche" method="get" class="found">
          {fieldsOf(placedAnswers(answers, town), lang).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <div>
            <h2 class="visually-hidden">{says.places}</h2>
            <ol class="places">
              {all.map((suited, index) => (
                <Listed key={suited.place.id} {...suited} number={index + 1} lang={lang} />
              ))}
            </ol>
            <p class="hint">{says.sheetHint}</p>
            <button type="submit">{says.makeSheet}</button>
          </div>
          <Drawing
            town={town}
            places={all.map(({ place }) => place)}
            surroundings={surroundings}
            lang={lang}
            says={says}
          />
        </form>
      )}
    </>
  )
}

/**
 * Adds the town to the answers. If the user gave a position, the answers keep it instead, because the town is only
 * the nearest one.
 */
const placedAnswers = (answers: Answers, { code, from }: Town): Answers =>
  from === 'position' ? answers : { ...answers, commune: code }

function titleOf({ near, far }: ShortList, { name, from }: Town, lang: Language): string {
  const says = ORIENTATION[lang]
  const where = from === 'position' ? says.you : name
  if (near.length > 0) return says.found(near.length, where)
  const [nearest] = far
  if (!nearest) return says.none
  const metres = nearest.place.distance_m
  const distance = metres === undefined || metres === null ? null : WORDING[lang].distance(metres)
  return says.foundFar(where, distance)
}

type DrawingProps = Pick<Props, 'town' | 'surroundings' | 'lang'> & {
  readonly places: readonly FoundPlace[]
  readonly says: OrientationWording
}

function Drawing({ town, places, surroundings, lang, says }: DrawingProps) {
  if (!surroundings) return null
  const pins = places.flatMap((place, index) =>
    place.location && !isVague(place)
      ? [{ name: place.display_name, at: place.location, number: index + 1 }]
      : []
  )
  if (pins.length === 0) return null
  return (
    <figure>
      <SmallMap {...surroundings} places={pins} lang={lang} />
      <figcaption class="hint">
        {MAP_WORDING[lang].note} {town.from === 'places' && says.fromMidst(town.name)}{' '}
        {pins.length < places.length && says.notDrawn}
      </figcaption>
    </figure>
  )
}

/** Shown if the list is empty: the answers that caused this, each with a link to the list without it. */
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

/** Shown if the nearest place with this help is far away: a link to places nearby, whatever help they offer. */
const Nearby = ({ answers, lang }: Pick<Props, 'answers' | 'lang'>) =>
  answers.help && answers.help !== 'any' ? (
    <p>
      <a class="aside" href={orientationAddress({ ...answers, help: 'any' }, lang)}>
        {ORIENTATION[lang].nearby}
      </a>
    </p>
  ) : null

type ListedProps = Suited & { readonly number: number; readonly lang: Language }

const Listed = ({ place, fits, twins, number, lang }: ListedProps) => (
  <li>
    <Card place={place} lang={lang} says={WORDING[lang]} fits={fits} twins={twins} number={number}>
      <p class="flag">
        <input type="checkbox" id={place.id} name="lieu" value={place.id} checked={number === 1} />
        <label for={place.id}>
          {ORIENTATION[lang].onSheet}
          <span class="visually-hidden"> : {place.display_name}</span>
        </label>
      </p>
    </Card>
  </li>
)
