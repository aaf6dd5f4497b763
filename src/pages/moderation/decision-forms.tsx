import type { Language } from '../../domain/language.ts'
import type { Decision, Outcome } from '../../domain/moderation/decision.ts'
import type { SimilarPlace } from '../contributions/proposal-check.tsx'
import { AreaField, ChoiceField, SelectField, TextField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { type FormFault, textIn, type Values } from '../forms/receive.ts'
import type { ListedSource } from '../parts/count-directory.ts'
import { DECIDING } from '../wording/deciding.ts'
import { Comparison, type Origins } from './comparison.tsx'
import { type EditedPlace, proposedFields, seenName, typedFields } from './corrected-fields.ts'
import { type Moderated, type Queued, subjectOf } from './moderated.ts'
import { type Chosen, reportAddress } from './queue-filters.ts'
import { fieldOf, fieldsOf, reasonsFor } from './read-decision.ts'

type Act = Decision['act']

/** The form that was refused, if one was. */
export type RefusedDecision = {
  readonly act: Act
  readonly values: Values
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
}

export type DecisionProps = {
  readonly report: Moderated
  /** The place as it stands, or as it is proposed; undefined if the directory does not show it. */
  readonly place: EditedPlace | undefined
  readonly origins: Origins
  readonly sources: readonly ListedSource[]
  readonly similar: readonly SimilarPlace[]
  /** Other reports on the same place, of which this one may be a duplicate. */
  readonly beside: readonly Queued[]
  readonly tokens: ReadonlyMap<Act, string>
  readonly refused: RefusedDecision | undefined
  /** The list from which the moderator came. */
  readonly chosen: Chosen
  readonly lang: Language
}

/** A form for each act that is possible now. The one for taking it comes first, and needs nothing but its button. */
export function DecisionForms(props: DecisionProps) {
  const { report, lang } = props
  const says = DECIDING[lang]
  return (
    <>
      {report.allowed.map((act) => (
        <section key={act} id={`acte-${act}`}>
          {act === 'take' || act === 'release' ? (
            <OneForm {...props} act={act} />
          ) : (
            <details open={act === 'accept' || props.refused?.act === act}>
              <summary>{says.forms[act].title}</summary>
              <OneForm {...props} act={act} />
            </details>
          )}
        </section>
      ))}
    </>
  )
}

function OneForm(props: DecisionProps & { readonly act: Act }) {
  const { report, act, tokens, refused, chosen, lang } = props
  const says = DECIDING[lang]
  const own = refused?.act === act ? refused : undefined
  const faults = own?.faults ?? []
  const values = own?.values ?? {}
  const field = { faults, lang }
  return (
    <Form
      action={reportAddress(report.reference, chosen, lang, { act })}
      token={tokens.get(act) ?? ''}
      lang={lang}
      submit={says.forms[act].submit}
      faults={faults}
      fault={own?.fault}
    >
      {act === 'accept' && <Accepting {...props} own={own} />}
      {act === 'close-as-duplicate' && <Duplicates {...props} own={own} />}
      {['accept', 'reject', 'reopen'].includes(act) &&
        reasonsFor(act, report.new_place !== null).length > 0 && (
          <SelectField
            {...field}
            name={fieldOf('raison', act)}
            label={says.reason}
            none={says.chooseReason}
            value={textIn(values, fieldOf('raison', act))}
            options={reasonsFor(act, report.new_place !== null).map((value) => ({
              value,
              label: says.reasons[value as Outcome]
            }))}
          />
        )}
      {act !== 'take' && act !== 'release' && (
        <AreaField
          {...field}
          name={fieldOf('phrase', act)}
          label={act === 'ask' ? says.question : says.sentence}
          hint={says.sentenceHint}
          value={textIn(values, fieldOf('phrase', act))}
          rows={3}
          optional={act === 'accept' || act === 'close-as-duplicate'}
        />
      )}
    </Form>
  )
}

type OwnProps = DecisionProps & { readonly own: RefusedDecision | undefined }

/** What the place is to say; of a proposed one, first whether it is new. */
function Accepting({ report, place, origins, sources, similar, own, lang }: OwnProps) {
  const says = DECIDING[lang]
  const fields = fieldsOf(report)
  const values = own?.values
  return (
    <>
      {report.new_place !== null && similar.length > 0 && (
        <ChoiceField
          name="lieu"
          label={says.whichPlace}
          value={values ? textIn(values, 'lieu') : ''}
          options={[
            { value: '', label: says.isNew },
            ...similar.map(({ id, name, street, city }) => ({
              value: id,
              label: says.isSame([name, street, city].filter(Boolean).join(', '))
            }))
          ]}
          faults={own?.faults}
          lang={lang}
        />
      )}
      {place && (
        <Comparison
          place={place}
          fields={fields}
          typed={values ? typedFields(values, fields) : proposedFields(report.proposed_fields ?? {}, fields)}
          seen={values && new Map(fields.map((edited) => [edited.field, textIn(values, seenName(edited))]))}
          isProposed={report.place.id === null}
          origins={origins}
          sources={sources}
          faults={own?.faults ?? []}
          lang={lang}
        />
      )}
    </>
  )
}

function Duplicates({ beside, own, lang }: OwnProps) {
  const says = DECIDING[lang]
  const field = { faults: own?.faults, lang }
  const typed = own ? textIn(own.values, 'autre') : ''
  return (
    <>
      {beside.length > 0 && (
        <ChoiceField
          {...field}
          name="parmi"
          label={says.of}
          value={own && textIn(own.values, 'parmi')}
          options={beside.map((other) => ({
            value: other.reference,
            label: says.ofSame(other.reference, subjectOf(other, lang))
          }))}
        />
      )}
      <TextField
        {...field}
        name="autre"
        label={beside.length > 0 ? says.ofOther : says.of}
        hint={says.ofHint}
        value={typed}
        autocomplete="off"
        optional={beside.length > 0}
      />
    </>
  )
}
