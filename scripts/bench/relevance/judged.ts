// Questions as people type them, and which places answer them, judged by hand. A line is
//
//   how it is typed | what answers it [@ where] | the question
//
// - typed: `plain`, `bare` (no accents), `typo` (one error), `typos` (several), `spoken` (everyday words, whole sentences).
// - what: one of KINDS, `service:…`, `label:…`, `audience:…`, or /…/ over the name; `,` is or, `+` is and.
// - where: a town, whose places count 3 within 10 km, 2 within 25 and 1 within 60; or `dep:14`, whose places count 3. Without,
//   any place that answers counts 3. `?` before a condition: without it a place counts one less.
export const KINDS: Readonly<Record<string, string>> = {
  LIB: 'type:BIB,/bibliothe|mediathe/',
  FS: 'type:RFS,type:MSAP,/france services?|msap/',
  FAB: 'type:FABLAB,/fab ?lab/',
  EPN: 'type:EPN,type:EPI,/\\bepn\\b|espace public numerique|cyber/',
  TL: 'type:TIERS_LIEUX,/tiers ?lieux?|coworking/',
  CS: 'type:CS,type:CSC,/centre social|centre socio/',
  ML: 'type:ML,/mission locale/',
  CCAS: 'type:CCAS,/\\bccas\\b|centre communal d ?action/',
  FT: 'type:FT,/pole emploi|france travail/',
  MJC: 'type:MJC,/\\bmjc\\b/',
  PIJ: 'type:PIJ_BIJ,/information jeunesse|\\bpij\\b|\\bbij\\b/',
  TOWNHALL: 'type:MUNI,/mairie|^commune d|^ville d/',
  POST: 'type:LA_POSTE,/la poste/',
  CAF: 'type:CAF,/\\bcaf\\b/,type:RFS,type:MSAP,service:aide-aux-demarches-administratives',
  PAPERS: 'service:aide-aux-demarches-administratives',
  LEARN: 'service:maitrise-des-outils-numeriques-du-quotidien',
  NET: 'service:acces-internet-et-materiel-informatique',
  JOB: 'service:insertion-professionnelle-via-le-numerique',
  SAFE: 'service:utilisation-securisee-du-numerique',
  PARENT: 'service:parentalite-et-education-avec-le-numerique',
  MAKE: 'service:loisirs-et-creations-numeriques',
  WORLD: 'service:comprehension-du-monde-numerique',
  BUY: 'service:acquisition-de-materiel-informatique-a-prix-solidaire',
  ANY: '/./'
}

