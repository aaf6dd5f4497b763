import type { Language } from '../../domain/language.ts'
import type { Part } from '../../domain/moderation/list-queue.ts'

/* The texts of the queue of moderators, and of a report as they see it. */

const fr = {
  title: 'Modération',
  lead: 'Ce qui attend une décision, le plus urgent d’abord.',
  notYours: 'Cette page est réservée à la modération',
  notYoursText:
    'Votre compte n’a pas ce rôle. L’administration de l’annuaire le donne\u00a0: écrivez-lui par la page de contact, avec l’adresse de votre compte.',
  toAccount: 'Voir votre compte',
  filters: 'Choisir ce qui est montré',
  state: 'État',
  states: {
    attente: 'Tout ce qui attend',
    open: 'À prendre',
    in_hand: 'En cours',
    asked: 'Question posée',
    decides: 'Déjà décidé'
  },
  kind: 'Sujet',
  anyKind: 'Tous les sujets',
  newPlace: 'Un lieu est proposé',
  managerProposes: 'Une proposition du gestionnaire',
  managerEdited: 'Les premières modifications d’un gestionnaire',
  managerProposal:
    'Le gestionnaire du lieu propose ce qui suit. Rien n’est publié\u00a0: acceptez-le tel quel, ou corrigez-le d’abord.',
  exManagerProposal: 'Une personne qui a géré ce lieu propose ce qui suit. Rien n’est publié.',
  published:
    'Ces modifications sont déjà publiées. Relisez-les\u00a0: accepter les garde, rejeter annule celles qui s’appliquent encore.',
  publishedNoMore: 'Ces modifications sont déjà toutes annulées\u00a0: la fiche ne les montre plus.',
  managesNoMore:
    'Attention\u00a0: la personne qui a envoyé ceci ne gère plus ce lieu. Vérifiez auprès du lieu avant d’accepter.',
  toCorrections: 'Voir les modifications de ce lieu',
  territory: 'Territoire',
  territoryHint: 'Commune, intercommunalité, département ou région. Exemple\u00a0: Nièvre',
  noTerritory: (typed: string) => `Aucun territoire ne s’appelle «\u00a0${typed}\u00a0». Tout est montré.`,
  territoryKinds: {
    commune: 'commune',
    epci: 'intercommunalité',
    department: 'département',
    region: 'région'
  },
  filter: 'Afficher',
  waiting: (open: number, inHand: number, asked: number) =>
    `En attente\u00a0: ${open} à prendre, ${inHand} en cours, ${asked} avec une question posée.`,
  shown: (shown: number, total: number) =>
    total === 0
      ? 'Rien ne correspond.'
      : shown < total
        ? `Les ${shown} premiers sur ${total}.`
        : total === 1
          ? 'Un message.'
          : `${total} messages.`,
  several: (count: number) => `${count} signalements sur ce lieu\u00a0: ce sont peut-être des doublons.`,
  severalEdits: (count: number) =>
    `Un nouveau gestionnaire a enregistré ${count} fois\u00a0: ces modifications se relisent ensemble.`,
  severalSent: (count: number) => `${count} messages sur ce lieu.`,
  since: (date: string) => `reçu le ${date}`,
  yours: 'pris par vous',
  taken: 'pris par une autre personne',
  from: {
    account: 'd’un compte',
    partner: 'd’un site partenaire',
    confirmed: 'd’une adresse confirmée',
    unconfirmed: 'sans adresse confirmée'
  },
  proposed: 'Lieu proposé, pas encore dans l’annuaire',
  gone: 'Ce lieu n’est plus montré dans l’annuaire.',
  toQueue: 'Revenir à la file',
  next: 'Passer au suivant',
  nothingNext: 'Plus rien n’attend.',
  one: (reference: string) => `Référence ${reference}`,
  proposal: (name: string) => `Lieu proposé\u00a0: ${name}`,
  missing: 'Rien, dans vos territoires, n’a cette référence',
  missingText:
    'Vérifiez la référence\u00a0: SIG- et dix caractères. Vous ne voyez que ce qui concerne les territoires qui vous sont confiés.',
  contents: 'Dans cette page',
  said: 'Ce qui a été envoyé',
  saysNothing: 'Sans texte.',
  person: 'Nom à cacher',
  answer: 'Réponse de son auteur',
  other: 'L’autre fiche indiquée',
  reply: 'Ce que son auteur a reçu',
  duplicateOf: 'Doublon de',
  canBeTold: 'Son auteur reçoit la décision par courriel.',
  cannotBeTold: 'Son auteur n’a pas laissé d’adresse\u00a0: il peut lire la décision avec la référence.',
  own: 'C’est vous qui l’avez envoyé\u00a0: une autre personne doit en décider.',
  changedSince: (date: string) => `La fiche a changé depuis que son auteur l’a vue (le ${date}).`,
  columns: {
    stored: {
      title: 'La fiche et ce qu’elle deviendrait',
      before: 'L’annuaire dit',
      after: 'Deviendrait'
    },
    proposed: {
      title: 'Ce qui est proposé et ce qui serait publié',
      before: 'Proposé',
      after: 'Serait publié'
    }
  },
  field: 'Champ',
  empty: 'Rien',
  source: (name: string, date: string | undefined) => `${name}${date ? `, ${date}` : ', sans date'}`,
  similar: 'Lieux qui lui ressemblent',
  similarNone: 'L’annuaire n’a aucun lieu qui lui ressemble.',
  same: 'L’import les prendrait pour le même lieu.',
  history: 'Ce qui a été fait',
  acts: {
    made: 'Envoyé',
    confirmed: 'Adresse confirmée',
    answered: 'Réponse envoyée',
    withdrawn: 'Retiré',
    taken: 'Pris en charge',
    released: 'Laissé aux autres',
    asked: 'Question posée',
    accepted: 'Accepté',
    rejected: 'Refusé',
    closed_as_duplicate: 'Fermé comme doublon',
    reopened: 'Rouvert'
  } as Readonly<Record<string, string>>,
  by: {
    author: 'son auteur',
    you: 'vous',
    moderator: 'une personne de la modération',
    key: 'un programme de l’exploitant',
    system: 'le programme'
  } satisfies Record<Part, string>
}

