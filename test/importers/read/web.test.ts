import fc from 'fast-check'
import t from 'tap'
import { isWebAddress } from '../../../src/importers/clean/url.ts'
import { declaredSource } from '../../../src/importers/declared/declared-source.ts'
import { LOOKUPS, read } from '../mapping.ts'

/**
 * The websites and e-mail addresses that are read from the column of websites, followed by the texts that are
 * reported.
 */
function site(site_web: string): readonly unknown[] {
  const { content, reported } = read({ site_web })
  const { websites, emails } = content.contacts
  return [[...websites, ...emails], ...reported.map((each) => each.replace('site_web: ', ''))]
}

function mail(courriels: string): readonly unknown[] {
  const { content, reported } = read({ courriels })
  const { websites, emails } = content.contacts
  return [[...emails, ...websites], ...reported.map((each) => each.replace('courriels: ', ''))]
}

t.test('a booking link ends where other words begin', async (t) => {
  const booking = (prise_rdv: string, telephone = '') => {
    const { content, reported } = read({ prise_rdv, telephone })
    return [
      content.booking_url,
      content.contacts.phone,
      ...reported.map((each) => each.replace('prise_rdv: ', ''))
    ]
  }
  const [link, phone, beside] = [
    'https://rdv.example.org/bayeux',
    '+33231921108',
    ': text beside the web address'
  ]
  for (const between of [' ', ' ou ', ' / ', '%A0', '%C2%A0', '\u00a0', ' - ', ' tél : ']) {
    t.same(booking(`${link}${between}02 31 92 11 08`).slice(0, 2), [link, phone], between)
  }
  t.same(booking(`${link} 02 31 92 11 08`), [link, phone, `02 31 92 11 08${beside}`])
  t.same(
    booking(`${link} 02 31 92 11 08`, '02 31 51 00 00'),
    [link, '+33231510000', `02 31 92 11 08${beside}`],
    'the phone of the place comes first'
  )
  t.same(booking('02 31 92 11 08'), [null, phone, '02 31 92 11 08: not a web address'])
  t.same(booking(`${link} (sur inscription)`), [link, null, `(sur inscription)${beside}`])
  t.same(booking(`${link}0231921108`).slice(0, 1), [`${link}0231921108`], 'digits are a part of the address')
  t.same(booking('https://rdv.example.org0231921108').slice(0, 2), [null, phone], 'but not of its host')
  t.same(booking(`${link} https://caen.fr/rdv`), [
    link,
    null,
    'https://caen.fr/rdv: only the first web address is kept'
  ])
  t.same(read({ prise_rdv: 'epn@nevers.fr' }).content.contacts.emails, ['epn@nevers.fr'])
})

t.test('several sites in a cell are all kept', async (t) => {
  const both = [['http://nevers.fr', 'http://caen.fr']]
  for (const between of [' / ', '/', ';', ' ; ', ', ', ' ou ', ' et ', ' - ', ' ', '|', '\n']) {
    t.same(site(`nevers.fr${between}caen.fr`), both, JSON.stringify(between))
    t.same(site(`http://nevers.fr${between}http://caen.fr`), both, JSON.stringify(between))
  }
  t.same(site('http://nevers.fr/epn.htmlhttp://caen.fr'), [['http://nevers.fr/epn.html', 'http://caen.fr']])
  t.same(site('nevers.fr (mairie), caen.fr'), [
    ['http://nevers.fr', 'http://caen.fr'],
    '(mairie): text beside the web address'
  ])
})

t.test('an address may contain what separates addresses elsewhere', async (t) => {
  for (const whole of [
    'https://nevers.fr/lieux,178.html',
    'https://nevers.fr/a;b',
    'https://nevers.fr/catalogue/www.main.cls?v=1',
    'http://90.84.0.1/catalogue',
    'https://web.example.org/2020/http://nevers.fr',
    'https://nevers.fr/lien?vers=https://caen.fr',
    'https://rdv.example.org/calendrier/epn@nevers.onmicrosoft.com/rdv/',
    'https://nevers.fr/epn_(centre)'
  ]) {
    t.same(site(whole), [[whole]])
  }
  t.same(site('https://nevers.fr/?q=france services'), [['https://nevers.fr/?q=france%20services']])
  t.same(site('https://nevers.fr/les lieux.html'), [['https://nevers.fr/les%20lieux.html']])
  t.same(site('https://nevers.fr/les lieux du fleuve/'), [['https://nevers.fr/les%20lieux%20du%20fleuve/']])
  t.same(site('https://nevers.fr/lieux/ EPN du fleuve'), [
    ['https://nevers.fr/lieux/'],
    'EPN du fleuve: text beside the web address'
  ])
})

