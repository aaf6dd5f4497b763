import type { Language } from '../../domain/language.ts'

/* The texts that every form has. */

const fr = {
  /** Before the title of a page whose form was refused. */
  refused: 'Erreur',
  faults: (count: number) =>
    count === 1
      ? 'Rien n’a été envoyé\u00a0: il reste une chose à corriger'
      : `Rien n’a été envoyé\u00a0: il reste ${count} choses à corriger`,
  /** Why a form is shown again although its fields may be right. */
  again: {
    'too-fast': 'Relisez ce que vous avez écrit, puis envoyez. Rien n’est encore parti.',
    expired: 'La page était ouverte depuis plus de quatre heures. Relisez, puis envoyez de nouveau.',
    forged: 'Relisez, puis envoyez de nouveau\u00a0: la page n’était plus valable.',
    trapped:
      'Un champ caché, qui sert à reconnaître les robots, a été rempli, sans doute par votre navigateur. Nous l’avons vidé\u00a0: envoyez de nouveau.',
    'sent-before':
      'Ce formulaire a déjà été envoyé une fois, avec un autre contenu. Pour envoyer aussi ceci, envoyez de nouveau.',
    'too-many':
      'Trop d’envois en une heure depuis cette connexion ou pour cette adresse. Réessayez dans une heure.',
    away: 'Le service ne répond pas pour le moment. Ce que vous avez écrit est gardé ici\u00a0: réessayez dans une minute.'
  },
  trap: 'N’écrivez rien ici\u00a0: ce champ sert à reconnaître les robots',
  optional: 'facultatif',
  forgedTitle: 'Le formulaire n’a pas été envoyé',
  forgedText:
    'La demande semblait venir d’un autre site, ou votre navigateur n’a pas dit de quelle page elle venait. Rien n’a été changé.',
  forgedRemedy:
    'Revenez à la page, rechargez-la, puis envoyez de nouveau. Si cela continue, désactivez l’extension de votre navigateur qui cache l’adresse des pages, ou essayez un autre navigateur.',
  back: 'Revenir à la page'
}

const en: typeof fr = {
  refused: 'Error',
  faults: (count) =>
    count === 1
      ? 'Nothing was sent: one thing remains to be corrected'
      : `Nothing was sent: ${count} things remain to be corrected`,
  again: {
    'too-fast': 'Read what you wrote, then send it. Nothing has been sent yet.',
    expired: 'The page was open for more than four hours. Read it again and send it once more.',
    forged: 'Read it again and send it once more: the page was no longer valid.',
    trapped:
      'A hidden field that serves to recognise robots was filled in, probably by your browser. We have emptied it: send the form again.',
    'sent-before': 'This form was sent before, with another content. To send this too, send it once more.',
    'too-many':
      'Too many were sent in an hour from this connection or for this address. Try again in an hour.',
    away: 'The service does not answer at the moment. What you wrote is kept here: try again in a minute.'
  },
  trap: 'Write nothing here: this field serves to recognise robots',
  optional: 'optional',
  forgedTitle: 'The form was not sent',
  forgedText:
    'The request seemed to come from another site, or your browser did not say from which page it came. Nothing was changed.',
  forgedRemedy:
    'Go back to the page, reload it and send it again. If this goes on, turn off the browser extension that hides the address of pages, or try another browser.',
  back: 'Back to the page'
}

export const FORMS: Readonly<Record<Language, typeof fr>> = { fr, en }
