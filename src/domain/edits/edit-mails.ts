import type { Email } from '../accounts/email.ts'
import type { Language } from '../language.ts'
import type { Mail } from '../mail/mail.ts'
import type { NamedPlace } from '../mail/naming.ts'
import { ANSWER_DAYS } from './managed.ts'

/* The mails to the manager of places, a year after an edit. They name fields and never repeat values. */

type Told = { readonly to: Email; readonly language: Language }

const FIELDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  opening_hours: { fr: 'les horaires', en: 'the opening hours' },
  contacts: { fr: 'les contacts', en: 'the contacts' },
  booking_url: { fr: 'la prise de rendez-vous', en: 'the booking address' },
  address: { fr: 'l’adresse', en: 'the address' },
  location: { fr: 'la position', en: 'the position' },
  itinerant: { fr: 'l’itinérance', en: 'whether it is itinerant' },
  services: { fr: 'les services', en: 'the services' },
  fees: { fr: 'les tarifs', en: 'the prices' },
  audiences: { fr: 'les publics accueillis', en: 'the people received' },
  needs: { fr: 'les besoins pris en compte', en: 'the needs taken into account' },
  access: { fr: 'les modalités d’accès', en: 'the ways of access' },
  support: { fr: 'les façons d’être aidé', en: 'the ways of being helped' },
  accessibility: { fr: 'l’accessibilité', en: 'the accessibility' },
  summary: { fr: 'le résumé', en: 'the summary' },
  description: { fr: 'la présentation', en: 'the description' },
  parent_organisation: { fr: 'la structure porteuse', en: 'the parent organisation' }
}

const fieldsIn = (fields: readonly string[], language: Language): string =>
  [
    ...new Set(
      fields.map((field) => {
        const [whole = field] = field.split('.')
        return FIELDS[whole]?.[language] ?? whole
      })
    )
  ].join(', ')

const titleOf = ({ name, city }: NamedPlace): string =>
  city === null || name.includes(city) ? name : `${name}, ${city}`

type Asked = Told & { readonly places: readonly NamedPlace[]; readonly isReminder: boolean }

/** Asks whether what a manager wrote a year ago is still right: one mail for all places. */
export function stillRightMail({ to, language, places, isReminder }: Asked): Mail {
  const list = { list: places.map(titleOf) }
  return language === 'fr'
    ? {
        to,
        language,
        subject: isReminder
          ? 'Rappel : vos fiches sont-elles toujours exactes ?'
          : 'Vos fiches sont-elles toujours exactes ?',
        blocks: [
          'Il y a un an, vous avez modifié dans l’annuaire la fiche de ces lieux :',
          list,
          'Est-ce toujours exact ? Un seul bouton suffit pour tout confirmer. Si quelque chose a changé, vous pouvez le corriger sur la même page.',
          { link: '/gestion', label: 'Confirmer ou corriger' },
          `Sans réponse ${isReminder ? 'de votre part' : `dans les ${ANSWER_DAYS} jours`}, ce que vous avez écrit sera remplacé là où les sources de l’annuaire ont changé depuis. Le reste ne bouge pas.`
        ]
      }
    : {
        to,
        language,
        subject: isReminder ? 'Reminder: are your pages still right?' : 'Are your pages still right?',
        blocks: [
          'A year ago, you edited the pages of these places in the directory:',
          list,
          'Is it still right? One button confirms everything. If something has changed, you can correct it on the same page.',
          { link: '/gestion?lang=en', label: 'Confirm or correct' },
          `Without an answer${isReminder ? '' : ` within ${ANSWER_DAYS} days`}, what you wrote will be replaced where the sources of the directory have changed since. The rest stays.`
        ]
      }
}

type Lapsed = Told & {
  readonly places: readonly (NamedPlace & { readonly fields: readonly string[] })[]
}

/** Tells a manager which fields say again what their sources say. */
export function lapsedMail({ to, language, places }: Lapsed): Mail {
  const list = { list: places.map((place) => `${titleOf(place)} : ${fieldsIn(place.fields, language)}`) }
  return language === 'fr'
    ? {
        to,
        language,
        subject: 'Vos fiches disent de nouveau ce que disent leurs sources',
        blocks: [
          'Ce que vous aviez écrit il y a plus d’un an n’a pas été confirmé, et les sources ont changé depuis. Ces rubriques disent donc de nouveau ce que dit la source :',
          list,
          'Si la source se trompe, corrigez-la en quelques minutes :',
          { link: '/gestion', label: 'Voir mes lieux' }
        ]
      }
    : {
        to,
        language,
        subject: 'Your pages say again what their sources say',
        blocks: [
          'What you wrote more than a year ago was not confirmed, and the sources have changed since. So these fields say again what the source says:',
          list,
          'If the source is wrong, correct it in a few minutes:',
          { link: '/gestion?lang=en', label: 'See my places' }
        ]
      }
}
