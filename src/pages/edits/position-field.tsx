import { isFarMove } from '../../domain/edits/managed.ts'
import { metresBetween } from '../../domain/geo/distance.ts'
import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import { TextField } from '../forms/fields.tsx'
import type { FieldFault } from '../forms/form.tsx'
import { SmallMap } from '../small-map/small-map.tsx'
import type { Surroundings } from '../small-map/towns-around.ts'
import { MANAGING } from '../wording/managing.ts'
import { POSITION } from '../wording/position.ts'
import type { Candidate, Search } from './find-position.ts'
import {
  ADDRESS,
  CANDIDATE,
  DRAWN,
  POSITION_FIELD,
  pointIn,
  positionText,
  SEARCH_BUTTON,
  STATUS
} from './position-text.ts'

export type PositionShown = {
  readonly name: string
  /** The present position of the place. */
  readonly at: Point | null
  readonly surroundings: Surroundings | null
  /** What stands in the field for the address. */
  readonly address: string
  readonly search: Search | undefined
}

type Props = PositionShown & {
  readonly value: string
  /** Where the form is sent to search, without what follows the `#`. */
  readonly action: string
  readonly act: string
  readonly faults: readonly FieldFault[]
  readonly lang: Language
}

/** Where the answer to a search begins. */
const ANSWER = 'adresses-trouvees'

/** The position: by address, by the map if the script runs, or by latitude and longitude. */
export function PositionField(props: Props) {
  const { value, faults, lang, address, search, action, act } = props
  const says = MANAGING[lang]
  return (
    <div class="position">
      <h3>{says.labels[POSITION_FIELD]}</h3>
      <TextField
        name={ADDRESS}
        label={POSITION[lang].address}
        hint={POSITION[lang].addressHint}
        value={address}
        autocomplete="off"
        lang={lang}
      />
      <p>
        <button
          type="submit"
          id={SEARCH_BUTTON}
          class="quiet"
          name={act}
          value="chercher"
          formAction={`${action}#${ANSWER}`}
        >
          {POSITION[lang].search}
        </button>
      </p>
      {search && <Answer search={search} address={address} value={value} lang={lang} />}
      <Drawing {...props} />
      <Difference {...props} />
      <TextField
        name={POSITION_FIELD}
        label={says.coordinates}
        hint={says.hints[POSITION_FIELD]}
        value={value}
        autocomplete="off"
        faults={faults}
        lang={lang}
      />
    </div>
  )
}

/** The drawing, over which the script lays the pin. */
function Drawing({ name, surroundings, value, at, lang }: Props) {
  if (surroundings === null) return null
  const shown = pointIn(value) ?? at
  return (
    <figure>
      <div class="drawn" id={DRAWN}>
        <SmallMap {...surroundings} places={shown ? [{ name, at: shown }] : []} lang={lang} />
      </div>
      <figcaption class="hint">{POSITION[lang].note}</figcaption>
    </figure>
  )
}

/** How far the position in the field is from the present one. The script keeps it right. */
function Difference({ value, at, lang }: Props) {
  const to = pointIn(value)
  const isMoved = at !== null && to !== undefined && positionText(at) !== positionText(to)
  return (
    <p class="difference" id={STATUS} role="status">
      {isMoved && POSITION[lang].distance(metresBetween(at, to))}
      {isMoved && isFarMove(at, to) && ` ${POSITION[lang].far}`}
    </p>
  )
}

type AnswerProps = Pick<Props, 'address' | 'lang' | 'value'> & { readonly search: Search }

function Answer({ search, address, value, lang }: AnswerProps) {
  const says = POSITION[lang]
  if ('failed' in search)
    return (
      <p class="warning" id={ANSWER} tabIndex={-1}>
        {says[search.failed]}
      </p>
    )
  const { geocoder, items } = search
  return (
    <div class="found" id={ANSWER} tabIndex={-1}>
      {geocoder === null && <p class="warning">{says.noGeocoder}</p>}
      {items.length > 0 ? (
        <Candidates items={items} address={address} value={value} lang={lang} />
      ) : (
        geocoder !== null && <p class="warning">{says.nothing(address)}</p>
      )}
    </div>
  )
}

type CandidatesProps = Omit<AnswerProps, 'search'> & { readonly items: readonly Candidate[] }

function Candidates({ items, address, lang }: CandidatesProps) {
  const says = POSITION[lang]
  return (
    <fieldset class="field">
      <legend>{says.found(address)}</legend>
      <p class="hint">{says.foundHint}</p>
      {items.map((item, index) => (
        <Choice key={item.label} id={`${CANDIDATE}-${index + 1}`} item={item} lang={lang} />
      ))}
      <div class="flag">
        <input type="radio" id={CANDIDATE} name={CANDIDATE} value="" checked />
        <label for={CANDIDATE}>{says.keep}</label>
      </div>
    </fieldset>
  )
}

type ChoiceProps = { readonly id: string; readonly item: Candidate; readonly lang: Language }

function Choice({ id, item, lang }: ChoiceProps) {
  const says = POSITION[lang]
  const { label, certainty, type, distance_m: distance, needs_moderator: isFar } = item
  return (
    <div class="flag">
      <input
        type="radio"
        id={id}
        name={CANDIDATE}
        value={positionText(item)}
        aria-describedby={`${id}-hint`}
      />
      <label for={id}>
        <span lang="fr">{label}</span>
        <span class="hint" id={`${id}-hint`}>
          <strong class={`certainty ${certainty}`}>
            {says.certain(says.sure[certainty], says.types[type])}
          </strong>
          {distance !== null && ` · ${says.distance(distance)}`}
          {isFar && ` ${says.farShort}`}
        </span>
      </label>
    </div>
  )
}
