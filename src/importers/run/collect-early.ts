import { setFlagsFromString } from 'node:v8'

/**
 * Makes V8 collect garbage earlier. An import holds some 70 MB at a time, whatever the size of its file. On a machine
 * with much memory, V8 lets the heap grow to four times that size before it collects garbage, and the system counts
 * all of it. Collecting at twice that size costs 1 % of the time.
 */
export const collectEarly = (): void => setFlagsFromString('--heap-growing-percent=100')
