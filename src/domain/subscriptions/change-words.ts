import type { Language } from '../language.ts'
import type { ChangeKind } from '../places/changes.ts'

/* The words in which feeds and mails say what has changed. */

const fr = {
  kinds: {
    created: 'ajouté',
    updated: 'modifié',
    withdrawn: 'retiré',
    restored: 'de retour',
    merged: 'réuni avec une autre fiche'
  } satisfies Record<ChangeKind, string>,
  sentences: {
    created: 'Ce lieu a été ajouté à l’annuaire.',
    updated: 'La fiche de ce lieu a changé.',
    withdrawn: 'Ce lieu n’est plus dans l’annuaire\u00a0: il a fermé, ou aucune source ne le mentionne plus.',
    restored: 'Ce lieu est de nouveau dans l’annuaire.',
    merged: 'Ce lieu figurait deux fois\u00a0: les deux fiches n’en font plus qu’une.'
  } satisfies Record<ChangeKind, string>,
  changed: (names: readonly string[]) => `Ce qui a changé\u00a0: ${names.join(', ')}.`,
  value: (name: string, before: string, after: string) =>
    `${name}\u00a0: avant «\u00a0${before}\u00a0», maintenant «\u00a0${after}\u00a0».`,
  nothing: 'non renseigné',
  yes: 'oui',
  no: 'non'
}

const en: typeof fr = {
  kinds: {
    created: 'added',
    updated: 'changed',
    withdrawn: 'removed',
    restored: 'back',
    merged: 'joined with another entry'
  },
  sentences: {
    created: 'This place was added to the directory.',
    updated: 'The entry of this place has changed.',
    withdrawn: 'This place is no longer in the directory: it has closed, or no source mentions it any more.',
    restored: 'This place is in the directory again.',
    merged: 'This place stood here twice: the two entries are now one.'
  },
  changed: (names) => `What has changed: ${names.join(', ')}.`,
  value: (name, before, after) => `${name}: before “${before}”, now “${after}”.`,
  nothing: 'not known',
  yes: 'yes',
  no: 'no'
}

export const CHANGE_WORDS: Readonly<Record<Language, typeof fr>> = { fr, en }
