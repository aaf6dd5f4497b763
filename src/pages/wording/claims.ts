import type { Language } from '../../domain/language.ts'

/* The texts of the pages with which people say that they manage a place. */

const NBSP = '\u00a0'

type State = 'asked' | 'proving' | 'granted' | 'refused' | 'lapsed' | 'contested' | 'revoked' | 'ended'

const fr = {
  link: `Vous vous occupez de ce lieu${NBSP}?`,
  title: (place: string) => `Gérer la fiche${NBSP}: ${place}`,
  lead: 'Si vous travaillez dans ce lieu, vous pouvez tenir sa fiche à jour vous-même. C’est gratuit.',
  can: [
    'Corriger les horaires, les services, les coordonnées et l’accessibilité : c’est publié aussitôt.',
    'Ce que vous écrivez remplace ce que disent les fichiers des administrations, pendant un an renouvelable.',
    'Inviter un collègue, et renoncer à tout moment.'
  ],
  cannot: 'Le nom, le type et le déplacement du lieu sont vérifiés par un modérateur.',
  first: 'D’abord, connectez-vous avec votre adresse de courriel. Vous reviendrez sur cette page.',
  signIn: 'Se connecter',
  needed: `Il faudra ensuite prouver que vous vous occupez du lieu${NBSP}:`,
  proof: 'Comment le prouver',
  suspendedHere:
    'Vous gériez ce lieu, mais cela est suspendu\u00a0: un modérateur examine votre demande et vous écrira. Pour expliquer votre situation, répondez au courriel que vous avez reçu.',
  suspendedNoClaim:
    'Votre demande est suspendue jusqu’à la décision d’un modérateur\u00a0: il ne sert à rien d’en faire une autre. Votre message n’est pas envoyé.',
  followClaim: 'Suivre la demande',
  choose: 'Choisissez une preuve',
  toPlace: 'Revenir à la fiche',
  already: 'Vous gérez déjà la fiche de ce lieu.',
  toEdit: 'Modifier la fiche',
  toOwn: 'Tous mes lieux',
  managed: 'Ce lieu a déjà un responsable : il aura 7 jours pour répondre, puis un modérateur répondra.',
  byCode: (hint: string) => `Recevoir un code à l’adresse du lieu, ${hint}`,
  byCodeHint: 'Il faut pouvoir lire cette boîte, ou demander le code à qui la lit.',
  byDomain: (domains: string) => `Mon adresse de compte est du site du lieu${NBSP}: ${domains}`,
  byDomainHint: 'Il n’y a pas de code. Si plus de 20 lieux partagent ce site, un modérateur vérifie.',
  byDomainChecked:
    'Il n’y a pas de code. Un modérateur vérifie, car l’annuaire ne connaît aucune adresse de courriel du lieu.',
  byMessage: 'Aucune de ces preuves ne m’est possible',
  byMessageHint: 'Un administrateur lira votre message. Cela prend quelques jours.',
  message: 'Votre message, si aucune preuve n’est possible',
  messageHint:
    'Dites comment nous pouvons vérifier, par exemple votre fonction et le téléphone de la mairie ou de l’association.',
  told: 'L’adresse du lieu sera prévenue, et pourra dire que ce n’est pas vous.',
  send: 'Continuer',
  chooseProof: 'Choisissez une preuve.',
  needsMessage: 'Écrivez comment nous pouvons vérifier.',
  tooLong: 'Le message est trop long : 2 000 caractères au plus.',
  notPossible: 'Cette preuve n’est pas possible avec l’adresse de votre compte. Choisissez-en une autre.',
  tooMany: 'Trop de demandes en un jour, de votre part ou pour ce lieu. Réessayez demain.',
  stateTitle: (place: string) => `Demande de gérer la fiche${NBSP}: ${place}`,
  states: {
    asked: 'La demande attend une réponse.',
    proving: 'Un code a été envoyé à l’adresse du lieu.',
    granted: 'La demande est acceptée.',
    refused: 'La demande est refusée.',
    lapsed:
      'La demande n’a pas abouti\u00a0: le code n’a pas été écrit à temps, la demande est restée sans réponse, ou elle a été retirée ou remplacée par une autre.',
    contested: 'La gestion est suspendue : un modérateur examine la demande.',
    revoked: 'La gestion a été retirée, et ce qui avait été modifié est annulé.',
    ended: 'Cette personne ne gère plus la fiche.'
  } satisfies Readonly<Record<State, string>>,
  waitsManager: 'Le responsable du lieu a 7 jours pour répondre. Ensuite, un modérateur répondra.',
  waitsModerator: 'Un modérateur répondra. Vous recevrez un courriel.',
  waitsYou: 'La demande attend votre décision.',
  onlyOldContacts:
    'Aucun code n’est possible pour l’instant : un code va à une adresse que les sources donnent depuis 30 jours. Vous pourrez écrire à la modération, qui vérifiera.',
  sentTo: (hint: string) => `Le code est parti à ${hint}. Il vaut 24 heures, et peut être essayé six fois.`,
  code: 'Code reçu par le lieu',
  codeHint: `Huit lettres et chiffres, par exemple${NBSP}: 7XK3-9QWM`,
  enter: 'Valider le code',
  badCode: 'Ce n’est pas le code du message.',
  triesLeft: (left: number) =>
    left === 0
      ? 'C’était le dernier essai. Vous pouvez faire une nouvelle demande.'
      : left === 1
        ? 'Vérifiez-le\u00a0: il reste un essai.'
        : `Vérifiez-le\u00a0: il reste ${left} essais.`,
  again: 'Demander autrement',
  manage: 'Gérer la fiche',
  claimant: 'Qui demande',
  proofs: {
    contact_code: 'Code reçu à l’adresse du lieu',
    domain: 'Adresse du compte sur le site du lieu',
    siret: 'SIRET',
    invitation: 'Invitation du responsable',
    letter: 'Courrier',
    vouched: 'Message à la modération'
  },
  proved: 'preuve donnée',
  notProved: 'pas encore prouvé',
  theMessage: 'Son message',
  theReason: 'Le motif',
  decide: 'Répondre',
  reason: 'Motif',
  reasonHint: 'Il est envoyé à la personne.',
  reasonExcept: (act: string) =>
    `Il est envoyé à la personne. Il est obligatoire, sauf pour «\u00a0${act}\u00a0».`,
  acts: {
    grant: 'Accepter',
    refuse: 'Refuser',
    contest: 'Suspendre',
    revoke: 'Retirer et tout annuler',
    end: 'Ne plus gérer cette fiche',
    abandon: 'Retirer ma demande'
  },
  restore: 'Rétablir',
  needsReason: 'Écrivez un motif.',
  needsFresh:
    'Seul un administrateur qui vient de se connecter peut accepter sans preuve. Déconnectez-vous, reconnectez-vous, puis recommencez.',
  late: 'Ce n’est plus possible : la demande a changé entre-temps.',
  missing: 'Cette demande n’existe pas, ou ne vous concerne pas',
  missingText: 'Connectez-vous avec le compte qui l’a faite, ou qui gère le lieu.',
  contestTitle: 'Ce n’est pas vous ?',
  contestLead: (place: string) =>
    `Une personne gère maintenant dans l’annuaire la fiche du lieu${NBSP}: ${place}.`,
  contestText:
    'Si ce n’est ni vous ni un collègue, appuyez sur ce bouton : elle ne pourra plus rien modifier, et un modérateur examinera la demande. Il n’y a rien d’autre à faire.',
  contest: 'Ce n’est pas moi',
  contested:
    'C’est noté. Cette personne ne peut plus modifier la fiche, et un modérateur examinera la demande.',
  contestStates: {
    contested:
      'C’est déjà noté. Cette personne ne peut plus modifier la fiche. Un modérateur examine la demande, et le lieu recevra sa décision par courriel.',
    restored:
      'Un modérateur a décidé\u00a0: cette personne s’occupe bien du lieu, et elle peut de nouveau modifier la fiche.',
    revoked:
      'Un modérateur a décidé\u00a0: cette personne ne gère plus la fiche, et ce qu’elle avait modifié est annulé.',
    ended: 'Cette personne ne gère plus la fiche.',
    late: 'Les 14 jours pour le dire sont passés. Vous pouvez toujours nous écrire.'
  },
  contestLate: 'Ce lien n’est pas valable',
  contestLateText: 'Vous pouvez toujours nous écrire.',
  toContact: 'Nous écrire',
  inviteTitle: 'Vous êtes invité à gérer une fiche',
  inviteLead: (place: string) =>
    `Le responsable de ce lieu vous invite à modifier sa fiche avec lui${NBSP}: ${place}.`,
  inviteFirst: 'Connectez-vous avec l’adresse qui a reçu l’invitation.',
  accept: 'Accepter',
  inviteLate: 'Cette invitation n’est plus valable',
  inviteLateText:
    'Elle a plus de 7 jours, elle a déjà servi, ou elle a été envoyée à une autre adresse que celle de votre compte. Demandez-en une autre.',
  queue: 'Demandes de gestion',
  queueLead: (count: number) =>
    count === 0
      ? 'Aucune demande n’attend.'
      : count === 1
        ? 'Une demande attend.'
        : `${count} demandes attendent.`,
  queueShown: (shown: number) => `Voici les ${shown} plus urgentes.`,
  notModerator: 'Cette page est réservée aux modérateurs.',
  away: 'Le service ne répond pas pour le moment. Réessayez dans une minute.'
}

