import type { Language } from '../../domain/language.ts'
import type { Answers } from '../addresses/answers.ts'
import { PhoneLink } from '../parts/contact-list.tsx'
import { becauseText } from '../parts/fit.ts'
import { kindsOf, termLabel } from '../parts/terms.ts'
import { WeekTable } from '../parts/week-table.tsx'
import { AddressAndWay, DrawnPlace } from '../place/location-parts.tsx'
import type { ShownPlace } from '../place/place-page.tsx'
import type { MapTown, Surroundings } from '../small-map/towns-around.ts'
import { SHEET } from '../wording/sheet.ts'
import { WORDING } from '../wording/wording.ts'

/** Maximum number of places on a sheet: people will not try more. */
export const MOST_ON_SHEET = 3

/** A place and its surroundings for the drawing; null if the place has no position. */
export type Drawn = { readonly place: ShownPlace; readonly surroundings: Surroundings | null }

type Props = {
  readonly drawn: readonly Drawn[]
  readonly home: MapTown | null
  readonly help: Answers['help']
  readonly lang: Language
  /** A link back to the page from which the sheet was made. */
  readonly back: { readonly href: string; readonly text: string }
  readonly notices: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** A sheet to print and take along, in large type, with a page for each place. */
export function Sheet({ drawn, home, help, lang, back, notices, today }: Props) {
  const says = SHEET[lang]
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
          </>
        )}
      </div>
      <h1 class={drawn.length > 0 ? 'screen-only' : undefined}>{says.title}</h1>
      {drawn.map((each) => (
        <PlaceSheet key={each.place.id} {...each} home={home} help={help} lang={lang} today={today} />
      ))}
    </>
  )
}

type PlaceProps = Drawn & Pick<Props, 'home' | 'help' | 'lang' | 'today'>

function PlaceSheet({ place, surroundings, home, help, lang, today }: PlaceProps) {
  const [says, labels] = [SHEET[lang], WORDING[lang]]
  return (
    <article class="sheet">
      <h2 lang="fr">{place.display_name}</h2>
      <p class="types">{kindsOf(place.types, lang).join(' · ')}</p>
      {place.itinerant && <p class="notice">{labels.place.itinerant}</p>}
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
      <p class="from">{says.from(labels.site, dayIn(lang, today))}</p>
    </article>
  )
}

const Come = ({ place, surroundings, home, lang }: Drawn & Pick<Props, 'home' | 'lang'>) => (
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
      <p>{phone ? <PhoneLink phone={phone} /> : says.noPhone}</p>
      {!phone && emails[0] && <p>{emails[0]}</p>}
      {person && <p>{[person.name, person.role].filter(Boolean).join(', ')}</p>}
    </section>
  )
}

function Week({ place: { opening_hours: hours }, lang }: Pick<PlaceProps, 'place' | 'lang'>) {
  const says = WORDING[lang].place
  return (
    <section>
      <h3>{says.hours}</h3>
      {hours.week ? <WeekTable week={hours.week} named={withoutMonth} /> : <p>{says.hoursUnknown}</p>}
    </section>
  )
}

/** `mardi 24`: the day without its month, which would not fit into a column on paper. */
const withoutMonth = (day: string): string => day.split(' ').slice(0, 2).join(' ')

/** The price, whether to call first, and whether there is access for wheelchairs. */
function Terms({ place, lang }: Pick<PlaceProps, 'place' | 'lang'>) {
  const says = WORDING[lang]
  const said = (parameter: 'fee' | 'access', codes: readonly string[]) =>
    codes.map((code) => termLabel(parameter, code, lang)).join(', ') || says.answers.unknown
  return (
    <dl>
      <div>
        <dt>{says.place.fees}</dt>
        <dd>{said('fee', place.fees)}</dd>
      </div>
      <div>
        <dt>{SHEET[lang].access}</dt>
        <dd>{said('access', place.access)}</dd>
      </div>
      <div>
        <dt>{says.wheelchair}</dt>
        <dd>{says.answers[place.accessibility.wheelchair]}</dd>
      </div>
    </dl>
  )
}

/** The services of a place: the requested one first, and implied services with the reason. */
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

function Bring({ help, lang }: Pick<Props, 'help' | 'lang'>) {
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

const dayIn = (lang: Language, day: string): string =>
  new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day)
  )
