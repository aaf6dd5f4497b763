import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import type { Answers } from '../addresses/answers.ts'
import { PhoneLink } from '../parts/contact-list.tsx'
import { priceOf } from '../parts/facts.tsx'
import { becauseText } from '../parts/fit.ts'
import { staleYear } from '../parts/freshness.ts'
import { ReportedClosed } from '../parts/state.tsx'
import { kindsOf } from '../parts/terms.ts'
import { WeekTable } from '../parts/week-table.tsx'
import { AddressAndWay, DrawnPlace } from '../place/location-parts.tsx'
import type { ShownPlace } from '../place/place-page.tsx'
import type { MapTown, Surroundings } from '../small-map/towns-around.ts'
import { longDay } from '../wording/day.ts'
import { SHEET } from '../wording/sheet.ts'
import { WORDING } from '../wording/wording.ts'
import { Purpose } from './purpose.tsx'

/** A place with what its map is drawn from. */
export type Drawn = {
  readonly place: ShownPlace
  /** The town from whose centre the way is described. */
  readonly home: MapTown | null
  /** Null if the place has no position. */
  readonly surroundings: Surroundings | null
}

type Props = {
  readonly drawn: readonly Drawn[]
  readonly answers: Answers
  readonly lang: Language
  /** A link back to the page from which the sheet was made. */
  readonly back: { readonly href: string; readonly text: string }
  readonly notices: readonly string[]
  /** The date of today as `YYYY-MM-DD`. */
  readonly today: string
}

/** A sheet to print and take along, in large type, with a page for each place. */
export function Sheet({ drawn, answers, lang, back, notices, today }: Props) {
  const says = SHEET[lang]
  const { help } = answers
  return (
    <>
      <div class="screen-only">
        <p class="back">
          <a href={back.href}>{back.text}</a>
        </p>
        {notices.map((notice) => (
          <p key={notice} role="status" class="notice">
            {notice}
          </p>
        ))}
        {drawn.length > 0 && (
          <>
            <p>
              <button type="button" hidden id="print">
                {says.printNow}
              </button>
            </p>
            <p class="hint">{says.print}</p>
            <Purpose places={drawn.map(({ place }) => place)} answers={answers} lang={lang} />
          </>
        )}
      </div>
      <h1 class={drawn.length > 0 ? 'screen-only' : undefined}>{says.title}</h1>
      {drawn.map((each) => (
        <PlaceSheet key={each.place.id} {...each} help={help} lang={lang} today={today} />
      ))}
    </>
  )
}

type PlaceProps = Drawn & Pick<Props, 'lang' | 'today'> & { readonly help: Answers['help'] }

function PlaceSheet({ place, surroundings, home, help, lang, today }: PlaceProps) {
  const [says, labels] = [SHEET[lang], WORDING[lang]]
  const stale = staleYear(place, today)
  return (
    <article class="sheet">
      <h2 lang="fr">{place.display_name}</h2>
      <p class="types">{kindsOf(place.types, lang).join(' · ')}</p>
      <ReportedClosed place={place} lang={lang} />
      {stale && <p class="warning">{labels.place.stale(stale, place.contacts.phone !== null)}</p>}
      {place.itinerant && <p class="warning">{labels.place.itinerant}</p>}
      <div class="two">
        <div>
          <Come place={place} surroundings={surroundings} home={home} lang={lang} />
          <Contact place={place} lang={lang} />
        </div>
        <div>
          <Week place={place} lang={lang} />
          <Terms place={place} lang={lang} />
        </div>
      </div>
      <Helps place={place} help={help} lang={lang} />
      <Bring help={help} lang={lang} />
      <section class="write">
        <h3>{says.appointment}</h3>
        <p>{says.appointmentLine}</p>
      </section>
      <p class="from">{says.from(labels.site, longDay(lang, today))}</p>
    </article>
  )
}

const Come = ({ place, surroundings, home, lang }: Drawn & Pick<Props, 'lang'>) => (
  <section>
    <h3>{SHEET[lang].come}</h3>
    <AddressAndWay place={place} lang={lang} home={home} />
    <DrawnPlace place={place} lang={lang} surroundings={surroundings} />
    {!place.location && <p class="notice">{WORDING[lang].place.unplaced}</p>}
  </section>
)

/** The phone number, which is the most useful contact on paper; an e-mail address only if there is no phone. */
function Contact({ place: { contacts }, lang }: Pick<PlaceProps, 'place' | 'lang'>) {
  const [says, labels] = [SHEET[lang], WORDING[lang].place]
  const { phone, emails, person } = contacts
  return (
    <section>
      <h3>{labels.contact}</h3>
      <p class={phone ? 'phone' : undefined}>{phone ? <PhoneLink phone={phone} /> : says.noPhone}</p>
      {!phone && emails[0] && <p>{emails[0]}</p>}
      {person && <p>{[person.name, person.role].filter(Boolean).join(', ')}</p>}
    </section>
  )
}

function Week({ place: { opening_hours: hours, contacts }, lang }: Pick<PlaceProps, 'place' | 'lang'>) {
  const says = WORDING[lang].place
  return (
    <section>
      <h3>{says.hours}</h3>
      {hours.week ? (
        <WeekTable week={hours.week} named={withoutMonth} />
      ) : (
        <p>{says.hoursUnknown(contacts.phone !== null)}</p>
      )}
    </section>
  )
}

/** `mardi 24`: the day without its month, which would not fit into a column on paper. */
const withoutMonth = (day: string): string => day.split(' ').slice(0, 2).join(' ')

/** The price, whether to call first, and whether there is access for wheelchairs. */
function Terms({ place, lang }: Pick<PlaceProps, 'place' | 'lang'>) {
  const says = WORDING[lang]
  const access = place.access.map((code) => termLabel('access', code, lang)).join(', ')
  return (
    <dl>
      <div>
        <dt>{says.place.fees}</dt>
        <dd>{priceOf(place, lang) ?? says.answers.unknown}</dd>
      </div>
      <div>
        <dt>{SHEET[lang].access}</dt>
        <dd>{access || says.answers.unknown}</dd>
      </div>
      <div>
        <dt>{says.wheelchair}</dt>
        <dd>{says.answers[place.accessibility.wheelchair]}</dd>
      </div>
    </dl>
  )
}

/** The services of a place. The requested service comes first, and implied services are shown with the reason. */
function Helps({ place, help, lang }: Pick<PlaceProps, 'place' | 'help' | 'lang'>) {
  const helps = [
    ...place.services.map((code) => ({ code, because: '' })),
    ...place.services_implied.map(({ code, because }) => ({ code, because: becauseText(because, lang) }))
  ].toSorted((one, other) => Number(other.code === help) - Number(one.code === help))
  if (helps.length === 0) return null
  return (
    <section class="helps">
      <h3>{WORDING[lang].place.services}</h3>
      <p>
        {helps
          .map(({ code, because }) => termLabel('service', code, lang) + (because && ` (${because})`))
          .join(' · ')}
      </p>
    </section>
  )
}

function Bring({ help, lang }: Pick<PlaceProps, 'help' | 'lang'>) {
  const things = help && help !== 'any' ? SHEET[lang].things[help] : undefined
  if (!things) return null
  return (
    <section>
      <h3>{SHEET[lang].bring}</h3>
      <ul>
        {things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
    </section>
  )
}
