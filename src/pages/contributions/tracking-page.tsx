import type { ComponentChildren } from 'preact'
import type { Category, ContributionKind } from '../../domain/contributions/categories.ts'
import type { ContributionState } from '../../domain/contributions/machine.ts'
import type { Language } from '../../domain/language.ts'
import { inLanguage, PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { trackingAddress } from '../addresses/report-address.ts'
import { AreaField, CodeField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import type { FormFault } from '../forms/receive.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { longDay, longMoment } from '../wording/day.ts'
import { titleOfSent, whatOf } from '../wording/sent.ts'

/** A report as `/v1/contributions/{reference}` returns it. */
export type Tracked = {
  readonly reference: string
  readonly state: ContributionState
  readonly kind: ContributionKind
  readonly edit: 'proposed' | 'published' | null
  readonly category: Category
  /** Null for a proposed place until it is accepted. */
  readonly place: string | null
  /** The place that it proposes. */
  readonly proposed: { readonly name: string; readonly city: string | null } | null
  /** Whether it was sent with an account. */
  readonly of_account: boolean
  /** Since when the person is hidden; only with the category `person`. */
  readonly person_hidden_at?: string | null
  readonly created_at: string
  readonly reply: string | null
  readonly allowed: readonly AuthorAct[]
}

export type AuthorAct = 'confirm' | 'answer' | 'withdraw'

/** The form that was refused, if one was. */
export type RefusedForm = {
  readonly act: AuthorAct
  readonly typed: string
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
}

type NamedPlace = {
  readonly id: string
  readonly display_name: string
  readonly address: { readonly city: string | null }
}

type Props = {
  readonly tracked: Tracked
  readonly place: NamedPlace | undefined
  readonly tokens: Readonly<Record<AuthorAct, string>>
  readonly refused: RefusedForm | undefined
  /** Whether an act was refused because something else had happened before. */
  readonly isLate: boolean
  readonly lang: Language
}

/** What became of a report, and what its author can do now: the page that can be reloaded after sending. */
export function TrackingPage({ tracked, place, tokens, refused, isLate, lang }: Props) {
  const says = CONTRIBUTIONS[lang]
  const { reference, state, category, reply, created_at: made, allowed } = tracked
  const action = trackingAddress(reference, lang)
  const formOf = (act: AuthorAct) => {
    const own = refused?.act === act ? refused : undefined
    return {
      form: {
        action: `${action}${action.includes('?') ? '&' : '?'}acte=${act}`,
        token: tokens[act],
        lang,
        faults: own?.faults ?? [],
        fault: own?.fault
      },
      field: { faults: own?.faults ?? [], lang, value: own?.typed ?? '' }
    }
  }
  const [confirm, answer, withdraw] = [formOf('confirm'), formOf('answer'), formOf('withdraw')]
  return (
    <div class="prose">
      <h1>{titleOfSent(tracked, reference, lang)}</h1>
      {isLate && (
        <p class="warning" role="alert">
          {says.wrongState}
        </p>
      )}
      <p class={`state ${state}`}>
        <strong>{says.states[state].name}.</strong>{' '}
        {category === 'person' && isWaiting(state) ? hidingOf(tracked, lang) : says.states[state].text}
      </p>
      {reply && (
        <section>
          <h2>{says.reply}</h2>
          <blockquote class="text">{reply}</blockquote>
        </section>
      )}
      {allowed.includes('confirm') && (
        <Form {...confirm.form} submit={says.confirm} faultsTitle={says.codeRefused}>
          <CodeField {...confirm.field} label={says.code} hint={says.codeHint} />
        </Form>
      )}
      {allowed.includes('answer') && (
        <Form {...answer.form} submit={says.sendAnswer}>
          <AreaField {...answer.field} name="reponse" label={says.answer} hint={says.textHint} />
        </Form>
      )}
      <dl>
        <Row term={says.what}>{whatOf(tracked, lang)}</Row>
        {place && (
          <Row term={says.about}>
            <a href={placeAddress(place, lang)} lang="fr">
              {place.display_name}
            </a>
            {place.address.city !== null && `, ${place.address.city}`}
          </Row>
        )}
        {!place && tracked.proposed && (
          <Row term={says.about}>
            <span lang="fr">{[tracked.proposed.name, tracked.proposed.city].filter(Boolean).join(', ')}</span>
          </Row>
        )}
        <Row term={says.since}>{longDay(lang, made)}</Row>
      </dl>
      <p>{says.keep}</p>
      {tracked.of_account && (
        <p>
          {says.inAccount} <a href={inLanguage(PARTICIPATION_PAGES.account, lang)}>{says.toAccount}</a>
        </p>
      )}
      {allowed.includes('withdraw') && (
        <details open={refused?.act === 'withdraw'}>
          <summary>{says.withdrawTitle}</summary>
          <Form {...withdraw.form} submit={says.withdraw} />
        </details>
      )}
    </div>
  )
}

const isWaiting = (state: ContributionState): boolean => state === 'open' || state === 'in_hand'

/** Whether the person is hidden: this alone is done at once, and before a moderator has read the report. */
function hidingOf({ person_hidden_at: at }: Tracked, lang: Language): string {
  const says = CONTRIBUTIONS[lang]
  return at ? says.hiddenSince(longMoment(lang, at)) : says.nothingHidden
}

const Row = ({ term, children }: { readonly term: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
