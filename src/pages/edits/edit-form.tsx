import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { editAddress } from '../addresses/managing-address.ts'
import { AreaField, BoxesField, TextField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import type { FormFault } from '../forms/receive.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import { MANAGING } from '../wording/managing.ts'
import { type Clash, Clashes } from './clashes.tsx'
import type { TypedEdit } from './edit-fields.ts'
import { type EditField, HOURS, SECTIONS, type SectionName } from './edit-fields.ts'
import { fieldLabel } from './field-label.ts'
import { HoursFields, HoursPreview, PREVIEW } from './hours-fields.tsx'
import { Origin, type Origins } from './origins.tsx'
import { PositionField, type PositionShown } from './position-field.tsx'

/** The names of what the form carries beside its fields. */
export const CARRIED = { version: 'version', before: 'avant', act: 'acte' } as const

type EditFormProps = {
  readonly place: ShownPlace
  readonly typed: TypedEdit
  /** What the fields contained when the form was first shown. */
  readonly before: TypedEdit
  readonly version: string
  readonly origins: Origins
  readonly position: PositionShown
  readonly token: string
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
  readonly clashes: readonly Clash[]
  /** The hours to show before they are saved. */
  readonly preview?: { readonly text: string | undefined } | undefined
  readonly lang: Language
}

/** The form for a place: every field that its manager may set, each with what stands there and where it comes from. */
export function EditForm(props: EditFormProps) {
  const { place, typed, before, version, origins, position, token, faults, fault, clashes, preview, lang } =
    props
  const says = MANAGING[lang]
  const sections = ['hours', ...Object.keys(SECTIONS)] as readonly ('hours' | SectionName)[]
  return (
    <div class="edit">
      <nav aria-label={says.contents}>
        <ul class="contents">
          {sections.map((name) => (
            <li key={name}>
              <a href={`#${sectionId(name)}`}>{says.sections[name]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Form
        action={editAddress(place.id, lang)}
        token={token}
        lang={lang}
        submit={says.save}
        faults={faults}
        fault={fault}
      >
        <input type="hidden" name={CARRIED.version} value={version} />
        <input type="hidden" name={CARRIED.before} value={JSON.stringify(before)} />
        <Clashes clashes={clashes} lang={lang} />
        <section id={sectionId('hours')}>
          <h2>{says.sections.hours}</h2>
          <HoursFields typed={typed} faults={faults} lang={lang} />
          <Origin origins={origins} field={HOURS.field} />
          {preview && <HoursPreview text={preview.text} lang={lang} />}
          <p>
            <button
              type="submit"
              class="quiet"
              name={CARRIED.act}
              value="verifier"
              formAction={`${editAddress(place.id, lang)}#${PREVIEW}`}
            >
              {says.check}
            </button>{' '}
            <button type="submit">{says.save}</button>
          </p>
        </section>
        {(Object.keys(SECTIONS) as SectionName[]).map((name) => (
          <section id={sectionId(name)} key={name}>
            <h2>{says.sections[name]}</h2>
            {SECTIONS[name].map((each: EditField) => (
              <PlainField
                key={each.name}
                each={each}
                typed={typed}
                faults={faults}
                origins={origins}
                position={position}
                action={editAddress(place.id, lang)}
                lang={lang}
              />
            ))}
          </section>
        ))}
      </Form>
    </div>
  )
}

/** Fields have the names of some sections. */
const sectionId = (name: string): string => `rubrique-${name}`

type FieldProps = Pick<EditFormProps, 'typed' | 'faults' | 'origins' | 'position' | 'lang'> & {
  readonly each: EditField
  readonly action: string
}

function PlainField({ each, typed, faults, origins, position, action, lang }: FieldProps) {
  const control = { value: typed[each.name] ?? '', faults, lang }
  return (
    <>
      {each.filling.by === 'position' ? (
        <PositionField {...position} {...control} action={action} act={CARRIED.act} />
      ) : (
        <Control each={each} {...control} />
      )}
      <Origin origins={origins} field={each.field} />
    </>
  )
}

type ControlProps = {
  readonly each: EditField
  readonly value: string
  readonly faults: readonly FieldFault[]
  readonly lang: Language
}

function Control({ each: { name, filling }, value, faults, lang }: ControlProps) {
  const says = MANAGING[lang]
  const field = { name, label: fieldLabel(name, lang), hint: says.hints[name], faults, lang }
  switch (filling.by) {
    case 'boxes':
      return (
        <BoxesField
          {...field}
          values={value.split('\n')}
          options={chosenFirst(codesOf(filling.parameter), value.split('\n')).map((code) => ({
            value: code,
            label: termLabel(filling.parameter, code, lang)
          }))}
          isLong={codesOf(filling.parameter).length > MANY}
        />
      )
    case 'answer':
      return <Answers name={name} label={field.label} answers={says.answers} value={value} />
    case 'wheelchair':
      return <Answers name={name} label={field.label} answers={says.wheelchair} value={value} />
    case 'area':
      return <AreaField {...field} value={value} rows={name === 'resume' ? 2 : 8} />
    case 'lines':
      return <AreaField {...field} value={value} rows={Math.max(2, value.split('\n').length)} />
    case 'phone':
      return <TextField {...field} value={value} type="tel" autocomplete="off" />
    case 'address':
      return <TextField {...field} value={value} inputmode="url" autocomplete="off" />
    default:
      return <TextField {...field} value={value} autocomplete="off" />
  }
}

/** More boxes than this scroll, and those that are chosen come first. */
const MANY = 30

const chosenFirst = (codes: readonly string[], chosen: readonly string[]): readonly string[] =>
  codes.length > MANY
    ? [...codes.filter((code) => chosen.includes(code)), ...codes.filter((code) => !chosen.includes(code))]
    : codes

type AnswersProps = {
  readonly name: string
  readonly label: string
  readonly answers: Readonly<Record<string, string>>
  readonly value: string
}

/** A question with few answers, on one line where there is room; the first has the name of the field as its id. */
const Answers = ({ name, label, answers, value }: AnswersProps) => (
  <fieldset class="answers">
    <legend>{label}</legend>
    <div>
      {Object.entries(answers).map(([answer, said], index) => {
        const id = index === 0 ? name : `${name}-${answer || 'non-renseigne'}`
        return (
          <span class="flag" key={answer}>
            <input type="radio" id={id} name={name} value={answer} checked={answer === value} />
            <label for={id}>{said}</label>
          </span>
        )
      })}
    </div>
  </fieldset>
)
