/** The words that people use for kinds of places, programmes and labels. See `meanings.ts`. */
export const KINDS = `
type:FABLAB = fablab, fab lab, fabrication numerique, atelier de fabrication numerique, labo de fabrication,
  laboratoire de fabrication, makerspace, maker space, hackerspace, hacker space, hacklab, makers
type:FABLAB service:loisirs-et-creations-numeriques@0.6 = imprimante 3d, impression 3d, imprimer en 3d,
  imprimer/fabriquer/modeliser objet/piece/plastique 3d, 3d, modelisation 3d, scanner 3d,
  decoupe/decouper/decoupeuse/graver/gravure/graveuse laser, decoupe numerique, laser, fraiseuse, brodeuse,
  brodeuse numerique, prototype, prototypage, fabriquer objet/piece/meuble/prototype,
  vinyle decoupe, decoupe vinyle, flocage, machine a coudre, machine coudre, coudre, couture, atelier couture, broder, broderie,
  flocage tshirt/shirt, serigraphie, bricoler, bricolage, menuiserie, atelier bois, outillage, machine numerique,
  imprimer/faire figurine, decouper bois/plexiglas/carton, graver bois/verre, impression objet, faire impression objet
type:FABLAB service:loisirs-et-creations-numeriques = arduino, raspberry, electronique, robotique, robot, drone
type:EPN type:EPI label:netpublic label:epn-labellise = epn, e p n, espace public numerique,
  espace publique numerique, netpublic, net public
type:EPN type:EPI label:netpublic label:epn-labellise label:conseillers-numeriques@0.6 = espace numerique, espace multimedia,
  point d acces numerique, point acces public numerique, point numerique, point d accueil numerique, relais numerique,
  lieu numerique, antenne numerique
type:EPI type:EPN label:conseillers-numeriques@0.6 = cybercafe, cyber cafe, cyberbase, cyber base, cyber espace, cybercentre, cyber centre, point cyber,
  point internet, point d acces internet, point acces public internet, papi,
  espace internet, cyber
type:BIB = bibliotheque, mediatheque, biblio, mediateque, bibliobus, ludotheque, bm, bibliotheque municipale,
  emprunter/lire/louer/rendre livre/roman/bd/dvd/cd/revue/magazine/manga/film/album, lire journal/presse, livre a lire, heure du conte,
  bande dessinee
type:RELAIS_LECTURE = relais lecture, point lecture
type:RFS type:MSAP label:france-services = france services, france service, maison france services, maison france service,
  espace france services, espace france service, msap, maison de services au public, maison de service au public,
  maison des services publics, maison des services, rfs, mfs, cfs
type:TIERS_LIEUX = tiers lieu, tiers lieux, tierslieu, tierslieux, coworking, co working, coworker,
  espace de travail partage, espace de travail, bureau partage, espace partage, teletravail, teletravailler, telecentre,
  espace de coworking, louer/location/reserver bureau, bureau journee/heure/semaine/jour, bureau a la journee,
  poste travail partage/independant, poste de travail partage, endroit/lieu/coin/espace calme travailler/teletravailler,
  endroit calme travailler, travailler independant/indep, indep travailler, travailleur independant, travailler au calme,
  lieu pour travailler, bureau a louer, louer/location/reserver salle de reunion, open space
type:CS = centre social
type:CSC type:CS = centre socioculturel, centre socio culturel, centre social et culturel, centre sociaux culturels
type:EVS type:CS@0.6 = evs, espace de vie sociale
type:MJC = mjc, maison des jeunes, mpt, maison pour tous, maison des jeunes et de la culture
type:MQ type:CS type:CSC = maison de quartier
type:MDH type:CS = maison des habitants
type:CCAS = ccas, centre communal d action sociale, action sociale communale
type:CIAS = cias, centre intercommunal d action sociale
type:PIMMS = pimms, pims, point information mediation, mediation sociale
type:RFS@0.9 type:MSAP@0.9 type:PIMMS@0.8 type:PI@0.8 type:PIJ_BIJ@0.6 = point info, point information, point d information,
  point accueil, bureau d information, point d accueil
type:MUNI = mairie, mairies, hotel de ville, municipalite
type:LA_POSTE = la poste, poste, bureau de poste, agence postale
type:ML = mission locale, missions locales, mission local, mission loc, miss loc, la milo, milo
type:FT label:relais-pole-emploi
  + service:insertion-professionnelle-via-le-numerique service:aide-aux-demarches-administratives
  = pole emploi, france travail, anpe, chomage, agence pole emploi
type:MDE = maison de l emploi
type:CAP_EMPLOI = cap emploi
type:CITMET = cite des metiers
type:ES = epicerie solidaire
type:PIJ_BIJ = pij, bij, crij, cij, point information jeunesse, bureau information jeunesse, information jeunesse, info jeune,
  info jeunes, point jeunes
type:CIDFF = cidff, droit des femmes, droits des femmes
type:CIDFF audience:femmes@0.9 type:MDS@0.9 type:PAD@0.8 type:CCAS@0.5 service:aide-aux-demarches-administratives@0.2
  = violence conjugale/intrafamiliale/domestique/familiale/sexuelle/sexiste, violence faite aux femmes, violence couple,
  femme battue/violentee, conjoint/mari/compagnon violent,
  mari/conjoint/copain/compagnon/ex/concubin/homme/pere frappe/bat/violent/tape/menace/insulte/brutalise, frappe dessus, fait frapper/battre,
  suis battue/frappee, victime violence, victime violence conjugale/familiale/sexuelle/domestique, victime de viol,
  peur mari/conjoint/compagnon/copain/ex, quitter mari/conjoint/compagnon, fuir mari/conjoint/compagnon,
  coups mari/conjoint, avortement, ivg, contraception, planning familial, aide femme/femmes victime, femme victime
type:MDS type:CMS@0.9 = mds, maison des solidarites, maison departementale des solidarites, maison de la solidarite,
  maison du departement, espace departemental des solidarites,
  utpas, utams, utas, utasi, uts, umsp, centre medico social, cms, assistant/assistante social departement, service social departement, pmi,
  protection maternelle et infantile
type:CD = conseil departemental, conseil general
type:MDPH + service:aide-aux-demarches-administratives = mdph, maison du handicap, maison des personnes handicapees
type:CPAM + service:aide-aux-demarches-administratives = cpam, securite sociale, secu, assurance maladie, ameli
type:CAF label:point-relais-caf label:point-d-acces-numerique-caf + service:aide-aux-demarches-administratives
  = caf, caisse d allocations familiales, allocations familiales, allocation familiale
type:CAF label:point-relais-caf label:point-d-acces-numerique-caf service:aide-aux-demarches-administratives
  = trop percu, trop percu caf, caf reclame/bloque/suspendu/coupe/rembourser/verse/paye/repond, allocation soutien familial,
  allocation naissance/rentree/enfant, allocation parent isole, allocation de rentree scolaire,
  prime naissance, prime de rentree, paje, cmg, prime de noel, complement mode de garde, parent isole, mere isolee, enceinte,
  grossesse, declarer grossesse, aeeh, toucher caf/apl/allocation/aide/prime,
  demander caf/apl/allocation, droit caf/apl, changement situation caf, simuler/simulation apl/caf/droit/aide,
  aide/dossier/demarche/probleme/demande/declaration/situation/compte/point/agence/antenne/permanence/naissance caf, apl,
  prime d activite,
  declaration trimestrielle caf,
  aide/dossier/demande apl, aide/allocation/demande logement, aide au logement, allocataire, quotient familial
type:CAF label:point-relais-caf service:aide-aux-demarches-administratives type:MDS@0.5 type:CCAS@0.5 = rsa,
  aide/dossier/demande rsa, toucher/demander/declarer/droit/perdu/coupe rsa, revenu de solidarite active
type:MSA + service:aide-aux-demarches-administratives = msa, mutualite sociale agricole
type:CFP service:aide-aux-demarches-administratives = impots, impot, declaration d impots, declaration de revenus,
  declarer ses revenus, revenus, tresor public, tresorerie, centre des impots, avis d imposition, taxe fonciere,
  taxe d habitation, feuille/declarer/payer/site/compte/espace/avis/lettre/question/dossier/papier impot, 2042, remplir 2042,
  declarer occupant/bien/location/airbnb/revenu/heritage/donation, occupants logement, bien immobilier declarer,
  biens immobiliers, gerer mes biens immobiliers, location airbnb, declarer revenu, avis non imposition, impot en ligne/revenu,
  prelevement a la source, amende, contravention
type:PREF + service:aide-aux-demarches-administratives = prefecture, sous prefecture
type:PAD = point d acces au droit, point justice, maison de justice, acces au droit
type:PAD = conseil/aide/permanence juridique, juriste, conciliateur, conciliateur de justice, maison de la justice et du droit,
  mjd, cdad, permanence avocat
type:PAD service:aide-aux-demarches-administratives@0.6 = aide juridictionnelle, avocat, tribunal, divorce,
  conseil juridique divorce, pension alimentaire, voir/consulter/parler/rencontrer avocat, avocat gratuit/gratuitement,
  divorcer, separation, litige, litige voisin, conflit/probleme voisin/voisinage/employeur/patron, proces, juge, garde alternee,
  garde des enfants, prud hommes, prudhommes, droit travail/famille/consommateur/consommation,
  connaitre droit, faire valoir droit, defense droit, question/probleme/renseignement/information juridique, defenseur des droits, aide victime,
  aide aux victimes, tutelle, curatelle, notaire,
  testament, heritage parents/mere/pere, convocation tribunal, licenciement abusif, recours, contester licenciement/decision, deposer plainte
type:RESSOURCERIE = ressourcerie, recyclerie, reemploi
type:UDAF = udaf
type:OF = organisme de formation, centre de formation
type:AFPA = afpa
type:RS_FJT = fjt, foyer de jeunes travailleurs, habitat jeunes
type:ENM type:RFS@0.7 = bus france services, france services mobile, france services itinerante
type:ENM = itinerant, itinerante, bus numerique, camion numerique, van numerique, bus itinerant, bus connecte, espace numerique mobile
type:ESS = ess, economie sociale et solidaire
~ type:ASSO = association, asso
type:EPCI = intercommunalite, communaute d agglomeration, agglo
type:EPCI type:CC = communaute de communes
type:SCP type:PREVENTION = service ou club de prevention
type:ACIPHC = atelier et chantier d insertion premieres heures
type:DEETS = direction de l economie de l emploi du travail et des solidarites
type:ESAT = esat, etablissement ou service d aide par le travail
type:FAIS = federation des acteurs de la solidarite
type:GEIQ = geiq, groupement d employeurs pour l insertion et la qualification
type:OACAS = oacas, organisme d accueil communautaire et d activites solidaires
type:PLIE = plie, plan local pour l insertion et l emploi
type:CHRS = chrs
type:CADA = cada, demandeur d asile
type:E2C type:ML@0.4 = e2c, ecole de la deuxieme chance, ecole de la 2e chance

label:conseillers-numeriques service:maitrise-des-outils-numeriques-du-quotidien@0.6 type:RFS@0.5 = conseiller numerique,
  conseillere numerique, cnfs, conseiller numerique france services
label:aidants-connect = aidant connect, aidants connect, aidant numerique
label:aidants-connect service:aide-aux-demarches-administratives = demarche a ma place, mandat
label:certification-pix = pix, certification pix, passer le pix
label:pass-numerique service:maitrise-des-outils-numeriques-du-quotidien@0.5 = pass numerique, aptic, cheque numerique
label:emmaus-connect label:relais-numerique-emmaus-connect = emmaus connect, emmaus
label:promeneurs-du-net = promeneur du net
label:la-croix-rouge = croix rouge
label:qualiopi = qualiopi
label:campus-connecte = campus connecte
label:fabriques-de-territoire = fabrique de territoire
label:grande-ecole-du-numerique = grande ecole du numerique
label:grande-ecole-du-numerique service:insertion-professionnelle-via-le-numerique@0.7 = developpeur/developpeuse web,
  formation developpeur/developpeuse/codage/code, devenir developpeur/developpeuse, apprendre a coder, metier du numerique/web
`
