import { readHours } from '../../domain/hours/read/read-hours.ts'
import { FRENCH_DAYS } from '../../domain/hours/reading.ts'
import type { Language } from '../../domain/language.ts'
import { HoursRead } from '../contributions/proposal-check.tsx'
import { AreaField } from '../forms/fields.tsx'
import type { FieldFault } from '../forms/form.tsx'
import { MANAGING } from '../wording/managing.ts'
import type { TypedEdit } from './edit-fields.ts'
import { DAY_STATES, HOLIDAYS, SLOTS, slotName, stateName, TEXT } from './hours-table.ts'

type Props = {
  readonly typed: TypedEdit
  readonly faults: readonly FieldFault[]
  readonly lang: Language
}

/** A row for each day, and a text for what rows cannot say. */
export function HoursFields({ typed, faults, lang }: Props) {
  const says = MANAGING[lang]
  const isText = typed[TEXT] !== '' || faults.some(({ name }) => name === TEXT)
  return (
    <>
      <p class="hint">{says.hoursLead}</p>
      {FRENCH_DAYS.map((name, day) => (
        <DayFields key={name} day={day} typed={typed} faults={faults} lang={lang} />
      ))}
      <p class="flag">
        <input type="checkbox" id={HOLIDAYS} name={HOLIDAYS} value="1" checked={typed[HOLIDAYS] === '1'} />
        <label for={HOLIDAYS}>{says.holidays}</label>
      </p>
      <details open={isText}>
        <summary>{says.other}</summary>
        <AreaField
          name={TEXT}
          label={says.otherLabel}
          hint={says.otherHint}
          value={typed[TEXT] ?? ''}
          rows={3}
          faults={faults}
          optional
          lang={lang}
        />
      </details>
    </>
  )
}

function DayFields({ day, typed, faults, lang }: Props & { readonly day: number }) {
  const says = MANAGING[lang]
  // Few places open three times a day; then the third is shown.
  const slots = SLOTS.filter(
    (slot) =>
      slot < 3 ||
      typed[slotName(day, 3, 'de')] ||
      typed[slotName(day, 3, 'a')] ||
      typed[slotName(day, 2, 'a')]
  )
  const own = faults.find(({ name }) => name.startsWith(`${FRENCH_DAYS[day]}_`))
  return (
    <fieldset class="day" {...(own && { 'aria-describedby': `${own.name}-fault` })}>
      <legend>{says.days[day]}</legend>
      <DayStates day={day} state={typed[stateName(day)] ?? ''} lang={lang} />
      <div class="slots">
        {slots.map((slot) => (
          <span class="slot" key={slot}>
            {(['de', 'a'] as const).map((end) => {
              const name = slotName(day, slot, end)
              return (
                <>
                  <label for={name}>
                    <span class="visually-hidden">
                      {says.days[day]} {says.slots[slot - 1]}{' '}
                    </span>
                    {end === 'de' ? says.from : says.to}
                  </label>
                  <input
                    type="text"
                    id={name}
                    name={name}
                    autocomplete="off"
                    value={typed[name] ?? ''}
                    {...(own?.name === name && { 'aria-invalid': true })}
                  />
                </>
              )
            })}
          </span>
        ))}
      </div>
      {own && (
        <p class="fault" id={`${own.name}-fault`}>
          {own.text}
        </p>
      )}
    </fieldset>
  )
}

type StatesProps = { readonly day: number; readonly state: string; readonly lang: Language }

/** Asks whether a day is open, closed or unknown; the first answer has the name of the question as its id. */
const DayStates = ({ day, state, lang }: StatesProps) => {
  const says = MANAGING[lang]
  const name = stateName(day)
  return (
    <div class="states">
      {DAY_STATES.map((each, index) => {
        const id = index === 0 ? name : `${name}-${each}`
        return (
          <span class="flag" key={each}>
            <input type="radio" id={id} name={name} value={each} checked={each === state} />
            <label for={id}>
              <span class="visually-hidden">{says.days[day]} </span>
              {says.dayStates[each]}
            </label>
          </span>
        )
      })}
    </div>
  )
}

/** The id of the preview. */
export const PREVIEW = 'apercu'

type PreviewProps = { readonly text: string | undefined; readonly lang: Language }

/** The week as the directory will show it, and what it did not understand. */
export function HoursPreview({ text, lang }: PreviewProps) {
  const says = MANAGING[lang]
  return (
    <div id={PREVIEW} class="preview" role="status" tabIndex={-1}>
      {text === undefined ? <p>{says.previewNone}</p> : <HoursRead raw={text} lang={lang} />}
      {(text === undefined || readHours(text).confidence === 'exact') && <p>{says.previewNote}</p>}
    </div>
  )
}
