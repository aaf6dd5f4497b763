import t from 'tap'
import { EMAIL, EMAIL_CELL, isEmail } from '../../src/importers/clean/email.ts'
import { PHONE, PHONE_CELL } from '../../src/importers/clean/phone.ts'
import { INSEE_CODE, isPostcode, LEADING_ZERO, POSTCODE } from '../../src/importers/clean/postcode.ts'
import { clean, type Repair } from '../../src/importers/clean/step.ts'
import { STREET } from '../../src/importers/clean/street.ts'
import { LINE, PARAGRAPHS } from '../../src/importers/clean/text.ts'
import { isWebAddress, LINK, URL_CELL, URL_REPAIRS } from '../../src/importers/clean/url.ts'

type Case = readonly [before: string, after: string, repairs: readonly string[]]

function promise(name: string, repairs: readonly Repair[], cases: readonly Case[]): void {
  t.test(name, async (t) => {
    for (const [before, after, applied] of cases) {
      t.same(clean(repairs, before), { value: after, applied }, JSON.stringify(before))
      t.same(clean(repairs, after), { value: after, applied: [] }, `nothing is left to repair in ${after}`)
    }
    const tried = new Set(cases.flatMap(([, , applied]) => applied))
    t.same(
      repairs.filter(({ name }) => !tried.has(name)).map(({ name }) => name),
      [],
      'every repair is tested here'
    )
  })
}

promise('names and streets', LINE, [
  ['Médiathèque d’Alès', 'Médiathèque d’Alès', []],
  ['MÃ©diathÃ¨que dâ€™AlÃ¨s', 'Médiathèque d’Alès', ['repaired mojibake']],
  ['SacrÃ©-CÅ“ur', 'Sacré-Cœur', ['repaired mojibake']],
  ['M√©diath√®que d‚Äôici', 'Médiathèque d’ici', ['repaired mojibake']],
  ['M├®diath├¿que dÔÇÖici', 'Médiathèque d’ici', ['repaired mojibake']],
  ['MÃƒÂ©diathÃƒÂ¨que', 'Médiathèque', ['repaired mojibake']],
  ['Aide Ã  domicile', 'Aide à domicile', ['repaired mojibake', 'normalised spaces']],
  ['M&Atilde;&copy;diath&egrave;que', 'Médiathèque', ['decoded HTML entities', 'repaired mojibake']],
  ['CÔTÉ CHÂTEAU, HÂTÉ', 'CÔTÉ CHÂTEAU, HÂTÉ', []],
  ['« LE CAFÉ»', '« LE CAFÉ»', []],
  [
    'Al&egrave;s &amp; &#201;tampes&#xA0;!',
    'Alès & Étampes !',
    ['decoded HTML entities', 'normalised spaces']
  ],
  ['a &unknown; b', 'a &unknown; b', []],
  ['<b>24</b><br/>rue <a href="x">Quinet</a>', '24 rue Quinet', ['removed HTML tags', 'normalised spaces']],
  ['3 < 4 et 5 > 4, écrire à <epn@bayeux.example>', '3 < 4 et 5 > 4, écrire à <epn@bayeux.example>', []],
  ['Ne\u200bvers', 'Nevers', ['removed invisible characters']],
  ['EPN \u202exueyaB ed\u202c', 'EPN xueyaB ed', ['removed invisible characters']],
  ['\u2067Nevers\u2069\u061c', 'Nevers', ['removed invisible characters']],
  ['Nevers\u{e0041}\u{e007f}', 'Nevers', ['removed invisible characters']],
  ['Maison\u0000France\u000bservices', 'Maison France services', ['replaced control characters with spaces']],
  [
    'Nevers\u009dCentre\u0002',
    'Nevers Centre',
    ['replaced control characters with spaces', 'normalised spaces']
  ],
  ['L\u0092\u008cil \u0096 Caf\u00e9', 'L’Œil – Café', ['read U+0080 to U+009F as Windows-1252']],
  [
    'Aide \u00e2\u0080\u0093 l\u0092\u00c3\u00a9cole',
    'Aide – l’école',
    ['repaired mojibake', 'read U+0080 to U+009F as Windows-1252']
  ],
  ['  Saint\u00a0 Lô\t', 'Saint Lô', ['normalised spaces']],
  ['Non renseigné', '', ['emptied a placeholder']],
  ['-', '', ['emptied a placeholder']],
  ['N/A', '', ['emptied a placeholder']],
  ['NC', '', ['emptied a placeholder']],
  ['Nord', 'Nord', []]
])

