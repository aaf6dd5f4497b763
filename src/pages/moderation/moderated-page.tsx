import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import type { Decision, Outcome } from '../../domain/moderation/decision.ts'
import { privateAddress } from '../account/private-page.tsx'
import { placeAddress } from '../addresses/place-address.ts'
import type { SimilarPlace } from '../contributions/proposal-check.tsx'
import { kindsOf } from '../parts/terms.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { longDay } from '../wording/day.ts'
import { DECIDING } from '../wording/deciding.ts'
import { MODERATION } from '../wording/moderation.ts'
import { DecisionForms, type DecisionProps } from './decision-forms.tsx'
import { type Moderated, placeName, subjectOf } from './moderated.ts'
import { type Chosen, queueAddress, reportAddress } from './queue-filters.ts'

type Props = DecisionProps & {
  /** What was just done. */
  readonly done: Decision['act'] | undefined
  /** The reference of the next report of the queue. */
  readonly next: string | undefined
  /** Whether an act was refused because something else had happened before. */
  readonly isLate: boolean
  /** Since when the place differs from what the author saw. */
  readonly changedOn: string | null
}

/** A report, and what a moderator can do with it. */
export function ModeratedPage(props: Props) {
  const { report, done, next, isLate, chosen, lang } = props
  const says = MODERATION[lang]
  const deciding = DECIDING[lang]
  return (
    <div class="moderated">
      {done && (
        <p class="done" role="status">
          {deciding.done[done]}
        </p>
      )}
      {isLate && (
        <p class="warning" role="alert">
          {deciding.late}
        </p>
      )}
      <nav aria-label={says.contents}>
        <ul>
          {done && next && (
            <li>
              <Next next={next} chosen={chosen} lang={lang} />
            </li>
          )}
          {report.allowed.map((act) => (
            <li key={act}>
              <a href={`#acte-${act}`}>{deciding.forms[act].title}</a>
            </li>
          ))}
          {!done && next && (
            <li>
              <Next next={next} chosen={chosen} lang={lang} />
            </li>
          )}
          <li>
            <a href={queueAddress(chosen, lang)}>{says.toQueue}</a>
          </li>
        </ul>
      </nav>
      {next === undefined && <p class="hint">{says.nothingNext}</p>}
      <Report {...props} />
      {report.new_place !== null && report.place.id === null && <Similar {...props} />}
      <section>
        <h2>{deciding.decide}</h2>
        {report.allowed.length === 0 && <p>{report.closed_at === null ? says.own : deciding.nothingToDo}</p>}
      </section>
      <DecisionForms {...props} />
      <History report={report} lang={lang} />
    </div>
  )
}

type NextProps = { readonly next: string; readonly chosen: Chosen; readonly lang: Language }

const Next = ({ next, chosen, lang }: NextProps) => (
  <a href={reportAddress(next, chosen, lang)}>{MODERATION[lang].next}</a>
)

function Report({ report, changedOn, lang }: Props) {
  const says = MODERATION[lang]
  const { place, state, text, person, answer, other_place, reply, duplicate_of, outcome } = report
  const isOfManager = report.proposed_fields !== null || report.published_corrections !== null
  return (
    <section>
      <p class={`state ${state}`}>
        <strong>{CONTRIBUTIONS[lang].states[state].name}.</strong>{' '}
        {outcome && (DECIDING[lang].reasons[outcome as Outcome] ?? outcome)}
      </p>
      <dl>
        <Row term={CONTRIBUTIONS[lang].about}>
          {place.id !== null && place.status === 'active' ? (
            <a href={placeAddress({ id: place.id, display_name: place.name }, lang)} lang="fr">
              {placeName(report)}
            </a>
          ) : (
            <span lang="fr">{placeName(report)}</span>
          )}
        </Row>
        <Row term={CONTRIBUTIONS[lang].what}>{subjectOf(report, lang)}</Row>
        <Row term={CONTRIBUTIONS[lang].since}>
          {`${longDay(lang, report.created_at)}, ${says.from[report.from]}`}
        </Row>
        {person && <Row term={says.person}>{person}</Row>}
        {other_place && (
          <Row term={says.other}>
            <a href={`/lieux/${other_place}`}>{other_place}</a>
          </Row>
        )}
        {duplicate_of && (
          <Row term={says.duplicateOf}>
            <a href={privateAddress(`/moderation/${duplicate_of}`, lang)}>{duplicate_of}</a>
          </Row>
        )}
      </dl>
      {place.status === 'withdrawn' && <p>{says.gone}</p>}
      {report.author_manages === false && report.closed_at === null && (
        <p class="warning" role="alert">
          {says.managesNoMore}
        </p>
      )}
      {isOfManager ? (
        <p>
          {report.proposed_fields
            ? report.author_manages === false
              ? says.exManagerProposal
              : says.managerProposal
            : report.still_published === 0
              ? says.publishedNoMore
              : says.published}{' '}
          {place.id !== null && (
            <a href={privateAddress(`/gestion/${place.id}/modifications`, lang)}>{says.toCorrections}</a>
          )}
        </p>
      ) : (
        <Quote title={says.said} text={text ?? ''} none={says.saysNothing} />
      )}
      {answer && <Quote title={says.answer} text={answer} />}
      {reply && <Quote title={says.reply} text={reply} />}
      {changedOn && <p class="warning">{says.changedSince(longDay(lang, changedOn))}</p>}
      <p class="hint">{report.can_be_told ? says.canBeTold : says.cannotBeTold}</p>
    </section>
  )
}

type RowProps = { readonly term: string; readonly children: ComponentChildren }

const Row = ({ term, children }: RowProps) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

type QuoteProps = { readonly title: string; readonly text: string; readonly none?: string }

const Quote = ({ title, text, none }: QuoteProps) => (
  <>
    <h2>{title}</h2>
    {text === '' ? <p class="hint">{none}</p> : <blockquote class="text">{text}</blockquote>}
  </>
)

/** The places that a proposed one may be. */
function Similar({ similar, lang }: { readonly similar: readonly SimilarPlace[]; readonly lang: Language }) {
  const says = MODERATION[lang]
  if (similar.length === 0) return <p>{says.similarNone}</p>
  return (
    <section class="said">
      <h2>{says.similar}</h2>
      <ul lang="fr">
        {similar.map(({ id, name, types, street, postcode, city, same }) => (
          <li key={id}>
            <a href={placeAddress({ id, display_name: name }, lang)}>{name}</a>
            <br />
            {[...kindsOf(types, lang), street, [postcode, city].filter(Boolean).join(' ')]
              .filter(Boolean)
              .join(', ')}
            {same && <strong lang={lang}> {says.same}</strong>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ report, lang }: { readonly report: Moderated; readonly lang: Language }) {
  const says = MODERATION[lang]
  const reasons = DECIDING[lang].reasons
  const colon = lang === 'fr' ? '\u00a0:' : ':'
  return (
    <section>
      <h2>{says.history}</h2>
      <ol class="history">
        {report.history.map(({ at, act, by, reason }) => (
          <li key={`${at} ${act}`}>
            {`${longDay(lang, at)}${colon} ${says.acts[act] ?? act}, ${says.by[by]}`}
            {reason && ` (${reasons[reason as Outcome] ?? reason})`}
          </li>
        ))}
      </ol>
    </section>
  )
}
