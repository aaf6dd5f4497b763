import type { OpenSchedules } from '../../hours/open-schedules.ts'

/** Which places are counted as answers: those that meet all main wishes. */
export type Good = {
  /** Text of a tsquery; null if it has no words or codes. */
  readonly query: string | null
  /** If a time is wished for: the schedules that are open then, or that may be if there are other wishes. */
  readonly open: OpenSchedules | null
}
