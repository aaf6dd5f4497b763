import type { Language } from '../../domain/language.ts'

/*
 * The four questions, and the value or filter of the API for each answer. The address contains all answers, so that
 * the back button returns to the previous question, and a shared link contains them too.
 */

export const HELPS = [
  'aide-aux-demarches-administratives',
  'maitrise-des-outils-numeriques-du-quotidien',
  'acces-internet-et-materiel-informatique',
  'insertion-professionnelle-via-le-numerique',
  'utilisation-securisee-du-numerique',
  'parentalite-et-education-avec-le-numerique',
  'acquisition-de-materiel-informatique-a-prix-solidaire',
  'loisirs-et-creations-numeriques',
  'comprehension-du-monde-numerique'
] as const
export type Help = (typeof HELPS)[number]

/** The groups of people for whom help is sought, each with the filter of the API that finds places for them. */
export const WHO = {
  seniors: 'audience',
  jeunes: 'audience',
  etudiants: 'audience',
  'familles-et-ou-enfants': 'audience',
  femmes: 'audience',
  wheelchair: 'accessibility',
  surdite: 'need',
  'deficience-visuelle': 'need',
  'handicaps-mentaux': 'need',
  illettrisme: 'need',
  'langues-etrangeres-anglais': 'need',
  'langues-etrangeres-autres': 'need'
} as const
export type Who = keyof typeof WHO

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Day = (typeof DAYS)[number]

/** A time in the middle of each half-day that stands for it: a place open at ten counts as open in the morning. */
export const PARTS = { morning: '10:00', afternoon: '15:00', evening: '18:30' } as const
export type Part = keyof typeof PARTS

export const QUESTIONS = ['help', 'who', 'when', 'where'] as const
export type QuestionName = (typeof QUESTIONS)[number]

/** The answers so far. `any` is an answer too: it means "it does not matter". */
export type Answers = {
  readonly help?: Help | 'any'
  readonly who?: Who | 'any'
  readonly when?: 'any' | 'now' | { readonly day: Day; readonly part: Part }
  /** The town as the user typed it. */
  readonly where?: string
  /** The INSEE code of the town that the user chose, if the typed text could mean several towns. */
  readonly commune?: string
  /** The position of the reader, in WGS 84 degrees, instead of a town. */
  readonly lat?: string
  readonly lon?: string
}

const LONGEST = 100

/** Reads the answers from the parameters of an address; any other value is ignored. */
export function readAnswers(query: Readonly<Record<string, unknown>>): Answers {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, LONGEST) : '')
  const help = among([...HELPS, 'any'], text('help'))
  const who = among([...(Object.keys(WHO) as Who[]), 'any'], text('who'))
  const when = whenOf(text('when'), text('day'), text('part'))
  const [where, commune] = [text('where'), text('commune')]
  return {
    ...(help && { help }),
    ...(who && { who }),
    ...(when && { when }),
    ...(where !== '' && { where }),
    ...(/^(\d{2}|2[AB])\d{3}$/.test(commune) && { commune }),
    ...pointOf(text('lat'), text('lon'))
  }
}

const isDegrees = (text: string, most: number): boolean =>
  /^-?\d{1,3}(\.\d{1,7})?$/.test(text) && Math.abs(Number(text)) <= most

const pointOf = (lat: string, lon: string): Pick<Answers, 'lat' | 'lon'> =>
  isDegrees(lat, 90) && isDegrees(lon, 180) ? { lat, lon } : {}

function whenOf(when: string, day: string, part: string): Answers['when'] {
  if (when !== 'day') return among(['any', 'now'] as const, when)
  const [known, half] = [among(DAYS, day), among(Object.keys(PARTS) as Part[], part)]
  return known && half && { day: known, part: half }
}

const among = <Value extends string>(values: readonly Value[], given: string): Value | undefined =>
  values.find((value) => value === given)

/** The first question that has no answer yet; undefined if all are answered. */
export const openQuestion = (answers: Answers): QuestionName | undefined =>
  QUESTIONS.find((name) =>
    name === 'where' ? !answers.where && !answers.commune && !answers.lat : answers[name] === undefined
  )

/** Removes the answer to one question, so that it is asked again. */
export function withoutAnswer(answers: Answers, name: QuestionName): Answers {
  const { [name]: _, ...rest } = answers
  if (name !== 'where') return rest
  const { commune, lat, lon, ...others } = rest
  return others
}

/** The answers as pairs of name and value, for the fields of a form or the parameters of an address. */
export function fieldsOf(
  { help, who, when, where, commune, lat, lon }: Answers,
  lang: Language
): readonly [string, string][] {
  const at = typeof when === 'object' ? { when: 'day', ...when } : { when }
  const all = { help, who, ...at, where, commune, lat, lon, lang: lang === 'en' ? lang : undefined }
  return Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined)
}

/** The address of the sheet with these places; it also contains the answers. */
export function sheetAddress(answers: Answers, ids: readonly string[], lang: Language): string {
  const pairs = [...fieldsOf(answers, lang), ...ids.map((id): [string, string] => ['lieu', id])]
  return `/orientation/fiche?${new URLSearchParams(pairs.map((pair) => [...pair]))}`
}

export function orientationAddress(answers: Answers, lang: Language): string {
  const query = new URLSearchParams(fieldsOf(answers, lang).map((pair) => [...pair]))
  return query.size > 0 ? `/orientation?${query}` : '/orientation'
}
