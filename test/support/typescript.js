// Lets Node load TypeScript: each file is compiled once, and kept for as long as it stays as it is. Under tap that
// costs a process half of what tsx does, and the tests start hundreds, most with a second thread for their database.
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

register('./typescript-hooks.js', import.meta.url)

// By it tap notes each file that a process reads, for a coverage that nobody takes. What a test starts goes without.
if (isMainThread) delete process.env.NODE_OPTIONS