const en: typeof fr = {
  link: 'Do you look after this place?',
  title: (place) => `Manage the page: ${place}`,
  lead: 'If you work at this place, you can keep its page up to date yourself. It is free.',
  can: [
    'Correct opening hours, services, contacts and accessibility: it is published at once.',
    'What you write replaces what the files of administrations say, for a year that can be renewed.',
    'Invite a colleague, and give it up at any time.'
  ],
  cannot: 'A moderator checks a new name, another kind of place, and a new position far away.',
  first: 'First, sign in with your e-mail address. You will come back to this page.',
  signIn: 'Sign in',
  needed: 'You then prove that you look after the place:',
  proof: 'How to prove it',
  suspendedHere:
    'You managed this place, but this is suspended: a moderator examines your claim and will write to you. To explain your situation, answer the mail that you got.',
  suspendedNoClaim:
    'Your claim is suspended until a moderator decides: another one changes nothing. Your message is not sent.',
  followClaim: 'Follow the request',
  choose: 'Choose a proof',
  toPlace: 'Back to the page of the place',
  already: 'You already manage the page of this place.',
  toEdit: 'Edit the page',
  toOwn: 'All my places',
  managed: 'This place has a manager already, who has 7 days to answer; then a moderator answers.',
  byCode: (hint) => `Get a code at the address of the place, ${hint}`,
  byCodeHint: 'You must be able to read this mailbox, or ask its reader for the code.',
  byDomain: (domains) => `The address of my account is on the site of the place: ${domains}`,
  byDomainHint: 'There is no code. If more than 20 places share this site, a moderator checks.',
  byDomainChecked:
    'There is no code. A moderator checks, because the directory has no e-mail address of the place.',
  byMessage: 'None of these is possible for me',
  byMessageHint: 'An administrator reads your message. It takes some days.',
  message: 'Your message, if no proof is possible',
  messageHint:
    'Say how we can check, for example your function and the phone number of the town hall or association.',
  told: 'The place gets a mail, and can say that it is not you.',
  send: 'Continue',
  chooseProof: 'Choose a proof.',
  needsMessage: 'Write how we can check.',
  tooLong: 'The message is too long: 2,000 characters at most.',
  notPossible: 'This proof is not possible with the address of your account. Choose another one.',
  tooMany: 'Too many requests in a day, by you or for this place. Try again tomorrow.',
  stateTitle: (place) => `Request to manage the page: ${place}`,
  states: {
    asked: 'The request waits for an answer.',
    proving: 'A code was sent to the address of the place.',
    granted: 'The request is accepted.',
    refused: 'The request is refused.',
    lapsed:
      'The request came to nothing: the code was not typed in time, the request was not answered, or it was withdrawn or replaced by another one.',
    contested: 'Managing is suspended: a moderator examines the request.',
    revoked: 'Managing was taken away, and what was changed is undone.',
    ended: 'This person no longer manages the page.'
  },
  waitsManager: 'The manager of the place has 7 days to answer. Then a moderator answers.',
  waitsModerator: 'A moderator will answer. You will get an e-mail.',
  waitsYou: 'The claim waits for your decision.',
  onlyOldContacts:
    'No code is possible for now: a code goes to an address that the sources have given for 30 days. You can write to the moderators, who will check.',
  sentTo: (hint) => `The code went to ${hint}. It is valid for 24 hours, and can be tried six times.`,
  code: 'Code that the place received',
  codeHint: 'Eight letters and digits, for example: 7XK3-9QWM',
  enter: 'Check the code',
  badCode: 'This is not the code of the message.',
  triesLeft: (left) =>
    left === 0
      ? 'It was the last try. You can make a new request.'
      : left === 1
        ? 'Check it: there is one try left.'
        : `Check it: there are ${left} tries left.`,
  again: 'Ask in another way',
  manage: 'Manage the page',
  claimant: 'Who asks',
  proofs: {
    contact_code: 'Code received at the address of the place',
    domain: 'Address of the account on the site of the place',
    siret: 'SIRET',
    invitation: 'Invitation of the manager',
    letter: 'Letter',
    vouched: 'Message to the moderators'
  },
  proved: 'proved',
  notProved: 'not proved yet',
  theMessage: 'Their message',
  theReason: 'The reason',
  decide: 'Answer',
  reason: 'Reason',
  reasonHint: 'It is sent to the person.',
  reasonExcept: (act) => `It is sent to the person. It is required, except for “${act}”.`,
  acts: {
    grant: 'Accept',
    refuse: 'Refuse',
    contest: 'Suspend',
    revoke: 'Revoke and undo everything',
    end: 'No longer manage this page',
    abandon: 'Take back my request'
  },
  restore: 'Restore',
  needsReason: 'Write a reason.',
  needsFresh:
    'Only an administrator who has just signed in can accept without proof. Sign out, sign in again, and start over.',
  late: 'This is no longer possible: the request has changed meanwhile.',
  missing: 'This request does not exist, or is not yours',
  missingText: 'Sign in with the account that made it, or that manages the place.',
  contestTitle: 'Is it not you?',
  contestLead: (place) => `A person now manages the page of this place in the directory: ${place}.`,
  contestText:
    'If it is neither you nor a colleague, press this button: they can then change nothing more, and a moderator examines the request. There is nothing else to do.',
  contest: 'This is not me',
  contested: 'Noted. This person can no longer change the page, and a moderator will examine the request.',
  contestStates: {
    contested:
      'This is noted already. This person can change the page no more. A moderator examines the claim, and the place will get the decision by mail.',
    restored:
      'A moderator has decided: this person does look after the place, and can change the page again.',
    revoked:
      'A moderator has decided: this person no longer manages the page, and what they changed is undone.',
    ended: 'This person no longer manages the page.',
    late: 'The 14 days in which to say so have passed. You can still write to us.'
  },
  contestLate: 'This link is not valid',
  contestLateText: 'You can still write to us.',
  toContact: 'Write to us',
  inviteTitle: 'You are invited to manage a page',
  inviteLead: (place) => `The manager of this place invites you to change its page with them: ${place}.`,
  inviteFirst: 'Sign in with the address that received the invitation.',
  accept: 'Accept',
  inviteLate: 'This invitation is no longer valid',
  inviteLateText:
    'It is older than 7 days, it was used, or it was sent to another address than that of your account. Ask for another one.',
  queue: 'Requests to manage places',
  queueLead: (count) =>
    count === 0 ? 'No request waits.' : count === 1 ? 'One request waits.' : `${count} requests wait.`,
  queueShown: (shown) => `These are the ${shown} most urgent ones.`,
  notModerator: 'This page is for moderators.',
  away: 'The service does not answer at the moment. Try again in a minute.'
}

export const CLAIMS: Readonly<Record<Language, typeof fr>> = { fr, en }
