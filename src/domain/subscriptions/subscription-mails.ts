import type { Language } from '../language.ts'
import type { Block, Mail } from '../mail/mail.ts'
import { nameWithTown, pathIn } from '../mail/naming.ts'
import { changeSentence } from './change-in-words.ts'
import type { Cadence, Subscription } from './subscription.ts'
import type { FollowedChange } from './subscription-ports.ts'

const CADENCE_WORDS: Readonly<Record<Language, Readonly<Record<Cadence, string>>>> = {
  fr: {
    now: 'dès qu’il y a un changement, quatre fois par heure au plus',
    daily: 'une fois par jour, le matin',
    weekly: 'une fois par semaine, le lundi matin'
  },
  en: {
    now: 'as soon as something changes, four times an hour at most',
    daily: 'once a day, in the morning',
    weekly: 'once a week, on Monday mornings'
  }
}

const fr = {
  search: 'votre recherche',
  confirmSubject: (what: string) => `Changements de ${what}\u00a0: le code pour confirmer`,
  confirm: (what: string) =>
    `Vous, ou quelqu’un qui a donné votre adresse, avez demandé à être prévenu des changements de\u00a0: ${what}.`,
  cadence: (cadence: Cadence) => `Vous recevrez un courriel ${CADENCE_WORDS.fr[cadence]}.`,
  type: 'Pour confirmer, ouvrez cette page et écrivez-y ce code\u00a0:',
  link: 'Confirmer l’abonnement',
  notYou:
    'Ce n’était pas vous\u00a0? Ne faites rien\u00a0: sans ce code, vous ne recevrez rien, et votre adresse est effacée dans deux jours.',
  subject: (what: string) => `Changements\u00a0: ${what}`,
  lead: (what: string, places: number) =>
    places === 1
      ? `Voici ce qui a changé (${what}).`
      : `Voici ce qui a changé dans ${places} lieux (${what}).`,
  many: (what: string, places: number) =>
    `${places} lieux ont changé (${what}). C’est trop pour un courriel\u00a0: la liste est sur le site.`,
  see: 'Voir les lieux que vous suivez',
  manage: 'Changer la fréquence ou arrêter',
  day: (day: string, what: string) => `${day}\u00a0: ${what}`
}

const en: typeof fr = {
  search: 'your search',
  confirmSubject: (what) => `Changes of ${what}: the code to confirm`,
  confirm: (what) => `You, or a person who gave your address, asked to be told about changes of: ${what}.`,
  cadence: (cadence) => `You will get a mail ${CADENCE_WORDS.en[cadence]}.`,
  type: 'To confirm, open this page and type this code there:',
  link: 'Confirm the subscription',
  notYou:
    'Was it not you? Do nothing: without the code, you will get no mail, and your address is erased in two days.',
  subject: (what) => `Changes: ${what}`,
  lead: (what, places) =>
    places === 1 ? `This has changed (${what}).` : `This has changed in ${places} places (${what}).`,
  many: (what, places) =>
    `${places} places have changed (${what}). That is too much for a mail: the list is on the site.`,
  see: 'See the places that you follow',
  manage: 'Change how often, or stop',
  day: (day, what) => `${day}: ${what}`
}

const WORDS: Readonly<Record<Language, typeof fr>> = { fr, en }

type To = Pick<Subscription, 'email' | 'language' | 'followed' | 'cadence'>

const whatOf = ({ language, followed }: To): string => followed.label ?? WORDS[language].search

/** The code stands beside the link and not in it: programs that open the links of mails must not confirm anything. */
export function confirmSubscriptionMail(
  to: To,
  { code, link }: { readonly code: string; readonly link: string }
): Mail {
  const says = WORDS[to.language]
  const what = whatOf(to)
  return {
    to: to.email,
    language: to.language,
    subject: says.confirmSubject(what),
    blocks: [
      says.confirm(what),
      says.cadence(to.cadence),
      says.type,
      { code },
      { link: pathIn(to.language, link), label: says.link },
      says.notYou
    ]
  }
}

/** What a digest tells: each change by place, or only how many places have changed. */
export type Digest =
  | { readonly places: readonly ChangedPlace[] }
  /** More places than a mail can list. */
  | { readonly many: number }

export type ChangedPlace = Pick<FollowedChange, 'id' | 'name' | 'city'> & {
  readonly changes: readonly FollowedChange[]
}

/** `page` is the page of the subscription, which also leads to the places. */
export function digestMail(to: To, digest: Digest, page: string): Mail {
  const { language } = to
  const says = WORDS[language]
  const what = whatOf(to)
  const own = pathIn(language, page)
  const blocks: readonly Block[] =
    'many' in digest
      ? [says.many(what, digest.many), { link: own, label: says.see }]
      : [
          says.lead(what, digest.places.length),
          ...digest.places.flatMap((place): readonly Block[] => [
            { link: pathIn(language, `/lieux/${place.id}`), label: nameWithTown(place) },
            { list: place.changes.map((change) => sentence(change, language)) }
          ]),
          { link: own, label: says.manage }
        ]
  return { to: to.email, language, subject: says.subject(what), blocks, unsubscribe: own }
}

const sentence = (change: FollowedChange, language: Language): string =>
  WORDS[language].day(
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      timeZone: 'Europe/Paris'
    })
      .format(new Date(change.at))
      .replace(/^1(?= \p{L})/u, language === 'fr' ? '1er' : '1'),
    changeSentence(change, language)
  )
