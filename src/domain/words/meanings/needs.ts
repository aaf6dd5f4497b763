/**
 * What people come for, by how they say it: procedures and the sites they are done on, devices, verbs of learning, what
 * went wrong. See `meanings.ts`.
 */
export const NEEDS = `
service:aide-aux-demarches-administratives = demarche, demarche administrative, demarche en ligne, aide administrative,
  aide aux demarches, aide demarche, papier administratif, aide papiers, papiers, remplir dossier/formulaire/papier/demande,
  formulaire, dossier administratif, administration, administratif, formalite, service public, service public en ligne,
  administration en ligne, teleservice, teleprocedure, declaration/inscription/demande en ligne, france connect,
  franceconnect, identite numerique, acces aux droits, ecrivain public, faire ses papiers, attestation de droit, justificatif,
  courrier administratif, lettre administrative, lettre recommandee, ecrire/rediger lettre/courrier, site etat/administration,
  coup de main papiers/courrier/demarche, reclamation, resilier, resiliation, paperasse,
  droits sociaux, ayant droit,
  signer/signature document/electronique, piece justificative, attestation en ligne, numero fiscal, numero de securite sociale
service:aide-aux-demarches-administratives type:MUNI@0.8 = carte d identite, piece d identite, papiers d identite, cni, passeport,
  pre demande passeport/carte/cni, acte de naissance/mariage/deces, extrait/copie naissance, livret de famille, etat civil, pacs,
  carte electorale, liste electorale, inscription liste electorale, procuration, recensement, recensement citoyen, se marier
service:aide-aux-demarches-administratives type:PREF@0.8 = titre de sejour, carte de sejour, carte de resident, recepisse, sejour, visa, anef,
  naturalisation, nationalite, nationalite francaise, regroupement familial, asile, recepisse titre de sejour
service:aide-aux-demarches-administratives type:PREF@0.3 = ants, france titres, carte grise, immatriculation, certificat d immatriculation,
  certificat de cession, vente/vendre/acheter/acheteur/ceder voiture, permis de conduire, permis, points du permis, code de la route, permis perdu
service:aide-aux-demarches-administratives = timbre fiscal, extrait de casier judiciaire, casier judiciaire, porter plainte, pre plainte,
  changement/changer adresse, changement adresse carte grise, deces, decede, succession
service:aide-aux-demarches-administratives = allocation, prestation, declaration trimestrielle, cesu, pajemploi, cheque emploi service,
  garantie visale, facture, edf, carte de transport, billet de train, billet train/sncf/avion, sncf,
  bourse scolaire, bourse, garde d enfant, assistante maternelle, creche, conge maternite
service:aide-aux-demarches-administratives type:MDPH@0.8 = dossier mdph, aah, allocation adulte handicape, carte mobilite inclusion, pch,
  rqth, reconnaissance travailleur handicape, carte handicape, dossier handicap
service:aide-aux-demarches-administratives type:CCAS@0.6 type:MDS@0.5 = aide sociale, apa, aspa, minimum vieillesse, aide alimentaire, colis alimentaire,
  cheque energie, aide electricite/chauffage/energie, aide financiere, aide d urgence
service:aide-aux-demarches-administratives type:CCAS@0.8 type:MDS@0.8 = assistante sociale, assistant social, travailleur social, travailleuse sociale
type:CCAS service:aide-aux-demarches-administratives@0.6 = domiciliation, adresse postale, sdf, sans domicile, sans domicile fixe
service:aide-aux-demarches-administratives type:UDAF@0.5 type:CCAS@0.5 = surendettement, dossier de surendettement, endettement, banque de france
service:aide-aux-demarches-administratives type:CCAS@0.5 type:MUNI@0.4 = logement social, hlm, demande de logement, demande de hlm,
  demande de logement social
service:aide-aux-demarches-administratives type:CPAM@0.9 = carte vitale, remboursement, remboursement de soins, feuille de soin, arret maladie,
  css, cmu, ame, complementaire sante, complementaire sante solidaire, mutuelle, medecin traitant, attestation ameli/secu/vitale
service:aide-aux-demarches-administratives = doctolib, rendez vous medical, rdv medical, rendez vous medecin, rdv medecin,
  rendez vous chez medecin, medecin, mon espace sante, espace sante, dossier medical
service:aide-aux-demarches-administratives = carsat, agirc arrco, dossier/pension/depart/droits/demande retraite, depart en retraite,
  pension de reversion, reversion, info retraite, releve de carriere, caisse de retraite, partir a la retraite, pars retraite,
  aide retraite
type:MSA service:aide-aux-demarches-administratives@0.8 = retraite agricole, agriculteur, agricole, exploitant agricole
~ service:aide-aux-demarches-administratives audience:seniors@0.5 = retraite
~ service:aide-aux-demarches-administratives = dossier, site internet, attestation, rendez vous, rdv

service:maitrise-des-outils-numeriques-du-quotidien = cours/atelier/initiation/formation/stage/aide informatique/numerique/ordinateur/internet/tablette/smartphone,
  cours d informatique, cours d ordinateur, apprendre/utiliser/comprendre/decouvrir/manipuler informatique/numerique/ordinateur/internet/tablette/smartphone/telephone/souris/clavier,
  apprendre a utiliser/manier ordinateur/tablette/smartphone/telephone/souris/clavier/internet,
  apprendre a se servir internet/ordinateur/tablette/smartphone/telephone/souris/clavier,
  servir ordinateur/tablette/smartphone/telephone/souris/clavier, debutant/debuter/initier/former informatique/ordinateur,
  debuter en informatique, prise en main, prendre en main, remise a niveau, remise a niveau informatique, aller sur internet,
  naviguer sur internet, navigation internet, surfer sur internet, accompagnement numerique, mediation numerique,
  mediateur numerique, isolement numerique, inclusion numerique, illectronisme, fracture numerique, exclusion numerique, autonomie numerique,
  competence numerique, naviguer/surfer web, informatique, bureautique, traitement de texte, tableur, creer/ouvrir une adresse/boite mail,
  appel video, appel en visio, recherche google, envoyer/recevoir mail/photo/message, trier/ranger photo/fichier, faire une sauvegarde,
  sauvegarder photo/fichier, savoir de base, piece jointe, copier coller
~ service:maitrise-des-outils-numeriques-du-quotidien = ordinateur, ordi, pc, mac, ordinateur portable, telephone, telephone portable,
  portable, smartphone, iphone, android, tablette, ipad, clavier, souris, numerique, messagerie, mail, email, e mail, courriel,
  adresse mail, boite mail, gmail, envoyer un mail, whatsapp, skype, zoom, visioconference, logiciel, application, appli,
  fichier, web, souris, imprim ecran, word, excel, powerpoint, libreoffice, windows, google, cle usb, photo, navigateur

service:acces-internet-et-materiel-informatique = acces internet, acces a internet, internet gratuit, wifi, wi fi,
  wifi gratuit, borne wifi/internet, point wifi, connexion internet, lieu avec wifi, connexion, hotspot,
  ordinateur/ordi/pc en libre acces/service, ordinateur/ordi/pc libre/gratuit/public,
  ordinateur/ordi/pc avec/connecte internet, ordinateur en acces libre, ordinateur libre acces,
  acces/acceder a un ordinateur/ordi/pc, acces ordinateur, ordinateur libre service, ordinateur a disposition, poste informatique,
  materiel informatique, recharger telephone, besoin ordinateur, emprunter ordinateur/tablette/pc, pret ordinateur/tablette,
  consulter/lire/regarder/relever mail, imprimante, imprimer, imprime, imprimer papier/billet, imprimer un document, impression,
  scanner, scan, numeriser, photocopie, photocopier, photocopieuse, photocopieur, plastifier, fax
~ service:acces-internet-et-materiel-informatique = internet, pas/plus/sans internet/connexion/wifi/ordinateur maison,
  pas/plus/sans internet/ordinateur/ordi/pc/connexion/imprimante/wifi/tablette/equipement

service:insertion-professionnelle-via-le-numerique type:RFS@0.6 type:MSAP@0.6 = formation professionnelle, recruteur, recrutement, service civique, orientation professionnelle, stage entreprise, job d ete, freelance,
  siret, urssaf, cv, curriculum vitae, faire un cv, faire son cv, lettre de motivation, ecrire/rediger/faire lettre motivation,
  recherche/rechercher/chercher/trouver emploi/travail/boulot/job/stage/alternance, recherche d emploi, rechercher un emploi,
  chercher un emploi, chercher du travail, trouver un emploi, trouver du travail, offre d emploi, offre de travail, annonce d emploi,
  aide emploi, emploi, job, boulot, embauche, entretien d embauche, candidature, candidater, postuler, reconversion, interim,
  alternance, insertion professionnelle, bilan de competence, compte formation, cpf, creation d entreprise,
  devenir/etre micro/auto/independant entrepreneur, micro entrepreneur, devenir independant,
  creer/lancer/monter/ouvrir entreprise/micro/societe/activite/commerce, micro entreprise, microentreprise, auto entrepreneur,
  autoentrepreneur, entrepreneur, linkedin
type:FT label:relais-pole-emploi service:insertion-professionnelle-via-le-numerique
  = actualisation, actualiser, actualisation france travail, inscription france travail/chomage, indemnite chomage
service:insertion-professionnelle-via-le-numerique type:FT type:ML = perdu/retrouver/plus/sans emploi/travail/boulot,
  demandeur d emploi, chomeur

service:utilisation-securisee-du-numerique = securite informatique, securite numerique, cybersecurite, cyber securite,
  cyberattaque, mot de passe, code d acces, identifiant, identifiant perdu, arnaque, arnaqueur, arnaque internet, arnaque en ligne,
  arnaquer, fait arnaquer, fait avoir, escroquerie, escroc, fraude, hameconnage, phishing, spam, indesirable, virus, antivirus, logiciel malveillant, pirate,
  piratage, pirater, vol identite, utilise mon identite, compte vole/pirate/bloque/usurpe, leboncoin, vinted, acheter/achat/payer/paiement en ligne,
  achat internet, hacker, hacke, compte pirate/hacke/vole/bloque, infecte, usurpation, usurpation d identite,
  faux/fausse/sms/mail/message/appel/site/lien suspect/bizarre/frauduleux/louche, faux sms/mail/site/conseiller/message,
  donnees personnelles, donnee, vie privee, confidentialite, securiser, proteger, double authentification, chantage, rgpd

service:parentalite-et-education-avec-le-numerique label:promeneurs-du-net type:CS@0.6 type:CSC@0.6 type:EVS@0.6 type:MJC@0.6
  = parentalite, parentalite numerique, controle parental,
  ecran enfant/ado/adolescent/fils/fille/jeune, enfant/ado/adolescent/fils/fille ecran, enfants et ecrans, limiter les ecrans,
  ecran, temps d ecran, addiction, pronote, note college/lycee/ecole, surveiller/suivre enfant/fils/fille/scolarite, accro, ent, educonnect, ecole directe, devoirs, aide aux devoirs, soutien scolaire,
  scolarite, college, lycee, harceler, harcele, harcelee, harcelement, harcelement en ligne, cyberharcelement,
  harceler/harcele/harcelee reseaux sociaux
service:parentalite-et-education-avec-le-numerique service:aide-aux-demarches-administratives = cantine, cantine scolaire,
  inscription scolaire, parcoursup, inscrire enfant/fils/fille
~ service:parentalite-et-education-avec-le-numerique = ecole, professeur, educatif

service:loisirs-et-creations-numeriques = numeriser video/cassette/film/vhs/diapositive/photo, cassette, cassette video, vhs, diapositive, loisir numerique, creation numerique, montage, montage video, monter une video,
  video, retouche photo, retoucher/monter/trier photo, photo numerique, photographie, jeu video, jeux video, gaming, e sport,
  esport, minecraft, realite virtuelle, vr, programmation, programmer, coder, apprendre a coder, codage, code informatique,
  scratch, python, podcast, webradio, album photo, figurine, bd numerique, studio d enregistrement, musique assistee par ordinateur, mao, dessin numerique,
  graphisme, site web, creer un site, creer un blog, blog, genealogie
service:comprehension-du-monde-numerique = culture numerique, vrai du faux, vrai ou faux, verifier une information, societe numerique, monde numerique, fake news, fausse/fausses info/information/nouvelle, infox,
  desinformation, esprit critique, intelligence artificielle, ia, chatgpt, chat gpt, chatbot, citoyennete numerique,
  numerique responsable, sobriete numerique, ecologie numerique, pollution numerique, empreinte numerique, algorithme,
  logiciel libre, comprendre internet, education aux medias
~ service:comprehension-du-monde-numerique = reseaux sociaux, reseau social, facebook, instagram, insta, tiktok, tik tok,
  snapchat, snap, twitter, youtube

service:acquisition-de-materiel-informatique-a-prix-solidaire label:emmaus-connect type:RESSOURCERIE@0.6 =
  ordinateur/ordi/pc/tablette/telephone/smartphone/portable/materiel pas/moins cher,
  ordinateur/ordi/pc/tablette/telephone/smartphone/portable/materiel reconditionne/occasion/solidaire,
  ordinateur/ordi/pc/tablette/telephone/smartphone/portable d occasion,
  ordinateur/ordi/pc/tablette/telephone/smartphone/portable/materiel a petit/bas prix, prix solidaire, petit prix,
  acheter/achat/acquerir ordinateur/ordi/pc/tablette/telephone/smartphone/portable, don ordinateur, reconditionne, occasion,
  recup informatique, seconde main, recuperer/obtenir/donner/donne ordinateur/ordi/pc/telephone/smartphone/tablette/portable, ordinateur/ordi/pc donne/offert,
  equipement solidaire, equiper, equipement informatique, forfait internet, forfait telephone,
  carte sim, abonnement internet
~ service:acquisition-de-materiel-informatique-a-prix-solidaire = pas/moins cher/chere, pas trop cher/chere, bon marche, panne, casse

service:acquisition-de-materiel-informatique-a-prix-solidaire type:RESSOURCERIE@0.6 type:FABLAB@0.6 = repair cafe,
  reparation telephone/ordinateur/informatique, ecran casse, ecran telephone casse,
  reparer objet/appareil/ordinateur/ordi/pc/telephone/smartphone/tablette/portable,
  atelier de reparation

+ service:aide-aux-demarches-administratives = declaration, courrier, lettre, droits, organisme, guichet, beneficiaire, plainte, naissance, mariage,
  dette, proprietaire, locataire, loyer, bail, caution, expulsion, logement, demenagement, electricite, gaz, eau, assurance,
  hopital, soins, sante, banque, carte de bus, abonnement
+ service:insertion-professionnelle-via-le-numerique = travail, contrat, apprentissage, apprenti, metier, salarie, patron, employeur
+ service:utilisation-securisee-du-numerique = risque, danger, identite, vole
+ service:loisirs-et-creations-numeriques = musique, dessin, couture
`
