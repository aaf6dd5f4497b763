import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import {
  type Answers,
  DAYS,
  fieldsOf,
  HELPS,
  orientationAddress,
  PARTS,
  type Part,
  QUESTIONS,
  type QuestionName,
  WHO,
  type Who,
  withoutAnswer
} from '../addresses/answers.ts'
import { ORIENTATION, type OrientationWording } from '../wording/orientation.ts'

type Props = {
  readonly name: QuestionName
  readonly answers: Answers
  readonly lang: Language
  /** Whether the form was sent without an answer. */
  readonly missing: boolean
  /** The towns that the typed text may mean. */
  readonly choices?: readonly Territory[] | undefined
}

/** A page with a single question, as a form that needs no script. */
export function Question({ name, answers, lang, missing, choices = [] }: Props) {
  const says = ORIENTATION[lang]
  const typed = name === 'where' ? answers.where : undefined
  const error =
    typed !== undefined && choices.length === 0 ? says.unknownTown(typed) : missing ? says.missing : undefined
  return (
    <>
      <p class="step">
        {says.step(QUESTIONS.indexOf(name) + 1, QUESTIONS.length)}
        <progress aria-hidden="true" max={QUESTIONS.length} value={QUESTIONS.indexOf(name) + 1} />
      </p>
      <form action="/orientation" method="get" class="question">
        {fieldsOf(withoutAnswer(answers, name), lang).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <input type="hidden" name="step" value={name} />
        {choices.length > 0 && typed !== undefined ? (
          <WhichTown typed={typed} choices={choices} says={says} />
        ) : name === 'where' ? (
          <Where typed={typed} error={error} says={says} />
        ) : (
          <Asked title={says.questions[name]} error={error}>
            <Choices name={name} says={says} />
          </Asked>
        )}
        <button type="submit">{name === 'where' ? says.find : says.next}</button>
        {choices.length > 0 && (
          <a class="aside" href={orientationAddress(withoutAnswer(answers, 'where'), lang)}>
            {says.otherTown}
          </a>
        )}
      </form>
    </>
  )
}

type AskedProps = {
  readonly title: string
  readonly error?: string | undefined
  readonly children: ComponentChildren
}

const Asked = ({ title, error, children }: AskedProps) => (
  <fieldset>
    <legend>
      <h1>{title}</h1>
    </legend>
    {error && (
      <p class="error" role="alert">
        {error}
      </p>
    )}
    {children}
  </fieldset>
)

function Choices({
  name,
  says
}: {
  readonly name: Exclude<QuestionName, 'where'>
  readonly says: OrientationWording
}) {
  if (name === 'help') return <Radios name={name} choices={[...HELPS, 'any' as const]} said={says.help} />
  if (name === 'who') {
    return <Radios name={name} choices={['any' as const, ...(Object.keys(WHO) as Who[])]} said={says.who} />
  }
  return (
    <>
      <Radios name={name} choices={['any', 'now', 'day'] as const} said={says.when} />
      <div class="moment">
        <Select name="day" label={says.day} values={DAYS} said={says.days} />
        <Select name="part" label={says.part} values={Object.keys(PARTS) as Part[]} said={says.parts} />
        <p class="hint">{says.partHint}</p>
      </div>
    </>
  )
}

type RadiosProps<Value extends string> = {
  readonly name: string
  readonly choices: readonly Value[]
  readonly said: Readonly<Record<Value, { readonly label: string; readonly hint?: string }>>
}

const Radios = <Value extends string>({ name, choices, said }: RadiosProps<Value>) => (
  <>
    {choices.map((value) => (
      <Radio key={value} name={name} value={value} {...said[value]} />
    ))}
  </>
)

type RadioProps = {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly hint?: string
}

const Radio = ({ name, value, label, hint }: RadioProps) => (
  <p class="flag">
    <input type="radio" id={`${name}-${value}`} name={name} value={value} required />
    <label for={`${name}-${value}`}>
      {label}
      {hint && <span class="hint"> {hint}</span>}
    </label>
  </p>
)

type SelectProps<Value extends string> = {
  readonly name: string
  readonly label: string
  readonly values: readonly Value[]
  readonly said: Readonly<Record<Value, string>>
}

const Select = <Value extends string>({ name, label, values, said }: SelectProps<Value>) => (
  <p>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {values.map((value) => (
        <option key={value} value={value}>
          {said[value]}
        </option>
      ))}
    </select>
  </p>
)

type WhereProps = {
  readonly typed: string | undefined
  readonly error: string | undefined
  readonly says: OrientationWording
}

const Where = ({ typed, error, says }: WhereProps) => (
  <>
    <h1>{says.questions.where}</h1>
    {error && (
      <p class="error" id="where-error" role="alert">
        {error}
      </p>
    )}
    <label for="where">{says.where.label}</label>
    <p class="hint" id="where-hint">
      {says.where.hint}
    </p>
    <div id="town-field">
      <input
        type="text"
        id="where"
        name="where"
        value={typed}
        required
        maxLength={100}
        autocomplete="address-level2"
        aria-describedby={error ? 'where-error where-hint' : 'where-hint'}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  </>
)

type WhichProps = {
  readonly typed: string
  readonly choices: readonly Territory[]
  readonly says: OrientationWording
}

const WhichTown = ({ typed, choices, says }: WhichProps) => (
  <Asked title={says.whichTown(typed)}>
    <input type="hidden" name="where" value={typed} />
    {choices.map(({ code, name, postcodes, department }) => (
      <Radio
        key={code}
        name="commune"
        value={code}
        label={name}
        hint={[postcodes[0], department && `(${department})`].filter(Boolean).join(' ')}
      />
    ))}
  </Asked>
)
