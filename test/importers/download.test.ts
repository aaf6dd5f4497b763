import { readFile, stat } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { type DownloadOptions, download } from '../../src/clients/http.ts'
import { readRetryAfter } from '../../src/clients/http-retry.ts'
import { openBytes } from '../../src/importers/parse/bytes.ts'
import {
  type Answer,
  cutsOff,
  drips,
  fileServer,
  keepsSilent,
  refuses,
  sends
} from '../support/file-server.ts'

const BODY = JSON.stringify([{ id: '1', nom: 'EPN de Nevers' }])

/** Limits that are short enough for a test, but long enough for a busy machine. */
const LIMITS = {
  answerMs: 5_000,
  idleMs: 5_000,
  totalMs: 20_000,
  maxBytes: 1024 * 1024,
  attempts: 3,
  pauseMs: 5,
  longestPauseMs: 2_000
}

const fetched = (url: string, more: Partial<DownloadOptions> = {}) =>
  download(url, { userAgent: 'annuaire/test', ...more, limits: { ...LIMITS, ...more.limits } })

/** Reads the downloaded content. Also checks that the file is removed afterwards. */
async function bodyOf(t: Test, downloaded: Awaited<ReturnType<typeof download>>): Promise<string> {
  if (downloaded === null) throw new Error('not modified')
  const body = await readFile(downloaded.path, 'utf8')
  await downloaded.remove()
  await t.rejects(stat(downloaded.path), { code: 'ENOENT' })
  return body
}

t.test('a file is downloaded completely, with our own user agent', async (t) => {
  const server = await fileServer(
    t,
    sends(BODY, { etag: '"v1"', 'last-modified': 'Sun, 01 Nov 2026 08:00:00 GMT' })
  )
  const downloaded = await fetched(server.url)
  t.match(downloaded, { etag: '"v1"', last_modified: 'Sun, 01 Nov 2026 08:00:00 GMT' })
  t.equal(await bodyOf(t, downloaded), BODY)
  t.match(server.requests[0]?.headers, { 'user-agent': 'annuaire/test', 'if-none-match': undefined })
})

t.test('an unchanged file is not sent again', async (t) => {
  const server = await fileServer(t, refuses(304))
  const known = { etag: '"v1"', last_modified: 'Sun, 01 Nov 2026 08:00:00 GMT' }
  t.equal(await fetched(server.url, { known }), null)
  t.match(server.requests[0]?.headers, {
    'if-none-match': '"v1"',
    'if-modified-since': 'Sun, 01 Nov 2026 08:00:00 GMT'
  })
  await t.rejects(fetched(server.url), { message: /the server answers 304/ }, 'not valid if not requested')
})

t.test('a server that fails temporarily is retried', async (t) => {
  const server = await fileServer(t, refuses(500), cutsOff(BODY.repeat(1000)), sends(BODY))
  t.equal(await bodyOf(t, await fetched(server.url)), BODY)
  t.equal(server.requests.length, 3)

  server.answers(refuses(429, { 'retry-after': '1' }), sends(BODY))
  const started = performance.now()
  await bodyOf(t, await fetched(server.url))
  t.ok(performance.now() - started >= 990, 'and not asked again during the requested time')
})

