import type { Language } from '../../domain/language.ts'
import type { Cadence } from '../../domain/subscriptions/subscription.ts'

/* The texts about being told of changes by e-mail. */

const fr = {
  link: 'Être prévenu des changements par courriel',
  title: (what: string) => `Être prévenu des changements\u00a0: ${what}`,
  lead: 'Vous recevrez un courriel quand quelque chose change. Il n’y a pas besoin de compte.',
  search: 'une recherche',
  everywhere: 'tous les lieux',
  followed: 'Ce que vous suivrez\u00a0: les lieux qui répondent à ces choix.',
  back: 'Revenir à la page',
  email: 'Votre adresse électronique',
  emailHint:
    'Par exemple\u00a0: ana@example.org. Un code y est envoyé pour confirmer. Elle n’est jamais publiée, et ne sert qu’à cela.',
  badEmail: 'Écrivez une seule adresse, par exemple ana@example.org.',
  cadence: 'Combien de courriels',
  cadences: {
    daily: 'Un par jour au plus, le matin',
    weekly: 'Un par semaine au plus, le lundi matin',
    now: 'Dès qu’il y a un changement, quatre par heure au plus'
  } satisfies Readonly<Record<Cadence, string>>,
  submit: 'M’abonner',
  privacy: 'Ce que devient votre adresse',
  tooLong: 'Cette recherche ne peut pas être suivie. Enlevez un choix, puis réessayez.',
  confirmTitle: 'Confirmez votre abonnement',
  mailed:
    'Un courriel avec un code vient d’être envoyé à l’adresse que vous avez donnée. Il arrive en une minute environ\u00a0; regardez aussi dans les indésirables.',
  code: 'Le code du courriel',
  codeHint: 'Huit caractères, par exemple 4T9M-0K2W. Il est valable deux jours.',
  badCode: 'Ce n’est pas le code du courriel, ou il n’est plus valable.',
  manyCodes: 'Trop d’essais\u00a0: ce code n’est plus valable. Abonnez-vous de nouveau.',
  confirm: 'Confirmer',
  confirmed: 'C’est confirmé. Le prochain changement vous sera envoyé.',
  changed: 'C’est enregistré.',
  manageTitle: (what: string) => `Votre abonnement\u00a0: ${what}`,
  manageLead: 'Vous êtes prévenu par courriel des changements de\u00a0:',
  since: (day: string) => `Depuis le ${day}.`,
  change: 'Enregistrer',
  changeTitle: 'Changer la fréquence',
  endTitle: 'Arrêter',
  endText: 'Vous ne recevrez plus ces courriels, et votre adresse est effacée de cet abonnement.',
  end: 'Ne plus recevoir ces courriels',
  endedTitle: 'Cet abonnement est arrêté',
  ended: 'Vous ne recevez plus ces courriels. Votre adresse a été effacée de cet abonnement.',
  missingTitle: 'Il n’y a pas d’abonnement à cette adresse',
  missing:
    'Il est déjà arrêté, ou il n’a pas été confirmé à temps, ou l’adresse de la page est incomplète. Sans abonnement, vous ne recevez rien.',
  toSearch: 'Revenir aux lieux',
  inAccount: 'Vos abonnements',
  noneInAccount: 'Vous ne suivez aucun lieu.',
  manage: (what: string) => `${what}\u00a0: changer ou arrêter`
}

const en: typeof fr = {
  link: 'Be told about changes by e-mail',
  title: (what) => `Be told about changes: ${what}`,
  lead: 'You will get a mail when something changes. You need no account.',
  search: 'a search',
  everywhere: 'all places',
  followed: 'What you will follow: the places that match these choices.',
  back: 'Back to the page',
  email: 'Your e-mail address',
  emailHint:
    'For example: ana@example.org. A code is sent to it, to confirm. It is never published, and we use it for nothing else.',
  badEmail: 'Write one address only, for example ana@example.org.',
  cadence: 'How many mails',
  cadences: {
    daily: 'One a day at most, in the morning',
    weekly: 'One a week at most, on Monday morning',
    now: 'As soon as something changes, four an hour at most'
  },
  submit: 'Subscribe',
  privacy: 'What becomes of your address',
  tooLong: 'This search cannot be followed. Take one choice away and try again.',
  confirmTitle: 'Confirm your subscription',
  mailed:
    'A mail with a code was sent to the address that you gave. It arrives within about a minute; look among the junk mail too.',
  code: 'The code of the mail',
  codeHint: 'Eight characters, for example 4T9M-0K2W. It is valid for two days.',
  badCode: 'This is not the code of the mail, or it is no longer valid.',
  manyCodes: 'Too many tries: this code is no longer valid. Subscribe again.',
  confirm: 'Confirm',
  confirmed: 'It is confirmed. The next change will be sent to you.',
  changed: 'Saved.',
  manageTitle: (what) => `Your subscription: ${what}`,
  manageLead: 'You get mails about changes of:',
  since: (day) => `Since ${day}.`,
  change: 'Save',
  changeTitle: 'Change how often',
  endTitle: 'Stop',
  endText: 'You will get no more of these mails, and your address is erased from this subscription.',
  end: 'Stop these mails',
  endedTitle: 'This subscription has ended',
  ended: 'You get no more of these mails. Your address was erased from this subscription.',
  missingTitle: 'There is no subscription at this address',
  missing:
    'It has ended before, or it was not confirmed in time, or the address of the page is incomplete. Without a subscription, you get no mail.',
  toSearch: 'Back to the places',
  inAccount: 'Your subscriptions',
  noneInAccount: 'You follow no place.',
  manage: (what) => `${what}: change or stop`
}

export const SUBSCRIPTIONS: Readonly<Record<Language, typeof fr>> = { fr, en }
