import type { OpenSchedules } from '../../hours/open-schedules.ts'

/** Which places are counted as answers: those that meet all main wishes. */
export type Good = {
  /** Text of a tsquery; null if nothing is asked of words and terms. */
  readonly query: string | null
  /** Asked if the time is all that is wished. */
  readonly open: OpenSchedules | null
}
