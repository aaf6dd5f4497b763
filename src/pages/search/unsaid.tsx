import type { Language } from '../../domain/language.ts'
import { number } from '../wording/number.ts'
import { UNSAID } from '../wording/unsaid.ts'
import { WORDING } from '../wording/wording.ts'
import { unsaidAbout } from './asked-of-api.ts'
import { type Choices, searchAddress, withoutChoices } from './choices.ts'
import type { Found } from './found.ts'

type Props = { readonly found: Found; readonly choices: Choices; readonly lang: Language }

/**
 * A filter is a demand, but unknown is not no: says how many places the filters leave out because those do not say
 * whether they meet them, with a link that adds these places to the list.
 */
export function LeftUnsaid({ found, choices, lang }: Props) {
  const said = unsaidText(found, choices, lang)
  if (said === null) return null
  return (
    <p class="unsaid">
      {said.text}{' '}
      <a href={`${searchAddress({ ...withoutChoices(choices, ['cursor']), unsaid: '1' }, lang)}`}>
        {said.link}
      </a>
    </p>
  )
}

function unsaidText(found: Found, choices: Choices, lang: Language) {
  const left = leftOut(found, choices)
  if (!left) return null
  const says = UNSAID[lang]
  const about = unsaidAbout(choices)
  const [only] = about
  const what = (many: boolean) => says.about[about.length === 1 && only ? only : 'several'](many)
  if ('nearest' in left)
    return { text: says.nearest(WORDING[lang].distance(left.nearest), what(false)), link: says.add(1) }
  const { count, more, km } = left
  const places = more ? says.more(number(lang, count)) : says.places(count, number(lang, count))
  const where = km === null ? '' : says.within(number(lang, km))
  return { text: says.leave(places, where, what(count > 1), count), link: says.add(count) }
}

/** The places that are left out: how many, and within which radius; or the distance to the nearest of them. */
type LeftOut =
  | { readonly count: number; readonly more: boolean; readonly km: number | null }
  | { readonly nearest: number }

/**
 * Compares the counts with and without the places that do not say. With a starting point, only those that stand within
 * the radius of the answer count. With them, the API may need a smaller radius; so the places of the list
 * within that radius are subtracted.
 */
function leftOut(found: Found, choices: Choices): LeftOut | null {
  const { items, total, within, unsaid } = found
  if (!unsaid) return null
  if (within && unsaid.within) {
    const { radius_m: radius, count, nearest_m: nearest } = unsaid.within
    const inside = radius < within.radius_m ? items.filter(isWithin(radius)).length : within.count
    if (count === null || inside === null) return null
    if (count > inside)
      return { count: count - inside, more: unsaid.total?.relation === 'gte', km: radius / 1_000 }
    const isNearer = count === 0 && nearest && nearest < Math.min(within.nearest_m ?? Infinity, FARTHEST)
    return isNearer ? { nearest } : null
  }
  if (!total || !unsaid.total) return null
  const listed = total.value - items.filter((place) => place.beyond_radius).length
  const count = unsaid.total.value - listed
  if (count <= 0) return null
  const hasRadius = choices.radius !== undefined && items.some(({ distance_m }) => distance_m !== undefined)
  return { count, more: unsaid.total.relation === 'gte', km: hasRadius ? Number(choices.radius) : null }
}

const isWithin =
  (radius: number) =>
  ({ distance_m: metres, beyond_radius: beyond, fits }: Found['items'][number]): boolean =>
    beyond !== true && fits !== false && typeof metres === 'number' && metres <= radius

/** Maximum distance in metres of the nearest place: people do not travel further to a place that may not even fit. */
const FARTHEST = 200_000
