// The attacks. Each goes on until it is stopped.
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../../../src/seed/random.ts'
import { type Connection, getBy, openConnection, postBy } from './connection.ts'
import { endlessUploadBy, expensivePath, OFFICE, type Target } from './target.ts'

export type Attack = {
  /** Ends the attack, and tells what became of it. */
  readonly stop: () => Promise<string>
}

export type StartAttack = (port: number, target: Target, random: Random) => Attack

/** An address of its own for each request, as of a crowd. */
export const crowdAddress = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`

export type Flood = Attack & { readonly answered: () => number }

/**
 * Sends requests at a fixed rate per second, whether or not they are answered, each from an address of its own.
 */
export function flood(port: number, rate: number, nextPath: () => string): Flood {
  const idle: Connection[] = []
  const all = new Set<Connection>()
  const counts: Record<string, number> = {}
  let sent = 0
  const send = async () => {
    const connection = idle.pop() ?? openConnection(port)
    all.add(connection)
    const { status } = await connection.send(getBy(crowdAddress(sent++), nextPath()))
    counts[status] = (counts[status] ?? 0) + 1
    idle.push(connection)
  }
  const begun = performance.now()
  const timer = setInterval(() => {
    const due = ((performance.now() - begun) / 1000) * rate
    for (let n = sent; n < due; n++) void send()
  }, 10)
  return {
    answered: () => counts[200] ?? 0,
    stop: async () => {
      clearInterval(timer)
      for (const each of all) each.close()
      return countsText(counts)
    }
  }
}

/** Opens exports from some addresses, several each, and reads nothing of them. */
export const unreadExports: StartAttack = (port) => {
  const heads: string[] = []
  const sockets = Array.from({ length: 16 }, (_, n) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('error', () => {})
    socket.once('data', (chunk) => {
      heads.push(chunk.toString('latin1', 9, 12))
      socket.pause()
    })
    socket.write(getBy(`203.0.113.${(n >> 2) + 1}`, '/v1/exports/places.ndjson'))
    return socket
  })
  return {
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      return countsText(countBy(heads))
    }
  }
}

/** Tries keys that do not exist, a hundred per second, from the address of the good ones. */
export const badKeys: StartAttack = (port, _target, random) =>
  repeated(port, 4, 40, () => {
    const hex = Array.from({ length: 12 }, () => random.pick([...'0123456789abcdef'])).join('')
    const secret = 'A'.repeat(43)
    return getBy(OFFICE, '/v1/review?limit=1', { Authorization: `Bearer ann_${hex}_${secret}` })
  })

/** One client that asks on two hundred connections as fast as it gets answers. */
export const manyConnections: StartAttack = (port, target, random) =>
  repeated(port, 200, 0, () => getBy('203.0.113.66', expensivePath(target, random)))

/** One client that asks long sentences of words that have to be guessed, never twice the same. */
export const longQuestions: StartAttack = (port, _target, random) =>
  repeated(port, 40, 0, () => getBy('203.0.113.67', `/v1/places?limit=1&q=${sentence(random)}`))

/** Sentences of nearly the greatest length that is allowed. */
const SENTENCE = 490

function sentence(random: Random): string {
  let text = ''
  while (text.length < SENTENCE) text += `${misspelt(random.pick(WORDS), random)} `
  return encodeURIComponent(text.slice(0, SENTENCE))
}

const WORDS =
  'mediatheque numerique saint ville ordinateur impots demarche villefranche montagne atelier'.split(' ')

const misspelt = (word: string, random: Random): string => {
  const at = Math.floor(random.next() * word.length)
  return word.slice(0, at) + random.pick([...'aeinrst']) + word.slice(at + 1)
}

/** A few clients that send outlines of as many corners as are allowed, which cross themselves. */
export const outlines: StartAttack = (port, _target, random) =>
  repeated(port, 16, 0, () =>
    postBy(`203.0.113.${70 + Math.floor(4 * random.next())}`, '/v1/places/search', outline(random))
  )

function outline(random: Random): string {
  const corners = Array.from({ length: 480 }, () => [
    Number((9 * random.next() - 4).toFixed(4)),
    Number((9 * random.next() + 42).toFixed(4))
  ])
  const ring = [...corners, corners[0]]
  return JSON.stringify({ within: { type: 'Polygon', coordinates: [ring] }, limit: 1, total: 'none' })
}

/** Tiles all over the country with a filter of their own, as from a few browsers that are moved about wildly. */
export const manyTiles: StartAttack = (port, _target, random) =>
  repeated(port, 32, 0, () => {
    const z = 5 + Math.floor(3 * random.next())
    const x = Math.floor((0.49 + 0.035 * random.next()) * 2 ** z)
    const y = Math.floor((0.34 + 0.03 * random.next()) * 2 ** z)
    const quality = (0.5 * random.next()).toFixed(4)
    const address = `203.0.113.${80 + Math.floor(4 * random.next())}`
    return getBy(address, `/v1/tiles/${z}/${x}/${y}.mvt?min_quality=${quality}`)
  })

/** A thousand connections of one client that send a byte of their request now and then. */
export const slowHeads: StartAttack = (port) => {
  let cut = 0
  const open = () => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('error', () => {})
    socket.once('close', () => {
      if (isOver) return
      cut += 1
      sockets.delete(socket)
      sockets.add(open())
    })
    socket.write('GET /v1/places HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ')
    return socket
  }
  let isOver = false
  const sockets = new Set(Array.from({ length: 1_000 }, open))
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('a')
  }, 1_000)
  return {
    stop: async () => {
      isOver = true
      clearInterval(timer)
      for (const socket of sockets) socket.destroy()
      return `${cut} connections cut`
    }
  }
}

/** One key that begins several uploads, and sends an empty line of each now and then. */
export const slowUploads: StartAttack = (port, { tokens }) => {
  const statuses: string[] = []
  const sockets = Array.from({ length: 6 }, () => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('error', () => {})
    socket.on('data', (chunk) => statuses.push(chunk.toString('latin1', 9, 12)))
    socket.write(endlessUploadBy(tokens[0] ?? ''))
    return socket
  })
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('1\r\n\n\r\n')
  }, 1_000)
  return {
    stop: async () => {
      clearInterval(timer)
      for (const socket of sockets) socket.destroy()
      return countsText(countBy(statuses))
    }
  }
}

/** Keeps a number of connections busy, with a pause after each answer. */
function repeated(port: number, connections: number, pauseMs: number, next: () => string): Attack {
  const counts: Record<string, number> = {}
  let isOver = false
  const one = async () => {
    const connection = openConnection(port)
    while (!isOver) {
      const { status } = await connection.send(next())
      counts[status] = (counts[status] ?? 0) + 1
      await wait(pauseMs)
    }
    connection.close()
  }
  const done = Promise.all(Array.from({ length: connections }, one))
  return {
    stop: async () => {
      isOver = true
      await done
      return countsText(counts)
    }
  }
}

const countBy = (keys: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([status, count]) => `${count} × ${status === '0' ? 'nothing' : status}`)
    .join(', ')
