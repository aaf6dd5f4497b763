import type { Language } from '../../domain/language.ts'
import type { Ground, NoticeOutcome } from '../../domain/notices/notice.ts'

/* The texts of the pages for notices about content. */

const fr = {
  title: 'Signaler un contenu',
  lead: 'Un contenu de l’annuaire est contraire à la loi, à ses règles, ou parle d’une personne\u00a0? Dites-le ici, sans compte.',
  instead:
    'Un horaire, un téléphone ou une adresse est faux\u00a0? Signalez-le plutôt sur la page du lieu, par «\u00a0Signaler une erreur\u00a0».',
  address: 'L’adresse exacte de la page',
  addressHint: 'Copiez-la depuis votre navigateur. Exemple\u00a0: /lieux/mediatheque-de-nevers-…',
  badAddress: 'Écrivez l’adresse d’une page de cet annuaire.',
  ground: 'Pourquoi ce contenu ne devrait-il pas être montré\u00a0?',
  grounds: {
    illegal: 'Il est contraire à la loi',
    rules: 'Il est contraire aux règles de l’annuaire',
    privacy: 'Il dit quelque chose sur une personne'
  } satisfies Record<Ground, string>,
  needsGround: 'Choisissez une des raisons.',
  law: 'La loi ou la règle, si vous la connaissez',
  lawHint: 'Exemple\u00a0: article 226-1 du code pénal',
  explanation: 'Expliquez pourquoi',
  explanationHint: 'Dites quels mots ou quelles données, et en quoi. Au plus 4\u202f000 caractères.',
  needsExplanation: 'Expliquez pourquoi ce contenu ne devrait pas être montré.',
  tooLong: (most: number, length: number) =>
    `Le texte a ${length} caractères. Raccourcissez-le à ${most.toLocaleString('fr-FR')}.`,
  name: 'Votre nom',
  email: 'Votre courriel',
  emailHint:
    'Pour recevoir un accusé de réception et la décision. Exemple\u00a0: nom@exemple.fr. Il n’est jamais publié, ni montré à la modération.',
  badEmail: 'L’adresse n’est pas complète. Exemple\u00a0: nom@exemple.fr',
  submit: 'Envoyer',
  toDecisions: 'Ce que la modération a décidé, en chiffres',
  one: (reference: string) => `Notification ${reference}`,
  keep: 'Gardez cette référence, ou l’adresse de cette page\u00a0: elle seule permet de suivre la notification.',
  states: {
    open: 'Reçue. Une personne va l’examiner\u00a0; rien n’est décidé par un programme.',
    decided: 'Décidée.'
  },
  since: 'Envoyée le',
  decidedOn: 'Décidée le',
  reasons: {
    removed: 'Le contenu n’est plus montré',
    corrected: 'Le contenu a été corrigé',
    lawful: 'Le contenu reste\u00a0: il n’est contraire ni à la loi, ni aux règles',
    'not-verifiable': 'Le contenu reste\u00a0: impossible à vérifier',
    'out-of-scope': 'Ce n’est pas publié par l’annuaire',
    abusive: 'La notification est abusive'
  } satisfies Record<NoticeOutcome, string>,
  missing: 'Aucune notification n’a cette référence',
  missingText: 'Vérifiez la référence\u00a0: AVIS- et dix caractères.',
  /** For moderators. */
  waiting: 'Contenus notifiés',
  about: 'Page',
  why: 'Raison donnée',
  said: 'Explication',
  reply: 'Ce que son auteur a reçu',
  answer: 'Réponse de la modération',
  decide: 'Décider',
  before:
    'Retirez ou corrigez d’abord le contenu, s’il le faut. Puis dites ici ce qui est fait\u00a0: la décision est envoyée avec ses raisons.',
  outcome: 'Décision',
  choose: 'Choisir une décision',
  sentence: 'Une phrase pour son auteur',
  sentenceHint: 'Elle est envoyée avec la décision. Au plus 2\u202f000 caractères.',
  needsOutcome: 'Choisissez une décision.',
  needsSentence: 'Écrivez une phrase.',
  done: 'La décision est enregistrée.'
}

const en: typeof fr = {
  title: 'Report content',
  lead: 'Is something in the directory against the law, against its rules, or about a person? Say so here, without an account.',
  instead:
    'Are opening hours, a phone number or an address wrong? Rather report that on the page of the place, with “Report an error”.',
  address: 'The exact address of the page',
  addressHint: 'Copy it from your browser. Example: /lieux/mediatheque-de-nevers-…',
  badAddress: 'Write the address of a page of this directory.',
  ground: 'Why should this content not be shown?',
  grounds: {
    illegal: 'It is against the law',
    rules: 'It is against the rules of the directory',
    privacy: 'It says something about a person'
  },
  needsGround: 'Choose one of the reasons.',
  law: 'The law or the rule, if you know it',
  lawHint: 'Example: article 226-1 of the penal code',
  explanation: 'Explain why',
  explanationHint: 'Say which words or data, and what is wrong with them. At most 4,000 characters.',
  needsExplanation: 'Explain why this content should not be shown.',
  tooLong: (most, length) =>
    `The text has ${length} characters. Shorten it to ${most.toLocaleString('en-GB')}.`,
  name: 'Your name',
  email: 'Your email',
  emailHint:
    'To receive an acknowledgement and the decision. Example: name@example.org. It is never published, nor shown to moderators.',
  badEmail: 'The address is not complete. Example: name@example.org',
  submit: 'Send',
  toDecisions: 'What moderators decided, in figures',
  one: (reference) => `Notice ${reference}`,
  keep: 'Keep this reference, or the address of this page: only it lets you follow the notice.',
  states: {
    open: 'Received. A person will look at it; no program decides.',
    decided: 'Decided.'
  },
  since: 'Sent on',
  decidedOn: 'Decided on',
  reasons: {
    removed: 'The content is no longer shown',
    corrected: 'The content was corrected',
    lawful: 'The content stays: it is neither against the law nor against the rules',
    'not-verifiable': 'The content stays: it cannot be verified',
    'out-of-scope': 'It is not published by the directory',
    abusive: 'The notice is abusive'
  },
  missing: 'No notice has this reference',
  missingText: 'Check the reference: AVIS- and ten characters.',
  waiting: 'Content that was reported',
  about: 'Page',
  why: 'Reason given',
  said: 'Explanation',
  reply: 'What its author was told',
  answer: 'Answer of the moderators',
  decide: 'Decide',
  before:
    'First remove or correct the content, if need be. Then say here what was done: the decision is mailed with its reasons.',
  outcome: 'Decision',
  choose: 'Choose a decision',
  sentence: 'A sentence for its author',
  sentenceHint: 'It is mailed with the decision. At most 2,000 characters.',
  needsOutcome: 'Choose a decision.',
  needsSentence: 'Write a sentence.',
  done: 'The decision is recorded.'
}

export const NOTICES: Readonly<Record<Language, typeof fr>> = { fr, en }
