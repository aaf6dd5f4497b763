import type { Language } from '../../domain/language.ts'
import { SUMMARY } from '../forms/form.tsx'
import { MANAGING } from '../wording/managing.ts'
import { fieldLabel } from './field-label.ts'

/** A field that two people changed at the same time, with both values in words. */
export type Clash = { readonly name: string; readonly mine: string; readonly current: string }

export const choiceName = (name: string): string => `garder_${name}`

type Props = { readonly clashes: readonly Clash[]; readonly lang: Language }

/** Asks which value to keep. What this person wrote is chosen at first. The answer to the form begins here, also for the keyboard. */
export function Clashes({ clashes, lang }: Props) {
  const says = MANAGING[lang]
  if (clashes.length === 0) return null
  return (
    <div class="faults" id={SUMMARY} role="alert" tabIndex={-1}>
      <h2>{says.clashTitle}</h2>
      <p>{says.clashLead}</p>
      {clashes.map(({ name, mine, current }) => (
        <fieldset class="field" key={name}>
          <legend>{says.clash(fieldLabel(name, lang))}</legend>
          <Choice id={`${choiceName(name)}-m`} name={name} value="mienne" label={says.mine(mine)} isChosen />
          <Choice id={`${choiceName(name)}-a`} name={name} value="actuelle" label={says.current(current)} />
        </fieldset>
      ))}
    </div>
  )
}

type ChoiceProps = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly label: string
  readonly isChosen?: boolean
}

const Choice = ({ id, name, value, label, isChosen = false }: ChoiceProps) => (
  <div class="flag">
    <input type="radio" id={id} name={choiceName(name)} value={value} checked={isChosen} />
    <label for={id}>{label}</label>
  </div>
)
