import t from 'tap'
import { isSiret } from '../../src/importers/read/registered.ts'
import { read } from './mapping.ts'

t.test('a post-office box is not a street, and CEDEX not a town', async (t) => {
  const address = (columns: Record<string, unknown>) => {
    const { street, complement, city } = read(columns).content.address
    return [street, complement, city]
  }
  t.same(address({ adresse: '12 rue Saint-Jean BP 10123', commune: 'BAYEUX CEDEX', code_postal: '14400' }), [
    '12 rue Saint-Jean',
    'BP 10123, CEDEX',
    'Bayeux'
  ])
  t.same(address({ adresse: 'CS 20001', complement_adresse: 'Hôtel de ville', commune: 'Caen' }), [
    null,
    'Hôtel de ville, CS 20001',
    'Caen'
  ])
  t.same(address({ adresse: '8 rue des CSP', commune: 'Caen' })[0], '8 rue des CSP')
})

t.test('a phone', async (t) => {
  const phone = (telephone: string, more: Record<string, string> = {}) => {
    const { content, reported } = read({ telephone, ...more })
    return [content.contacts.phone, ...reported.map((each) => each.split(': ').at(-1))]
  }
  t.same(phone('02 31 92 11 08'), ['+33231921108'])
  t.same(phone('+33231921108'), ['+33231921108'])
  t.same(
    phone('0262 79 00 49', { commune: 'Saint-Denis', code_postal: '97400' }),
    ['+262262790049'],
    'La Réunion'
  )
  t.same(phone('0262790049'), ['+262262790049'], 'La Réunion, even if its commune is unknown')
  t.same(phone('0594278230'), ['+594594278230'], 'Guyane')
  t.same(phone('+269269611234'), ['+262269611234'], 'Mayotte, with the prefix used by the standard')
  t.same(phone('+32 2 513 89 40'), ['+3225138940'], 'a neighbouring country')
  t.same(phone('0231921108 / 0231921109'), ['+33231921108', 'only the first phone number is kept'])
  t.same(phone('0231921108 ou 02 31 92 11 08'), ['+33231921108'], 'a repeated number is reported once')
  t.same(phone('02 31 92 11'), [null, 'not a number of the numbering plan'], 'too short')
  t.same(phone('poste 12'), [null, 'not a number of the numbering plan'])
})

t.test('a SIRET', async (t) => {
  t.ok(isSiret('21050061700019'))
  t.notOk(isSiret('21050061700018'), 'a wrong check digit')
  t.notOk(isSiret('2105006170001'), 'one digit too few')
  t.ok(isSiret('35600000000048'), 'the head office of La Poste passes the Luhn check')
  t.ok(isSiret('35600000049837'), 'a post office need not pass it')
  t.notOk(isSiret('35600000049838'))
  t.same(read({ pivot: '00000000000000' }).reported, [], 'zeros mean unknown')
  t.equal(read({ pivot: '210 500 617 00019' }).content.siret, '21050061700019')
  t.match(
    read({ pivot: 'w581000123' }),
    { content: { siret: null, rna: 'W581000123' }, reported: [] },
    'or an RNA'
  )
  t.equal(read({ pivot: 'W9R1002345' }).content.rna, 'W9R1002345', 'a number of La Réunion')
  t.notOk('rna' in read({ pivot: '21050061700019' }).content, 'and nothing is stored if there is none')
  // The check digit of the SIRET is right, but that of its SIREN is wrong.
  t.notOk(isSiret('98765432100015'), 'a SIREN has a check digit of its own')
  t.same(read({ pivot: '98765432100015' }).reported, [
    'pivot: 98765432100015: not a SIRET: wrong check digit of its SIREN'
  ])
  t.same(read({ pivot: '13000004500000' }).reported, [
    'pivot: 13000004500000: not a SIRET: no establishment has the number 00000'
  ])
  t.same(read({ pivot: '12345' }).reported, ['pivot: 12345: not a SIRET: wrong length or check digit'])
})

t.test('opening hours', async (t) => {
  const hours = (horaires: string, more = {}) => read({ horaires, ...more }).content.opening_hours
  t.same(hours('Mo-Fr  09:00-12:00'), {
    osm: 'Mo-Fr 09:00-12:00',
    raw: 'Mo-Fr 09:00-12:00',
    confidence: 'exact',
    timezone: 'Europe/Paris'
  })
  t.same(hours('Lundi : 9h-12h', { code_insee: '97611' }), {
    osm: 'Mo 09:00-12:00',
    raw: 'Lundi : 9h-12h',
    confidence: 'exact',
    timezone: 'Indian/Mayotte'
  })
  t.same(hours('voir le site'), {
    osm: null,
    raw: 'voir le site',
    confidence: 'none',
    timezone: 'Europe/Paris'
  })
  t.same(read({ horaires: 'voir le site' }).reported, [
    'horaires: voir le site: not understood as opening hours; kept as text'
  ])
})

