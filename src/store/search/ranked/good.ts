import type { OpenSchedules } from '../../hours/open-schedules.ts'

/** Which places are counted as answers: those that meet all main wishes. */
export type Good = {
  /** Text of a tsquery; null if it has no words or codes. */
  readonly query: string | null
  /** Used if the time is the only wish. */
  readonly open: OpenSchedules | null
}
