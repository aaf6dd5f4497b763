// Builds what is out of date, then serves: all in one process, so that a signal to npm reaches the server
// (between the two, a shell would keep it to itself).
//
//   node scripts/start.js
import './build.js'

await import('../dist/server.js')
