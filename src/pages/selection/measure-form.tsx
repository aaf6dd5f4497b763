import type { Language } from '../../domain/language.ts'
import { type Selection, selectionAddress } from '../addresses/selection.ts'
import { SELECTION } from '../wording/selection.ts'
import { KeptFields } from './kept-fields.tsx'
import type { Measure } from './measure.ts'

type Props = { readonly selection: Selection; readonly measure: Measure; readonly lang: Language }

/** Asks from where distances are measured, or says from where they are. */
export function MeasureForm({ selection, measure, lang }: Props) {
  const says = SELECTION[lang]
  if (measure.kind === 'point') {
    return (
      <p class="measured">
        {measure.name === null ? says.fromYou : says.from(measure.name)}{' '}
        <a href={selectionAddress({ ids: selection.ids, from: {} }, lang)}>{says.forget}</a>
      </p>
    )
  }
  const error =
    measure.kind === 'unclear' && measure.choices.length === 0 ? says.unknownTown(measure.typed) : undefined
  return (
    <>
      {measure.kind === 'unclear' && measure.choices.length > 0 && (
        <Which selection={selection} {...measure} lang={lang} />
      )}
      <form action="/selection" method="get" class="town">
        <KeptFields ids={selection.ids} lang={lang} />
        <label for="where">{says.whereLabel}</label>
        {error && (
          <p class="error" id="where-error" role="alert">
            {error}
          </p>
        )}
        <div class="ask">
          <input
            type="text"
            id="where"
            name="where"
            value={measure.kind === 'unclear' ? measure.typed : undefined}
            required
            maxLength={100}
            autocomplete="address-level2"
            aria-describedby={error ? 'where-error' : undefined}
            aria-invalid={error ? 'true' : undefined}
          />
          <button type="submit">{says.measure}</button>
        </div>
      </form>
    </>
  )
}

type WhichProps = Omit<Extract<Measure, { readonly kind: 'unclear' }>, 'kind'> & Omit<Props, 'measure'>

const Which = ({ selection, typed, choices, lang }: WhichProps) => (
  <>
    <p>{SELECTION[lang].whichTown(typed)}</p>
    <ul>
      {choices.map(({ code, name, postcodes, department }) => (
        <li key={code}>
          <a href={selectionAddress({ ids: selection.ids, from: { where: typed, commune: code } }, lang)}>
            {[name, postcodes[0], department && `(${department})`].filter(Boolean).join(' ')}
          </a>
        </li>
      ))}
    </ul>
  </>
)
