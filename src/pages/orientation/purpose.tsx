import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { type Answers, fieldsOf, HELPS, type Help } from '../addresses/answers.ts'
import { ORIENTATION } from '../wording/orientation.ts'
import { SHEET } from '../wording/sheet.ts'

type Props = { readonly places: readonly Place[]; readonly answers: Answers; readonly lang: Language }

/**
 * Asks for which help the reader comes, because that decides what to bring: a sheet made on the page of a place has no
 * answer yet. Only helps that one of the places offers, and for which there is something to bring, are listed.
 */
export function Purpose({ places, answers, lang }: Props) {
  const says = SHEET[lang]
  const offered = HELPS.filter((help) => says.things[help] && places.some((place) => offers(place, help)))
  if (offered.length === 0) return null
  return (
    <form action="/orientation/fiche" method="get" class="town">
      {places.map(({ id }) => (
        <input key={id} type="hidden" name="lieu" value={id} />
      ))}
      {fieldsOf(answers, lang)
        .filter(([name]) => name !== 'help')
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <label for="help">{says.purpose}</label>
      <div class="ask">
        <select id="help" name="help">
          <option value="any">{says.anyPurpose}</option>
          {offered.map((help) => (
            <option key={help} value={help} selected={help === answers.help}>
              {ORIENTATION[lang].help[help].label}
            </option>
          ))}
        </select>
        <button type="submit">{says.show}</button>
      </div>
    </form>
  )
}

const offers = (place: Place, help: Help): boolean =>
  place.services.includes(help) || place.services_implied.some(({ code }) => code === help)
