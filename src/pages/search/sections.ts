import type { Language } from '../../domain/language.ts'
import { splitBeyond } from '../parts/beyond.ts'
import { WORDING } from '../wording/wording.ts'
import type { Found, FoundItem } from './found.ts'
import { timeInWords } from './time-in-words.ts'
import { fitOfTime, wishesBesideTime } from './wishes.ts'

type Section = { readonly title: string | null; readonly places: readonly FoundItem[] }

/**
 * The list in sections, each in the order of the API: the places that the heading counts; near ones that may fit; those beyond
 * the radius; and near ones that are known to be closed at the time in the words. If the heading says that no near place fits,
 * the nearest that does comes before near ones that may.
 */
export function sectionsOf(found: Found, lang: Language): readonly Section[] {
  const says = WORDING[lang].search
  const { inside, beyond, unsure } = splitBeyond(found.items, found.within !== undefined)
  const isClosed = (place: FoundItem) => fitOfTime(found, place) === 'no'
  const when = found.interpreted?.when
  const near = {
    // Of a time alone, only the hours can be unsure.
    title: when && !wishesBesideTime(found) ? says.unknownHours : says.unsure,
    places: unsure.filter((place) => !isClosed(place))
  }
  const far = { title: found.within ? says.farther : says.elsewhere, places: beyond }
  const closed = {
    title: when ? says.closedThen(timeInWords(when, lang)) : null,
    places: unsure.filter(isClosed)
  }
  const parts = [
    { title: null, places: inside },
    ...(found.within?.count === 0 ? [far, near] : [near, far]),
    closed
  ]
  return parts.filter(({ places }) => places.length > 0)
}

/** Says that no near place of the list is known to be open at the time in the words; null if one is, or there is no such time. */
export function noneOpenText(found: Found, lang: Language): string | null {
  const { when } = found.interpreted ?? {}
  const { inside, unsure } = splitBeyond(found.items, found.within !== undefined)
  const near = [...inside, ...unsure]
  if (!when || near.length === 0 || near.some((place) => fitOfTime(found, place) === 'declared')) return null
  return WORDING[lang].search.noneOpen(timeInWords(when, lang))
}
