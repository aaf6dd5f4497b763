import fc from 'fast-check'
import t from 'tap'
import { notToUse, spansIn } from '../../../src/importers/read/not-to-use.ts'
import { read } from '../mapping.ts'

const phoneIn = (telephone: string): string | null => read({ telephone }).content.contacts.phone
const GOOD = '03 86 71 00 00'
const OTHER = '03 86 71 00 99'

t.test('a fax is never the phone of a place, wherever its label stands', async (t) => {
  for (const cell of [
    `Fax : ${OTHER} Tél : ${GOOD}`,
    `Fax: ${OTHER} / Tel: ${GOOD}`,
    `F. ${OTHER} - T. ${GOOD}`,
    `${OTHER} (fax) ${GOOD} (tél)`,
    `${OTHER} fax, ${GOOD} tél`,
    `${OTHER} fax ${GOOD} tél`,
    `Télécopie ${OTHER}, téléphone ${GOOD}`,
    `Fax : ${OTHER} / 03 86 71 00 98 ; accueil : ${GOOD}`,
    `${GOOD} (fax : ${OTHER})`,
    `${GOOD} - ${OTHER} (fax)`,
    `Tél./Fax : ${GOOD}`,
    `M. F. Martin : ${GOOD}`,
    `${GOOD} / Fax`
  ])
    t.equal(phoneIn(cell), '+33386710000', cell)
  for (const cell of [`Fax ${OTHER}`, `${OTHER} (fax)`, `${OTHER} fax`, `Télécopieur : ${OTHER}`])
    t.equal(phoneIn(cell), null, cell)
  t.same(read({ telephone: `Fax : ${OTHER}` }).reported, [
    `telephone: ${OTHER}: a fax number, which is not kept`,
    'telephone: Fax: text beside the phone number'
  ])
})

t.test('a number that is out of use, or not to be called, is reported and left out', async (t) => {
  for (const cell of [
    `ancien numéro ${OTHER}, nouveau ${GOOD}`,
    `ancien numéro ${OTHER}, ${GOOD}`,
    `${OTHER} (ancien) ${GOOD}`,
    `Ancienne mairie : ${GOOD}`,
    `${GOOD} (ne pas appeler le lundi)`,
    `Ne pas hésiter à appeler le ${GOOD}`,
    `Plus d’informations : appeler le ${GOOD}`
  ])
    t.equal(phoneIn(cell), '+33386710000', cell)
  for (const cell of [
    `Ne pas appeler : ${OTHER}`,
    `Ne plus utiliser le ${OTHER}`,
    `${OTHER} (ne pas diffuser au public)`,
    `${OTHER} : ce numéro n’est plus attribué`,
    `ancien numéro : ${OTHER} et 03 86 71 00 98`
  ])
    t.equal(phoneIn(cell), null, cell)
  t.same(read({ telephone: `Ne pas appeler : ${OTHER}` }).reported, [
    `telephone: ${OTHER}: said to be out of use, or not to be used`,
    'telephone: Ne pas appeler: text beside the phone number'
  ])
  t.equal(read({ prise_rdv: `Fax : ${OTHER}` }).content.contacts.phone, null, 'nor from another column')
})

t.test('a number said not to work any more is left out', async (t) => {
  const phone = (telephone: string) => read({ telephone }).content.contacts.phone
  t.equal(phone('03 86 60 00 01 (ne marche plus) 03 86 60 00 02'), '+33386600002')
  t.equal(phone('03 86 60 00 01 ne fonctionne plus'), null)
})

t.test('only a sheet of acceslibre is one, and a fee that begins free is not free', async (t) => {
  const sheet = (fiche_acces_libre: string) => read({ fiche_acces_libre }).content.accessibility.sheet
  const own = 'https://acceslibre.beta.gouv.fr/app/58-nevers/a/mairie/erp/epn/'
  t.equal(sheet(own), own)
  t.equal(sheet('https://nevers.example/acceslibre.beta.gouv.fr'), null)
  t.equal(sheet('https://acceslibre.beta.gouv.fr.nevers.example/'), null)
  t.same(read({ frais_a_charge: 'Gratuit : la première heure, puis payant' }).content.fees, [])
  t.same(read({ frais_a_charge: 'Gratuit : le matin' }).content.fees, ['gratuit'])
})

t.test('so is an e-mail or a site', async (t) => {
  const online = (columns: Record<string, string>) => {
    const { emails, websites } = read(columns).content.contacts
    return [...emails, ...websites]
  }
  const [good, other] = ['epn@nevers.example', 'ancien@decize.example']
  t.same(online({ courriels: `ne pas écrire à ${other}` }), [])
  t.same(online({ courriels: `${other} (ne plus utiliser) ${good}` }), [good])
  t.same(online({ courriels: `ancienne adresse : ${other}, nouvelle : ${good}` }), [good])
  t.same(online({ courriels: other }), [other], 'the address itself says nothing')
  t.same(online({ courriels: 'ne plus utiliser www.decize.example' }), [])
  t.same(online({ site_web: 'https://decize.example (ancien site) https://nevers.example' }), [
    'https://nevers.example'
  ])
  t.same(online({ site_web: `ancien mail ${other}, https://nevers.example` }), ['https://nevers.example'])
})

t.test('words that say nothing of a fax or of use refuse nothing', async () => {
  const words = fc.constantFrom(
    'mairie',
    'tél',
    '(accueil)',
    ' / ',
    ' - ',
    ', ',
    'ou',
    'poste',
    'M. Faure',
    'ancien hôtel'
  )
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (parts) => {
      const text = `${parts.join(' 1234 ')} 1234`
      return notToUse(text, spansIn(text, Array(parts.length).fill('1234'))).every((said) => said === null)
    }),
    { numRuns: 100 }
  )
})
