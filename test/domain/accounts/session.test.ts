import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { SESSION_MOST_MS, SESSION_UNSEEN_MS } from '../../../src/domain/accounts/periods.ts'
import {
  browserFamily,
  isSessionOpen,
  isSessionToken,
  newSession,
  type Session,
  seen,
  sessionDigest
} from '../../../src/domain/accounts/session.ts'
import { DAY_MS } from '../../../src/domain/time.ts'

const start = new Date('2026-12-01T09:00:00Z')

t.test('a token has one spelling, and only its digest is stored', async (t) => {
  const { token, session } = newSession('an account', 'Firefox', start)
  t.match(token, /^ses_[A-Za-z0-9_-]{43}$/)
  t.same(sessionDigest(token), session.digest)
  t.notOk(JSON.stringify(session).includes(token.slice(4)))
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const spellings = [...ALPHABET].map((last) => token.slice(0, -1) + last)
  t.equal(spellings.filter((each) => sessionDigest(each)?.equals(session.digest)).length, 1)
  for (const text of ['', 'ses_', token.slice(4), `ann_${token}`, `${token}=`, ` ${token}`])
    t.notOk(isSessionToken(text))
})

t.test('a session lasts while it is used each month, and half a year at most', async () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 * DAY_MS }), { maxLength: 20 }), (pauses) => {
      let { session }: { session: Session } = newSession('an account', null, start)
      let at = start
      let stored = start
      for (const pause of pauses) {
        at = new Date(at.getTime() + pause)
        const shouldBeOpen =
          at.getTime() - stored.getTime() < SESSION_UNSEEN_MS &&
          at.getTime() - start.getTime() < SESSION_MOST_MS
        assert.equal(isSessionOpen(session, at), shouldBeOpen)
        if (!shouldBeOpen) return
        const next = seen(session, at)
        if (next !== null) {
          session = next
          stored = at
        }
        assert.ok(at.getTime() - stored.getTime() < 60 * 60_000, 'the time of use is at most an hour old')
      }
    })
  )
})

t.test('of a browser its family is kept, and no version', async (t) => {
  t.equal(browserFamily('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'), 'Firefox')
  t.equal(
    browserFamily('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'),
    'Edge'
  )
  t.equal(
    browserFamily('Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1'),
    'Safari'
  )
  const webkit = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)'
  t.equal(browserFamily(`${webkit} Chrome/140.0.0.0 Safari/537.36`), 'Chrome')
  t.equal(browserFamily(`${webkit} HeadlessChrome/140.0.0.0 Safari/537.36`), 'Chrome')
  t.equal(
    browserFamily(`${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`),
    'Samsung Internet'
  )
  t.equal(browserFamily('curl/8.5'), null)
  t.equal(browserFamily(undefined), null)
})
