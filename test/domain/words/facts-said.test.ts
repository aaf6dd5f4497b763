import t from 'tap'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ cours: 500, maison: 900 })

/** Questions in French and English in which people ask for a fact together with a need, by fact. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'fee:gratuit': [
    'cours informatique gratuit Lens',
    'imprimer gratuitement Foix',
    'wifi sans payer Gap',
    'free computer class Paris'
  ],
  'fee:payant': ['atelier payant Lyon'],
  'access:se-presenter': [
    'France services sans rendez-vous Mende',
    'aide impôts sans rdv Vire',
    'help with taxes without an appointment Nice'
  ],
  'access:prendre-un-rdv-en-ligne': ['conseiller numérique rdv en ligne Dax', 'book an appointment Lille'],
  'support:accompagnement-individuel': [
    'accompagnement individuel ordinateur Brest',
    'one to one computer help Lyon'
  ],
  'support:dans-un-atelier-collectif': ['atelier collectif tablette Auch', 'group class computer Nantes'],
  'support:a-distance': ['aide aux démarches par téléphone Metz', 'help by phone Metz'],
  'support:en-autonomie': ['fablab en libre accès Rouen'],
  'audience:seniors': [
    'aide CAF pour un senior à Bayeux',
    'tablette pour personnes âgées Sète',
    'computer help for elderly Pau'
  ],
  'audience:jeunes': ['aide aux jeunes Niort', 'help for young people Niort'],
  'audience:etudiants': ['ordinateur pour étudiant Dijon', 'student laptop Dijon'],
  'audience:femmes': ['informatique pour les femmes Blois'],
  'need:surdite': [
    'accueil en langue des signes Reims',
    'aide pour sourds Reims',
    'help for deaf people Reims'
  ],
  'accessibility:sign_language': ['sourd, aide pour mes papiers Lille', 'deaf, help with papers Lille'],
  'need:langues-etrangeres-autres': [
    'quelqu’un qui parle arabe pour m’aider dans mes démarches Marseille',
    'aide en espagnol Perpignan',
    'français langue étrangère et ordinateur Strasbourg',
    'étranger ne parlant pas français besoin aide préfecture Bobigny',
    'français Strasbourg',
    'arabic speaking help Marseille'
  ],
  'need:deficience-visuelle': [
    'ordinateur pour malvoyant Tours',
    'help for blind people Tours',
    'lecteur d’écran Tours'
  ],
  'need:langues-etrangeres-anglais': ['médiateur qui parle anglais Cannes', 'english speaking help Cannes']
}

const wishes = (text: string) =>
  readWords(text, KNOWLEDGE).wishes.flatMap(({ codes }) =>
    codes.map(({ parameter, code }) => `${parameter}:${code}`)
  )

for (const [code, texts] of Object.entries(SAID)) {
  t.test(`${code} is understood among other words`, async (t) => {
    for (const text of texts) t.ok(wishes(text).includes(code), `${text}: ${wishes(text).join()}`)
  })
}

t.test('English needs are read as such, and not mended to French words that look alike', async (t) => {
  const needs: readonly (readonly [text: string, code: string, town: string])[] = [
    ['print documents Paris', 'service:acces-internet-et-materiel-informatique', 'Paris'],
    ['3d printer near Lille', 'type:FABLAB', 'Lille'],
    ['imprimante 3d lille', 'type:FABLAB', 'Lille'],
    ['help with taxes Bordeaux', 'type:CFP', 'Bordeaux'],
    ['wifi and printing open now in Paris', 'service:acces-internet-et-materiel-informatique', 'Paris']
  ]
  for (const [text, code, town] of needs) {
    const { where, readings } = readWords(text, KNOWLEDGE)
    t.ok(wishes(text).includes(code), `${text}: ${wishes(text).join()}`)
    t.equal(where?.name, town, text)
    t.same(
      readings.filter(({ as }) => as === 'correction'),
      [],
      `${text}: nothing is mended`
    )
  }
})

t.test('"demain" is never "demande", and what is asked for tomorrow is found', async (t) => {
  for (const text of [
    'aide CAF pour un senior à Bayeux demain matin',
    'CAF demain Bayeux',
    'demain aide caf bayeux'
  ]) {
    const { when, where, readings } = readWords(text, KNOWLEDGE)
    t.match(when?.said, { day: 'today', plus: 1 }, text)
    t.equal(where?.name, 'Bayeux', text)
    t.ok(wishes(text).includes('type:CAF'), text)
    t.notOk(
      readings.some(({ as }) => as === 'correction'),
      text
    )
  }
})
