import type { CodeParameter } from '../vocabularies/term.ts'
import type { Meant } from './words.ts'

/*
 * What people say, and what it stands for in the vocabularies. The labels, spellings and acronyms of the vocabularies
 * are known without being here. One line a meaning: codes, then the words that mean them, without accents and case;
 * plurals are understood. Several codes: any of them.
 */
const MEANINGS = `
type:FABLAB                              = fablab, fab lab, fabrication numerique, atelier de fabrication numerique, labo de fabrication, laboratoire de fabrication, makerspace, maker space, hackerspace, hacker space, hacklab, makers
type:FABLAB service:loisirs-et-creations-numeriques = imprimante 3d, impression 3d, imprimer en 3d, decoupe laser, decoupeuse laser, graveuse laser, brodeuse numerique, arduino, electronique, robotique
type:EPN type:EPI label:netpublic label:epn-labellise = epn, espace public numerique, espace publique numerique, espace numerique, espace multimedia, netpublic, net public
type:EPI type:EPN                        = cybercafe, cyber cafe, cyberbase, cyber base, cyber espace, cybercentre, cyber centre, point internet, espace internet, cyber
type:BIB                                 = bibliotheque, mediatheque, biblio, mediateque, bibliobus, ludotheque, bm, bibliotheque municipale
type:RELAIS_LECTURE                      = relais lecture, point lecture
type:RFS type:MSAP label:france-services = france services, france service, maison france services, maison france service, espace france services, espace france service, msap, maison de services au public, maison de service au public, maison des services publics, maison des services, rfs, mfs, cfs
type:TIERS_LIEUX                         = tiers lieu, tiers lieux, tierslieu, tierslieux, coworking, co working, espace de travail partage, bureau partage, espace partage, teletravail, teletravailler, telecentre, espace de coworking
type:CS                                  = centre social
type:CSC type:CS                         = centre socioculturel, centre socio culturel, centre social et culturel, centre sociaux culturels
type:EVS                                 = evs, espace de vie sociale
type:MJC                                 = mjc, maison des jeunes, maison des jeunes et de la culture
type:MQ                                  = maison de quartier
type:MDH                                 = maison des habitants
type:CCAS                                = ccas, centre communal d action sociale, action sociale communale
type:CIAS                                = cias, centre intercommunal d action sociale
type:PIMMS                               = pimms, pims, point information mediation, mediation sociale
type:MUNI                                = mairie, mairies, hotel de ville, municipalite
type:LA_POSTE                            = la poste, poste, bureau de poste, agence postale
type:ML                                  = mission locale, missions locales, mission local, milo
type:FT label:relais-pole-emploi         = pole emploi, france travail, anpe, chomage, agence pole emploi
type:MDE                                 = maison de l emploi
type:CAP_EMPLOI                          = cap emploi
type:PIJ_BIJ                             = pij, bij, crij, cij, point information jeunesse, bureau information jeunesse, information jeunesse, info jeune, info jeunes, point jeunes
type:CIDFF                               = cidff, droit des femmes, droits des femmes
type:MDS                                 = mds, maison des solidarites, maison departementale des solidarites, maison du departement
type:CD                                  = conseil departemental, conseil general
type:MDPH                                = mdph, maison du handicap, maison des personnes handicapees
type:CPAM                                = cpam, securite sociale, secu, assurance maladie, ameli
type:CAF label:point-relais-caf label:point-d-acces-numerique-caf = caf, caisse d allocations familiales, allocations familiales, allocation familiale, apl, rsa, prime d activite
type:CAF label:point-relais-caf label:point-d-acces-numerique-caf service:aide-aux-demarches-administratives = aide caf, dossier caf, demarche caf, probleme caf, demande caf, declaration caf, aide rsa, aide apl, dossier apl, dossier rsa
type:MSA                                 = msa, mutualite sociale agricole
type:CFP service:aide-aux-demarches-administratives = impots, impot, declaration d impots, declaration de revenus, tresor public, tresorerie, centre des impots
type:PREF                                = prefecture, sous prefecture
type:PAD                                 = point d acces au droit, point justice, maison de justice, acces au droit
type:RESSOURCERIE                        = ressourcerie, recyclerie, reemploi
type:UDAF                                = udaf
type:OF                                  = organisme de formation, centre de formation
type:AFPA                                = afpa
type:RS_FJT                              = fjt, foyer de jeunes travailleurs, habitat jeunes
type:ENM                                 = bus numerique, camion numerique, van numerique, bus itinerant, bus connecte, espace numerique mobile
type:ESS                                 = ess, economie sociale et solidaire
type:ASSO                                = association, asso
type:EPCI                                = intercommunalite, communaute de communes, communaute d agglomeration, agglo
type:CHRS                                = chrs
type:CADA                                = cada, demandeur d asile
type:E2C                                 = e2c, ecole de la deuxieme chance, ecole de la 2e chance

label:conseillers-numeriques             = conseiller numerique, conseillere numerique, cnfs, conseiller numerique france services
label:aidants-connect                    = aidant connect, aidants connect, aidant numerique
label:certification-pix                  = pix, certification pix, passer le pix
label:pass-numerique                     = pass numerique, aptic, cheque numerique
label:emmaus-connect label:relais-numerique-emmaus-connect = emmaus connect, emmaus
label:promeneurs-du-net                  = promeneur du net
label:la-croix-rouge                     = croix rouge
label:qualiopi                           = qualiopi
label:campus-connecte                    = campus connecte
label:fabriques-de-territoire            = fabrique de territoire
label:grande-ecole-du-numerique          = grande ecole du numerique

service:aide-aux-demarches-administratives = demarche administrative, demarche en ligne, aide administrative, aide aux demarches, aide demarche, papier administratif, aide papiers, papiers, remplir un dossier, remplir dossier, remplir un formulaire, formulaire, ecrivain public, carte grise, carte d identite, passeport, titre de sejour, faire ses papiers, acces aux droits, france connect, franceconnect, ants, retraite, dossier retraite, declaration en ligne, service public en ligne, administration en ligne
service:maitrise-des-outils-numeriques-du-quotidien = cours informatique, cours d informatique, cours ordinateur, cours d ordinateur, cours internet, initiation informatique, initiation numerique, initiation ordinateur, formation informatique, formation numerique, atelier informatique, atelier numerique, apprendre l informatique, apprendre informatique, apprendre ordinateur, apprendre internet, apprendre a utiliser un ordinateur, apprendre a se servir d un ordinateur, utiliser un ordinateur, utiliser internet, se servir d un ordinateur, informatique debutant, debuter en informatique, aide informatique, aide numerique, aide ordinateur, accompagnement numerique, mediation numerique, mediateur numerique, inclusion numerique, bureautique, traitement de texte, tableur, excel, word, messagerie, creer une adresse mail, adresse mail, boite mail, envoyer un mail, smartphone, telephone portable, tablette, tablettes, ordinateur, ordi, informatique, clavier, souris
service:acces-internet-et-materiel-informatique = acces internet, acces a internet, internet, internet gratuit, wifi, wi fi, wifi gratuit, connexion internet, ordinateur en libre acces, ordinateur en acces libre, acces ordinateur, ordinateur libre service, poste informatique, materiel informatique, imprimante, imprimer, imprimer un document, impression, scanner, scan, numeriser, photocopie, photocopieuse, photocopieur
service:insertion-professionnelle-via-le-numerique = cv, curriculum vitae, faire un cv, faire son cv, lettre de motivation, recherche d emploi, recherche emploi, rechercher un emploi, chercher un emploi, chercher du travail, trouver un emploi, trouver du travail, offre d emploi, aide emploi, emploi, insertion professionnelle, creation d entreprise, creer son entreprise
service:utilisation-securisee-du-numerique = securite informatique, securite numerique, cybersecurite, cyber securite, mot de passe, arnaque, arnaque internet, arnaque en ligne, hameconnage, phishing, virus, donnees personnelles
service:parentalite-et-education-avec-le-numerique = parentalite, parentalite numerique, controle parental, ecran enfant, enfants et ecrans, temps d ecran, pronote, ent, devoirs, aide aux devoirs, soutien scolaire, harcelement en ligne, cyberharcelement
service:loisirs-et-creations-numeriques  = loisir numerique, creation numerique, montage video, retouche photo, photo numerique, jeu video, jeux video, programmation, coder, apprendre a coder, codage, scratch, podcast, studio d enregistrement, musique assistee par ordinateur
service:comprehension-du-monde-numerique = culture numerique, reseaux sociaux, reseau social, facebook, fake news, intelligence artificielle, citoyennete numerique
service:acquisition-de-materiel-informatique-a-prix-solidaire = ordinateur pas cher, ordi pas cher, ordinateur reconditionne, ordinateur d occasion, ordinateur occasion, ordinateur solidaire, acheter un ordinateur, materiel reconditionne, pc reconditionne, pc pas cher, equipement solidaire, telephone reconditionne

audience:seniors                         = senior, personne agee, retraite agee, aine, troisieme age, 3e age, grand mere, grand pere, vieux, personnes agees
audience:jeunes                          = jeune, adolescent, ado, jeunesse
audience:etudiants                       = etudiant
audience:familles-et-ou-enfants          = famille, enfant, parent, petits
audience:femmes                          = femme

need:surdite                             = sourd, malentendant, langue des signes, lsf, surdite
need:deficience-visuelle                 = aveugle, malvoyant, deficience visuelle, braille, non voyant
need:handicaps-moteurs                   = handicap moteur, fauteuil roulant, mobilite reduite, pmr, fauteuil
need:handicaps-mentaux                   = handicap mental, handicap psychique, deficience intellectuelle
need:handicaps-moteurs need:handicaps-mentaux need:surdite need:deficience-visuelle = handicap, handicape, situation de handicap
need:illettrisme                         = illettrisme, lire et ecrire, savoir lire, alphabetisation, analphabete
need:langues-etrangeres-autres           = fle, allophone, etranger, migrant, refugie, primo arrivant, langue etrangere, cours de francais, apprendre le francais
need:langues-etrangeres-anglais          = anglais, english, anglophone

fee:gratuit fee:gratuit-sous-condition   = gratuit, gratuite, gratuitement, sans payer
fee:payant                               = payant
support:dans-un-atelier-collectif        = atelier collectif, en groupe, cours collectif
support:accompagnement-individuel        = accompagnement individuel, cours particulier, cours individuel, aide personnalisee, debutant, pour debutant, grand debutant
support:en-autonomie                     = libre service, libre acces, acces libre, en autonomie
support:a-distance                       = a distance, visio, visioconference
access:se-presenter                      = sans rendez vous, sans rdv
access:prendre-un-rdv-en-ligne           = rendez vous en ligne, rdv en ligne, prendre rendez vous, prendre rdv
`

