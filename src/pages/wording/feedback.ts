import type { Language } from '../../domain/language.ts'

/* The texts about the mails to the owner of a source. */

const fr = {
  title: 'Ne plus recevoir les corrections',
  lead: (source: string) =>
    `Vous recevez le lundi les corrections acceptées pour les fiches de\u00a0: ${source}.`,
  text: 'Si vous arrêtez ces courriels, votre adresse est effacée. Les corrections restent publiées sur les pages des lieux.',
  end: 'Ne plus recevoir ces courriels',
  endedTitle: 'Ces courriels sont arrêtés',
  ended: 'Vous ne recevez plus ces courriels, et votre adresse a été effacée.',
  missingTitle: 'Ce lien n’est pas complet',
  missing: 'Ouvrez le lien entier du courriel, ou écrivez-nous pour ne plus recevoir les corrections.',
  contact: 'Nous écrire'
}

const en: typeof fr = {
  title: 'Stop receiving corrections',
  lead: (source) => `On Mondays, you get the corrections that were accepted for the entries of: ${source}.`,
  text: 'If you stop these mails, your address is deleted. The corrections stay on the pages of the places.',
  end: 'Stop receiving these mails',
  endedTitle: 'These mails have stopped',
  ended: 'You get these mails no more, and your address was deleted.',
  missingTitle: 'This link is not complete',
  missing: 'Open the whole link of the mail, or write to us to get no more corrections.',
  contact: 'Write to us'
}

export const FEEDBACK: Readonly<Record<Language, typeof fr>> = { fr, en }
