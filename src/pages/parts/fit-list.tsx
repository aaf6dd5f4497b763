import type { Wording } from '../wording/wording.ts'
import type { Fitting } from './fit.ts'

type Props = {
  readonly fits: readonly Fitting[]
  /**
   * Aids of the place that the question does not ask for. They follow the wishes without the sign of a wish: a ✓ would
   * say that the place offers what was asked.
   */
  readonly others?: readonly Fitting[]
  /** Whether the place has a phone number. */
  readonly canCall: boolean
  readonly says: Wording
}

/** Maximum number of aids on a card. Each takes one or two lines on a phone, and two are enough to choose by. */
const MOST_AIDS = 2

/**
 * Shows how a place fits each wish, with signs and words: what it certainly offers, what it probably offers, what
 * readers should ask about, and what it lacks. A question about the current time has a line of its own, which is not
 * printed.
 */
export function FitList({ fits: all, others = [], canCall, says: { fit: says } }: Props) {
  // Whether a place is open now stands on its card already.
  const fits = all.filter(({ about, fit }) => about !== 'now' || fit === 'unknown')
  if (fits.length + others.length === 0) return null
  const met = [...fits.filter((each) => isMet(each) && !isLikely(each)), ...fits.filter(isLikely)]
  const left = met.filter(({ about }) => about === 'service').slice(MOST_AIDS)
  const shown = met.filter((each) => !left.includes(each))
  // A place of another kind than was asked for has denied nothing: it may help all the same.
  const ofOtherKind = fits.filter(({ about, fit }) => about === 'type' && fit === 'no')
  const denied = fits.filter((each) => !ofOtherKind.includes(each))
  return (
    <ul class="fits">
      {shown
        .filter((each) => !isLikely(each))
        .map(({ label, because }) => (
          <li key={label} class="met">
            <span aria-hidden="true">✓ </span>
            {capital(label)}
            {because !== null && <span class="because">, {because}</span>}
          </li>
        ))}
      {shown.filter(isLikely).map(({ label }) => (
        <li key={label}>
          <span aria-hidden="true">≈ </span>
          {capital(label)}
          <span class="because">, {says.likely}</span>
        </li>
      ))}
      {lasting(fits, 'unknown').map(({ labels, passes }) => (
        <li key={labels.join()} class={passes ? 'ask-first passing' : 'ask-first'}>
          <span aria-hidden="true">? </span>
          {says.unknown(labels, canCall)}
        </li>
      ))}
      {ofOtherKind.length > 0 && (
        <li class="unmet">
          <span aria-hidden="true">✗ </span>
          {says.otherKind(ofOtherKind.map(({ label }) => label))}
        </li>
      )}
      {lasting(denied, 'no').map(({ labels, passes }) => (
        <li key={labels.join()} class={passes ? 'unmet passing' : 'unmet'}>
          <span aria-hidden="true">✗ </span>
          {says.no(labels)}
        </li>
      ))}
      {others.map(({ label, because }) => (
        <li key={label}>
          {capital(label)}
          {because !== null && <span class="because">, {because}</span>}
        </li>
      ))}
    </ul>
  )
}

const isMet = ({ fit }: Fitting): boolean => fit === 'declared' || fit === 'implied'
const isLikely = ({ fit, because }: Fitting): boolean => fit === 'implied' && because === null

/** The labels of the wishes with this fit: those that last, then those about the current time. */
function lasting(fits: readonly Fitting[], which: Fitting['fit']) {
  const those = fits.filter(({ fit }) => fit === which)
  return [false, true]
    .map((passes) => ({
      passes,
      labels: those.filter(({ about }) => (about === 'now') === passes).map(({ label }) => label)
    }))
    .filter(({ labels }) => labels.length > 0)
}

const capital = (label: string): string => `${label.charAt(0).toUpperCase()}${label.slice(1)}`
