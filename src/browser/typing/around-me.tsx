import { useState } from 'preact/hooks'
import type { Wording } from '../../pages/wording/wording.ts'

type Props = {
  readonly says: Wording
  readonly onFound: (point: { readonly lat: string; readonly lon: string }) => void
}

type State = 'still' | 'locating' | 'locateRefused' | 'locateFailed'

const PATIENCE_MS = 15_000
/**
 * Decimals of the position, which is thus rounded to a hundred metres: precise enough for sorting, and not too
 * precise for an address that may be shared.
 */
const DECIMALS = 3

/** Asks the browser for the position, only after a click. */
export function AroundMe({ says, onFound }: Props) {
  const [state, setState] = useState<State>('still')
  const locate = () => {
    if (!('geolocation' in navigator)) return setState('locateFailed')
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('still')
        onFound({ lat: coords.latitude.toFixed(DECIMALS), lon: coords.longitude.toFixed(DECIMALS) })
      },
      ({ code, PERMISSION_DENIED }) =>
        setState(code === PERMISSION_DENIED ? 'locateRefused' : 'locateFailed'),
      { timeout: PATIENCE_MS, maximumAge: 60_000 }
    )
  }
  return (
    <>
      <button type="button" class="plain" onClick={locate} disabled={state === 'locating'}>
        {says.search.locate}
      </button>
      <p role="status" class={state === 'still' ? 'visually-hidden' : 'hint located'}>
        {state !== 'still' && says.search[state]}
      </p>
    </>
  )
}
