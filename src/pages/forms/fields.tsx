import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { FORMS } from '../wording/forms.ts'
import type { FieldFault } from './form.tsx'

type Field = {
  readonly name: string
  readonly label: string
  /** What may be written, with an example. */
  readonly hint?: string | undefined
  readonly faults?: readonly FieldFault[] | undefined
  readonly optional?: boolean
  readonly lang: Language
}

type TextProps = Field & {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time'
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'numeric' | 'email' | 'tel' | 'url'
}

/** A field of one line. */
export function TextField({ value = '', type = 'text', autocomplete, inputmode, ...field }: TextProps) {
  return (
    <div class="field">
      <Label field={field} />
      <Notes field={field} />
      <input
        {...marks(field)}
        type={type}
        value={value}
        {...(autocomplete && { autocomplete })}
        {...(inputmode && { inputMode: inputmode })}
      />
    </div>
  )
}

/** The code of a mail, under the name `code`. Phones and browsers offer the one that has just arrived. */
export const CodeField = (props: Omit<TextProps, 'name' | 'type' | 'autocomplete' | 'inputmode'>) => (
  <TextField {...props} name="code" autocomplete="one-time-code" />
)

/** A field of several lines. */
export function AreaField({ value = '', rows = 5, ...field }: Field & { value?: string; rows?: number }) {
  return (
    <div class="field">
      <Label field={field} />
      <Notes field={field} />
      <textarea {...marks(field)} rows={rows}>
        {value}
      </textarea>
    </div>
  )
}

type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined }

type SelectProps = Field & {
  readonly value?: string
  readonly options: readonly Option[]
  /** What stands in it while nothing is chosen. */
  readonly none: string
  /** The names of two groups, and the values that stand in the first of them, before all options. */
  readonly first?: { readonly title: string; readonly rest: string; readonly values: readonly string[] }
}

/** One of many answers. */
export function SelectField({ value = '', options, none, first, ...field }: SelectProps) {
  const early = first?.values.flatMap((each) => options.find((option) => option.value === each) ?? []) ?? []
  return (
    <div class="field">
      <Label field={field} />
      <Notes field={field} />
      <select {...marks(field)}>
        <option value="">{none}</option>
        {first ? (
          <>
            <optgroup label={first.title}>
              <Options options={early} value={value} />
            </optgroup>
            <optgroup label={first.rest}>
              {/* A value is chosen in one group only. */}
              <Options options={options} value={early.some((each) => each.value === value) ? '' : value} />
            </optgroup>
          </>
        ) : (
          <Options options={options} value={value} />
        )}
      </select>
    </div>
  )
}

const Options = ({ options, value }: { readonly options: readonly Option[]; readonly value: string }) => (
  <>
    {options.map((option) => (
      <option key={option.value} value={option.value} selected={option.value === value}>
        {option.label}
      </option>
    ))}
  </>
)

type GroupProps = Field & {
  readonly options: readonly Option[]
  /** Whether the options stand in a box that scrolls, because they would fill several screens. */
  readonly isLong?: boolean
}

/** One of several answers. */
export const ChoiceField = ({ value, ...group }: GroupProps & { readonly value?: string | undefined }) => (
  <Group {...group} type="radio" isChosen={(option) => option === value} />
)

/** Any number of several answers. */
export const BoxesField = ({ values, ...group }: GroupProps & { readonly values: readonly string[] }) => (
  <Group {...group} type="checkbox" isChosen={(option) => values.includes(option)} />
)

type AnyGroup = GroupProps & {
  readonly type: 'radio' | 'checkbox'
  readonly isChosen: (option: string) => boolean
}

/** The first option has the name of the field as its id, so that the summary of what is wrong leads to it. */
function Group({ options, type, isChosen, isLong = false, ...field }: AnyGroup) {
  const { name } = field
  const described = describedBy(field)
  const boxes = options.map(({ value, label, hint }, index) => {
    const id = index === 0 ? name : `${name}-${value}`
    return (
      <div class="flag" key={value}>
        <input
          type={type}
          id={id}
          name={name}
          value={value}
          checked={isChosen(value)}
          {...(hint && { 'aria-describedby': `${id}-hint` })}
        />
        <label for={id}>
          {label}
          {hint && (
            <span class="hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </label>
      </div>
    )
  })
  return (
    <fieldset class="field" {...(described && { 'aria-describedby': described })}>
      <legend>
        <Labelled field={field} />
      </legend>
      <Notes field={field} />
      {isLong ? <div class="options">{boxes}</div> : boxes}
    </fieldset>
  )
}

/** A single box, for what is agreed to. */
export function BoxField({ checked, ...field }: Field & { readonly checked: boolean }) {
  return (
    <div class="field">
      <Notes field={field} />
      <div class="flag">
        <input {...marks(field)} type="checkbox" value="1" checked={checked} />
        <label for={field.name}>{field.label}</label>
      </div>
    </div>
  )
}

const Label = ({ field }: { readonly field: Field }) => (
  <label for={field.name}>
    <Labelled field={field} />
  </label>
)

const Labelled = ({ field: { label, optional, lang } }: { readonly field: Field }) => (
  <>
    {label}
    {optional && <span class="optional"> ({FORMS[lang].optional})</span>}
  </>
)

/** The hint and the error of a field, which screen readers read with it. */
function Notes({ field: { name, hint, faults } }: { readonly field: Field }) {
  const fault = faultOf(name, faults)
  return (
    <>
      {hint && <Note id={`${name}-hint`} text={hint} style="hint" />}
      {fault && <Note id={`${name}-fault`} text={fault} style="fault" />}
    </>
  )
}

const Note = ({ id, text, style }: { id: string; text: ComponentChildren; style: string }) => (
  <p class={style} id={id}>
    {text}
  </p>
)

const faultOf = (name: string, faults: readonly FieldFault[] = []): string | undefined =>
  faults.find((fault) => fault.name === name)?.text

function describedBy({ name, hint, faults }: Field): string | undefined {
  const ids = [hint && `${name}-hint`, faultOf(name, faults) && `${name}-fault`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The attributes by which the field, its hint and its error belong together. */
function marks(field: Field) {
  const { name, faults } = field
  const described = describedBy(field)
  return {
    id: name,
    name,
    ...(described && { 'aria-describedby': described }),
    ...(faultOf(name, faults) && { 'aria-invalid': true })
  }
}
