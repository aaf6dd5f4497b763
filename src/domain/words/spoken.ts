import type { Token } from './tokens.ts'

/** Words of French grammar: the database's own dictionary leaves them out, so nothing can be found by them. */
export const GRAMMAR = new Set(
  `a ai aie ainsi as au aux avait avec c ca car ce ceci cela ces cet cette d dans de des donc du elle elles en es est et
  eu eux il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni nos notre nous on ou par pas pour
  qu que qui s sa se ses si son sont sous sur t ta te tes toi ton tu un une vos votre vous y
  the of and to for with in at my i is are it your their from by`.split(/\s+/)
)

/** Words that people use around what they are looking for. Ignored, unless there are no others. */
const ALWAYS = `adresse alentours autour avoir besoin bonjour chez comment contact cote coin departement dois endroit environs
  est existe fait faut horaire horaires joindre lieu lieux merci numero ouvert ouverte ouverts peut peux pourrais pres proche
  proches proximite puis quel quelle quelles quels quelqu quoi recherche renouvellement changement situe souhaite suis telephone
  tel trouve cherche cherchons va vais veut veux voudrais voudrait demande demandes inscription obtention perte duplicata document documents
  tarif tarifs avis urgent question questions ligne where can could find finding need want wanted looking get how what which there
  someone somebody place places near around please nearby closest nearest would like open opened`

/** Verbs in -er for what people want done or what went wrong, unless a form is also a noun: "garde", "livre". */
const REGULAR = `abandonner accepter activer actualiser ajouter aimer ameliorer amener annuler appeler appuyer arriver attraper
  avancer batailler bloquer bouger calculer chercher commander commencer comparer completer connecter conseiller consulter
  contacter contester continuer contourner corriger debloquer debrouiller declarer deconnecter decouvrir demander demarrer demenager
  demeler depanner deposer desinstaller deviner devoiler discuter donner echanger echouer effacer effectuer empecher enlever
  enregistrer envoyer essayer eviter expirer expliquer exister fermer galerer gagner gerer habiter ignorer indiquer inquieter
  installer laisser maitriser manquer menacer montrer motiver nettoyer obliger occuper oublier paniquer parler partager patienter
  payer perfectionner pleurer preparer presenter profiter proposer protester raconter ramener ranger rappeler rassurer
  recharger recommencer recuperer refuser regarder regler rembourser remplacer rencontrer renouveler renseigner reparer resoudre
  rester retrouver reussir saisir sauvegarder sauver separer signaler solliciter souhaiter supprimer surveiller taper telecharger
  terminer toucher transferer travailler trier trouver utiliser valider verifier voyager`

/** Verbs whose forms are not derived from the infinitive, and the forms that people use. */
const IRREGULAR = {
  infinitives: `aller apprendre avoir choisir comprendre connaitre devoir dire ecrire entendre etre faire falloir finir joindre
    acquerir agrandir agir choisir devenir lire mettre obtenir ouvrir perdre permettre pouvoir prendre recevoir reduire refaire
    rejoindre remettre remplir rendre repondre reprendre reussir savoir servir sortir souscrire suivre tenir traduire vendre venir
    vivre voir vouloir inscrire decrire construire creer acheter aider changer louer retourner poser quitter`,
  forms: `appris aurais aurait aurai etes sommes etait etais serait serais soit fais faites font faisons ferais ferait fasse refait
    vas allez vont irais aille viens vient venez venu prends prend prenez pris apprends apprend comprends comprend comprenez
    compris sais sait savez sachant sache connais connait connaissez pouvez peuvent pourrait pourriez puisse voulez veulent
    voudrions doit devez doivent devrais devrait faudrait mets met mettez mis permet recois recoit recu vois voit voyez vu dis
    dit dites lis lit ecris ecrit rempli remplis obtenu sers sert rends rend perds perd perdu reponds repond attends attend
    ouvre fini pars part suivi inscris inscrit inscrite vends entends disparu aimerais aimerait`
} as const

/** Greetings, general words for times and places, and words for quantity and manner. */
const AROUND = `accueil actuellement alors apres assez aucun aucune aujourd aupres aussi autre autres avant beaucoup bien bonsoir
  chaque chose choses comme completement compte dehors deja demain depuis derriere desole difficile difficulte difficultes encore
  enfin ensuite facile facilement fois gens hier hui ici jamais jour jours juste loin longtemps madame maintenant mal marche mieux
  moins moment monsieur moyen moyens nouveau nouvel nouvelle nul nuls oui non parfois pendant personne peu plait plus plusieurs
  pourquoi presque probleme problemes quand quelque quelques rapidement rien sans seul seule situation souci soucis souvent sujet
  surtout svp stp temps toujours tous tout toute toutes tres trop truc trucs urgent vers vite vraiment
  an ans heure heures exemple base bases quotidien possible besoins envie conseil conseils explication explications`

const wordsOf = (list: string): readonly string[] => list.split(/\s+/)

const ENDINGS = wordsOf('e es ons ez ent ee ees ais ait aient ant erai eras era erons erez erais erait')

const formsOf = (verb: string): readonly string[] =>
  ENDINGS.map((ending) => `${verb.replace(/[ei]r$/, '')}${ending}`)

/** Verbs for what people want to do that can also be searched for. */
const TELLING = `imprimer photocopier numeriser programmer fabriquer rediger emprunter coder postuler naviguer securiser proteger
  initier debuter comprendre decouper`

const INFINITIVES: ReadonlySet<string> = new Set([REGULAR, IRREGULAR.infinitives, TELLING].flatMap(wordsOf))

const SAID_AROUND: ReadonlySet<string> = new Set([ALWAYS, REGULAR, IRREGULAR.infinitives].flatMap(wordsOf))

/** Words not searched for in a sentence; elsewhere, they may be part of a name: "Le temps libre", "Bien chez soi". */
const SAID_IN_SENTENCES: ReadonlySet<string> = new Set([
  ...SAID_AROUND,
  ...wordsOf(REGULAR).flatMap(formsOf),
  ...[IRREGULAR.forms, AROUND].flatMap(wordsOf)
])

/** Words that occur in sentences, but hardly in names of places. */
const SPEECH = new Set(
  `j je m me moi mon ma mes n ne nous notre nos on qui quelqu quoi comment puis suis ai peux peut veux veut voudrais
  voudrait cherche besoin faut aimerais aimerait arrive sais sait que il elle ils elles
  i my how where need want looking can could`.split(/\s+/)
)

/**
 * Whether the question is a sentence: "comment refaire mon passeport" and "contester une amende" are sentences,
 * "passeport lens" is not.
 */
export const isSentence = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text, literal }) => !literal && (SPEECH.has(text) || INFINITIVES.has(text)))

/** Words that are not searched for if the question contains others. */
export const fillersOf = (tokens: readonly Token[]): ReadonlySet<string> =>
  isSentence(tokens) ? SAID_IN_SENTENCES : SAID_AROUND

/** Activities of nearly every place: they improve the rank, and are required only if there is nothing else. */
export const COMMONPLACE = new Set(
  wordsOf(
    `aide aides atelier ateliers cours formation formations initiation quartier quartiers stage stages accompagnement
    help class classes course courses workshop adulte adultes`
  )
)

/** Words that come before a place: "à Caen", "près de Caen". */
export const BEFORE_A_PLACE = new Set(
  wordsOf('a vers sur pres proche autour environs secteur ville commune near in at around to')
)
