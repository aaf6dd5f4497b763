import type { Language } from '../../domain/language.ts'
import {
  type Answers,
  orientationAddress,
  QUESTIONS,
  type QuestionName,
  withoutAnswer
} from '../addresses/answers.ts'
import type { Town } from '../town.ts'
import { ORIENTATION, type OrientationWording } from '../wording/orientation.ts'
import { nextMoment } from './moment.ts'

type Props = {
  readonly answers: Answers
  readonly lang: Language
  readonly now: number
  /** The town, once the last question is answered. */
  readonly town?: Town
}

/** The answers so far, each with a link for changing it. */
export function Answered({ answers, lang, now, town }: Props) {
  const says = ORIENTATION[lang]
  const given = QUESTIONS.flatMap((name) => {
    const said = saidOf(name, answers, says, now, town)
    return said === undefined ? [] : [{ name, said }]
  })
  if (given.length === 0) return null
  return (
    <section class="answered" aria-labelledby="answered">
      <h2 id="answered">{says.answers}</h2>
      <dl>
        {given.map(({ name, said }) => (
          <div key={name}>
            <dt>{says.short[name]}</dt>
            <dd>
              <span>{said}</span>{' '}
              <a href={orientationAddress(withoutAnswer(answers, name), lang)}>
                {says.change}
                <span class="visually-hidden"> : {says.short[name]}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a class="aside" href={orientationAddress({}, lang)}>
          {says.restart}
        </a>
      </p>
    </section>
  )
}

function saidOf(
  name: QuestionName,
  { help, who, when, where }: Answers,
  says: OrientationWording,
  now: number,
  town: Town | undefined
): string | undefined {
  if (name === 'help') return help && says.help[help].label
  if (name === 'who') return who && says.who[who].label
  if (name === 'where') return town ? `${town.name} ${postcodeIn(town, where)}`.trim() : where
  if (typeof when !== 'object') return when && says.when[when].label
  const [date = ''] = nextMoment(when, town?.department ?? null, now).split('T')
  return says.moment(date, when.part)
}

/** The postcode of the town. If the town has several, returns the one that the user typed, or an empty string. */
const postcodeIn = ({ postcodes }: Town, typed = ''): string =>
  postcodes.find((postcode) => typed.includes(postcode)) ??
  (postcodes.length === 1 ? (postcodes[0] ?? '') : '')
