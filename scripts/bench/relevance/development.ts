/**
 * Judged like the others (see `judged.ts`). They were held out until the problems they showed were fixed; now
 * the understanding of questions is developed on them, by kinds of failing sentences, never by single words.
 */
export const DEVELOPMENT = `
plain  | LIB @ Quimper               | bibliothèque Quimper
typo   | LIB @ Quimper               | bibliothéque quimpper
bare   | LIB @ Tourcoing             | mediatheque tourcoing
typo   | LIB @ Nevers                | médiatéque nevers
typos  | LIB @ Dunkerque             | bibiotheque dunquerque
spoken | LIB @ Bourg-en-Bresse       | où emprunter des livres à bourg en bresse
plain  | LIB @ dep:62                | médiathèques Pas-de-Calais
spoken | NET @ Clermont-Ferrand      | je peux imprimer ou clermont ferrand
spoken | NET @ Rouen                 | scanner un papier rouen
spoken | NET @ Saint-Nazaire         | pas d'internet chez moi saint nazaire
spoken | NET @ Tours                 | un ordi gratuit à tours
typo   | NET @ Le Mans               | ordinateur libre acces le mens
plain  | FS @ Rodez                  | France services Rodez
bare   | FS @ Decazeville            | maison france services decazeville
typo   | FS @ Figeac                 | france sevices figeac
typos  | FS @ Ussel                  | franse servise ussel
bare   | FS @ dep:09                 | france services ariege
plain  | FS @ dep:2B                 | France services Haute-Corse
plain  | FS @ Saint-Flour            | maison de service au public de Saint-Flour
spoken | FS,PAPERS @ Privas          | refaire mon permis de conduire privas
spoken | PAPERS @ Montauban          | refaire ma carte d'identité montauban
spoken | PAPERS @ Tarbes             | faire ma declaration caf tarbes
spoken | PAPERS @ Béziers            | ameli je n'y arrive pas beziers
spoken | PAPERS @ Charleville-Mézières | quelqu'un pour m'aider avec mes papiers charleville
spoken | PAPERS @ Mulhouse           | aide logement apl mulhouse
typo   | PAPERS @ Dax                | aide demarche administratives daxe
bare   | PAPERS @ Saint-Brieuc       | aide administrative saint brieuc
spoken | LEARN @ Bourges             | apprendre a se servir d'une souris bourges
spoken | LEARN @ La Rochelle         | cours d'ordinateur pour personnes agées la rochelle
spoken | LEARN @ Pau                 | je ne sais pas me servir de mon telephone pau
spoken | LEARN @ Vesoul              | formation word excel vesoul
typo   | LEARN @ Épinal              | atelier informatque épinal
typos  | LEARN @ Auxerre             | cour informatic auxere
bare   | LEARN @ Agen                | initiation numerique agen
spoken | LEARN @ Cherbourg-en-Cotentin | utiliser une tablette cherbourg
spoken | LEARN @ Narbonne            | whatsapp pour les nuls narbonne
spoken | JOB @ Calais                | refaire mon cv calais
spoken | JOB,FT,ML @ Maubeuge        | m'inscrire a pole emploi maubeuge
typo   | JOB @ Sète                  | recherche d'emplois séte
spoken | SAFE @ Bordeaux             | on m'a piraté mon compte bordeaux
spoken | SAFE @ Grenoble             | virus sur mon pc grenoble
spoken | PARENT @ Rennes             | mon fils passe trop de temps sur les écrans rennes
spoken | PARENT @ Nantes             | pronote parents nantes
spoken | MAKE,FAB @ Montpellier      | atelier robotique montpellier
spoken | FAB @ Nancy                 | brodeuse numérique nancy
plain  | FAB @ Caen                  | fablab Caen
typo   | FAB @ Dijon                 | fablba dijon
bare   | FAB @ Besançon              | fab-lab besancon
typos  | FAB @ Montpellier           | fabelab montpelier
plain  | EPN @ Granville             | espace public numérique Granville
bare   | EPN @ dep:50                | epn manche
typo   | EPN @ Lisieux               | espace public numerique lisieu
plain  | EPN @ Clermont-Ferrand      | cyber-base Clermont-Ferrand
plain  | TL @ Roubaix                | espace de coworking Roubaix
typo   | TL @ Villeneuve-d'Ascq      | tier lieux villeneuve d'ascq
spoken | TL @ Nantes                 | bureau partagé nantes
plain  | CS @ Limoges                | centre social Limoges
typo   | CS @ Angoulême              | centre soçial angouleme
typo   | CS @ Rennes                 | centre sosial rennes
spoken | CS @ Saint-Étienne          | maison de quartier saint etienne
plain  | ML @ Carcassonne            | mission locale Carcassonne
bare   | ML @ Soissons               | mission locale soissons
plain  | CCAS @ Hyères               | CCAS Hyères
typo   | TOWNHALL @ Cahors           | marie de cahors
plain  | MJC @ Annecy                | MJC Annecy
plain  | PIJ @ Bourges               | information jeunesse Bourges
plain  | FS @ Saint-Denis            | France services Saint-Denis de la Réunion
bare   | FS @ dep:974                | france services reunion
bare   | PAPERS @ Cayenne            | aide demarches cayenne
plain  | FS @ Fort-de-France         | France services Fort-de-France
bare   | FS @ dep:971                | msap guadeloupe
typo   | FS @ Basse-Terre            | france services basse terr
spoken | LEARN,FS @ Saint-Pierre     | cours informatique saint pierre la réunion
plain  | FS @ dep:976                | France services Mayotte
plain  | FS @ dep:972                | maison France services Martinique
plain  | label:conseillers-numeriques @ Brest | conseiller numérique Brest
typo   | label:conseillers-numeriques @ Valence | conseiller numerike valence
plain  | label:aidants-connect @ Marseille | aidant connect Marseille
plain  | LIB+?audience:seniors @ Lille | médiathèque personnes âgées Lille
plain  | FS+?fee:gratuit @ Nantes    | france services gratuit nantes
plain  | ANY @ Cayenne               | cayenne
typo   | ANY @ Montpellier           | montpelier
plain  | ANY @ Fort-de-France        | 97200
plain  | ANY @ dep:29                | Finistère
plain  | /jacques prevert/+CS        | centre social Jacques Prévert
typo   | /jacques prevert/+CS        | centre social jacque prevert
typo   | /simone veil/               | simone veille
`
