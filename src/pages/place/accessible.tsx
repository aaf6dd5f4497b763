import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import { inSentence } from '../wording/in-sentence.ts'
import { WORDING } from '../wording/wording.ts'

type Props = { readonly place: Place; readonly lang: Language }

/**
 * What is known, with yes or no in words. Access for wheelchairs is always listed, because not knowing it means a
 * call. Other unknown features are put into one sentence, or left out if nothing at all is known of accessibility.
 */
export function Accessible({ place: { accessibility, contacts }, lang }: Props) {
  const says = WORDING[lang]
  const { wheelchair } = accessibility
  const known = FEATURES.filter((feature) => accessibility[feature] !== null)
  const unknown = FEATURES.filter((feature) => accessibility[feature] === null)
  const isSilent = wheelchair === 'unknown' && known.length === 0
  return (
    <section>
      <h2>{says.place.accessibility}</h2>
      <table>
        <tbody>
          <tr class={`answer ${wheelchair}`}>
            <th scope="row">{says.wheelchair}</th>
            <td>
              {wheelchair === 'unknown'
                ? says.place.wheelchairUnknown(contacts.phone !== null)
                : says.answers[wheelchair]}
            </td>
          </tr>
          {known.map((feature) => {
            const answer = accessibility[feature] ? 'yes' : 'no'
            return (
              <tr key={feature} class={`answer ${answer}`}>
                <th scope="row">{says.features[feature]}</th>
                <td>{says.answers[answer]}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {!isSilent && unknown.length > 0 && (
        <p class="hint">{says.place.notTold(unknown.map((feature) => inSentence(says.features[feature])))}</p>
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
