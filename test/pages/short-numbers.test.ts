import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import t from 'tap'
import { CallLink } from '../../src/pages/parts/call.tsx'
import { PhoneLink } from '../../src/pages/parts/contact-list.tsx'
import { WORDING } from '../../src/pages/wording/wording.ts'

t.test('a link calls a short number as it is dialled', async (t) => {
  t.equal(renderToString(h(PhoneLink, { phone: '3960' })), '<a href="tel:3960">3960</a>')
  t.equal(
    renderToString(h(PhoneLink, { phone: '+33386710000' })),
    '<a href="tel:+33386710000">03 86 71 00 00</a>'
  )
  t.match(renderToString(h(CallLink, { phone: '3960', says: WORDING.fr })), /href="tel:3960">.*3960</)
})
