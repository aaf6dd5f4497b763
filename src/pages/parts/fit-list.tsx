import type { Wording } from '../wording/wording.ts'
import type { Fitting } from './fit.ts'

type Props = {
  readonly fits: readonly Fitting[]
  /** Whether the place has a phone number. */
  readonly canCall: boolean
  readonly says: Wording
}

/** How a place fits each wish, in words beside the signs: first what it offers, then what to check, then what it lacks. */
export function FitList({ fits, canCall, says: { fit: says } }: Props) {
  const labels = (which: Fitting['fit']) => fits.filter(({ fit }) => fit === which).map(({ label }) => label)
  const [unknown, no] = [labels('unknown'), labels('no')]
  if (fits.length === 0) return null
  return (
    <ul class="fits">
      {fits
        .filter(({ fit }) => fit === 'declared' || fit === 'implied')
        .map(({ label, fit, because }) => (
          <li key={label} class="met">
            <span aria-hidden="true">✓ </span>
            {capital(label)}
            {fit === 'implied' && <span class="because">, {because ?? says.likely}</span>}
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