export const JUDGED = `
plain  | FAB @ Lyon                  | fablab lyon
typos  | FAB @ Lyon                  | fab lab lion
bare   | FAB @ Grenoble              | fab lab grenoble
plain  | FAB @ Toulouse              | Fab-Lab Toulouse
typo   | FAB @ Toulouse              | fablab toulose
typo   | FAB @ Nantes                | fabalb nantes
plain  | FAB @ Rennes                | makerspace rennes
spoken | FAB @ Lille                 | imprimante 3d lille
spoken | FAB,MAKE @ Bordeaux         | ou imprimer en 3d a bordeaux
spoken | FAB,MAKE @ Marseille        | decoupe laser marseille
typo   | FAB @ Strasbourg            | fablab strasbour
bare   | FAB @ Saint-Étienne         | fablab saint etienne
typos  | FAB @ Saint-Étienne         | saint ettienne fablabe
plain  | FAB @ dep:38                | fablab isère
bare   | FAB @ dep:13                | fablab bouches du rhone
plain  | FAB                         | fablab
typo   | FAB                         | fablabe
plain  | LIB @ Bayeux                | médiathèque Bayeux
bare   | LIB @ Bayeux                | mediatheque 14400
typo   | LIB @ Bayeux                | mediatheqe bayeux
typo   | LIB @ Rouen                 | bibliotheqe rouen
typos  | LIB @ Rouen                 | bibliotek rouen
plain  | LIB @ Lille                 | bibliothèque Lille
bare   | LIB @ Amiens                | bibliotheque amiens
typo   | LIB @ Amiens                | bibliotheque amien
typo   | LIB @ Lens                  | mediateque lens
plain  | LIB @ Marseille             | bibliothèque municipale Marseille
spoken | LIB @ Dijon                 | une bibliotheque pres de dijon
typo   | LIB @ Besançon              | mediathèque besancon
typo   | LIB @ Besançon              | mediatheque besanson
plain  | LIB @ dep:80                | médiathèque Somme
plain  | LIB                         | médiathèque
typo   | LIB                         | mediathéqeu
plain  | FS @ Avranches              | France services Avranches
bare   | FS @ Avranches              | france service avranches
typo   | FS @ Avranches              | france servics avranches
plain  | FS @ Mende                  | maison de services au public Mende
bare   | FS @ Gap                    | msap gap
plain  | FS @ Aurillac               | RFS Aurillac
spoken | FS @ Guéret                 | maison france service gueret
typo   | FS @ Guéret                 | france services guerret
plain  | FS @ dep:48                 | France services Lozère
bare   | FS @ dep:15                 | france services cantal
typo   | FS @ dep:15                 | france services cantall
plain  | FS @ Meaux                  | france services 77100
plain  | EPN @ Caen                  | EPN Caen
bare   | EPN @ dep:14                | epn calvados
typo   | EPN @ dep:14                | epn calvadoss
plain  | EPN @ Falaise               | espace public numérique Falaise
typo   | EPN @ Falaise               | espace public numerqiue falaise
typo   | EPN @ Évreux                | espace publique numerique evreux
bare   | EPN @ Cherbourg-en-Cotentin  | espace numerique cherbourg
plain  | EPN @ Alençon               | cyberbase alençon
spoken | EPN,NET @ Le Havre          | cyber cafe le havre
plain  | EPN @ Annecy                | EPN Annecy
plain  | EPN                         | espace public numérique
plain  | TL @ Lille                  | tiers-lieu Lille
bare   | TL @ Lille                  | tiers lieux lille
typo   | TL @ Lille                  | tiers lieu lile
bare   | TL @ Roubaix                | tierslieux roubaix
plain  | TL @ Lyon                   | coworking Lyon
typo   | TL @ Lyon                   | cowerking lyon
typo   | TL @ Avignon                | coworkin avignon
spoken | TL @ Lille                  | ou teletravailler a lille
plain  | TL @ dep:59                 | tiers-lieux Nord
plain  | CS @ Valenciennes           | centre social Valenciennes
typo   | CS @ Valenciennes           | centre social valencienes
bare   | CS @ Lille                  | centresocial lille
typo   | CS @ Brest                  | centre socail brest
plain  | CS @ Poitiers               | centre socioculturel Poitiers
bare   | CS @ Poitiers               | centre socio culturel poitiers
typo   | CS @ Nîmes                  | centre sociale nimes
plain  | CS @ dep:86                 | centre social Vienne département
plain  | ML @ Reims                  | mission locale Reims
typo   | ML @ Reims                  | mision locale reims
spoken | ML,JOB @ Reims              | aide pour les jeunes sans emploi reims
plain  | CCAS @ Lorient              | CCAS Lorient
typo   | CCAS @ Lorient              | ccas lorien
plain  | CCAS @ Monteux              | centre communal d’action sociale Monteux
typo   | CCAS @ Monteux              | centre communal d action social monteux
plain  | FT @ Lille                  | pôle emploi Lille
plain  | FT @ Amiens                 | France Travail Amiens
typo   | FT @ Bordeaux               | pole emplois bordeaux
plain  | MJC @ Dijon                 | MJC Dijon
spoken | MJC @ Chambéry              | maison des jeunes chambery
plain  | PIJ @ Bourges               | point information jeunesse Bourges
bare   | PIJ @ Paris                 | bij paris
spoken | PIJ @ Lyon                  | info jeunes lyon
plain  | TOWNHALL @ Annecy           | mairie Annecy
typo   | TOWNHALL @ Annecy           | mairie anecy
plain  | POST @ Grenoble             | la poste Grenoble
spoken | CAF @ Bayeux                | aide caf seniors bayeux
spoken | CAF @ Nevers                | probleme caf nevers
spoken | CAF @ Roubaix               | dossier rsa roubaix
spoken | PAPERS @ Vannes             | aide demarches en ligne vannes
plain  | PAPERS @ Niort              | aide aux démarches administratives Niort
typo   | PAPERS @ Niort              | aide aux demarches administrative niort
typo   | PAPERS @ Niort              | aide aux démarche administatives niort
spoken | PAPERS @ Cahors             | remplir mon dossier de retraite cahors
spoken | PAPERS @ Albi               | ecrivain public albi
spoken | PAPERS @ Blois              | faire ma carte grise en ligne blois
spoken | PAPERS,type:CFP @ Laval     | declaration d impots aide laval
spoken | LEARN @ Grenoble            | cours informatique debutant grenoble
spoken | LEARN @ Grenoble            | cours d'informatique pour débutants à Grenoble
typo   | LEARN @ Grenoble            | cours informatque grenoble
spoken | LEARN @ Angers              | je veux apprendre à utiliser un ordinateur à Angers
spoken | LEARN @ Angers              | apprendre l'informatique angers
spoken | LEARN @ Le Mans             | formation informatique le mans
spoken | LEARN @ Limoges             | utiliser mon smartphone limoges
spoken | LEARN @ Limoges             | cours tablette limoges
spoken | LEARN @ Perpignan           | creer une adresse mail perpignan
typo   | LEARN @ Perpignan           | initiation informatiqe perpignan
spoken | LEARN @ Troyes              | mon grand pere veut apprendre internet a troyes
plain  | LEARN                       | maîtrise des outils numériques du quotidien
spoken | LEARN                       | cours informatique debutant
spoken | NET @ Metz                  | wifi gratuit metz
typo   | NET @ Metz                  | wiffi metz
spoken | NET @ Nancy                 | imprimer un document nancy
spoken | NET @ Nancy                 | ou faire des photocopies a nancy
typo   | NET @ Nancy                 | imprimente nancy
spoken | NET @ Colmar                | ordinateur en libre acces colmar
plain  | NET @ Colmar                | accès internet Colmar
typo   | NET @ Colmar                | acces internt colmar
spoken | JOB @ Orléans               | faire un cv orleans
spoken | JOB @ Orléans               | recherche d'emploi orléans
typo   | JOB @ Orléans               | recherche d'emploie orleans
spoken | JOB @ Toulon                | aide pour trouver du travail toulon
spoken | SAFE @ Lyon                 | arnaque internet lyon
spoken | SAFE @ Lyon                 | mot de passe lyon
plain  | SAFE @ Nantes               | cybersécurité Nantes
spoken | PARENT @ Lyon               | enfants et ecrans lyon
spoken | PARENT @ Marseille          | controle parental marseille
spoken | PARENT @ Marseille          | aide aux devoirs marseille
spoken | MAKE @ Lyon                 | montage video lyon
spoken | MAKE @ Lyon                 | apprendre a coder lyon
spoken | BUY @ Grenoble              | je cherche un ordinateur pas cher a grenoble
spoken | BUY @ Lyon                  | ordinateur reconditionné Lyon
typo   | BUY @ Lyon                  | ordinateur reconditione lyon
plain  | label:certification-pix @ Lyon | certification PIX Lyon
plain  | label:aidants-connect @ Lyon | aidants connect Lyon
typo   | label:aidants-connect @ Lyon | aidant conect lyon
plain  | label:conseillers-numeriques @ Caen | conseiller numérique Caen
typo   | label:conseillers-numeriques @ Caen | conseiler numerique caen
plain  | label:conseillers-numeriques @ Caen | CNFS Caen
plain  | /emmaus/,label:emmaus-connect @ Lyon | Emmaüs Connect Lyon
bare   | /emmaus/,label:emmaus-connect @ Grenoble | emmaus grenoble
plain  | LIB+?audience:seniors @ Lyon  | bibliothèque seniors Lyon
plain  | FS+?audience:jeunes @ Lyon    | france services jeunes lyon
plain  | EPN+?fee:gratuit @ Lyon       | epn gratuit lyon
plain  | ANY @ Lyon                  | lyon
typo   | ANY @ Bordeaux              | bordaux
bare   | ANY @ Saint-Lô              | st lo
plain  | ANY @ Bayeux                | 14400
plain  | ANY @ dep:2A                | Corse-du-Sud
plain  | /openfactory/               | OpenFactory
typo   | /openfactory/               | openfactori
plain  | /fabrique d objets libres/  | Fabrique d’Objets Libres
typo   | /fabrique d objets libres/  | fabrique d objet libres
typo   | /fabrique d objets libres/  | fabrik d'objets libres
plain  | /youfactory/                | youfactory
typo   | /youfactory/                | youfactorry
plain  | /robert schuman/+CS         | centre social et culturel robert schuman
typo   | /robert schuman/+CS         | centre social et culturel robert shuman
plain  | /la fourmiliere de mireuil/ | la fourmilière de Mireuil
typo   | /la fourmiliere de mireuil/ | fourmiliere mireuille
plain  | /marcel pagnol/+CS          | Centre socioculturel Marcel Pagnol
typo   | /marcel pagnol/+CS          | centre socioculturel marcel pagnole
plain  | /oikos/                     | oikos belfort
plain  | /arobase la maison/         | arobase maison du numérique
typo   | /arobase la maison/         | arobaze maison du numérique
plain  | /pays glazik/               | sivom pays glazik
typo   | /pays glazik/               | sivom pays glasik
plain  | /le labo des possibles/     | le labo des possibles
typo   | /le labo des possibles/     | le labo des posibles
plain  | /ruralite connectee/        | ruralité connectée
plain  | /ferme de la turfaudiere/   | ferme de la turfaudière
typo   | /ferme de la turfaudiere/   | ferme de la turfodiere
plain  | /pontault combault/+CS      | centre social pontault combault
typo   | /pontault combault/+CS      | centre social pontaut combault
plain  | /relais talencais/          | le relais talençais
plain  | /multisites du diois/       | france services multisites du diois
plain  | /demo tic/                  | Demo-TIC
plain  | /georges brassens/+LIB      | médiathèque Georges-Brassens
typo   | /georges brassens/+LIB      | mediatheque george brassens
typo   | /georges brassens/+LIB      | mediatheque georges brasens
plain  | /jules verne/+CS            | centre social Jules Verne
typo   | /jules verne/+CS            | centre social jule verne
`
