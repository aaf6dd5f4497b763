/**
 * Judged like the others (see `judged.ts`), but written before seeing how they are answered: from what people
 * come to a counter for, in their own words instead of those known to the program. Nothing is tuned on them:
 * to fix a problem shown by one of them, move all of them to `development.ts` and write new ones here.
 */
export const HELD_OUT = `
spoken | PAPERS,type:CFP @ Laval     | je comprends rien au site des impôts laval
spoken | PAPERS @ Chartres           | renouveler mon titre de séjour chartres
spoken | PAPERS @ Arles              | changer l'adresse sur ma carte grise à arles
spoken | PAPERS @ Melun              | faire une demande de logement social melun
spoken | PAPERS @ Aurillac           | utiliser mon chèque énergie aurillac
spoken | PAPERS @ Quimper            | préparer mon départ en retraite quimper
spoken | PAPERS,type:CFP @ Moulins   | déclarer mes revenus en ligne moulins
spoken | CAF @ Saint-Quentin         | où puis-je mettre à jour ma situation caf à saint-quentin
spoken | PAPERS @ Angoulême          | prendre un rendez-vous chez le médecin sur doctolib angoulême
spoken | PAPERS,type:CPAM @ Digne-les-Bains | je n'ai pas reçu mon remboursement de la sécu digne
spoken | PAPERS @ Alès               | obtenir un acte de naissance alès
spoken | PAPERS @ Valenciennes       | acheter un timbre fiscal pour mon passeport valenciennes
spoken | PAPERS @ Foix               | mon mari est décédé et je ne sais pas quels papiers remplir foix
spoken | PAPERS @ Mont-de-Marsan     | il faut que je fasse ma déclaration trimestrielle mont de marsan
spoken | PAPERS @ Lure               | remplir une demande d'allocation adulte handicapé lure
spoken | PAPERS+?label:aidants-connect @ Agde | quelqu'un qui peut faire les démarches à ma place agde
spoken | PAPERS,JOB,FT @ Lens        | m'actualiser sur france travail lens
spoken | PAPERS @ Cayenne            | demander la nationalité française cayenne
spoken | PAPERS+?need:illettrisme @ Limoges | je ne sais pas bien lire et j'ai un courrier à comprendre limoges
spoken | LEARN @ Vichy               | mes parents ne savent pas aller sur internet vichy
spoken | LEARN @ Annonay             | je débute complètement en informatique annonay
spoken | LEARN @ Albi                | qui peut m'expliquer mon nouveau smartphone à albi
spoken | LEARN @ Cholet              | envoyer des photos par mail cholet
spoken | LEARN @ Saint-Malo          | apprendre à taper au clavier saint-malo
spoken | LEARN @ Gap                 | remise à niveau en informatique pour adultes gap
spoken | LEARN @ Lorient             | faire un appel vidéo avec mes petits-enfants lorient
spoken | LEARN @ Thonon-les-Bains    | ranger mes fichiers dans des dossiers thonon
spoken | LEARN @ Roanne              | télécharger une application sur mon téléphone roanne
spoken | LEARN @ Castres             | cours de tablette pour mamie castres
spoken | LEARN+?audience:seniors @ Annecy | informatique pour retraités annecy
spoken | LEARN+?need:surdite @ Paris | personne sourde qui veut apprendre l'ordinateur paris
spoken | LEARN @ Sens                | j'ai du mal avec l'ordinateur sens
spoken | NET @ Bayonne               | j'ai besoin d'imprimer une attestation bayonne
spoken | NET @ Belfort               | consulter mes mails gratuitement belfort
spoken | NET,TL,LIB @ Poitiers       | un endroit avec du wifi pour travailler poitiers
spoken | NET @ Niort                 | photocopier ma pièce d'identité niort
spoken | NET @ Vierzon               | je n'ai pas d'ordinateur à la maison vierzon
spoken | NET @ Le Puy-en-Velay       | accéder à un pc avec internet au puy en velay
spoken | SAFE @ Dijon                | j'ai reçu un sms bizarre de ma banque dijon
spoken | SAFE @ Orléans              | mon ordinateur est infecté orléans
spoken | SAFE @ Toulouse             | j'ai oublié tous mes mots de passe toulouse
spoken | SAFE @ Montreuil            | comment éviter les escroqueries sur internet montreuil
spoken | PARENT @ Nîmes              | ma fille se fait harceler sur instagram nîmes
spoken | PARENT @ Amiens             | je n'arrive pas à me connecter à l'ent du collège amiens
spoken | PARENT @ Strasbourg         | limiter les écrans chez les ados strasbourg
spoken | MAKE,FAB @ Tours            | fabriquer une pièce en plastique en 3d tours
spoken | MAKE,FAB @ Rennes           | découper du bois au laser rennes
spoken | MAKE,PARENT @ Lyon          | initier mes enfants à la programmation lyon
spoken | MAKE @ Toulouse             | retoucher mes photos toulouse
spoken | BUY @ Lille                 | acheter un pc d'occasion lille
spoken | BUY @ Marseille             | avoir un ordinateur à petit prix marseille
spoken | BUY @ Villeurbanne          | je n'ai pas les moyens de m'acheter un ordinateur villeurbanne
spoken | WORLD @ Nancy               | c'est quoi l'intelligence artificielle nancy
spoken | WORLD @ Grenoble            | reconnaître une fausse information grenoble
spoken | LIB @ Rouen                 | lire des revues et emprunter des dvd rouen
spoken | TL @ Bordeaux               | louer un bureau à la journée bordeaux
spoken | JOB @ Avignon               | postuler à une offre sur internet avignon
spoken | JOB,FT,ML @ Boulogne-sur-Mer | j'ai perdu mon travail boulogne sur mer
spoken | JOB @ Besançon              | lancer ma micro-entreprise besançon
spoken | ML,JOB,PIJ @ Sarcelles      | je suis jeune et sans emploi à sarcelles
spoken | JOB @ Le Havre              | écrire une lettre de motivation le havre
spoken | TOWNHALL @ Foix             | les horaires de la mairie de foix
plain  | LIB @ Vannes                | bibliothèque de Vannes
plain  | FS @ Aubenas                | espace France services Aubenas
plain  | FS @ dep:23                 | France services dans la Creuse
plain  | TL @ Tourcoing              | tiers-lieu numérique Tourcoing
plain  | CS @ Cambrai                | centre social à Cambrai
plain  | CCAS @ Sète                 | centre communal d'action sociale Sète
plain  | FAB @ Arras                 | Fablab Arras
plain  | PAPERS @ Épinal             | aide aux démarches en ligne Épinal
plain  | LEARN @ Saintes             | ateliers numériques Saintes
plain  | /./+label:conseillers-numeriques @ dep:88 | conseiller numérique Vosges
plain  | /mad moselle/               | France services Mad & Moselle
plain  | /port marchand/+LIB         | Médiathèque du Port Marchand
plain  | /mosaik/                    | centre social Mosaïk
bare   | LIB @ Saint-Herblain        | MEDIATHEQUE SAINT HERBLAIN
bare   | EPN @ Dieppe                | e.p.n. dieppe
bare   | FS @ dep:65                 | france services hautes pyrenees
bare   | FS @ Commercy               | maison des services commercy
bare   | CAF @ Creil                 | caf creil
bare   | PIJ @ Bourges               | info jeunes bourges
bare   | /alta rocca/                | communaute de communes alta rocca
bare   | LEARN @ Mâcon               | ateliers informatique macon
typo   | LIB @ Colmar                | bibliothèqe colmar
typo   | LIB @ Chalon-sur-Saône      | médiathèque chalon sur saone
typo   | LIB @ Pau                   | mediatèque pau
typo   | FS @ Millau                 | france servces millau
typo   | FS @ Lannion                | france services lanion
typo   | FS @ Sarlat-la-Canéda       | frnace services sarlat
typo   | FAB @ Limoges               | fablb limoges
typo   | FAB @ Le Havre              | makerspase le havre
typo   | EPN @ Vire Normandie        | espace public numérrique vire
typo   | CS @ Oyonnax                | centre social oyonax
typo   | CCAS @ Lorient              | cenrte communal d'action sociale lorient
typo   | ML @ Reims                  | mission lcale reims
typo   | TL @ Lille                  | tiers-leiu lille
typo   | JOB @ Évreux                | recherche d'emplo évreux
typo   | NET @ Brive-la-Gaillarde    | imprimmer brive
typo   | LEARN @ Cahors              | cours d'informatiqe cahors
typo   | PAPERS @ Privas             | aide aux démarhces privas
typo   | SAFE @ Lyon                 | cybersécurtié lyon
typo   | label:conseillers-numeriques @ Pau | conseillé numérique pau
typo   | ANY @ Perpignan             | perpignian
typo   | /louise michel/+LIB         | médiathèque louise michelle
typo   | /la maison phare/           | la maison fare
typo   | /agora/+CS                  | centre social l'agorra
typo   | /penitents/+CS              | centre social les pénitant
typo   | /co work in/                | co work in moulin
typos  | LIB @ Toulouse              | bibliotek toulousse
typos  | FS @ Guingamp               | franc servise gingamp
typos  | FAB @ Grenoble              | fablabe grenobe
typos  | PAPERS @ Nevers             | aide administrtive never
typos  | LEARN @ Béziers             | cour dordinateur bezier
typos  | CS @ Dunkerque              | santre social dunkerk
`
