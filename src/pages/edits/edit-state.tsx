import type { Language } from '../../domain/language.ts'
import { privateAddress } from '../account/private-page.tsx'
import { editPath } from '../addresses/managing-address.ts'
import { WeekTable } from '../parts/week-table.tsx'
import type { ShownPlace } from '../place/place-page.tsx'
import { MANAGING } from '../wording/managing.ts'
import { HOURS, plainFields } from './edit-fields.ts'
import { contentInWords, fieldLabel } from './field-label.ts'
import { typedOf } from './read-edit.ts'

type State = 'enregistre' | 'propose' | 'inchange'

/** The form after an act: it says what was done, and which fields were saved. */
export function stateAddress(
  { id }: ShownPlace,
  lang: Language,
  etat: State,
  saved: readonly string[] = []
): string {
  const address = privateAddress(editPath(id), lang, { etat })
  return saved.length > 0 ? `${address}&rubriques=${saved.join('.')}` : address
}

type Query = { readonly etat?: unknown; readonly rubriques?: unknown }

type Props = { readonly query: Query; readonly place: ShownPlace; readonly lang: Language }

/** What the last act did; after saving, each field as it is now, with the week as the directory shows it. */
export function EditState({ query: { etat, rubriques }, place, lang }: Props) {
  const says = MANAGING[lang]
  if (etat === 'inchange') return <Said text={says.unchanged} />
  if (etat === 'propose') return <Said text={says.proposed} />
  if (etat !== 'enregistre') return null
  const named = typeof rubriques === 'string' ? rubriques.split('.') : []
  const saved = [HOURS, ...plainFields()].map(({ name }) => name).filter((name) => named.includes(name))
  const typed = typedOf(place)
  const { week } = place.opening_hours
  const table = saved.includes(HOURS.name) ? week : null
  const listed = saved.filter((name) => name !== HOURS.name || !table)
  return (
    <div class="state" role="status">
      <p>{saved.length > 0 ? says.saved : says.savedPlain}</p>
      {listed.length > 0 && (
        <ul>
          {listed.map((name) => (
            <li key={name}>
              {fieldLabel(name, lang)}
              {says.colon} {shortened(contentInWords(name, typed, lang))}
            </li>
          ))}
        </ul>
      )}
      {table && <WeekTable week={table} />}
    </div>
  )
}

const Said = ({ text }: { readonly text: string }) => (
  <p class="state" role="status">
    {text}
  </p>
)

const MOST_LETTERS = 200

const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
