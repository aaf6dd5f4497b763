/* The sentences of the mails about claims. */

const NBSP = '\u00a0'

export const FR = {
  codeSubject: (place: string) => `Gérer la fiche de ${place}${NBSP}: un code`,
  code: (place: string) =>
    `Une personne demande à gérer dans l’annuaire la fiche du lieu${NBSP}: ${place}. D’après une source de l’annuaire, cette adresse est celle du lieu.`,
  claimant: `Cette personne se présente ainsi${NBSP}:`,
  codeUse: `Si elle travaille bien pour ce lieu, donnez-lui ce code. Si c’est vous, écrivez-le dans la page où vous l’avez demandé${NBSP}:`,
  codeValid: 'Le code vaut 24 heures.',
  codeNotYou: 'Sinon, ne donnez ce code à personne : sans lui, rien ne change.',
  grantedSubject: (place: string) => `Vous gérez la fiche de ${place}`,
  granted: (place: string) =>
    `Vous pouvez maintenant modifier dans l’annuaire la fiche du lieu${NBSP}: ${place}.`,
  grantedCan:
    'Horaires, services, coordonnées, accessibilité : ce que vous écrivez est publié aussitôt et remplace ce que disent les fichiers. Une fois par an, nous vous demanderons si tout est encore exact.',
  manage: 'Gérer la fiche',
  grantedEnd: 'Si vous ne vous occupez plus de ce lieu, vous pouvez y renoncer à tout moment.',
  notYouSubject: (place: string) => `Une personne gère maintenant la fiche de ${place}`,
  notYou: (place: string) =>
    `Une personne a prouvé qu’elle s’occupe de ce lieu, et peut maintenant modifier sa fiche dans l’annuaire${NBSP}: ${place}. Vous recevez ce message parce que, d’après une source de l’annuaire, cette adresse est celle du lieu.`,
  notYouDo: `Ce n’est ni vous, ni un collègue${NBSP}? Dites-le pendant 14 jours${NBSP}: elle ne pourra plus rien modifier, et un modérateur examinera la demande.`,
  notYouLink: 'Ce n’est pas moi',
  notYouWell: 'Si tout est en ordre, il n’y a rien à faire.',
  askedSubject: (place: string) => `Une autre personne demande à gérer la fiche de ${place}`,
  asked: (place: string) =>
    `Vous gérez dans l’annuaire la fiche du lieu${NBSP}: ${place}. Une autre personne demande à la gérer aussi.`,
  askedDays: 'Acceptez ou refusez dans les 7 jours. Ensuite, un modérateur répondra à votre place.',
  answer: 'Répondre à la demande',
  refusedSubject: (place: string) => `Votre demande de gérer la fiche de ${place} est refusée`,
  refused: (place: string) =>
    `Vous avez demandé à gérer la fiche du lieu${NBSP}: ${place}. Cette demande est refusée.`,
  revokedSubject: (place: string) => `Vous ne gérez plus la fiche de ${place}`,
  revoked: (place: string) =>
    `Vous ne gérez plus la fiche du lieu${NBSP}: ${place}. Ce que vous y aviez modifié est annulé.`,
  reason: `Voici pourquoi${NBSP}:`,
  human: 'Une personne a pris cette décision, selon les règles de l’annuaire ; aucun programme n’a décidé.',
  appeal: {
    answer:
      'Vous pouvez la contester pendant six mois en répondant à ce message ; une autre personne l’examinera.',
    otherwise:
      'Vous pouvez la contester pendant six mois ; une autre personne l’examinera. La page de contact du site dit comment nous joindre.'
  },
  suspendedSubject: (place: string) => `La gestion de la fiche de ${place} est suspendue`,
  suspended: (place: string) =>
    `Il a été signalé que vous ne vous occupez pas de ce lieu${NBSP}: ${place}. Vous ne pouvez plus modifier sa fiche pour le moment.`,
  suspendedNext: {
    answer:
      'Un modérateur examine la demande et vous écrira. Vous pouvez répondre à ce message pour expliquer votre situation.',
    otherwise:
      'Un modérateur examine la demande et vous écrira. Pour expliquer votre situation, la page de contact du site dit comment nous joindre.'
  },
  follow: 'Suivre la demande',
  endedSubject: (place: string) => `Vous ne gérez plus la fiche de ${place}`,
  ended: (place: string) =>
    `Le responsable du lieu a mis fin à votre accès à sa fiche${NBSP}: ${place}. Ce que vous y avez écrit reste.`,
  placeAnsweredSubject: (place: string) => `La décision sur la gestion de la fiche de ${place}`,
  placeAnswered: (place: string) =>
    `Depuis cette adresse, il a été dit que la personne qui gérait la fiche de ce lieu n’était pas connue${NBSP}: ${place}. Un modérateur a examiné la demande.`,
  placeOutcome: {
    revoked: 'Cette personne ne gère plus la fiche, et tout ce qu’elle y avait modifié est annulé.',
    restored:
      'D’après ce que nous avons vérifié, cette personne s’occupe bien du lieu. Elle peut de nouveau modifier la fiche.'
  },
  unansweredSubject: (place: string) => `Votre demande est restée sans réponse${NBSP}: ${place}`,
  unanswered: (days: number, place: string) =>
    `Depuis ${days} jours, personne n’a répondu à votre demande de gérer la fiche de ce lieu${NBSP}: ${place}. Nous en sommes désolés. La demande prend fin, et ce que vous aviez écrit sera effacé dans un mois.`,
  askAgain: 'Faire une nouvelle demande',
  invitedSubject: (place: string) => `Vous êtes invité à gérer la fiche de ${place}`,
  invited: (place: string) =>
    `Le responsable d’un lieu vous invite à modifier avec lui sa fiche dans l’annuaire${NBSP}: ${place}.`,
  invitedDo:
    'Pour accepter dans les 7 jours, ouvrez la page et connectez-vous avec cette adresse. Un compte sera créé si vous n’en avez pas.',
  accept: 'Voir l’invitation',
  invitedNot: 'Si cela ne vous dit rien, ne faites rien : votre adresse n’est pas conservée.'
}

