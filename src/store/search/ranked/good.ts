import type { OpenSchedules } from '../../hours/open-schedules.ts'

/** Which places are counted as answers: those that meet all main wishes. */
export type Good = {
  /** Text of a tsquery that good places match; null if no main wish has words or codes. */
  readonly query: string | null
  /**
   * If a time is wished for: the schedules that are open then. If there are also other wishes, schedules that may
   * be open are included.
   */
  readonly open: OpenSchedules | null
}
