// Loaded before each test file. In CI the properties always use the same cases, so that a failure is caused by a
// change. On other machines each run uses new cases, and prints the seed of a failure. The file is JavaScript,
// because Node also loads it in the worker of the embedded database, which cannot read TypeScript yet.
import { isMainThread } from 'node:worker_threads'

if (process.env.CI === 'true' && isMainThread) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ seed: 20_261_122 })
}
