import type { Language } from '../../domain/language.ts'
import { splitBeyond } from '../parts/beyond.ts'
import { WORDING } from '../wording/wording.ts'
import type { Found, FoundItem } from './found.ts'
import { timeInWords } from './time-in-words.ts'
import { asTyped } from './typed-words.ts'
import { fitOfTime, wishesBesideTime } from './wishes.ts'

type Section = { readonly title: string | null; readonly places: readonly FoundItem[] }

/**
 * Splits the list into sections, each in the order of the API: places that the heading counts; near places that may
 * fit; places beyond the radius; and near places that are known to be closed at the time in the question. What is near
 * comes first even if no source says that it fits: a France services 900 m away is asked before a place 34 km away.
 */
export function sectionsOf(found: Found, lang: Language): readonly Section[] {
  const says = WORDING[lang].search
  const { inside, beyond, unsure } = splitBeyond(found.items, found.within !== undefined)
  const isClosed = (place: FoundItem) => fitOfTime(found, place) === 'no'
  const when = found.interpreted?.when
  const near = {
    // If the words contain only a time, only the opening hours can be unknown.
    title: when && !wishesBesideTime(found) ? says.unknownHours : says.unsure,
    places: unsure.filter((place) => !isClosed(place))
  }
  const far = { title: found.within ? says.farther : says.elsewhere, places: beyond }
  const closed = {
    title: when ? says.closedThen(timeInWords(when, lang)) : null,
    places: unsure.filter(isClosed)
  }
  const parts = [{ title: null, places: inside }, near, far, closed]
  return parts.filter(({ places }) => places.length > 0)
}

/**
 * A text which says that no near place is known to be open at the time in the question. Null if one is open, or if
 * the question contains no time.
 */
export function noneOpenText(found: Found, lang: Language): string | null {
  const { when } = found.interpreted ?? {}
  const { inside, unsure } = splitBeyond(found.items, found.within !== undefined)
  const near = [...inside, ...unsure]
  if (!when || near.length === 0 || near.some((place) => fitOfTime(found, place) === 'declared')) return null
  return WORDING[lang].search.noneOpen(timeInWords(when, lang))
}

/** Words for a time that ends tonight at the latest, whole: "lundi" is not among them, nor "demain". */
const TODAY =
  /^(?:(?:ouvert|ouverte|open|est|is)\s+)*(?:aujourd.?hui|ce jour|ce matin|ce midi|cet après-midi|cet apres midi|ce soir|maintenant|tout de suite|en ce moment|today|tonight|this morning|this afternoon|this evening|now|right now)$/iu

/**
 * The question for tomorrow, if the question asks for today and nothing near is known to be open any more: at 21:00, people
 * need to know where to go the next day. Null otherwise.
 */
export function tomorrowInstead(found: Found, q: string | undefined, lang: Language): string | null {
  const typed = found.interpreted?.when?.typed
  if (q === undefined || typed === undefined || !TODAY.test(typed.trim()) || !noneOpenText(found, lang))
    return null
  const later = q.replace(asTyped(q, typed), WORDING[lang].search.tomorrow)
  return later === q ? null : later
}
