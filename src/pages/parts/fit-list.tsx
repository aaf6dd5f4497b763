import type { Wording } from '../wording/wording.ts'
import type { Fitting } from './fit.ts'

type Props = {
  readonly fits: readonly Fitting[]
  /** Whether the place has a phone number. */
  readonly canCall: boolean
  readonly says: Wording
}

/**
 * How a place fits each wish, with signs and words: what it certainly offers, what it probably offers, what to check,
 * and what it lacks.
 */
export function FitList({ fits, canCall, says: { fit: says } }: Props) {
  const met = fits.filter(({ fit }) => fit === 'declared' || fit === 'implied')
  const isLikely = ({ fit, because }: Fitting) => fit === 'implied' && because === null
  const labels = (which: Fitting['fit']) => fits.filter(({ fit }) => fit === which).map(({ label }) => label)
  const [unknown, no] = [labels('unknown'), labels('no')]
  if (fits.length === 0) return null
  return (
    <ul class="fits">
      {met
        .filter((each) => !isLikely(each))
        .map(({ label, because }) => (
          <li key={label} class="met">
            <span aria-hidden="true">✓ </span>
            {capital(label)}
            {because !== null && <span class="because">, {because}</span>}
          </li>
        ))}
      {met.filter(isLikely).map(({ label }) => (
        <li key={label}>
          <span aria-hidden="true">≈ </span>
          {capital(label)}
          <span class="because">, {says.likely}</span>
        </li>
      ))}
      {unknown.length > 0 && (
        <li class="ask-first">
          <span aria-hidden="true">? </span>
          {says.unknown(unknown, canCall)}
        </li>
      )}
      {no.length > 0 && (
        <li class="unmet">
          <span aria-hidden="true">✗ </span>
          {says.no(no)}
        </li>
      )}
    </ul>
  )
}

const capital = (label: string): string => `${label.charAt(0).toUpperCase()}${label.slice(1)}`