export const EN: typeof FR = {
  codeSubject: (place) => `To manage the page of ${place}: a code`,
  code: (place) =>
    `A person asks to manage the page of a place in the directory: ${place}. A source of the directory gives this address as that of the place.`,
  claimant: 'This is how they introduce themselves:',
  codeUse:
    'If they do work for this place, give them this code. If it is you, type it in the page on which you asked for it:',
  codeValid: 'The code is valid for 24 hours.',
  codeNotYou: 'If not, give this code to no person: without it, nothing changes.',
  grantedSubject: (place) => `You manage the page of ${place}`,
  granted: (place) => `You can now change the page of a place in the directory: ${place}.`,
  grantedCan:
    'Opening hours, services, contacts, accessibility: what you write is published at once and replaces what the files say. Once a year, we will ask you whether all is still right.',
  manage: 'Manage the page',
  grantedEnd: 'If you no longer look after this place, you can give this up at any time.',
  notYouSubject: (place) => `A person now manages the page of ${place}`,
  notYou: (place) =>
    `A person has proved that they look after this place, and can now change its page in the directory: ${place}. You get this message because a source of the directory gives this address as that of the place.`,
  notYouDo:
    'Is it neither you nor a colleague? Say so within 14 days: they can then change nothing more, and a moderator examines the claim.',
  notYouLink: 'This is not me',
  notYouWell: 'If all is in order, there is nothing to do.',
  askedSubject: (place) => `Another person asks to manage the page of ${place}`,
  asked: (place) =>
    `You manage the page of a place in the directory: ${place}. Another person asks to manage it too.`,
  askedDays: 'Accept or refuse within 7 days. After that, a moderator answers in your place.',
  answer: 'Answer the request',
  refusedSubject: (place) => `Your request to manage the page of ${place} is refused`,
  refused: (place) => `You asked to manage the page of this place: ${place}. The request is refused.`,
  revokedSubject: (place) => `You no longer manage the page of ${place}`,
  revoked: (place) =>
    `You no longer manage the page of this place: ${place}. What you changed there is undone.`,
  reason: 'This is why:',
  human: 'A person took this decision, by the rules of the directory; no program decided.',
  appeal: {
    answer: 'You can contest it for six months by answering this mail; another person will look at it.',
    otherwise:
      'You can contest it for six months; another person will look at it. The contact page of the site says how to reach us.'
  },
  suspendedSubject: (place) => `Managing the page of ${place} is suspended`,
  suspended: (place) =>
    `It was reported that you do not look after this place: ${place}. For the moment, you can no longer change its page.`,
  suspendedNext: {
    answer:
      'A moderator examines the claim and will write to you. You can answer this mail to explain your situation.',
    otherwise:
      'A moderator examines the claim and will write to you. To explain your situation, the contact page of the site says how to reach us.'
  },
  follow: 'Follow the request',
  endedSubject: (place) => `You no longer manage the page of ${place}`,
  ended: (place) =>
    `The person in charge of the place has ended your access to its page: ${place}. What you wrote stays.`,
  placeAnsweredSubject: (place) => `The decision about who manages the page of ${place}`,
  placeAnswered: (place) =>
    `From this address it was said that the person who managed the page of this place was not known: ${place}. A moderator has examined the claim.`,
  placeOutcome: {
    revoked: 'This person no longer manages the page, and all that they changed there is undone.',
    restored:
      'By what we have checked, this person does look after the place. They can change the page again.'
  },
  unansweredSubject: (place) => `Your claim was not answered: ${place}`,
  unanswered: (days, place) =>
    `Your claim to manage the page of this place has not been answered for ${days} days: ${place}. We are sorry. The claim ends, and what you had written is erased within a month.`,
  askAgain: 'Make a new claim',
  invitedSubject: (place) => `You are invited to manage the page of ${place}`,
  invited: (place) =>
    `The person in charge of a place invites you to change its page in the directory with them: ${place}.`,
  invitedDo:
    'To accept within 7 days, open the page and sign in with this address. An account is made if you have none.',
  accept: 'See the invitation',
  invitedNot: 'If this means nothing to you, do nothing: your address is not kept.'
}
