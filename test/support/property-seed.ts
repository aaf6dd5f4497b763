// Loaded before each test file. In CI the properties are tried on the same cases every time, so that a red build is
// the doing of what changed; at home each run tries others, and prints the seed of what it finds.
import fc from 'fast-check'

if (process.env.CI === 'true') fc.configureGlobal({ seed: 20_261_122 })
