import type { Language } from '../../domain/language.ts'
import { spokenPhone } from '../../domain/places/spoken-phone.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { originsOf } from '../contributions/what-is-said.tsx'
import { AreaField, BoxesField, SelectField, TextField } from '../forms/fields.tsx'
import type { FieldFault } from '../forms/form.tsx'
import type { ListedSource } from '../parts/count-directory.ts'
import { isFeature } from '../parts/terms.ts'
import { longDay } from '../wording/day.ts'
import { DECIDING } from '../wording/deciding.ts'
import { MODERATION } from '../wording/moderation.ts'
import { WORDING } from '../wording/wording.ts'
import {
  type EditedField,
  type EditedPlace,
  nameOf,
  seenName,
  seenText,
  type TypedValue,
  typedValue
} from './corrected-fields.ts'

export type Origins = Parameters<typeof originsOf>[1]

type Props = {
  /** What stands now; of a proposed place, what is proposed. */
  readonly place: EditedPlace
  readonly fields: readonly EditedField[]
  /** What was typed, if the form is shown again, and what its reader saw then. */
  readonly typed: ReadonlyMap<string, TypedValue> | undefined
  readonly seen: ReadonlyMap<string, string> | undefined
  /** Whether the place is proposed, so that the directory says nothing yet. */
  readonly isProposed: boolean
  readonly origins: Origins
  readonly sources: readonly ListedSource[]
  readonly faults: readonly FieldFault[]
  readonly lang: Language
}

/** What the directory says, with its source and date, beside what it would say: each row is one field. */
export function Comparison({
  place,
  fields,
  typed,
  seen,
  isProposed,
  origins,
  sources,
  faults,
  lang
}: Props) {
  const says = MODERATION[lang]
  const { title, before, after } = says.columns[isProposed ? 'proposed' : 'stored']
  if (fields.length === 0) return null
  return (
    <section class="compare">
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{says.field}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((edited) => {
            const now = typedValue(place, edited)
            const value = typed?.get(edited.field) ?? now
            const isSaid = seenText(now) !== ''
            return (
              <tr key={edited.field}>
                <th scope="row">{fieldName(edited.field, lang)}</th>
                <td data-column={before}>
                  {isSaid ? (
                    <span class="text" lang="fr">
                      {inWords(edited, now, lang)}
                    </span>
                  ) : (
                    <span class="hint">{says.empty}</span>
                  )}
                  {isSaid &&
                    originsOf([edited.field], origins).map(({ source, changed_on: day }) => (
                      <p class="hint" key={source}>
                        {says.source(
                          sources.find(({ slug }) => slug === source)?.name ?? source,
                          day ? longDay(lang, day) : undefined
                        )}
                      </p>
                    ))}
                </td>
                <td data-column={after} class={seenText(value) === seenText(now) ? undefined : 'changed'}>
                  <input
                    type="hidden"
                    name={seenName(edited)}
                    value={seen?.get(edited.field) ?? seenText(now)}
                  />
                  <Input edited={edited} value={value} column={after} faults={faults} lang={lang} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

export function fieldName(field: string, lang: Language): string {
  const feature = field.replace('accessibility.', '')
  return DECIDING[lang].fields[field] ?? (isFeature(feature) ? WORDING[lang].features[feature] : field)
}

function inWords(edited: EditedField, value: TypedValue, lang: Language): string {
  const says = DECIDING[lang]
  if (typeof value !== 'string')
    return edited.as === 'codes'
      ? value.map((code) => termLabel(edited.parameter, code, lang)).join('\n')
      : value.join('\n')
  if (edited.as === 'phone') return spokenPhone(value)
  if (edited.as === 'yes-no') return WORDING[lang].answers[value === 'oui' ? 'yes' : 'no']
  if (edited.as === 'wheelchair') return says.wheelchair[value as keyof typeof says.wheelchair] ?? value
  return value
}

type InputProps = {
  readonly edited: EditedField
  readonly value: TypedValue
  readonly column: string
  readonly faults: readonly FieldFault[]
  readonly lang: Language
}

function Input({ edited, value, column, faults, lang }: InputProps) {
  const says = DECIDING[lang]
  const { field, as } = edited
  const common = {
    name: nameOf(edited),
    label: `${column}${lang === 'fr' ? '\u00a0' : ''}: ${fieldName(field, lang)}`,
    faults,
    lang
  }
  if (as === 'codes')
    return (
      <BoxesField
        {...common}
        values={typeof value === 'string' ? [] : value}
        options={codesOf(edited.parameter).map((code) => ({
          value: code,
          label: termLabel(edited.parameter, code, lang)
        }))}
      />
    )
  const text = typeof value === 'string' ? value : value.join(', ')
  if (as === 'text') return <AreaField {...common} value={text} rows={4} />
  if (as === 'yes-no') {
    const { yes, no } = WORDING[lang].answers
    const options = [
      { value: 'oui', label: yes },
      { value: 'non', label: no }
    ]
    return <SelectField {...common} value={text} none={says.notSaid} options={options} />
  }
  if (as === 'wheelchair') {
    const options = (['yes', 'limited', 'no'] as const).map((each) => ({
      value: each,
      label: says.wheelchair[each]
    }))
    return <SelectField {...common} value={text} none={says.notSaid} options={options} />
  }
  return (
    <TextField
      {...common}
      value={text}
      hint={as === 'list' ? says.list : as === 'point' ? says.point : undefined}
      type={as === 'phone' ? 'tel' : 'text'}
      autocomplete="off"
    />
  )
}
