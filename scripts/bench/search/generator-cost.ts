// Measures the capacity and cost of the load generator, against a server in its own thread that answers 16 kB from
// memory, about as much as 20 places. If an API's rate came close to this capacity, the bench would measure the
// generator instead of the API.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { load } from '../http-load.ts'

const TRIVIAL_SERVER = `
const { createServer } = require('node:http')
const { parentPort } = require('node:worker_threads')
const body = Buffer.alloc(16 * 1024, 'a')
const server = createServer((_, response) => response.setHeader('content-length', body.length).end(body))
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

const SECONDS = 2

export async function generatorCost(clients: number): Promise<string> {
  const server = new Worker(TRIVIAL_SERVER, { eval: true })
  const [port] = (await once(server, 'message')) as [number]
  const { answers, seconds } = await load({ port, asked: ['/'], clients, seconds: SECONDS })
  await server.terminate()
  return `The asking alone, against a server that answers 16 kB from memory: ${Math.round(answers / seconds)} a second.`
}
