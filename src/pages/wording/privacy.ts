import type { Language } from '../../domain/language.ts'

/*
 * The texts about personal data. They say what the program does: logs in `http/shell/plugins/request-log.ts`, the rate
 * limit in `rate-limit.ts`, persons of records in `domain/places/compose-place.ts`, erasure in `domain/erasure`.
 */

/** How long what people give is kept, as the chores do it. */
export type Kept = {
  /** Months. */
  readonly texts: number
  readonly claims: number
  readonly warned: readonly number[]
  readonly closed: number
  /** Days. */
  readonly clients: number
  readonly unseen: number
  readonly sessions: number
  readonly mails: number
  readonly lapsedClaims: number
  readonly unanswered: number
  /** Hours. */
  readonly unconfirmed: number
  readonly signIns: number
  readonly subscriptions: number
  readonly codeMinutes: number
}

const fr = {
  title: 'Données personnelles',
  lead: 'Ce que l’annuaire garde sur des personnes, d’où cela vient, et comment le faire corriger ou effacer.',
  who: 'Qui en répond',
  responsible: 'Responsable du traitement',
  contact: 'Pour exercer vos droits',
  officer: 'Déléguée ou délégué à la protection des données',
  why: 'Pourquoi',
  whyText: 'Pour dire au public où être aidé avec le numérique, et à qui s’adresser dans chaque lieu.',
  basis: 'Base légale (article 6 du RGPD)',
  bases: { 'public-task': 'une mission d’intérêt public', 'legitimate-interest': 'un intérêt légitime' },
  work: 'Si vous travaillez ou êtes bénévole dans un lieu',
  workText: [
    'Les annuaires d’où viennent les fiches peuvent donner le nom, la fonction, le téléphone et le courriel de la personne responsable d’un lieu. Nous les publions seulement si la source le permet. L’adresse d’un lieu et ses contacts généraux peuvent aussi désigner une personne.',
    'Ce que chaque source envoie est gardé tel quel, pour savoir d’où vient chaque information. Ce qui n’est pas publié ne peut être lu que par les personnes qui administrent l’annuaire.',
    'Quand un lieu disparaît de sa source, sa fiche n’est plus publiée. L’annuaire la garde, non publiée, tant que personne n’en demande l’effacement.'
  ],
  owners:
    'Si vous tenez un de ces annuaires, nous pouvons garder l’adresse à laquelle vous recevez les corrections acceptées, le lundi. Seules les personnes qui administrent l’annuaire la voient ; elle est effacée dès que vous le demandez.',
  toSources: 'Les sources, et où les joindre',
  copies:
    'Les données publiées sont ouvertes\u00a0: d’autres peuvent les avoir copiées, sur leur site ou dans leurs fichiers.',
  visit: 'Si vous consultez le site',
  visitText: [
    'Pas de compte à créer, pas de cookie sur les pages publiques, pas de mesure d’audience. Votre navigateur garde les fichiers du site, pour aller plus vite, et votre sélection de lieux jusqu’à ce que vous fermiez l’onglet\u00a0; rien d’autre.',
    'Le journal technique note, pour chaque demande, la page, le nom des champs remplis, le résultat, la durée et le réseau d’où vient la demande (les trois premiers nombres de l’adresse IP). Il ne note ni ce que vous cherchez, ni où vous êtes, ni votre adresse IP entière.',
    'Pour que chacun soit servi, l’adresse IP est gardée en mémoire pendant une minute, puis oubliée.',
    '«\u00a0Autour de moi\u00a0» demande votre position à votre navigateur, avec votre accord. Elle est arrondie à cent mètres environ, sert à cette recherche et n’est pas enregistrée. Elle figure dans l’adresse de la page de résultats\u00a0: pensez-y avant de la partager.'
  ],
  baseMap: (hosts: string) =>
    `Le fond de la carte interactive est chargé depuis ${hosts}\u00a0: ce service reçoit votre adresse IP et la zone affichée. La liste des lieux s’affiche sans lui.`,
  noBaseMap: 'Aucune page ne charge quoi que ce soit depuis un autre site.',
  host: 'L’hébergeur du site peut tenir ses propres journaux.',
  take: 'Si vous signalez une erreur, ou avez un compte',
  takeText: (kept: Kept) => [
    `Un signalement garde ce que vous écrivez et votre courriel, si vous le donnez. Les deux sont effacés ${kept.texts} mois après la réponse\u00a0; le sujet, les dates et l’issue restent. Sans confirmation de votre courriel, le signalement est effacé après ${kept.unconfirmed} heures.`,
    `Pour reconnaître les envois en masse, une empreinte de votre adresse IP est gardée ${kept.clients} jours. Sa clé change chaque jour\u00a0; l’adresse elle-même n’est pas gardée.`,
    `Un compte garde votre courriel, et votre nom si vous le donnez. Le code de connexion vaut ${kept.codeMinutes} minutes et il est effacé après ${kept.signIns} heures. Le cookie de connexion ne sert que sur vos pages\u00a0: il s’arrête après ${kept.unseen} jours sans visite, et après ${kept.sessions} jours dans tous les cas.`,
    `Sans visite pendant ${kept.warned.join(' puis ')} mois, vous êtes prévenu par courriel\u00a0; après ${kept.closed} mois, le compte est fermé. Vous pouvez le fermer vous-même à tout moment, et choisir ce que deviennent vos textes.`,
    `Un avis sur un contenu garde ce que vous écrivez, votre nom et votre courriel, si vous les donnez\u00a0; ils sont effacés ${kept.texts} mois après la décision. Si vous demandez à gérer un lieu, la preuve et ce que vous écrivez sont gardés ${kept.claims} mois après la fin de la demande, ou ${kept.lapsedClaims} jours si le code n’a pas été entré. Sans réponse après ${kept.unanswered} jours, la demande prend fin.`,
    `Un abonnement garde votre adresse et ce que vous suivez. Sans le code du courriel, il est effacé après ${kept.subscriptions} heures\u00a0; sinon, dès que vous l’arrêtez, ou que votre adresse ne reçoit plus.`,
    `Le texte des courriels que nous vous envoyons est effacé ${kept.mails} jours après l’envoi. Le journal de ce qui a été fait désigne les comptes par un numéro, jamais par un nom ni un courriel.`
  ],
  manage: 'Si vous nous aidez à tenir l’annuaire',
  manageText:
    'Une correction ou une décision garde le nom sous lequel elle a été prise, tant qu’elle s’applique ou peut être annulée.',
  rights: 'Vos droits',
  rightsText:
    'Vous pouvez demander à savoir ce que nous avons sur vous, le faire corriger, vous y opposer, en limiter l’usage ou le faire effacer. Dites-nous votre nom, et le lieu si vous le connaissez.',
  ask: 'Écrire pour exercer vos droits',
  subject: 'Données personnelles\u00a0: exercer mes droits',
  body: 'Bonjour,\n\nMon nom\u00a0:\nLe lieu concerné, s’il y en a un\u00a0:\nCe que je demande (savoir, corriger, m’opposer, effacer)\u00a0:\n',
  erasure: 'Ce que fait l’effacement',
  erasureText: [
    'Votre nom, votre courriel et votre téléphone sont retirés de toutes les fiches, publiées ou non, et de ce que les sources avaient envoyé.',
    'Si une source vous nomme de nouveau, vous êtes retiré à chaque mise à jour. Pour vous reconnaître, nous gardons une empreinte calculée de ces informations, et non les informations elles-mêmes.',
    'Le journal des effacements garde la date, qui l’a fait et combien de fiches ont changé, sans votre nom.'
  ],
  limits: 'Ce que nous ne pouvons pas effacer',
  limitsText:
    'Les copies que d’autres ont faites, et l’annuaire d’origine\u00a0: écrivez-lui aussi. Nos sauvegardes gardent l’ancien état jusqu’à leur remplacement.',
  complaint: 'Réclamation',
  complaintText: 'Si notre réponse ne vous satisfait pas, vous pouvez vous adresser à la CNIL.',
  toCnil: 'Adresser une plainte à la CNIL'
}

