// Lets Node load TypeScript. Each file is compiled once and cached until it changes. Under tap, a process starts in
// half the time that it would take with tsx; the tests start hundreds of processes, most with a second thread for
// their database.
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

register('./typescript-hooks.js', import.meta.url)

// tap uses these options to record files for coverage, which we do not use. Processes started by tests run without
// them.
if (isMainThread) delete process.env.NODE_OPTIONS
