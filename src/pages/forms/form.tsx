import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { FORMS } from '../wording/forms.ts'
import { type FormFault, TOKEN_FIELD, TRAP_FIELD } from './receive.ts'

/** What is wrong with the field of this name, in a sentence for its reader. */
export type FieldFault = { readonly name: string; readonly text: string }

type Props = {
  readonly action: string
  readonly token: string
  readonly lang: Language
  /** The text of the button. */
  readonly submit: string
  /** Several buttons instead of one: the value of the one that is pressed is sent under this name. */
  readonly name?: string
  readonly buttons?: readonly { readonly value: string; readonly label: string }[]
  readonly faults?: readonly FieldFault[]
  readonly fault?: FormFault | undefined
  /** Said above the faults, if it is not that nothing was sent. */
  readonly faultsTitle?: string | undefined
  readonly children?: ComponentChildren
}

/**
 * A form, and above it what was refused. It leads to the summary of its own answer: a browser that shows the form again
 * starts there, also for the keyboard and for screen readers.
 */
export function Form({
  action,
  token,
  lang,
  submit,
  name,
  buttons,
  faults = [],
  fault,
  faultsTitle,
  children
}: Props) {
  return (
    <>
      <FaultSummary faults={faults} fault={fault} faultsTitle={faultsTitle} lang={lang} />
      <form method="post" action={`${action}#${SUMMARY}`} class="filled" novalidate>
        <input type="hidden" name={TOKEN_FIELD} value={token} />
        {children}
        <Trap lang={lang} />
        <p>
          {buttons?.map(({ value, label }) => (
            <button key={value} type="submit" name={name} value={value}>
              {label}
            </button>
          )) ?? <button type="submit">{submit}</button>}
        </p>
      </form>
    </>
  )
}

/** Where the answer to a form begins: a page that shows something else than the summary of errors gives it this id. */
export const SUMMARY = 'a-corriger'

function FaultSummary({
  faults,
  fault,
  faultsTitle,
  lang
}: Required<Pick<Props, 'faults' | 'lang'>> & Pick<Props, 'fault' | 'faultsTitle'>) {
  const says = FORMS[lang]
  if (faults.length === 0 && fault === undefined) return null
  return (
    <div class="faults" id={SUMMARY} role="alert" tabIndex={-1}>
      {fault && <p>{says.again[fault]}</p>}
      {faults.length > 0 && (
        <>
          <h2>{faultsTitle ?? says.faults(faults.length)}</h2>
          <ul>
            {faults.map(({ name, text }) => (
              <li key={name}>
                <a href={`#${name}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** A field that people do not see, and that programs fill in. Screen readers read that it must stay empty. */
function Trap({ lang }: Pick<Props, 'lang'>) {
  // A page may have several forms.
  const id = useId()
  return (
    <div class="visually-hidden">
      <label for={id}>{FORMS[lang].trap}</label>
      <input id={id} name={TRAP_FIELD} type="text" value="" tabIndex={-1} autocomplete="off" />
    </div>
  )
}
