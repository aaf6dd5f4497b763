import type { Language } from '../language.ts'
import type { Setter } from './feedback-ports.ts'

/* The words of the mail to the owner of a source. */

type Said = {
  readonly said: string
  readonly published: string
  readonly since: string
  readonly by: string
}

const fr = {
  subject: (source: string, places: number) =>
    places === 1 ? `${source}\u00a0: une fiche à corriger` : `${source}\u00a0: ${places} fiches à corriger`,
  lead: (source: string, places: number) =>
    places === 1
      ? `Une correction a été acceptée pour un lieu de votre liste (${source}).`
      : `Des corrections ont été acceptées pour ${places} lieux de votre liste (${source}).`,
  why: 'Ce que nous publions remplace ici ce que dit votre fichier. Si c’est juste, corrigez aussi votre fichier\u00a0: les autres sites qui l’utilisent en profiteront. Sinon, répondez-nous.',
  record: (id: string) => `Identifiant dans votre fichier\u00a0: ${id}`,
  value: (what: string, { said, published, since, by }: Said) =>
    `${what}\u00a0: votre fichier dit «\u00a0${said}\u00a0». Depuis le ${since}, nous publions «\u00a0${published}\u00a0» (${by}).`,
  withheld: (what: string, since: string, by: string) =>
    `${what}\u00a0: corrigé le ${since} (${by}). Ce courriel ne répète pas le texte, parce qu’il peut nommer une personne\u00a0: voyez la page du lieu.`,
  unsaid: (what: string, since: string, by: string) =>
    `${what}\u00a0: corrigé le ${since} (${by}). Voyez la page du lieu.`,
  closed: (since: string) => `Depuis le ${since}, ce lieu est signalé fermé, et l’annuaire l’a vérifié.`,
  merged: (since: string) =>
    `Le ${since}, l’annuaire a confirmé que ce lieu figure deux fois. Vérifiez s’il est aussi en double dans votre fichier.`,
  passedOn: (since: string, fields: readonly string[]) =>
    fields.length === 0
      ? `Le ${since}, un signalement sur ce lieu a été accepté. C’est à vous de corriger votre fichier : vérifiez cette fiche.`
      : `Le ${since}, un signalement a été accepté. C’est à vous de corriger votre fichier : vérifiez ${fields.join(', ')}.`,
  by: {
    manager: 'par la personne qui gère le lieu',
    moderator: 'par la modération, après un signalement',
    report: 'après un signalement accepté',
    operator: 'par l’équipe de l’annuaire'
  } satisfies Readonly<Record<Setter, string>>,
  history: 'Ce qui a changé dans ce lieu',
  more: 'Il y a d’autres corrections\u00a0: elles suivront la semaine prochaine.',
  stop: 'Ce courriel part le lundi, s’il y a une correction. Pour donner une autre adresse, écrivez à l’équipe de l’annuaire.',
  contact: 'Écrire à l’équipe'
}

const en: typeof fr = {
  subject: (source, places) =>
    places === 1 ? `${source}: one entry to mend` : `${source}: ${places} entries to mend`,
  lead: (source, places) =>
    places === 1
      ? `A correction was accepted for a place of your list (${source}).`
      : `Corrections were accepted for ${places} places of your list (${source}).`,
  why: 'What we publish stands here in place of what your file says. If it is right, please mend your file too: the other sites that use it will benefit. If it is wrong, tell us.',
  record: (id) => `Id in your file: ${id}`,
  value: (what, { said, published, since, by }) =>
    `${what}: your file says “${said}”. Since ${since}, we have published “${published}” (${by}).`,
  withheld: (what, since, by) =>
    `${what}: corrected on ${since} (${by}). This mail does not repeat the text, because it may name a person: see the page of the place.`,
  unsaid: (what, since, by) => `${what}: corrected on ${since} (${by}). See the page of the place.`,
  closed: (since) =>
    `Since ${since}, this place has been marked as closed, and the directory has checked it.`,
  merged: (since) =>
    `On ${since}, the directory confirmed that this place stands here twice. Please check whether your file lists it twice too.`,
  passedOn: (since, fields) =>
    fields.length === 0
      ? `On ${since}, a report about this place was accepted. It is for you to mend your file: please check this entry.`
      : `On ${since}, a report was accepted. It is for you to mend your file: please check ${fields.join(', ')}.`,
  by: {
    manager: 'by the manager of the place',
    moderator: 'by a moderator, after a report',
    report: 'after a report that was accepted',
    operator: 'by the team of the directory'
  },
  history: 'What has changed at this place',
  more: 'There are more corrections: they follow next week.',
  stop: 'This mail leaves on Mondays if there is a correction. To give another address, write to the team of the directory.',
  contact: 'Write to the team'
}

export const FEEDBACK_WORDS: Readonly<Record<Language, typeof fr>> = { fr, en }
