// Lets Node load TypeScript: each file is compiled once and cached until it changes. Under tap, this takes a process
// half as long as tsx would, and the tests start hundreds of processes, most with a second thread for their database.
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

register('./typescript-hooks.js', import.meta.url)

// tap uses these options to record files for coverage, which is not used. Processes started by tests run
// without them.
if (isMainThread) delete process.env.NODE_OPTIONS
