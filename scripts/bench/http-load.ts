// Sends requests over HTTP as fast as answers come, on a number of keep-alive connections, like `wrk` with a list
// of paths. It uses sockets instead of `node:http`, whose client takes up to a tenth of the cost of a search, on
// the cores that the API and the database share. The remaining cost is reported with each measurement
// (`cpuSeconds`) and by `generator-cost.ts`.
import { connect, type Socket } from 'node:net'

/** The path of a GET, or a POST with a body of JSON. */
export type Asked = string | { readonly path: string; readonly json: string }

export type LoadOptions = {
  readonly port: number
  readonly asked: readonly Asked[]
  readonly clients: number
  readonly seconds: number
}

export type Load = {
  readonly answers: number
  readonly seconds: number
  readonly latenciesMs: readonly number[]
  /** Answers with a status other than 200, by status. */
  readonly failures: Readonly<Record<string, number>>
  /** CPU time of this process during the load: the cost of sending the requests. */
  readonly cpuSeconds: number
}

export async function load({ port, asked, clients, seconds }: LoadOptions): Promise<Load> {
  const latenciesMs: number[] = []
  const failures: Record<string, number> = {}
  const begun = performance.now()
  const cpu = process.cpuUsage()
  let sent = 0
  const nextOf = (address: string) => () =>
    performance.now() - begun < seconds * 1000
      ? requestOf(asked[sent++ % asked.length] ?? '/', address)
      : undefined
  const onAnswer = (status: string, milliseconds: number) => {
    latenciesMs.push(milliseconds)
    if (status !== '200') failures[status] = (failures[status] ?? 0) + 1
  }
  await Promise.all(
    Array.from({ length: clients }, (_, index) => client(port, nextOf(`198.51.100.${index}`), onAnswer))
  )
  const { user, system } = process.cpuUsage(cpu)
  return {
    answers: latenciesMs.length,
    seconds: (performance.now() - begun) / 1000,
    latenciesMs,
    failures,
    cpuSeconds: (user + system) / 1e6
  }
}

/** Each connection is a client of its own, because one client gets only a share of the database connections. */
function requestOf(asked: Asked, address: string): string {
  const headers = `HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: ${address}\r\nAccept: application/json\r\n`
  if (typeof asked === 'string') return `GET ${asked} ${headers}\r\n`
  const { path, json } = asked
  const length = Buffer.byteLength(json)
  return `POST ${path} ${headers}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${json}`
}

/** Keeps one connection busy: sends a request, reads its complete answer, then sends the next request. */
function client(
  port: number,
  next: () => string | undefined,
  onAnswer: (status: string, milliseconds: number) => void
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const read = answerReader()
    let askedAt = 0
    const ask = () => {
      const request = next()
      if (!request) {
        socket.destroy()
        return resolve()
      }
      askedAt = performance.now()
      socket.write(request)
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The API closed a connection that was to be kept open.')))
    socket.on('data', (chunk) => {
      try {
        const status = read(chunk)
        if (status === undefined) return
        onAnswer(status, performance.now() - askedAt)
        ask()
      } catch (error) {
        socket.destroy()
        reject(error)
      }
    })
  })
}

/** Returns a function that takes the chunks of an answer, and returns the status when the answer is complete. */
function answerReader(): (chunk: Buffer) => string | undefined {
  let head: Buffer = Buffer.alloc(0)
  let status: string | undefined
  let missing = 0
  return (chunk) => {
    if (status === undefined) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return undefined
      const lines = head.toString('latin1', 0, end)
      const length = /\r\ncontent-length: (\d+)/i.exec(lines)?.[1]
      if (length === undefined) throw new Error(`An answer does not tell its length:\n${lines}`)
      status = lines.slice(9, 12)
      missing = Number(length) - (head.length - end - 4)
      head = Buffer.alloc(0)
    } else {
      missing -= chunk.length
    }
    if (missing > 0) return undefined
    const answered = status
    status = undefined
    return answered
  }
}
