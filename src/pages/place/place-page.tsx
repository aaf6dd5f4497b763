import type { Language } from '../../domain/language.ts'
import type { WeekInWords } from '../../domain/opening/say-week.ts'
import { type FoundPlace, type Implied, isValidOn, type Place } from '../../domain/places/place.ts'
import { CODE_FIELDS } from '../../domain/places/place-codes.ts'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../domain/vocabularies/term.ts'
import { sheetAddress } from '../addresses/answers.ts'
import { Card } from '../parts/card.tsx'
import { ContactList } from '../parts/contact-list.tsx'
import { becauseText } from '../parts/fit.ts'
import { State } from '../parts/state.tsx'
import { kindsOf, termLabel } from '../parts/terms.ts'
import { WeekTable } from '../parts/week-table.tsx'
import type { MapTown, Surroundings } from '../small-map/towns-around.ts'
import { inSentence } from '../wording/in-sentence.ts'
import { WORDING, type Wording } from '../wording/wording.ts'
import { Where } from './location-section.tsx'

/** A place as `/v1/places/{id}` returns it, with its week. */
export type ShownPlace = Place & {
  readonly opening_hours: Place['opening_hours'] & { readonly week?: WeekInWords | null }
}

type Props = {
  readonly place: ShownPlace
  readonly lang: Language
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly alternatives: readonly FoundPlace[]
  /** The commune of the place with its centre; null if unknown. */
  readonly home: MapTown | null
  readonly surroundings: Surroundings | null
  /** Where to write when something is wrong. */
  readonly report: Report | undefined
}

/** An e-mail address, and the address of the page to name in the message. */
type Report = { readonly to: string; readonly page: string }

type PartProps = { readonly place: ShownPlace; readonly lang: Language; readonly says: Wording }