const en: typeof fr = {
  title: 'Personal data',
  lead: 'What the directory keeps about people, where it comes from, and how to have it corrected or erased.',
  who: 'Who answers for it',
  responsible: 'Controller',
  contact: 'To exercise your rights',
  officer: 'Data protection officer',
  why: 'Why',
  whyText: 'To tell the public where people are helped with digital life, and whom to ask for in each place.',
  basis: 'Legal basis (article 6 of the GDPR)',
  bases: { 'public-task': 'a task in the public interest', 'legitimate-interest': 'a legitimate interest' },
  work: 'If you work or volunteer in a place',
  workText: [
    'The directories that entries come from may give the name, role, phone number and e-mail address of the person in charge of a place. We publish them only if the source permits it. The address of a place and its general contacts may also point to a person.',
    'What each source sends is kept as it is, so that we know where each piece of information comes from. What is not published can be read only by the people who administer the directory.',
    'If a place disappears from its source, its entry is no longer published. The directory keeps it, unpublished, until somebody asks for its erasure.'
  ],
  owners:
    'If you keep one of these directories, we may keep the address at which you get the accepted corrections, on Mondays. Only the people who administer the directory see it; it is deleted as soon as you ask for it.',
  toSources: 'The sources, and where to reach them',
  copies: 'Published data is open: others may have copied it, to their sites or files.',
  visit: 'If you visit the site',
  visitText: [
    'No account to create, no cookie on public pages, no audience measurement. Your browser keeps the files of the site, to be faster, and your selection of places until you close the tab; nothing else.',
    'For each request, the technical log notes the page, the names of the fields filled in, the result, the time taken and the network that the request comes from (the first three numbers of the IP address). It notes neither what you look for, nor where you are, nor your whole IP address.',
    'So that everyone is served, the IP address is kept in memory for one minute, then forgotten.',
    '“Around me” asks your browser for your position, with your consent. It is rounded to about a hundred metres, serves this search and is not stored. It is part of the address of the page of results: bear that in mind before you share it.'
  ],
  baseMap: (hosts) =>
    `The background of the interactive map is loaded from ${hosts}: that service receives your IP address and the area shown. The list of places appears without it.`,
  noBaseMap: 'No page loads anything from another site.',
  host: 'The hosting provider of the site may keep logs of its own.',
  take: 'If you report an error, or have an account',
  takeText: (kept) => [
    `A report keeps what you write, and your e-mail address if you give it. Both are erased ${kept.texts} months after the answer; the subject, the dates and the outcome stay. If you do not confirm your address, the report is erased after ${kept.unconfirmed} hours.`,
    `To recognise mass sendings, a fingerprint of your IP address is kept for ${kept.clients} days. Its key changes every day; the address itself is not kept.`,
    `An account keeps your e-mail address, and your name if you give it. The code for signing in is valid for ${kept.codeMinutes} minutes and is erased after ${kept.signIns} hours. The cookie for signing in is used on your own pages only: it ends after ${kept.unseen} days without a visit, and after ${kept.sessions} days in any case.`,
    `After ${kept.warned.join(' and ')} months without a visit, you are warned by e-mail; after ${kept.closed} months, the account is closed. You can close it yourself at any time, and choose what becomes of your texts.`,
    `A notice about content keeps what you write, and your name and address if you give them; they are erased ${kept.texts} months after the decision. If you ask to manage a place, the proof and what you write are kept for ${kept.claims} months after your request has ended, or for ${kept.lapsedClaims} days if the code was not entered. A request that is not answered for ${kept.unanswered} days ends.`,
    `A subscription keeps your address and what you follow. Without the code of the mail, it is deleted after ${kept.subscriptions} hours; otherwise as soon as you stop it, or your address accepts no mail any more.`,
    `The text of the mails that we send you is erased ${kept.mails} days after sending. The journal of what was done names accounts by a number, never by a name or an address.`
  ],
  manage: 'If you help us to keep the directory',
  manageText:
    'A correction or a decision keeps the name under which it was made, as long as it applies or can be undone.',
  rights: 'Your rights',
  rightsText:
    'You can ask to know what we have about you, to have it corrected, to object to it, to limit its use or to have it erased. Tell us your name, and the place if you know it.',
  ask: 'Write to exercise your rights',
  subject: 'Personal data: exercising my rights',
  body: 'Hello,\n\nMy name:\nThe place concerned, if any:\nWhat I ask for (to know, correct, object, erase):\n',
  erasure: 'What erasure does',
  erasureText: [
    'Your name, e-mail address and phone number are taken out of all entries, published or not, and of what the sources had sent.',
    'If a source names you again, you are taken out at each update. To recognise you, we keep a fingerprint computed from this information, and not the information itself.',
    'The journal of erasures keeps the date, who did it and how many entries changed, without your name.'
  ],
  limits: 'What we cannot erase',
  limitsText:
    'Copies that others have made, and the directory of origin: write to it too. Our backups keep the former state until they are replaced.',
  complaint: 'Complaint',
  complaintText:
    'If our answer does not satisfy you, you can turn to the CNIL, the French data protection authority.',
  toCnil: 'Complain to the CNIL (in French)'
}

export const PRIVACY: Readonly<Record<Language, typeof fr>> = { fr, en }
