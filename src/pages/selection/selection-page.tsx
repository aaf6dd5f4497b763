import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import { sheetAddress } from '../addresses/answers.ts'
import { MOST_SELECTED, type Selection } from '../addresses/selection.ts'
import { ShareLink } from '../parts/share-link.tsx'
import { longDay } from '../wording/day.ts'
import { SELECTION } from '../wording/selection.ts'
import { WORDING } from '../wording/wording.ts'
import { AddPlace } from './add-place.tsx'
import { type Compared, Comparison } from './comparison.tsx'
import type { Measure } from './measure.ts'
import { MeasureForm } from './measure-form.tsx'

type Props = {
  readonly places: readonly Compared[]
  readonly selection: Selection
  readonly measure: Measure
  readonly search: { readonly q: string; readonly found: readonly FoundPlace[] | 'away' | undefined }
  readonly lang: Language
  /** The absolute address of the selection; undefined if the public address of the site is not known. */
  readonly url: string | undefined
  readonly notices: readonly string[]
  /** The date of today as `YYYY-MM-DD`. */
  readonly today: string
}

export function SelectionPage(props: Props) {
  const { places, selection, measure, search, lang, url, notices, today } = props
  const says = SELECTION[lang]
  return (
    <div class="selection">
      <h1>{says.title}</h1>
      {notices.map((notice) => (
        <p key={notice} role="status" class="warning">
          {notice}
        </p>
      ))}
      {places.length === 0 ? (
        <p>{says.empty}</p>
      ) : (
        <>
          <p class="count">{says.count(places.length, MOST_SELECTED)}</p>
          <ul class="actions">
            <li>
              <button type="button" hidden id="print">
                {says.print}
              </button>
            </li>
            <li>
              <ShareLink text={says.share} title={says.title} url={url} lang={lang} />
            </li>
            <li>
              <a class="plain" href={sheetAddress(selection.from, selection.ids, lang)}>
                {says.sheets}
              </a>
            </li>
          </ul>
          <MeasureForm selection={selection} measure={measure} lang={lang} />
          <Comparison
            places={places}
            selection={selection}
            hasPoint={measure.kind === 'point'}
            lang={lang}
            today={today}
          />
          <p class="hint screen-only">{says.kept}</p>
          <p class="printed">{says.printed(WORDING[lang].site, longDay(lang, today))}</p>
        </>
      )}
      {places.length < MOST_SELECTED && <AddPlace selection={selection} {...search} lang={lang} />}
    </div>
  )
}