promise('presentations keep their lines', PARAGRAPHS, [
  ['Un\r\ndeux\n\n\n\ntrois', 'Un\ndeux\n\ntrois', ['normalised spaces']],
  [
    '<p>Un</p><ul><li>deux</li></ul>',
    'Un\ndeux',
    ['converted HTML line breaks', 'removed HTML tags', 'normalised spaces']
  ],
  ['AlÃ¨s', 'Alès', ['repaired mojibake']],
  ['&eacute;', 'é', ['decoded HTML entities']],
  ['Novi Sad &#150; &Zcaron;itni&scaron;te', 'Novi Sad – Žitnište', ['decoded HTML entities']],
  ['x\u200b', 'x', ['removed invisible characters']],
  [
    'Ateliers\u000c\naccueil',
    'Ateliers\naccueil',
    ['replaced control characters with spaces', 'normalised spaces']
  ],
  ['L\u0092accueil', 'L’accueil', ['read U+0080 to U+009F as Windows-1252']],
  ['null', '', ['emptied a placeholder']]
])

promise('cells with phones', PHONE_CELL, [
  ['Tél. : 02.31.92.11.08', '02.31.92.11.08', ['removed a label before the phone number']],
  ['tel:+33231921108', '+33231921108', ['removed tel:']],
  ['02%A031%2092 11 08', '02 31 92 11 08', ['replaced %A0 with a space']],
  ['téléphoner à la mairie', 'téléphoner à la mairie', []]
])

promise('phones', PHONE, [
  ['0231921108', '0231921108', []],
  ['02.31.92.11.08', '0231921108', ['removed separators in the phone number']],
  [
    '+33 (0)2 31 92 11 08',
    '+33231921108',
    ['removed the zero after the country code', 'removed separators in the phone number']
  ],
  ['+330231921108', '+33231921108', ['removed the zero after the country code']],
  ['0033231921108', '+33231921108', ['replaced 00 with +']],
  ['231921108', '0231921108', ['restored the leading zero of the phone number']],
  ['33231921108', '+33231921108', ['restored the + of the phone number']],
  ['+333960', '3960', ['removed the country code before a short number']],
  ['+269269611234', '+262269611234', ['replaced +269 with +262, the prefix of Mayotte']]
])

promise('cells with e-mails', EMAIL_CELL, [
  ['mailto:epn@bayeux.example', 'epn@bayeux.example', ['removed mailto:']],
  ['epn%40bayeux.example', 'epn@bayeux.example', ['replaced %40 with @']],
  ['epn@bayeux.example?subject=EPN', 'epn@bayeux.example', ['removed the subject after the e-mail']],
  ['Courriel : epn@bayeux.example', 'epn@bayeux.example', ['removed a label before the e-mail']],
  ['epn (at) bayeux.example', 'epn@bayeux.example', ['replaced (at) with @']],
  ['epn[a]bayeux.example', 'epn@bayeux.example', ['replaced (at) with @']],
  ['epn@bayeux[dot]example', 'epn@bayeux.example', ['replaced (dot) with a dot']],
  ['epn@@bayeux.example', 'epn@bayeux.example', ['replaced @@ with @']],
  ['epn@ bayeux.example', 'epn@bayeux.example', ['removed spaces after the @']],
  ['epn@bayeux.example%A0', 'epn@bayeux.example ', ['replaced %A0 with a space']],
  ['suivez-nous @bayeux.example', 'suivez-nous @bayeux.example', []],
  ['accueil epn@ bayeux.example', 'accueil epn@ bayeux.example', []]
])

promise('e-mails', EMAIL, [
  ['<epn@bayeux.example>,', 'epn@bayeux.example', ['removed punctuation around the e-mail']],
  [':epn@bayeux.example', 'epn@bayeux.example', ['removed punctuation around the e-mail']],
  ['http://www.epn@bayeux.example', 'epn@bayeux.example', ['removed the scheme before an e-mail']],
  ['Epn@Bayeux.Example', 'Epn@bayeux.example', ['wrote the e-mail domain in lower case']]
])

const [PREFILLED, AROUND] = [
  'removed the rest of a prefilled https://www.',
  'removed punctuation around the URL'
]

promise('links', LINK, [
  [
    '<a href="https://bayeux.example">le site</a>',
    ' https://bayeux.example ',
    ['took the address of a link']
  ],
  ['[le site](https://bayeux.example)', ' https://bayeux.example ', ['took the address of a link']]
])