t.test('an address', async (t) => {
  const address = (columns: Record<string, unknown>) => {
    const { content, reported } = read(columns)
    const { postcode, city, commune, department } = content.address
    return [postcode, city, commune, department, ...reported]
  }
  t.same(address({ commune: 'BAYEUX', code_postal: '14400' }), ['14400', 'Bayeux', '14047', '14'])
  t.same(address({ commune: 'Ambérieu-en-Bugey', code_postal: 1500 }), [
    '01500',
    'Ambérieu-en-Bugey',
    '01004',
    '01'
  ])
  t.same(address({ commune: 'MARSEILLE 11', code_postal: '13011' }), ['13011', 'Marseille', '13211', '13'])
  t.same(address({ commune: 'Lyon CEDEX 03', code_postal: '69003' }), ['69003', 'Lyon', '69383', '69'])
  t.same(address({ code_insee: '2a004' }), [null, 'Ajaccio', '2A004', '2A'], 'the code alone is enough')
  t.same(
    address({ commune: 'Valberg', code_postal: '06470' }),
    ['06470', 'Valberg', '06094', '06'],
    'a hamlet with a postal name keeps it, and is in Péone'
  )
  t.same(
    address({ commune: 'Le Clos', code_postal: '14400' }),
    [
      '14400',
      'Le Clos',
      null,
      '14',
      'commune, code_postal: Le Clos 14400: commune not found: several communes share the postcode 14400'
    ],
    'any other hamlet keeps its name, and its commune is not guessed'
  )
  t.same(address({ commune: 'Bayeux', code_postal: '14400', code_insee: '58194' }), [
    '14400',
    'Bayeux',
    '14047',
    '14',
    'code_insee: 58194: contradicted: the other columns fit the commune 14047'
  ])
  t.same(address({ commune: 'Nevers', code_postal: '00580', code_insee: '58194' }), [
    null,
    'Nevers',
    '58194',
    '58',
    'code_postal: 00580: not a French postcode'
  ])
  t.same(address({}), [null, null, null, null], 'no address is not a fault')
})

t.test('a commune that is found by a rule is a repair that says which', async (t) => {
  const found = (columns: Record<string, unknown>) => {
    const { content, reported, repaired } = read(columns)
    return [content.address.commune ?? content.address.department, ...reported, ...repaired]
  }
  t.same(found({ commune: 'Sarlat', code_postal: '24200' }), [
    '24520',
    'commune, code_postal: found the commune by its postcode and a longer or shorter name',
    'commune: replaced a misspelt or abbreviated name by the official name of the commune'
  ])
  t.same(found({ commune: 'Nvers', code_postal: '58000' }), [
    '58194',
    'commune, code_postal: found the commune by its postcode and a misspelt name',
    'commune: replaced a misspelt or abbreviated name by the official name of the commune'
  ])
  t.same(found({ commune: 'Trévoux', code_postal: '01480' }), [
    '01427',
    'commune, code_postal: found the commune by its name in the département'
  ])
  t.same(found({ commune: 'Limoges', latitude: 45.83, longitude: 1.26 }), [
    '87085',
    'commune: found the commune by its name near the position'
  ])
  t.same(found({ code_postal: '92925' }), [
    '92',
    'code_postal: 92925: commune not found: the postcode 92925 is unknown',
    'code_postal: found the département or the région by the postcode'
  ])
})

t.test(
  'a code that postcode and position contradict is reported, and the place is in its own time zone',
  async (t) => {
    const columns = { code_insee: '63236', commune: 'Mont-Dore', code_postal: '98800' }
    const { content, reported } = read({ ...columns, latitude: -22.23, longitude: 166.53 })
    t.match(content, {
      address: { commune: '98817', city: 'Le Mont-Dore', department: '988' },
      opening_hours: { timezone: 'Pacific/Noumea' }
    })
    t.match(reported, ['code_insee: 63236: contradicted: the other columns fit the commune 98817'])

    const both = read({ code_insee: '57490', commune: 'Moyenvic', code_postal: '26000' })
    t.match(both.content.address, { commune: '26362', city: 'Valence' }, 'its name is not believed either')
    t.same(both.reported, [
      'code_insee: 57490: contradicted: the other columns fit the commune 26362',
      'commune: Moyenvic: contradicted: the other columns fit the commune 26362'
    ])
    const town = read({ code_insee: '55029', commune: 'Bar-le-Duc', code_postal: '26000' }).content.address
    t.match(town, { commune: null, department: null }, 'a town and another one: neither is believed')
  }
)

t.test('an overseas place without a commune is in the time zone of its postcode', async (t) => {
  const zone = (code_postal: string) => {
    const { address, opening_hours } = read({ code_postal }).content
    return [address.commune, address.department, opening_hours.timezone]
  }
  t.same(zone('97801'), [null, '974', 'Indian/Reunion'])
  t.same(zone('97280'), ['97232', '972', 'America/Martinique'])
  t.same(zone('97200'), ['97209', '972', 'America/Martinique'])
  t.same(zone('98888'), [null, '988', 'Pacific/Noumea'], 'a postcode in no list')
})

t.test('web addresses and e-mails', async (t) => {
  const { content, reported } = read({
    site_web: 'www.bayeux.example;https://epn.example.org/a;b|néant',
    courriels: 'epn@bayeux.example|EPN@bayeux.example ; epn@bayeux.example, accueil',
    prise_rdv: 'rdv.example.org'
  })
  t.same(content.contacts.websites, ['http://www.bayeux.example', 'https://epn.example.org/a;b'])
  t.same(content.contacts.emails, ['epn@bayeux.example', 'EPN@bayeux.example'])
  t.equal(content.booking_url, 'http://rdv.example.org')
  t.same(reported, ['courriels: accueil: not an e-mail address', 'site_web: néant: not a web address'])
})
