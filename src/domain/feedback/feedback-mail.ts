import { fieldInWords } from '../history/field-words.ts'
import type { Language } from '../language.ts'
import type { Block, Mail } from '../mail/mail.ts'
import { nameWithTown, pathIn } from '../mail/naming.ts'
import { valueInWords } from '../subscriptions/change-in-words.ts'
import { wordedTime } from '../time.ts'
import type { ListedPlace, ReportForSource, SourceToTell } from './feedback-ports.ts'

/** What the source says otherwise about a place than the directory. */
export type ToMend = {
  readonly place: ListedPlace
  /** Ids of the records of the source that describe it. */
  readonly records: readonly string[]
  readonly fields: readonly Otherwise[]
  readonly reports: readonly ReportForSource[]
}

type Otherwise = {
  readonly field: string
  /** The value of the source. */
  readonly said: unknown
  /** The value here. */
  readonly value: unknown
  readonly at: Date
}

/** More places than that make a mail that mail programs cut. */
const MOST_PLACES = 100

const fr = {
  subject: (source: string) => `${source}\u00a0: ce qui a été corrigé dans l’annuaire`,
  lead: (source: string, places: number) =>
    places === 1
      ? `Dans l’annuaire, une fiche qui vient de «\u00a0${source}\u00a0» a été corrigée cette semaine. Corrigez-la aussi chez vous, si vous êtes d’accord\u00a0: l’erreur disparaît alors partout.`
      : `Dans l’annuaire, ${places} fiches qui viennent de «\u00a0${source}\u00a0» ont été corrigées cette semaine. Corrigez-les aussi chez vous, si vous êtes d’accord\u00a0: l’erreur disparaît alors partout.`,
  record: (ids: readonly string[]) =>
    `${ids.length === 1 ? 'Identifiant' : 'Identifiants'} dans vos données\u00a0: ${ids.join(', ')}`,
  field: (name: string, said: string, value: string, day: string) =>
    `${name}\u00a0: vos données disent «\u00a0${said}\u00a0», l’annuaire publie «\u00a0${value}\u00a0» depuis le ${day}.`,
  changed: (name: string) => `${name}\u00a0: corrigé dans l’annuaire.`,
  reports: {
    closed: 'Ce lieu n’existe plus\u00a0: un modérateur l’a vérifié.',
    merged: 'Ce lieu figure deux fois\u00a0: un modérateur l’a vérifié.',
    'passed-on': 'Un modérateur vous transmet ce signalement\u00a0:'
  },
  more: (places: number) =>
    places === 1 ? 'Un autre lieu a été corrigé.' : `${places} autres lieux ont été corrigés.`,
  stop: 'Vous recevez ce message une fois par semaine au plus, parce que cette adresse a été donnée pour ces données. Pour ne plus le recevoir, ou pour changer d’adresse, écrivez-nous.',
  contact: 'Nous écrire'
}

const en: typeof fr = {
  subject: (source) => `${source}: what was put right in the directory`,
  lead: (source, places) =>
    places === 1
      ? `In the directory, an entry that comes from “${source}” was put right this week. Please put it right in your data too, if you agree: then the error is gone everywhere.`
      : `In the directory, ${places} entries that come from “${source}” were put right this week. Please put them right in your data too, if you agree: then the errors are gone everywhere.`,
  record: (ids) => `${ids.length === 1 ? 'Id' : 'Ids'} in your data: ${ids.join(', ')}`,
  field: (name, said, value, day) =>
    `${name}: your data say “${said}”, the directory has published “${value}” since ${day}.`,
  changed: (name) => `${name}: put right in the directory.`,
  reports: {
    closed: 'This place no longer exists: a moderator has checked it.',
    merged: 'This place stands in the directory twice: a moderator has checked it.',
    'passed-on': 'A moderator passes this report on to you:'
  },
  more: (places) =>
    places === 1 ? 'One other place was put right.' : `${places} other places were put right.`,
  stop: 'You get this mail once a week at most, because this address was given for these data. To stop it, or to change the address, write to us.',
  contact: 'Write to us'
}

const WORDS: Readonly<Record<Language, typeof fr>> = { fr, en }

/** The mail to the owner of a source. It has no names: neither of those who put it right, nor of persons in places. */
export function feedbackMail({ name, email, language }: SourceToTell, toMend: readonly ToMend[]): Mail {
  const says = WORDS[language]
  const left = toMend.length - MOST_PLACES
  return {
    to: email,
    language,
    subject: says.subject(name),
    blocks: [
      says.lead(name, toMend.length),
      ...toMend.slice(0, MOST_PLACES).flatMap((each) => blocksOf(each, language)),
      ...(left > 0 ? [says.more(left)] : []),
      says.stop,
      { link: pathIn(language, '/contact'), label: says.contact }
    ]
  }
}

function blocksOf({ place, records, fields, reports }: ToMend, language: Language): readonly Block[] {
  const says = WORDS[language]
  return [
    { link: pathIn(language, `/lieux/${place.id}/historique`), label: nameWithTown(place) },
    { list: [says.record(records), ...fields.map((each) => inWords(each, language))] },
    ...reports.flatMap(({ outcome, text }): readonly Block[] =>
      text === null ? [says.reports[outcome]] : [says.reports[outcome], { quote: text }]
    )
  ]
}

/** The person in charge is not named: the person may have asked to be hidden. */
const NAMELESS = 'contacts.person'

function inWords({ field, said, value, at }: Otherwise, language: Language): string {
  const says = WORDS[language]
  const name = capital(fieldInWords(field, language) ?? field)
  const [was, is] = [valueInWords(field, said, language), valueInWords(field, value, language)]
  // Values without words of their own, such as positions, read the same.
  if (field === NAMELESS || was === is) return says.changed(name)
  return says.field(name, was, is, wordedTime(language, { day: 'numeric', month: 'long' })(at))
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