export type MeaningLine = {
  /** `parameter:code` each. */
  readonly codes: readonly Meant[]
  readonly words: readonly string[]
}

export const MEANING_LINES: readonly MeaningLine[] = MEANINGS.split('\n')
  .filter((line) => line.includes('='))
  .map((line) => {
    const [codes = '', words = ''] = line.split('=')
    return {
      codes: codes
        .trim()
        .split(/\s+/)
        .map((each) => {
          const [parameter, code = ''] = each.split(':')
          // A test asks the vocabularies for every code of the table.
          return { parameter: parameter as CodeParameter, code }
        }),
      words: words.split(',').map((each) => each.trim())
    }
  })

/** Words of French grammar: the database's own dictionary leaves them out, so nothing can be found by them. */
export const GRAMMAR = new Set(
  `a ai aie ainsi as au aux avait avec c ca car ce ceci cela ces cet cette d dans de des donc du elle elles en es est et
  eu eux il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni nos notre nous on ou par pas pour
  qu que qui s sa se ses si son sont sous sur t ta te tes toi ton tu un une vos votre vous y`.split(/\s+/)
)

/** What people say around what they look for. Left out, unless there is nothing else. */
export const FILLERS = new Set(
  `adresse aider aimerais aller alentours apprendre autour avoir besoin bonjour cherche chercher cherchons chez comment
  contact cote coin departement dois endroit environs est existe fait faire faut horaire horaires il j joindre lieu lieux merci
  numero ouvert ouverte ouverts peut peux pourrais pouvoir pres prendre proche proches proximite puis quel quelle quelles quels
  quelqu quoi recherche rechercher savoir situe souhaite suis telephone tel trouve trouver utiliser va vais veut veux
  voudrais voudrait`.split(/\s+/)
)

/** What is done nearly everywhere: it counts in a place's favour, unless there is nothing else. */
export const COMMONPLACE = new Set([
  'aide',
  'aides',
  'cours',
  'formation',
  'formations',
  'initiation',
  'stage',
  'stages'
])

/** Words that a place stands behind: "à Caen", "près de Caen". */
export const BEFORE_A_PLACE = new Set([
  'a',
  'vers',
  'sur',
  'pres',
  'proche',
  'autour',
  'environs',
  'secteur',
  'ville'
])