promise('cells with web addresses', URL_CELL, [
  [' https://bayeux.example', 'https://bayeux.example', ['removed spaces around the URL']],
  ['mailto:epn@bayeux.example', 'epn@bayeux.example', ['removed mailto:']],
  [
    'https://bayeux.example%C2%A002 31 92 11 08',
    'https://bayeux.example 02 31 92 11 08',
    ['replaced %A0 with a space']
  ],
  ['https://bayeux.example/mon%20espace', 'https://bayeux.example/mon%20espace', []],
  ['http//bayeux.example', 'http://bayeux.example', ['repaired the scheme of the URL']],
  ['http://https://bayeux.example', 'https://bayeux.example', ['removed a repeated scheme']],
  ['www, bayeux.example', 'www.bayeux.example', ['replaced www, with www.']]
])

promise('web addresses', URL_REPAIRS, [
  ['https://bayeux.example/a;b', 'https://bayeux.example/a;b', []],
  ['https://bayeux.example/epnps://www.', 'https://bayeux.example/epn', [PREFILLED]],
  ['https://bayeux.example/ww.', 'https://bayeux.example/', [PREFILLED]],
  ['(https://bayeux.example)', 'https://bayeux.example', [AROUND, AROUND]],
  ['https://bayeux.example/epn_(centre).', 'https://bayeux.example/epn_(centre)', [AROUND]],
  ['http//bayeux.example', 'http://bayeux.example', ['repaired the scheme of the URL']],
  ['https:/bayeux.example', 'https://bayeux.example', ['repaired the scheme of the URL']],
  ['ttps://bayeux.example', 'https://bayeux.example', ['repaired the scheme of the URL']],
  ['http://https://bayeux.example', 'https://bayeux.example', ['removed a repeated scheme']],
  ['http://www,bayeux.example', 'http://www.bayeux.example', ['replaced www, with www.']],
  ['bayeux.example/epn', 'http://bayeux.example/epn', ['added the missing http://']],
  ['http://bayeux.example/a b', 'http://bayeux.example/a%20b', ['encoded spaces in the URL']]
])

promise('streets', STREET, [
  ['12 rue Saint-Jean', '12 rue Saint-Jean', []],
  ['12 bis av. Foch', '12 bis avenue Foch', ['expanded the abbreviated kind of street']],
  ['PL DE LA MAIRIE', 'PLACE DE LA MAIRIE', ['expanded the abbreviated kind of street']],
  ['5-7 Imp. des Lilas', '5-7 Impasse des Lilas', ['expanded the abbreviated kind of street']],
  ['Bd de la Plage', 'Boulevard de la Plage', ['expanded the abbreviated kind of street']],
  ['Résidence Les Pl', 'Résidence Les Pl', []],
  ['3 avance du Pl Roy', '3 avance du Pl Roy', []],
  ['0 rue de la Mairie', 'rue de la Mairie', ['removed the house number 0']],
  ['10 rue Haute', '10 rue Haute', []],
  [', rue Haute -', 'rue Haute', ['removed punctuation around the street']]
])

promise('postcodes', POSTCODE, [
  ['14400', '14400', []],
  ['14400.0', '14400', ['removed the decimals of a postcode stored as a number']],
  ['14 400', '14400', ['removed spaces in the postcode']],
  ['F-14400', '14400', ['removed the country before the postcode']]
])

promise('postcodes of four digits', LEADING_ZERO, [
  ['1500', '01500', ['restored the leading zero of the postcode']]
])

promise('INSEE codes', INSEE_CODE, [
  ['2a004', '2A004', ['wrote the INSEE code in upper case']],
  ['1004', '01004', ['restored the leading zero of the INSEE code']],
  ['14047.0', '14047', ['removed the decimals of an INSEE code stored as a number']]
])

t.test('values that cannot be repaired are left out', async (t) => {
  for (const text of [
    '',
    'epn',
    'epn@bayeux',
    '@bayeux.example',
    'a b@bayeux.example',
    'a@b@bayeux.example',
    'm\ufffddiatheque@bayeux.example'
  ]) {
    t.notOk(isEmail(text), text)
  }
  t.ok(isEmail("l'espace.numérique+epn@bayeux.example"))
  for (const text of [
    '',
    'néant',
    'http://localhost/',
    'ftp://bayeux.example',
    'http://me:secret@bayeux.example'
  ]) {
    t.notOk(isWebAddress(text), text)
  }
  t.ok(isWebAddress('https://www.bayeux.example/é?a=b#c'))
  for (const text of ['', '1440', '00100', '99123', '144000', '2A004']) t.notOk(isPostcode(text), text)
  t.ok(isPostcode('98000'))
})
