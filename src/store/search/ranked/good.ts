import type { OpenSchedules } from '../../hours/open-schedules.ts'

/** Which places are counted as answers: those that meet all main wishes. */
export type Good = {
  /** Text of a tsquery; null if no main wish has words or codes. */
  readonly query: string | null
  /**
   * If a time is wished for: the schedules that are open then or, if there are other wishes, also the schedules that
   * may be.
   */
  readonly open: OpenSchedules | null
}
