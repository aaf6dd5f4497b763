/** Everyday words for the audience of a place, its prices and the ways in which it helps. See `meanings.ts`. */
export const PEOPLE = `
audience:seniors = senior, personne agee, retraite agee, jeune retraite, club de retraites, aine, troisieme age,
  3e age, quatrieme age, grand mere, grand pere, grands parents, mamie, papi, papy, mamy, vieux, anciens, personnes agees, pensionne,
  60 ans, 61 ans, 62 ans, 63 ans, 64 ans, 65 ans, 66 ans, 67 ans, 68 ans, 69 ans, 70 ans, 71 ans, 72 ans, 73 ans, 74 ans, 75 ans,
  76 ans, 77 ans, 78 ans, 79 ans, 80 ans, 81 ans, 82 ans, 83 ans, 84 ans, 85 ans, 86 ans, 87 ans, 88 ans, 89 ans, 90 ans, 91 ans,
  92 ans, 93 ans, 94 ans, 95 ans
audience:jeunes = 13 ans, 14 ans, 15 ans, 16 ans, 17 ans, 18 ans, 19 ans, 20 ans, 21 ans, 22 ans, 23 ans, 24 ans, 25 ans, jeune,
  adolescent, ado, jeunesse, adolescente
audience:etudiants = etudiant, etudiante, fac, universite
audience:familles-et-ou-enfants = famille, enfant, parent, petits, fils, fille, bebe, gamin, petits enfants, maman, papa,
  mere celibataire, pere celibataire, maman solo, famille monoparentale, mere seule
audience:femmes = femme

accessibility:sign_language need:surdite@0.5 = langue des signes, lsf, interprete lsf, sign language
accessibility:hearing_loop need:surdite@0.5 = boucle magnetique, boucle a induction, boucle auditive, boucle malentendant, hearing loop
accessibility:wheelchair need:handicaps-moteurs@0.5 = fauteuil roulant, fauteuil, pmr, mobilite reduite, accessible en fauteuil, acces handicape,
  acces pmr, acces fauteuil, accessible/accessibilite pmr/handicape/fauteuil, accessible, accessibilite, accessible aux handicapes,
  wheelchair, wheelchair access, wheelchair accessible, accessible in a wheelchair, disabled access
accessibility:step_free_entrance accessibility:wheelchair@0.7 = plain pied, sans marche, rampe d acces, step free, no steps
accessibility:adapted_toilet = toilettes/wc adaptees/handicape/pmr, accessible toilet, disabled toilet
accessibility:adapted_parking = parking/place/stationnement handicape/pmr/adapte, parking pour handicape, disabled parking, accessible parking
accessibility:guide_strip need:deficience-visuelle@0.5 = bande de guidage
accessibility:sound_beacon need:deficience-visuelle@0.5 = balise sonore
accessibility:tactile_or_easy_read = falc, facile a lire, facile a lire et a comprendre, easy read
accessibility:trained_staff = personnel forme, personnel forme handicap
need:surdite accessibility:sign_language accessibility:hearing_loop@0.8 = sourd, sourde, personne sourde, malentendant, malentendante, surdite
need:deficience-visuelle = aveugle, dmla, glaucome, perd/perds vue, vois/voit plus/mal/rien, baisse vue, vue baisse, cecite,
  malvoyant, malvoyante, deficience visuelle, braille, plage braille, lecteur d ecran, synthese vocale, non voyant
need:handicaps-moteurs accessibility:wheelchair@0.7 = handicap moteur
need:handicaps-mentaux = autiste, autisme, handicap mental, handicap psychique, deficience intellectuelle
need:handicaps-moteurs need:handicaps-mentaux need:surdite need:deficience-visuelle accessibility:wheelchair@0.5 = handicap, handicape,
  handicapee, situation de handicap, personne handicapee, disabled, disability

need:illettrisme type:CS@0.6 type:CSC@0.6 type:EVS@0.6 = illettrisme, lire et ecrire, apprendre a lire, apprendre a ecrire,
  apprendre a lire et a ecrire, savoir lire, sais pas lire, sait pas lire, ne sachant pas lire, pas bien lire,
  alphabetisation, analphabete,
  remise a niveau lecture/ecriture/francais, remise a niveau lecture ecriture, lecture et ecriture, savoir ecrire,
  sais/sait pas ecrire, sais/sait pas lire ecrire, pas lire ecrire, mal/difficulte lire/ecrire/lecture/ecriture,
  reapprendre lire/ecrire/lecture, reapprendre lire ecrire, illettre, illettree, savoir de base, competence de base, orthographe,
  lire ecrire compter, jamais appris lire, apprendre lecture/ecriture
need:langues-etrangeres-autres = arabe, espagnol, portugais, turc, russe, chinois, italien, allemand, roumain, polonais, tamoul, wolof, bambara, kabyle, berbere, albanais, serbe, vietnamien, pachto, pachtou, dari, farsi, ourdou, hindi, somali, tigrigna, lingala, soninke, peul, creole, georgien, armenien, bulgare, kurde, mandarin,
  parle/parlant/parlent/parler/langue/traducteur/interprete arabe/espagnol/portugais/turc/russe/chinois/italien/allemand/roumain/polonais/tamoul/wolof/bambara/kabyle/berbere/albanais/serbe/vietnamien/pachto/pachtou/dari/persan/farsi/ourdou/hindi/somali/tigrigna/lingala/soninke/peul/creole/georgien/armenien/bulgare/kurde/mandarin,
  arabophone, hispanophone, lusophone, russophone, turcophone, sinophone, traducteur, interprete, traduction,
  langue maternelle, autre langue, allophone, ukrainien, ukrainienne, etranger, etrangere, migrant, migrante, refugie, refugiee,
  primo arrivant, langue etrangere
need:langues-etrangeres-autres type:CS@0.8 type:CSC@0.8 type:EVS@0.7 = fle, francais langue etrangere/seconde/integration,
  francais langue seconde/etrangere, cours/atelier/formation francais langue etrangere, parlant pas/peu/mal francais,
  parle/parlent/parler peu/mal francais, parlent/parler pas francais, parle/parlent/parlant pas la langue, atelier francais, formation francais,
  cours de francais, cours de francais etrangers,
  apprendre le francais, parle pas francais, parler francais,
  cours de langue francaise, alphabetisation en francais, francais etranger/refugie/migrant/adulte/debutant,
  cours de francais adulte/debutant/gratuit/refugie/migrant/femme,
  apprendre francais etranger/adulte/gratuit/gratuitement, ameliorer/progresser francais, apprend/apprennent/enseigne francais,
  francais ukrainien/ukrainienne/afghan/syrien/soir, parle/parlent/comprends/comprend mal francais,
  comprends/comprend pas francais, parler/ecrire francais,
  atelier de conversation, conversation francais, cours de langue, delf, sociolinguistique, apprendre langue francaise
~ need:langues-etrangeres-autres type:CS@0.8 type:CSC@0.8 type:EVS@0.7 = francais
need:langues-etrangeres-anglais = anglais, english, anglophone, parle/parlant/parlent/parler anglais

fee:gratuit fee:gratuit-sous-condition = gratuit, gratuite, gratuitement, sans payer, pas payer, pas d argent
fee:payant = payant
support:dans-un-atelier-collectif = atelier collectif, en groupe, cours collectif
support:accompagnement-individuel = accompagnement individuel, cours particulier, cours individuel, aide personnalisee,
  debutant, pour debutant, grand debutant
support:en-autonomie = libre service, libre acces, acces libre, en autonomie
support:a-distance service:maitrise-des-outils-numeriques-du-quotidien@0.3 = visio, en visio
support:a-distance = a distance, par telephone, par visio, aide a distance, accompagnement a distance
access:se-presenter = sans rendez vous, sans rdv, sans prendre rdv
access: = a domicile, au domicile, vient/venir/venez/deplace/deplacer/intervient/intervenir maison/domicile/chez, visite a domicile,
  intervention a domicile, chez les gens
access:prendre-un-rdv-en-ligne = rendez vous en ligne, rdv en ligne, prendre rendez vous, prendre rdv
`
