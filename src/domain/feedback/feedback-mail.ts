import { fieldInWords } from '../history/field-words.ts'
import type { Language } from '../language.ts'
import type { Block, Mail } from '../mail/mail.ts'
import { wordedTime } from '../time.ts'
import type { Feedback } from './feedback-ports.ts'
import { FEEDBACK_WORDS } from './feedback-words.ts'
import type { MendedPlace, Mending } from './to-mend.ts'
import { valueInWords } from './value-in-words.ts'

type Told = {
  readonly places: readonly MendedPlace[]
  /** Whether more was accepted than a mail lists. */
  readonly isCut: boolean
  /** The page that ends these mails. */
  readonly page: string
}

export function feedbackMail(
  { email, language, name }: Pick<Feedback, 'email' | 'language' | 'name'>,
  { places, isCut, page }: Told
): Mail {
  const says = FEEDBACK_WORDS[language]
  return {
    to: email,
    language,
    subject: says.subject(name, places.length),
    blocks: [
      says.lead(name, places.length),
      says.why,
      ...places.flatMap((place) => placeBlocks(place, language)),
      ...(isCut ? [says.more] : []),
      says.stop,
      { link: inLanguage('/contact', language), label: says.contact }
    ],
    unsubscribe: inLanguage(page, language)
  }
}

function placeBlocks({ place, name, city, records }: MendedPlace, lang: Language): readonly Block[] {
  const says = FEEDBACK_WORDS[lang]
  return [
    { link: inLanguage(`/lieux/${place}`, lang), label: city === null ? name : `${name}, ${city}` },
    ...records.map(({ id, mendings }) => ({
      list: [says.record(id), ...mendings.map((mending) => sentence(mending, lang))]
    })),
    { link: inLanguage(`/lieux/${place}/historique`, lang), label: says.history }
  ]
}

function sentence(mending: Mending, lang: Language): string {
  const says = FEEDBACK_WORDS[lang]
  const since = dayOf(mending.at, lang)
  if (mending.kind === 'passed-on')
    return says.passedOn(
      since,
      mending.fields.flatMap((field) => fieldInWords(field, lang) ?? [])
    )
  if (mending.kind !== 'corrected') return says[mending.kind](since)
  const { field, by, values } = mending
  const what = capital(fieldInWords(field, lang) ?? field)
  if (values === null) return says.withheld(what, since, says.by[by])
  const [said, published] = [
    valueInWords(field, values.said, lang),
    valueInWords(field, values.published, lang)
  ]
  return said === undefined || published === undefined
    ? says.unsaid(what, since, says.by[by])
    : says.value(what, { said, published, since, by: says.by[by] })
}

const dayOf = (at: Date, lang: Language): string =>
  wordedTime(lang, { dateStyle: 'long', timeZone: 'Europe/Paris' })(at)

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const inLanguage = (path: string, lang: Language): string => (lang === 'fr' ? path : `${path}?lang=en`)