export function PlacePage({ place, lang, today, alternatives, home, surroundings, report }: Props) {
  const says = WORDING[lang]
  const part = { place, lang, says }
  const kinds = kindsOf(place.types, lang)
  const { commune } = place.address
  return (
    <>
      <p class="back">
        <a href={lang === 'fr' ? '/' : '/?lang=en'}>{says.place.back}</a>
      </p>
      <article class="place">
        <h1 lang="fr">{place.display_name}</h1>
        {kinds.length > 0 && <p class="types">{kinds.join(' · ')}</p>}
        <p class="now">
          <State hours={place.opening_hours} lang={lang} says={says} />
        </p>
        {place.parent_organisation && (
          <p>
            {says.place.parent} <span lang="fr">{place.parent_organisation}</span>
          </p>
        )}
        {place.summary && (
          <p class="summary" lang="fr">
            {place.summary}
          </p>
        )}
        <p class="sheet-link">
          <a class="call" href={sheetAddress(commune === null ? {} : { commune }, [place.id], lang)}>
            {says.place.toSheet}
          </a>
        </p>
        {place.itinerant && <p class="notice">{says.place.itinerant}</p>}
        <div class="columns">
          <Where {...part} home={home} surroundings={surroundings} />
          <ContactList {...part} />
          <Hours {...part} />
          <Offer {...part} today={today} />
          <Accessible {...part} />
          {place.description && (
            <section>
              <h2>{says.place.about}</h2>
              <p class="text" lang="fr">
                {place.description}
              </p>
            </section>
          )}
        </div>
        <Sources {...part} report={report} />
      </article>
      {alternatives.length > 0 && (
        <section class="alternatives">
          <h2>{says.place.alternatives}</h2>
          <ul class="places">
            {alternatives.map((other) => (
              <li key={other.id}>
                <Card place={other} lang={lang} says={says} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Hours({ place: { opening_hours: hours }, says }: PartProps) {
  const { week, raw } = hours
  return (
    <section>
      <h2>{says.place.hours}</h2>
      {week ? <WeekTable week={week} today={week.days[0]?.date} /> : <p>{says.place.hoursUnknown}</p>}
      {week && week.exceptions.length > 0 && (
        <ul class="exceptions">
          {week.exceptions.map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      )}
      {raw && hours.confidence !== 'exact' && (
        <p>
          {says.place.saidByPlace} : <q lang="fr">{raw}</q>
        </p>
      )}
    </section>
  )
}

/**
 * The vocabularies that are listed, except labels, which come last and only if valid today. Types are not listed,
 * because they are shown under the name.
 */
const LISTED = CODE_PARAMETERS.filter((parameter) => parameter !== 'type' && parameter !== 'label')

/** What the place declares, then what its type, name or label implies, with the reason. */
function Offer({ place, lang, says, today }: PartProps & { readonly today: string }) {
  const valid = place.labels.filter((label) => isValidOn(label, today)).map(({ code }) => code)
  const implied: { readonly [parameter in CodeParameter]?: readonly Implied[] } = {
    service: place.services_implied,
    audience: place.audiences_implied,
    fee: place.fees_implied
  }
  const lists = [
    ...LISTED.map(
      (parameter) => [says.place[CODE_FIELDS[parameter]], parameter, place[CODE_FIELDS[parameter]]] as const
    ),
    [says.place.labels, 'label', [...new Set(valid)]] as const
  ]
  return (
    <>
      {lists
        .filter(([, parameter, codes]) => codes.length + (implied[parameter]?.length ?? 0) > 0)
        .map(([title, parameter, codes]) => (
          <section key={parameter}>
            <h2>{title}</h2>
            <ul>
              {codes.map((code) => (
                <li key={code}>{termLabel(parameter, code, lang)}</li>
              ))}
              {implied[parameter]?.map(({ code, because }) => (
                <li key={code}>
                  {termLabel(parameter, code, lang)}
                  <span class="because">, {becauseText(because, lang)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

/**
 * Lists what is known, with yes or no in words, and puts everything unknown into one sentence instead of ten
 * lines.
 */
function Accessible({ place: { accessibility }, says }: PartProps) {
  const said = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'yes' : 'no')
  const answers = [
    [says.wheelchair, accessibility.wheelchair] as const,
    ...FEATURES.map((feature) => [says.features[feature], said(accessibility[feature])] as const)
  ]
  const known = answers.filter(([, answer]) => answer !== 'unknown')
  const untold = answers.filter(([, answer]) => answer === 'unknown').map(([feature]) => inSentence(feature))
  return (
    <section>
      <h2>{says.place.accessibility}</h2>
      {known.length > 0 && (
        <table>
          <tbody>
            {known.map(([feature, answer]) => (
              <tr key={feature} class={`answer ${answer}`}>
                <th scope="row">{feature}</th>
                <td>{says.answers[answer]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {known.length === 0 ? (
        <p>{says.place.nothingTold}</p>
      ) : (
        untold.length > 0 && <p class="hint">{says.place.notTold(untold)}</p>
      )}
      {accessibility.sheet && (
        <p>
          <a href={accessibility.sheet} rel="external">
            {says.place.sheet}
          </a>
        </p>
      )}
    </section>
  )
}

function Sources({ place, lang, says, report }: PartProps & { readonly report: Report | undefined }) {
  return (
    <section class="sources">
      <h2>{says.place.sources}</h2>
      <ul>
        {place.sources.map(({ source, id, url, licence, updated_at: updated }) => (
          <li key={`${source} ${id}`}>
            {url ? <a href={url}>{source}</a> : source}, {says.place.licence} {licence}
            {updated && `, ${says.place.updated(dayIn(lang, updated))}`}
          </li>
        ))}
      </ul>
      <p class="report" id="report">
        {report ? (
          <a href={messageTo(report, place, says)}>{says.place.report}</a>
        ) : (
          says.place.reportElsewhere
        )}
      </p>
    </section>
  )
}

/** A message that names the place and the page, with room for what is wrong and what is right. */
function messageTo({ to, page }: Report, { id, name }: ShownPlace, says: Wording): string {
  const subject = encodeURIComponent(`${name} (${id})`)
  return `mailto:${to}?subject=${subject}&body=${encodeURIComponent(says.place.reportText(page))}`
}

const dayIn = (lang: Language, day: string): string =>
  new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day)
  )