t.test('what stands around an address is removed', async (t) => {
  for (const written of [
    'https://nevers.fr/epn.',
    '(https://nevers.fr/epn)',
    '<https://nevers.fr/epn>',
    'https://nevers.fr/epnwww.',
    'https://nevers.fr/epntps://www.',
    'https://nevers.fr/epn//www.',
    'Https://nevers.fr/epn',
    'https://nevers.fr/epn%A0',
    'https://nevers.fr/epn%C2%A0',
    'https://nevers.fr/epn%20',
    'https://nevers.fr/epn /',
    'Site internet : https://nevers.fr/epn',
    '<a href="https://nevers.fr/epn">le site</a>',
    '[le site](https://nevers.fr/epn)'
  ]) {
    t.same(site(written), [['https://nevers.fr/epn']], written)
  }
})

t.test('an e-mail in the column of sites and a site in that of e-mails are kept', async (t) => {
  for (const written of [
    'epn@nevers.fr',
    'mailto:epn@nevers.fr',
    'epn%40nevers.fr',
    'http://www.epn@nevers.fr'
  ]) {
    t.same(site(written), [['epn@nevers.fr']], written)
  }
  t.same(site('nevers.fr, mail : epn@nevers.fr'), [['http://nevers.fr', 'epn@nevers.fr']])
  t.same(mail('www.nevers.fr'), [['http://www.nevers.fr']])
  t.same(mail('nevers.fr'), [['http://nevers.fr']])
  t.same(mail('epn@nevers.fr / https://nevers.fr'), [['epn@nevers.fr', 'https://nevers.fr']])
  t.same(mail('E-mail : mailto:epn@nevers.fr?subject=EPN'), [['epn@nevers.fr']])
  t.same(mail('<a href="mailto:epn@nevers.fr">écrire</a>'), [['epn@nevers.fr']])
  t.same(mail('epn%40nevers.fr'), [['epn@nevers.fr']])
  t.same(mail('via macaf.fr ou le guichet'), [
    [],
    'via macaf.fr: not an e-mail address',
    'le guichet: not an e-mail address'
  ])
})

t.test('nothing broken is published', async (t) => {
  for (const broken of [
    'http://www.nevers',
    'http://nevers',
    'http://',
    'https://www.',
    'https://nevers..fr',
    'néant'
  ]) {
    t.same(site(broken), [[], `${broken}: not a web address`])
  }
  t.same(read({ site_web: 'http://02.31.92.11.08' }).content.contacts, {
    phone: '+33231921108',
    emails: [],
    websites: [],
    person: null
  })
})

t.test('a text that is too long for an address is reported at once', async (t) => {
  const long = 'a.'.repeat(50_000)
  t.same(site(long), [[], `${long}: too long for an address`])
  t.same(mail(long), [[], `${long}: too long for an address`])
})

t.test('columns of a mapping are read in the same way', async (t) => {
  const source = declaredSource({
    source: 'nievre',
    name: 'Lieux de la Nièvre',
    licence: 'etalab-2.0',
    id: 'no',
    place: {
      name: 'nom',
      address: { city: 'ville' },
      emails: 'mail',
      websites: { columns: 'web', part: 'web : (.*)$' },
      booking_url: 'rdv'
    },
    tables: []
  })
  const raw = {
    no: '1',
    nom: 'EPN',
    mail: 'nevers.fr',
    web: 'web : epn@nevers.fr',
    rdv: 'rdv.nevers.fr 03 86 71 00 00'
  }
  t.match(source.map(raw, LOOKUPS), {
    record: {
      content: {
        booking_url: 'http://rdv.nevers.fr',
        contacts: { phone: '+33386710000', emails: ['epn@nevers.fr'], websites: ['http://nevers.fr'] }
      }
    }
  })
})

t.test('a site that comes out is an address, and its host was written in the cell', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'nevers.fr',
      'https://caen.fr/a',
      'www.',
      'http://',
      'ou',
      'tel',
      '02 31 92 11 08',
      'epn@caen.fr'
    ),
    fc.constantFrom(' ', ' / ', ';', ',', '%A0', '(', ')', '\u00a0', '/', '.', '?q=')
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
      const cell = pieces.join('')
      return read({ site_web: cell }).content.contacts.websites.every(
        (address) => isWebAddress(address) && cell.includes(new URL(address).hostname.replace(/^www\./, ''))
      )
    }),
    { numRuns: 150 }
  )
})

t.test('backslashes after the scheme are slashes', async (t) => {
  t.same(site('https:\\\\nevers.example'), [['https://nevers.example']])
})