t.test('if a server keeps failing, the download fails with the reason', async (t) => {
  const cases: readonly (readonly [string, Answer, object, RegExp, number])[] = [
    ['500s', refuses(503), {}, /the server answers 503 \(3 attempts\)/, 3],
    ['cut in the middle', cutsOff(BODY.repeat(1000)), {}, /cut before the end \(3 attempts\)/, 3],
    ['wants to be left alone for an hour', refuses(503, { 'retry-after': '3600' }), {}, /answers 503\.$/, 1],
    ['no such file', refuses(404), {}, /the server answers 404\.$/, 1],
    ['a login page', sends('<html>', { 'content-type': 'text/html; charset=utf-8' }), {}, /web page/, 1],
    [
      'a coding nobody asked for',
      sends(BODY, { 'content-encoding': 'br' }),
      {},
      /unexpected Content-Encoding \(br\)/,
      1
    ],
    ['says it is too large', sends(BODY.repeat(40_000)), {}, /larger than 1 MB.*--max-size/, 1],
    [
      'is too large, and does not say so',
      (_request, response) => {
        response.writeHead(200, { 'transfer-encoding': 'chunked' })
        response.write('x'.repeat(800_000))
        response.end('x'.repeat(800_000))
      },
      {},
      /larger than 1 MB/,
      1
    ],
    ['never answers', keepsSilent, { answerMs: 100 }, /no answer within 0.1 s \(3 attempts\)/, 3],
    ['falls silent', (_q, response) => response.write('['), { idleMs: 100 }, /no data received for 0.1 s/, 3],
    ['drips', drips(20), { totalMs: 500 }, /it took longer than 0.5 s/, 1]
  ]
  for (const [what, answer, limits, message, requests] of cases) {
    const server = await fileServer(t, answer)
    await t.rejects(fetched(server.url, { limits }), { name: 'DownloadFailed', message }, what)
    t.equal(server.requests.length, requests, `${what}: requested ${requests} times`)
  }
})

t.test('a few redirects are followed', async (t) => {
  const server = await fileServer(t, refuses(302, { location: '/moved.json' }), sends(BODY))
  t.equal(await bodyOf(t, await fetched(server.url)), BODY)
  t.equal(server.requests[1]?.url, '/moved.json')

  server.answers(refuses(301, { location: '/again.json' }))
  await t.rejects(fetched(server.url), { message: /redirects more than 5 times/ })
  server.answers(refuses(302, { location: 'file:///etc/passwd' }))
  await t.rejects(fetched(server.url), { message: /only http and https are supported, not file:/ })
})

t.test('a key or a password in a URL is not repeated', async (t) => {
  const server = await fileServer(t, refuses(403))
  const secret = server.url.replace('//', '//nievre:motdepasse@').concat('?key=sesame')
  const error = (await fetched(secret).catch((error: Error) => error)) as Error
  t.match(error.message, /annuaire\.json cannot be downloaded: the server answers 403/)
  t.notMatch(error.message, /motdepasse|sesame/)
})

t.test('a process that stops does not wait for a slow server', async (t) => {
  const server = await fileServer(t, drips(20))
  const stop = new AbortController()
  const downloading = fetched(server.url, { signal: stop.signal })
  setTimeout(() => stop.abort(new Error('Good night.')), 100)
  await t.rejects(downloading, { message: 'Good night.' })
})

t.test('gzip is stored as received, and truncation is detected', async (t) => {
  const packed = gzipSync(BODY.repeat(2000))
  const server = await fileServer(
    t,
    sends(packed, { 'content-encoding': 'gzip' }),
    sends(packed.subarray(0, packed.length / 2), { 'content-encoding': 'gzip' })
  )
  const read = async () => {
    const downloaded = await fetched(server.url)
    if (downloaded === null) throw new Error('not modified')
    const parts: Buffer[] = []
    try {
      for await (const part of (await openBytes(downloaded.path, process.stdin, 10)).bytes) parts.push(part)
    } finally {
      await downloaded.remove()
    }
    return Buffer.concat(parts).toString()
  }
  t.equal(await read(), BODY.repeat(2000))
  await t.rejects(read(), { name: 'ImportRefused', message: /gzip file is damaged or truncated/ })
})

t.test('Retry-After is seconds or an instant', async (t) => {
  const now = Date.parse('2026-11-22T10:00:00Z')
  t.equal(readRetryAfter('120', now), 120_000)
  t.equal(readRetryAfter('Sun, 22 Nov 2026 10:00:30 GMT', now), 30_000)
  t.equal(readRetryAfter('Sun, 22 Nov 2026 09:00:00 GMT', now), 0)
  t.equal(readRetryAfter('soon', now), null)
  t.equal(readRetryAfter(undefined, now), null)
})
