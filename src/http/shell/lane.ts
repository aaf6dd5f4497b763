export type LaneLimits = {
  readonly concurrent: number
  readonly waiting: number
  readonly patienceMs: number
}

/** Gives the slot back; a second call does nothing. */
export type Leave = () => void

export type Lane = {
  /** Waits for a slot. `full`: the queue is full, or `patienceMs` is over; `gone`: the signal was aborted. */
  readonly enter: (gone: AbortSignal) => Promise<Leave | 'full' | 'gone'>
  readonly running: () => number
  readonly waiting: () => number
}

/** A bounded queue, first come, first served: at most `concurrent` run at once, and at most `waiting` wait. */
export function createLane({ concurrent, waiting, patienceMs }: LaneLimits): Lane {
  let running = 0
  const queue = new Set<() => void>()

  const start = (): Leave => {
    running++
    let over = false
    return () => {
      if (over) return
      over = true
      running--
      const [next] = queue
      next?.()
    }
  }

  const wait = (gone: AbortSignal) =>
    new Promise<Leave | 'full' | 'gone'>((resolve) => {
      const settle = (outcome: () => Leave | 'full' | 'gone') => {
        queue.delete(turn)
        clearTimeout(timer)
        gone.removeEventListener('abort', leave)
        resolve(outcome())
      }
      const turn = () => settle(start)
      const leave = () => settle(() => 'gone')
      const timer = setTimeout(() => settle(() => 'full'), patienceMs)
      gone.addEventListener('abort', leave)
      queue.add(turn)
    })

  return {
    enter: async (gone) => {
      if (gone.aborted) return 'gone'
      if (running < concurrent) return start()
      return queue.size < waiting ? await wait(gone) : 'full'
    },
    running: () => running,
    waiting: () => queue.size
  }
}
