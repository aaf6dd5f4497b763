// Loaded before each test file. In CI the properties are tried on the same cases every time, so that a red build is
// the doing of what changed; at home each run tries others, and prints the seed of what it finds. In JavaScript,
// because Node hands it on to the embedded database's worker, where nothing reads TypeScript yet.
import { isMainThread } from 'node:worker_threads'

if (process.env.CI === 'true' && isMainThread) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ seed: 20_261_122 })
}