const en: typeof fr = {
  title: 'Moderation',
  lead: 'What waits for a decision, the most urgent first.',
  notYours: 'This page is for moderators',
  notYoursText:
    'Your account does not have this role. The operator of the directory gives it: write by the contact page, with the address of your account.',
  toAccount: 'See your account',
  filters: 'Choose what is shown',
  state: 'State',
  states: {
    attente: 'Everything that waits',
    open: 'To be taken',
    in_hand: 'In hand',
    asked: 'Author was asked',
    decides: 'Decided'
  },
  kind: 'Subject',
  anyKind: 'All subjects',
  newPlace: 'A place is proposed',
  managerProposes: 'A proposal of the manager',
  managerEdited: 'The first changes of a manager',
  managerProposal:
    'The manager of the place proposes what follows. Nothing is published: accept it as it is, or correct it first.',
  exManagerProposal: 'A person who used to manage the place proposes what follows. Nothing is published.',
  published:
    'These changes are published already. Read them again: accepting keeps them, rejecting undoes those that still apply.',
  publishedNoMore: 'All these changes are undone already: the page does not show them any more.',
  managesNoMore:
    'Take care: the person who sent this does not manage the place any more. Check with the place before you accept it.',
  toCorrections: 'See the changes of this place',
  territory: 'Territory',
  territoryHint: 'Commune, intercommunality, département or région. Example: Nièvre',
  noTerritory: (typed) => `No territory is called “${typed}”. Everything is shown.`,
  territoryKinds: {
    commune: 'commune',
    epci: 'intercommunality',
    department: 'département',
    region: 'région'
  },
  filter: 'Show',
  waiting: (open, inHand, asked) =>
    `Waiting: ${open} to be taken, ${inHand} in hand, ${asked} whose author was asked.`,
  shown: (shown, total) =>
    total === 0
      ? 'Nothing matches.'
      : shown < total
        ? `The first ${shown} of ${total}.`
        : total === 1
          ? 'One message.'
          : `${total} messages.`,
  several: (count) => `${count} reports on this place: they may be duplicates.`,
  severalEdits: (count) => `A new manager saved ${count} times: these changes are reviewed together.`,
  severalSent: (count) => `${count} messages about this place.`,
  since: (date) => `received on ${date}`,
  yours: 'taken by you',
  taken: 'taken by another moderator',
  from: {
    account: 'from an account',
    partner: 'from a partner site',
    confirmed: 'from a confirmed address',
    unconfirmed: 'without a confirmed address'
  },
  proposed: 'A proposed place, not in the directory yet',
  gone: 'The directory no longer shows this place.',
  toQueue: 'Back to the queue',
  next: 'Go to the next one',
  nothingNext: 'Nothing else waits.',
  one: (reference) => `Reference ${reference}`,
  proposal: (name) => `Proposed place: ${name}`,
  missing: 'Nothing in your territories has this reference',
  missingText:
    'Check the reference: SIG- and ten characters. You only see what concerns the territories for which you are responsible.',
  contents: 'On this page',
  said: 'What was sent',
  saysNothing: 'Without a text.',
  person: 'Name to hide',
  answer: 'Answer of its author',
  other: 'The other entry that it names',
  reply: 'What its author was told',
  duplicateOf: 'Duplicate of',
  canBeTold: 'Its author gets the decision by email.',
  cannotBeTold: 'Its author left no address, and can read the decision with the reference.',
  own: 'You sent it yourself: another person must decide about it.',
  changedSince: (date) => `The entry has changed since its author saw it (on ${date}).`,
  columns: {
    stored: {
      title: 'The entry, and what it would become',
      before: 'The directory says',
      after: 'Would become'
    },
    proposed: {
      title: 'What is proposed, and what would be published',
      before: 'Proposed',
      after: 'Would be published'
    }
  },
  field: 'Field',
  empty: 'Nothing',
  source: (name, date) => `${name}${date ? `, ${date}` : ', undated'}`,
  similar: 'Places that are like it',
  similarNone: 'The directory has no place like it.',
  same: 'An import would take them for the same place.',
  history: 'What was done',
  acts: {
    made: 'Sent',
    confirmed: 'Address confirmed',
    answered: 'Answered',
    withdrawn: 'Taken back',
    taken: 'Taken in hand',
    released: 'Left to others',
    asked: 'Author asked',
    accepted: 'Accepted',
    rejected: 'Rejected',
    closed_as_duplicate: 'Closed as a duplicate',
    reopened: 'Reopened'
  },
  by: {
    author: 'its author',
    you: 'you',
    moderator: 'a moderator',
    key: 'a program of the operator',
    system: 'the program'
  }
}

export const MODERATION: Readonly<Record<Language, typeof fr>> = { fr, en }
