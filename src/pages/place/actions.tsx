import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { spokenPhone } from '../../domain/places/spoken-phone.ts'
import { sheetAddress } from '../addresses/answers.ts'
import { ShareLink } from '../parts/share-link.tsx'
import { ReportLink } from '../report-link.tsx'
import { WORDING } from '../wording/wording.ts'
import { wayTo } from './ways.ts'

type Props = {
  readonly place: Place
  readonly lang: Language
  /** The absolute address of the page; undefined if the public address of the site is not known. */
  readonly url: string | undefined
}

/** What people do with a place, the most urgent first; each only if it works for this place. */
export function Actions({ place, lang, url }: Props) {
  const says = WORDING[lang]
  const { phone } = place.contacts
  const { commune } = place.address
  const way = wayTo(place)
  return (
    <ul class="actions">
      {phone && (
        <li>
          <a class="action" href={`tel:${phone}`}>
            {says.call(spokenPhone(phone))}
          </a>
        </li>
      )}
      {way && (
        <li>
          <a class="plain" href={way} rel="external">
            {says.place.directions}
          </a>
        </li>
      )}
      <li>
        <a class="plain" href={sheetAddress(commune === null ? {} : { commune }, [place.id], lang)}>
          {says.place.toSheet}
        </a>
      </li>
      <li>
        <ShareLink text={says.share} title={place.display_name} url={url} lang={lang} />
      </li>
      <li>
        <ReportLink class="plain" place={place.id} lang={lang}>
          <span>
            {says.place.report[0]}
            <span class="rest"> {says.place.report[1]}</span>
          </span>
        </ReportLink>
      </li>
    </ul>
  )
}
