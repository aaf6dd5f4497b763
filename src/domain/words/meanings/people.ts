/** Whom a place is for, what it costs, and how one is helped there, in everyday words. See `meanings.ts`. */
export const PEOPLE = `
audience:seniors = senior, personne agee, retraite agee, jeune retraite, club de retraites, aine, troisieme age,
  3e age, quatrieme age, grand mere, grand pere, grands parents, mamie, papi, papy, mamy, vieux, personnes agees, pensionne
audience:jeunes = jeune, adolescent, ado, jeunesse, adolescente
audience:etudiants = etudiant, etudiante, fac, universite
audience:familles-et-ou-enfants = famille, enfant, parent, petits, fils, fille, bebe, gamin, petits enfants, maman, papa
audience:femmes = femme

need:surdite = sourd, sourde, personne sourde, malentendant, malentendante, langue des signes, lsf, surdite
need:deficience-visuelle = aveugle, malvoyant, malvoyante, deficience visuelle, braille, non voyant
need:handicaps-moteurs = handicap moteur, fauteuil roulant, mobilite reduite, pmr, fauteuil
need:handicaps-mentaux = handicap mental, handicap psychique, deficience intellectuelle
need:handicaps-moteurs need:handicaps-mentaux need:surdite need:deficience-visuelle = handicap, handicape, handicapee,
  situation de handicap
need:illettrisme = illettrisme, lire et ecrire, savoir lire, sais pas lire, sait pas lire, ne sachant pas lire, pas bien lire,
  alphabetisation, analphabete
need:langues-etrangeres-autres = fle, allophone, etranger, etrangere, migrant, migrante, refugie, refugiee, primo arrivant,
  langue etrangere, cours de francais, apprendre le francais, parle pas francais, parler francais
need:langues-etrangeres-anglais = anglais, english, anglophone

fee:gratuit fee:gratuit-sous-condition = gratuit, gratuite, gratuitement, sans payer, pas payer, pas d argent
fee:payant = payant
support:dans-un-atelier-collectif = atelier collectif, en groupe, cours collectif
support:accompagnement-individuel = accompagnement individuel, cours particulier, cours individuel, aide personnalisee,
  debutant, pour debutant, grand debutant
support:en-autonomie = libre service, libre acces, acces libre, en autonomie
support:a-distance = a distance, visio
access:se-presenter = sans rendez vous, sans rdv
access:prendre-un-rdv-en-ligne = rendez vous en ligne, rdv en ligne, prendre rendez vous, prendre rdv
`
