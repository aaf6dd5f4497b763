import { readHours } from '../../domain/hours/read/read-hours.ts'
import type { Language } from '../../domain/language.ts'
import { sayWeek } from '../../domain/opening/say-week.ts'
import { usualWeek } from '../../domain/opening/usual-week.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { proposalAddress, reportPageAddress } from '../addresses/report-address.ts'
import { Form } from '../forms/form.tsx'
import type { FormFault } from '../forms/receive.ts'
import { kindsOf } from '../parts/terms.ts'
import { WeekTable } from '../parts/week-table.tsx'
import { PROPOSAL } from '../wording/proposal.ts'
import { CHANGE, SEEN, type TypedProposal } from './read-proposal.ts'

/** A place as `/v1/places/similar` returns it. */
export type SimilarPlace = {
  readonly id: string
  readonly name: string
  readonly types: readonly string[]
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  /** Whether an import would take both for one place. */
  readonly same: boolean
}

type CheckProps = {
  readonly typed: TypedProposal
  readonly token: string
  readonly fault: FormFault | undefined
  readonly similar: readonly SimilarPlace[]
  readonly isSignedIn: boolean
  readonly lang: Language
}

/** What will be sent, the places that it may be, and the buttons to send or to change it, before and after. */
export function ProposalCheck({ typed, token, fault, similar, isSignedIn, lang }: CheckProps) {
  const says = PROPOSAL[lang]
  const submit = similar.length > 0 ? says.sendOther : says.send
  const change = (
    <button type="submit" class="quiet" name={CHANGE} value="1">
      {says.change}
    </button>
  )
  return (
    <div class="prose">
      <h1>{says.check}</h1>
      <p class="lead">
        {says.nothingSent} {isSignedIn && typed.courriel === '' && says.toAccount}
      </p>
      <LikelyPlaces similar={similar} lang={lang} />
      <Form action={proposalAddress(lang)} token={token} lang={lang} submit={submit} fault={fault}>
        <input type="hidden" name={SEEN.places} value={similar.map(({ id }) => id).join(' ') || '-'} />
        <input type="hidden" name={SEEN.hours} value={typed.horaires} />
        {Object.entries(typed).map(([name, value]) =>
          [value]
            .flat()
            .map((each) => <input key={`${name} ${each}`} type="hidden" name={name} value={each} />)
        )}
        <p>
          <button type="submit">{submit}</button> {change}
        </p>
        <dl>
          {rowsOf(typed, lang).map(([term, said]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        {typed.horaires !== '' && <HoursRead raw={typed.horaires} lang={lang} />}
        <p>{says.licence}</p>
        <p>{change}</p>
      </Form>
    </div>
  )
}

/** What was filled in, by the label of its field. */
function rowsOf(typed: TypedProposal, lang: Language): readonly (readonly [string, string])[] {
  const says = PROPOSAL[lang]
  const terms = (parameter: CodeParameter, codes: readonly string[]) =>
    codes.map((code) => termLabel(parameter, code, lang)).join(', ')
  const rows = [
    [says.name, typed.nom],
    [says.kind, terms('type', [typed.genre])],
    [says.street, [typed.rue, typed.complement].filter(Boolean).join(', ')],
    [says.town, [typed.code_postal, typed.commune].filter(Boolean).join(' ')],
    [says.phone, typed.telephone],
    [says.placeEmail, typed.courriel_lieu],
    [says.site, typed.site],
    [says.hours, typed.horaires],
    [says.services, terms('service', typed.services)],
    [says.audiences, terms('audience', typed.publics)],
    [says.more, typed.precisions],
    [says.email, typed.courriel]
  ] as const
  return rows.filter(([, said]) => said !== '')
}

type LikelyProps = { readonly similar: readonly SimilarPlace[]; readonly lang: Language }

/** The places that the proposed one may be, each with the way to correct it instead. */
function LikelyPlaces({ similar, lang }: LikelyProps) {
  const says = PROPOSAL[lang]
  if (similar.length === 0) return <p>{says.none}</p>
  return (
    <section class="said">
      <h2>{says.likely(similar.length)}</h2>
      <p>{says.likelyText}</p>
      <ul>
        {similar.map(({ id, name, types, street, postcode, city }) => (
          <li key={id}>
            <a href={placeAddress({ id, display_name: name }, lang)} lang="fr">
              {name}
            </a>
            <br />
            {[...kindsOf(types, lang), street, [postcode, city].filter(Boolean).join(' ')]
              .filter(Boolean)
              .join(', ')}
            <br />
            <a href={reportPageAddress(id, lang)}>{says.isThis(name)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the program understood of the hours, so that its author can write them otherwise. */
export function HoursRead({ raw, lang }: { readonly raw: string; readonly lang: Language }) {
  const says = PROPOSAL[lang]
  const { osm, leftover } = readHours(raw)
  if (osm === null) return <p class="warning">{says.hoursUnread}</p>
  const week = usualWeek(osm)
  return (
    <section class="said">
      <h2>{says.hoursRead}</h2>
      {week ? (
        <WeekTable week={sayWeek(week, lang)} named={(day) => day.split(' ')[0] ?? day} />
      ) : (
        <p>{says.hoursOther}</p>
      )}
      {leftover !== null && <p class="warning">{says.hoursPart(leftover)}</p>}
    </section>
  )
}
