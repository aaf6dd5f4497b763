/**
 * What people come for, in their own words: procedures and the websites for them, devices, verbs of learning,
 * problems. See `meanings.ts`.
 */
export const NEEDS = `
service:aide-aux-demarches-administratives = demarche, demarche administrative, demarche en ligne, aide administrative,
  aide aux demarches, aide demarche, papier administratif, aide papiers, papiers,
  remplir dossier/formulaire/papier/demande/document/feuille/declaration/questionnaire/case, remplir dossier/formulaire/demande internet/ligne,
  comprendre/comprends/lire/recu/repondre courrier/lettre/papier, comprends rien courrier/lettre/papier/formulaire/site, reponds rien courrier,
  tout se fait par internet, tout en ligne, tout sur internet, tout faire internet/ligne, tout demande internet/ligne,
  tout passe internet, envoyer dossier/formulaire/papier/justificatif, monter/constituer/faire dossier,
  compte france connect, site du gouvernement, site gouvernement, mal papiers, noye paperasse/papiers, deborde papiers,
  formulaire, dossier administratif, administration, administratif, formalite, service public, service public en ligne,
  administration en ligne, teleservice, teleprocedure, declaration/inscription/demande en ligne, france connect,
  franceconnect, identite numerique, acces aux droits, ecrivain public, faire ses papiers, attestation de droit, justificatif,
  courrier administratif, lettre administrative, lettre recommandee, ecrire/rediger lettre/courrier, site etat/administration,
  coup de main papiers/courrier/demarche, reclamation, resilier, resiliation, paperasse,
  droits sociaux, ayant droit,
  signer/signature document/electronique, piece justificative, attestation en ligne, numero fiscal, numero de securite sociale
service:aide-aux-demarches-administratives type:MUNI@0.8 = papiers vole/perdu, refaire papiers vole/perdu, carte d identite,
  piece d identite, papiers d identite, cni, passeport,
  pre demande passeport/carte/cni, acte de naissance/mariage/deces, extrait/copie naissance, livret de famille, etat civil, pacs,
  carte electorale, liste electorale, inscription liste electorale, procuration, recensement, recensement citoyen, se marier
service:aide-aux-demarches-administratives type:PREF@0.8 = titre de sejour, carte de sejour, carte de resident, recepisse, sejour, visa, anef,
  naturalisation, nationalite, nationalite francaise, regroupement familial, asile, recepisse titre de sejour,
  demande d asile, demander l asile, droit d asile, ofpra, ofii, oqtf, sans papier, regulariser, regularisation,
  autorisation de travail, devenir francais/francaise,
  papiers francais/etranger/refugie/sejour, droit des etrangers, statut de refugie, protection subsidiaire, renouveler visa/sejour/recepisse
service:aide-aux-demarches-administratives type:PREF@0.3 = ants, france titres, changer/changement adresse carte grise,
  carte grise, immatriculation, certificat d immatriculation,
  certificat de cession, vente/vendre/acheter/acheteur/ceder voiture, permis de conduire, permis, points du permis, code de la route, permis perdu,
  immatriculer, immatriculer voiture/moto/scooter/vehicule/remorque/caravane, plaque d immatriculation, crit air, non gage, certificat de non gage,
  vente/vendre/vendu/acheter/achete/achat/cession voiture/moto/scooter/vehicule/auto/camion/caravane/remorque,
  vendu/acheter/achete/achat/vendre voiture/moto/scooter/vehicule occasion, voiture/moto/scooter/vehicule/auto/caravane occasion,
  papiers voiture/moto/scooter/vehicule, permis a points, permis moto/bateau/international/etranger, echanger/echange/refaire/renouveler/perdu permis,
  passer/inscrire code/permis
service:aide-aux-demarches-administratives = timbre fiscal, demenager, obseques, enterrement, declarer deces/naissance,
  deces mari/mere/pere/parent/conjoint/proche,
  mere/pere decede/decedee/mort/morte, changer de nom, changement de nom, changement de situation, extrait de casier judiciaire,
  casier judiciaire, porter plainte, pre plainte,
  changement/changer adresse, deces, decede, succession
service:aide-aux-demarches-administratives = allocation, prestation, declaration trimestrielle, cesu, pajemploi, cheque emploi service,
  garantie visale, facture, edf, visale, garant location/logement, garantie locative, carte de transport, billet de train,
  billet train/sncf/avion, sncf,
  bourse scolaire, bourse, garde d enfant, bourse college/lycee, bourse fils/fille/enfant lycee/college, assistante maternelle,
  creche, conge maternite
service:aide-aux-demarches-administratives label:guid-asso = creer/monter/declarer/declaration/creation/statut association/asso
service:aide-aux-demarches-administratives type:MDPH@0.8 = carte stationnement, carte handicape stationnement,
  carte de stationnement handicape, carte invalidite, enfant autiste/handicape, allocation enfant handicape, dossier mdph, aah,
  allocation adulte handicape, carte mobilite inclusion, pch,
  rqth, reconnaissance travailleur handicape, carte handicape, dossier handicap
service:aide-aux-demarches-administratives type:CCAS@0.6 type:MDS@0.5 = aide menagere, auxiliaire de vie, portage repas,
  maison de retraite, ehpad, aide sociale, apa, aspa, minimum vieillesse, aide financiere, aide d urgence
type:CCAS type:CIAS type:MDS label:la-croix-rouge@0.6 type:ES@0.8 service:aide-aux-demarches-administratives@0.6 = aide alimentaire,
  colis alimentaire, faim,
  rien/plus/quoi manger, plus rien manger, rien/plus mange, plus rien mange, pas de quoi manger, rien dans le frigo, frigo vide,
  banque/bon/panier/distribution alimentaire, resto du coeur,
  restaurant du coeur, epicerie sociale, soupe populaire, repas gratuit/solidaire/chaud, manger gratuit/gratuitement, besoin manger/nourriture,
  nourrir enfant/famille/fils/fille/bebe, acheter manger, panier solidaire
type:CCAS type:CIAS type:MDS service:aide-aux-demarches-administratives@0.7 = expulsion, expulsion locative,
  menace/menacee expulsion, expulser, expulse, expulsee,
  loyer impaye/retard, impaye, impaye de loyer, retard loyer, plus/pas payer loyer/facture/electricite/cantine, peux plus payer, plus payer,
  dette loyer/energie, fsl, fonds solidarite logement, plus argent, pas assez argent, manque argent, probleme argent,
  probleme financier, difficulte financiere,
  fin de mois, fin de mois difficile, boucler fin de mois, joindre les deux bouts, coupure/coupe electricite/courant/gaz/eau,
  edf/engie couper/coupe, electricite/courant/gaz/eau coupe/coupee, proprietaire veut virer/expulser/recuperer,
  sors plus financierement,
  aide exceptionnelle, secours financier, precarite, grande precarite, centre d action sociale
type:RFS type:CCAS@0.9 type:CIAS@0.9 type:MSAP@0.8 service:aide-aux-demarches-administratives@0.8 = cheque energie,
  aide electricite/chauffage/energie/gaz/isolation/travaux/renovation,
  isolation, isoler maison/comble/logement, renovation energetique/thermique/maison/logement, renover maison/logement/appartement,
  maprimerenov, ma prime renov,
  prime renov, france renov, anah, economie d energie, changer chaudiere/fenetre/fournisseur, pompe a chaleur, panneau solaire, linky,
  facture electricite/gaz/edf/eau/chauffage, aider/aide payer electricite/gaz/chauffage/eau/edf/energie,
  payer electricite/gaz/chauffage, contrat electricite/gaz/edf, fournisseur electricite/energie, precarite energetique,
  travaux maison/logement
service:aide-aux-demarches-administratives type:CCAS@0.8 type:MDS@0.8 = assistante sociale, assistant social, travailleur social, travailleuse sociale
type:CCAS service:aide-aux-demarches-administratives@0.6 type:CIAS type:CHRS@0.6 type:CHU@0.6
  = domiciliation, adresse postale, sdf, sans domicile, sans domicile fixe, domicilier, election de domicile,
  attestation domicile, dormir/dors/dort dehors/voiture,
  dormir/dors/dort/retrouve dans la rue, dormir/dors/dort/retrouve/vis/vivre a la rue, nulle part dormir, nulle part aller,
  sans abri, sans/plus toit, jeune/personne/homme/femme/fils/fille rue, heberge droite gauche,
  vit/vis/vivre/vivant/dors/dormir camion/voiture/tente/squat, hotel social,
  perdu logement/appartement, sans logement, plus de logement, pas de logement, hebergement d urgence, foyer d urgence,
  cherche/chercher/trouver/besoin hebergement,
  place foyer/hebergement, samu social, mis/mise/jete a la porte, mis/mise dehors, accueil de jour,
  adresse pour recevoir courrier, recevoir courrier, logement urgence
type:CCAS type:UDAF type:MDS@0.9 type:CIAS@0.9 type:RFS@0.8 service:aide-aux-demarches-administratives@0.7 = surendettement,
  dossier de surendettement,
  endettement, banque de france, dette, endette, endettee, surendette, surendettee, trop credit/dette/pret/emprunt, plus/pas/mal rembourser,
  plus rembourser credit/dette/pret, rembourser credit/dette/pret/emprunt, credit conso/consommation/revolving/renouvelable, rachat de credit,
  interdit bancaire, fiche banque de france, ficp, huissier, saisie compte/salaire, decouvert bancaire/banque, decouvert a la banque,
  compte decouvert/debiteur, point conseil budget, gerer/tenir/faire budget, budget familial, microcredit
service:aide-aux-demarches-administratives type:CCAS@0.5 type:MUNI@0.4 = logement social, hlm, demande de logement, demande de hlm,
  demande de logement social, chercher/cherche/trouver/obtenir/louer/recherche/demander logement/appartement/appart/studio/hlm,
  dossier logement, bailleur,
  bailleur social, office hlm, dalo, droit au logement, logement insalubre/indigne, logement trop petit, etat des lieux,
  quittance loyer, changer logement/appartement
service:aide-aux-demarches-administratives type:CPAM@0.9 = carte vitale,
  remboursement secu/cpam/ameli/soins/medicament/mutuelle/lunettes, remboursement securite/assurance sociale/maladie,
  secu/cpam/ameli/mutuelle remboursement, compte/dossier/demarche/site/probleme/question/attestation/espace/courrier ameli/secu/cpam,
  ouvrir/creer compte ameli, compte ameli, aide secu/ameli/cpam, pas/plus mutuelle/secu, mutuelle gratuite/gratuit, accident/arret travail,
  indemnite journaliere, affection longue duree, ald, invalidite, pension d invalidite,
  rembourser soins/lunettes/medicament/dentiste, remboursement, remboursement de soins, feuille de soin, arret maladie,
  css, cmu, ame, complementaire sante, complementaire sante solidaire, mutuelle, medecin traitant, attestation ameli/secu/vitale,
  attestation droit secu/cpam/ameli
service:aide-aux-demarches-administratives = doctolib, prendre/prendre un rendez vous doctolib, prendre/prendre un rdv doctolib,
  dentiste, teleconsultation, ordonnance, chercher/cherche/trouver/voir/consulter medecin/docteur,
  plus/pas de medecin, plus/pas medecin traitant, rdv hopital/dentiste/docteur/specialiste/doctolib,
  rdv chez docteur/medecin/dentiste/specialiste, prendre rdv chez docteur/medecin/dentiste/specialiste,
  rendez vous chez docteur/dentiste/specialiste, prendre rendez vous chez docteur/medecin/dentiste/specialiste,
  rendez vous hopital/dentiste/docteur/specialiste/doctolib, prendre/prise rdv medecin/docteur/hopital/dentiste/medical,
  prendre/prise rendez vous medecin/docteur/hopital/dentiste/medical, resultat analyse/examen, prise de sang, rendez vous medical,
  rdv medical, rendez vous medecin, rdv medecin,
  rendez vous chez medecin, medecin, mon espace sante, espace sante, dossier medical
service:aide-aux-demarches-administratives type:RFS@0.9 type:MSAP@0.9 = carsat, cnav, assurance retraite
service:aide-aux-demarches-administratives = agirc arrco, dossier/pension/depart/droits/demande retraite, depart en retraite,
  pension de reversion, reversion, info retraite, releve de carriere, caisse de retraite, partir a la retraite, pars retraite,
  aide retraite, prendre/toucher/calculer/preparer/demander/liquider/simuler/recevoir/simulation/calcul/montant retraite,
  retraite complementaire/progressive,
  carriere longue, carriere incomplete, trimestre/points retraite, retraite trimestre, trimestre manquant/manque, carriere manque,
  certificat vie/existence, certificat de vie/existence, retraite etranger, retraite marin, enim, marin pecheur, aspa retraite,
  manque trimestre, valider trimestre, cnav, ircantec, veuve, veuf,
  mari/femme/conjoint/epoux/epouse decede/decedee/mort/morte, perdu mari/femme/conjoint, futur retraite, bientot retraite
type:MSA service:aide-aux-demarches-administratives@0.8 = retraite agricole, agriculteur, agricole, exploitant agricole
~ service:aide-aux-demarches-administratives audience:seniors@0.5 = retraite
~ service:aide-aux-demarches-administratives = dossier, site internet, attestation, rendez vous, rdv

service:maitrise-des-outils-numeriques-du-quotidien
  = cours/atelier/initiation/formation/stage/aide informatique/numerique/ordinateur/internet/tablette/smartphone/iphone/ipad/android/telephone/portable/ordi/pc/mac/word/excel/windows/whatsapp,
  cherche/chercher/trouver/faire/suivre formation informatique/numerique/ordinateur/internet/bureautique,
  club informatique/numerique/internet, box/wifi/internet/connexion marche/fonctionne plus,
  apprendre/servir ordi/pc/portable/iphone/android/ipad/mac/word/excel/windows, apprendre a se servir ordi/pc/portable/iphone/mail/whatsapp,
  comprends/comprend/connais/connait rien informatique/ordinateur/internet/telephone/numerique/smartphone/tablette,
  informatique/ordinateur/internet comprends/comprend rien,
  nul/nulle/perdu/perdue informatique/ordinateur/internet/telephone, mettre a l informatique, mettre ordinateur/numerique,
  nouveau/nouvelle telephone/portable/ordinateur/smartphone/tablette/ordi, offert tablette/smartphone/ordinateur/telephone,
  installer application/logiciel/appli/whatsapp/imprimante/ordinateur/box, telecharger application/logiciel/appli,
  configurer/parametrer/brancher/regler
  telephone/box/ordinateur/imprimante/tablette/smartphone/mail, mettre a jour windows/ordinateur/telephone/tablette/application, mise a jour,
  transferer/transfert photo/contact/fichier/telephone, vider/nettoyer/ralenti ordinateur/telephone/portable/pc,
  memoire pleine/saturee, stockage plein,
  ordinateur/pc/telephone/tablette/ordi lent/lente/rame, faire/passer visio, visio famille/enfant/medecin/petit, appel whatsapp/skype/zoom,
  utiliser/creer/comprendre whatsapp/skype/zoom/word/excel/mail/messagerie, utiliser/comprendre boite/adresse mail,
  savoir utiliser ordinateur/internet/telephone/smartphone,
  envoyer email/courriel/sms/video/document/piece jointe, joindre fichier/document,
  cours d informatique, cours d ordinateur,
  apprendre/utiliser/comprendre/decouvrir/manipuler informatique/numerique/ordinateur/internet/tablette/smartphone/telephone/souris/clavier,
  apprendre a utiliser/manier ordinateur/tablette/smartphone/telephone/souris/clavier/internet,
  apprendre a se servir internet/ordinateur/tablette/smartphone/telephone/souris/clavier,
  servir ordinateur/tablette/smartphone/telephone/souris/clavier, debutant/debuter/initier/former informatique/ordinateur,
  debuter en informatique, prise en main, prendre en main, remise a niveau, remise a niveau informatique, aller sur internet,
  naviguer sur internet, navigation internet, surfer sur internet, accompagnement numerique, mediation numerique,
  mediateur numerique, isolement numerique, inclusion numerique, illectronisme, fracture numerique, exclusion numerique, autonomie numerique,
  competence numerique, naviguer/surfer web, informatique, bureautique, traitement de texte, tableur, creer/ouvrir une adresse/boite mail,
  appel video, appel en visio, video whatsapp/skype/zoom/messenger/facetime, appeler/parler/voir/appel video/visio,
  appeler/parler/voir/appel petits enfants/fils/fille/famille/enfant/mere/pere/ami/amie/proche video/visio/whatsapp/skype/zoom,
  appeler/parler/voir enfant/fils/fille/famille/mere/pere/ami/amie/proche video/visio/whatsapp/skype/zoom, recherche google, envoyer/recevoir mail/photo/message, trier/ranger photo/fichier, faire une sauvegarde,
  sauvegarder photo/fichier, piece jointe, copier coller, apprendre/apprend envoyer/ecrire/lire/utiliser mail/message/email,
  canva, photoshop, gimp, montage diaporama, diaporama
service:maitrise-des-outils-numeriques-du-quotidien service:utilisation-securisee-du-numerique@0.7
  = oublie/perdu/retrouver/reinitialiser/recuperer/change/changer/plus/connais mot de passe,
  mot de passe oublie/perdu/marche/mail, mot de passe boite mail,
  oublie/perdu identifiant/code, vendre/vends bon coin,
  vendre/vends internet/ligne/leboncoin/vinted/vetement/meuble/affaire/objet, mettre/passer/deposer/poster/publier annonce,
  annonce bon coin, annonce leboncoin/vinted/internet/ligne,
  vendre/vends vetement/meuble/affaire/objet leboncoin/vinted/internet/ligne, commander internet/ligne/amazon,
  courses internet/ligne/drive
service:maitrise-des-outils-numeriques-du-quotidien service:comprehension-du-monde-numerique
  = utiliser/creer/ouvrir/installer/apprendre/comprendre facebook/instagram/tiktok/snapchat/youtube/twitter,
  utiliser/comprendre/apprendre reseaux sociaux,
  compte facebook/instagram/tiktok/snapchat, inscrire facebook/instagram
~ service:acces-internet-et-materiel-informatique service:maitrise-des-outils-numeriques-du-quotidien@0.9
  = ordinateur, ordi, pc, ordis, ordinateurs
~ service:maitrise-des-outils-numeriques-du-quotidien = mac, macbook, chromebook, ordinateur portable, telephone, telephone portable,
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
  scanner, scan, numeriser, aller internet gratuit/gratuitement, internet gratuitement, connecter wifi/internet gratuit,
  charger/recharge/recharger/brancher telephone/portable/smartphone, plus/pas forfait/data/reseau/donnees mobile, plus forfait,
  plus de forfait, connecter internet/wifi en attendant, connecter en attendant,
  box/internet/fibre installe/installee/coupe/coupee, internet encore installe, ordinateur/ordi/pc test/examen/visio/entretien,
  besoin ordi/pc, endroit/lieu/cafe/salle avec internet/wifi/ordinateur,
  tirer/sortir/edition attestation/document/papier/feuille/billet/photo, sortir fiche paie/papier, fiche de paie,
  bulletin de salaire, numeriser diplome/document/papier/dossier, scanner/imprimer pdf, imprimer contrat, copies couleur,
  copie couleur, imprimer et scanner, scanner et imprimer, imprimer photocopier, scanner et envoyer,
  imprimer attestation/cv/formulaire/dossier/document/photo/feuille/ticket/courrier, scanner attestation/dossier/document/papier/courrier/identite,
  faire photocopie/copie/impression/scan, zone blanche, box panne, utiliser imprimante/scanner, photocopie, photocopier,
  photocopieuse, photocopieur, plastifier, fax
~ service:acces-internet-et-materiel-informatique = internet, pas/plus/sans internet/connexion/wifi/ordinateur maison,
  pas/plus/sans internet/ordinateur/ordi/pc/connexion/imprimante/wifi/tablette/equipement

service:insertion-professionnelle-via-le-numerique type:RFS@0.6 type:MSAP@0.6 = formation professionnelle, recruteur, recrutement,
  service civique, orientation professionnelle, stage entreprise, job d ete, freelance,
  siret, urssaf, cv, curriculum vitae, faire un cv, faire son cv, lettre de motivation, ecrire/rediger/faire lettre motivation,
  recherche/rechercher/chercher/trouver emploi/travail/boulot/job/stage/alternance, recherche d emploi, rechercher un emploi,
  chercher un emploi, chercher du travail, trouver un emploi, trouver du travail, offre d emploi, offre de travail, annonce d emploi,
  aide emploi, emploi, job, boulot, embauche, entretien d embauche, candidature, candidater, postuler, reconversion, interim,
  alternance, insertion professionnelle, bilan de competence, compte formation, cpf, linkedin,
  cherche/rechercher/recherche/trouve emploi/travail/boulot/job/stage/alternance/apprentissage/patron/taf, chercher/trouver apprentissage/patron/taf,
  changer travail/metier/emploi/boulot, deposer/poser candidature, simulation entretien, taf, taff, travail saisonnier, job saisonnier,
  preparer/passer entretien, repondre annonce/offre, mettre/envoyer/deposer cv, compte personnel formation, retour emploi
service:insertion-professionnelle-via-le-numerique type:CCONS type:RFS@0.6 type:TIERS_LIEUX@0.4 type:MDE@0.6 = creation d entreprise,
  devenir/etre/statut/passer micro/auto/independant entrepreneur, micro entrepreneur, devenir independant,
  creer/lancer/monter/ouvrir/demarrer/cree/monte/lance/ouvre entreprise/micro/societe/activite/commerce/boite/affaire/business/magasin/boutique/restaurant,
  micro entreprise, microentreprise, eurl, sasu, sarl, inpi, formalite entreprise/urssaf/inpi, guichet unique/entreprise,
  changer/changement statut micro/entreprise/societe/juridique, food truck, ouvrir food truck/salon/bar/garage/gite/cabinet,
  artisan, auto entrepreneur, autoentrepreneur, entrepreneur, entrepreneuriat, mettre/installer/travailler compte,
  chiffre d affaires, business plan, porteur de projet, projet d entreprise, statut independant, kbis
service:insertion-professionnelle-via-le-numerique type:OF@0.8 type:ML@0.7 type:FT@0.6 type:RFS@0.4
  = chercher/cherche/trouver/suivre formation, formation qualifiante/diplomante, formation adulte, greta
type:FT label:relais-pole-emploi service:insertion-professionnelle-via-le-numerique
  = actualisation, actualiser, inscrire/inscription pole emploi/chomage, inscrire france travail, toucher/droits/allocation/demande chomage,
  rupture conventionnelle, fin de contrat, actualisation france travail, inscription france travail/chomage, indemnite chomage
service:insertion-professionnelle-via-le-numerique type:FT type:ML = perdu/perdre/retrouver/plus/sans/pas emploi/travail/boulot/job,
  licencie, licenciement, licenciee, licencier,
  demandeur d emploi, chomeur

service:utilisation-securisee-du-numerique = securite informatique, securite numerique, creer/choisir/gerer/bon mot de passe,
  gestionnaire de mots de passe,
  clique/cliquer lien, donne code/rib/coordonnees, ouvert credit nom, credit/pret/achat nom, faux conseiller bancaire/banque,
  vole argent carte/compte/internet, vole argent, pris argent, vide/vider compte, compte vide, compte bancaire vide,
  donne code/numero carte, donne carte/coordonnees bancaires, vole/pique/pris argent internet, debite compte,
  debit/prelevement frauduleux/inconnu,
  sms/mail/appel colis/banque/livraison/amende/vitale, fausse annonce, faux vendeur/acheteur/policier/profil/compte/banquier/colis,
  compte/facebook/instagram/whatsapp/mail/messagerie pirate/piratee/hacke/vole/usurpe/bloque,
  piratage/pirate compte/facebook/instagram/mail/telephone/carte,
  compte facebook/instagram/whatsapp/mail pirate/hacke/vole/bloque, piratage compte facebook/instagram/mail, pris mon compte,
  photos intimes, fait escroquer,
  fait voler carte/compte/argent internet, reconnaitre arnaque, eviter arnaque, signaler arnaque/spam, securite sur internet,
  cybersecurite, cyber securite,
  cyberattaque, mot de passe, code d acces, identifiant, identifiant perdu, arnaque, arnaqueur, arnaque internet, arnaque en ligne,
  arnaquer, fait arnaquer, fait avoir, escroquerie, escroc, fraude, hameconnage, phishing, spam, indesirable, virus, antivirus,
  logiciel malveillant, pirate,
  piratage, pirater, vol identite, utilise mon identite, compte vole/pirate/bloque/usurpe, leboncoin, vinted, acheter/achat/payer/paiement en ligne,
  achat internet, hacker, hacke, compte pirate/hacke/vole/bloque, infecte, usurpation, usurpation d identite,
  faux/fausse/sms/mail/message/appel/site/lien suspect/bizarre/frauduleux/louche, faux sms/mail/site/conseiller/message,
  donnees personnelles, donnee, vie privee, confidentialite, securiser, proteger, double authentification, chantage, rgpd

service:parentalite-et-education-avec-le-numerique label:promeneurs-du-net type:CS@0.6 type:CSC@0.6 type:EVS@0.6 type:MJC@0.6
  = parentalite, parentalite numerique, accro/addict jeux/ecran/telephone/portable/tablette/console,
  accro/addict/addiction jeux video, addiction ecran/jeux/telephone,
  enfant/fils/fille/ado/adolescent/gamin accro/addict, enfant/fils/fille/ado/adolescent jeux video,
  enfant/fils/fille/ado tablette/telephone/portable/tiktok/snapchat/console, enfant/fils/fille/ado reseaux sociaux,
  trop jeux video/ecran/telephone, trop temps ecran/telephone/tablette/jeux/ordinateur, passe temps ecran/telephone/tablette/console/jeux,
  telephone/smartphone/tablette/internet enfant/fils/fille/ado, reseaux sociaux enfant/fils/fille/ado, note enfant/fils/fille,
  comprends pronote, connexion/connecter pronote/educonnect/ent, espace parent, aide scolaire,
  accompagnement scolaire, decrochage enfant, faire devoirs, devoirs enfant/fils/fille, mechant sur internet, moque internet,
  moque reseaux sociaux, installer controle parental, controle parental,
  ecran enfant/ado/adolescent/fils/fille/jeune, enfant/ado/adolescent/fils/fille ecran, enfants et ecrans, limiter les ecrans,
  ecran, temps d ecran, addiction, pronote, note college/lycee/ecole, surveiller/suivre enfant/fils/fille/scolarite, accro, ent,
  educonnect, ecole directe, devoirs, aide aux devoirs, soutien scolaire,
  scolarite, college, lycee, harceler, harcele, harcelee, harcelement, harcelement en ligne, cyberharcelement,
  harceler/harcele/harcelee reseaux sociaux
service:parentalite-et-education-avec-le-numerique service:aide-aux-demarches-administratives = cantine, cantine scolaire,
  inscription scolaire, inscrire enfant/fils/fille ecole/cantine/creche/college/lycee, inscrire enfant/fils/fille
service:aide-aux-demarches-administratives type:PIJ_BIJ label:campus-connecte audience:etudiants@0.8 service:parentalite-et-education-avec-le-numerique@0.4 = parcoursup,
  crous, demande logement etudiant, bourse crous, bourse etudiant/etudiante/universite/fac/etude/superieur,
  dossier social etudiant, logement etudiant/crous/universitaire, cite u, cite universitaire,
  dossier/candidature/plateforme master, inscription fac/universite/etudes, inscrire fac/universite, etudes superieures,
  orientation scolaire, choisir orientation, reprendre etudes, reprise d etudes, voeux parcoursup
type:ML service:insertion-professionnelle-via-le-numerique@0.8 type:E2C@0.8 type:PIJ_BIJ@0.6 = garantie jeune,
  contrat engagement jeune, cej, decrocheur, decrochage, decrochage scolaire,
  jeune sans emploi/travail/diplome/formation/rien, arrete/quitte ecole/etudes/lycee/college, plus a l ecole, plus scolarise,
  sans/pas diplome, descolarise, descolarisee, ni etudes/ecole ni travail/emploi/boulot, ni etudes travail, ni ecole travail,
  16/17/18/19/20/21/22/23/24/25 ans ni etudes/ecole/travail, premier emploi/boulot,
  jeune cherche/chercher emploi/travail/formation/boulot/apprentissage/stage/job, emploi/travail/formation/insertion/job/apprentissage jeune,
  fils/fille cherche/trouve/veut formation/emploi/travail/boulot/apprentissage/stage, 
  16/17/18/19/20/21/22/23/24/25 ans cherche/chercher/trouver/veut formation/emploi/travail/boulot/apprentissage/stage,
  16/17/18/19/20/21/22/23/24/25 ans sans emploi/travail/formation/diplome, 16 25 ans, 16 a 25 ans, 18 25 ans, jeune adulte,
  ni emploi ni formation, sorti ecole
~ service:parentalite-et-education-avec-le-numerique = ecole, professeur, educatif

service:loisirs-et-creations-numeriques = numeriser video/cassette/film/vhs/diapositive/photo, cassette, cassette video, vhs,
  diapositive, loisir numerique, creation numerique, montage, montage video, monter une video,
  retouche photo, retoucher/monter/trier photo, photo numerique, photographie, jeu video, jeux video, gaming, e sport,
  esport, minecraft, realite virtuelle, vr, programmation, programmer, coder, apprendre a coder, codage, code informatique,
  coder jeu/enfant/fils/fille, apprendre codage/programmation/programmer, club code/programmation/robot,
  stage/atelier scratch/robot/robotique/code/programmation/python,
  scratch, python, podcast, webradio, album photo, figurine, bd numerique, studio d enregistrement,
  musique assistee par ordinateur, mao, dessin numerique,
  graphisme, creer un blog, blog, genealogie, jouer console/jeux/switch/playstation, console, console jeux, borne arcade, arcade,
  jeu/jeux retro, retro gaming, retrogaming, jeux video bibliotheque/mediatheque/enfant, tournoi jeux
~ service:loisirs-et-creations-numeriques = video
service:loisirs-et-creations-numeriques service:maitrise-des-outils-numeriques-du-quotidien@0.7 = site web, creer un site,
  creer un site internet/web, faire un site/site internet/site web
service:comprehension-du-monde-numerique = culture numerique, vrai du faux, vrai ou faux, verifier une information,
  societe numerique, monde numerique, fake news, fausse/fausses info/information/nouvelle, infox,
  desinformation, esprit critique, intelligence artificielle, ia, chatgpt, chat gpt, chatbot, citoyennete numerique,
  numerique responsable, sobriete numerique, ecologie numerique, pollution numerique, empreinte numerique, algorithme,
  logiciel libre, comprendre internet, education aux medias
~ service:comprehension-du-monde-numerique = reseaux sociaux, reseau social, facebook, instagram, insta, tiktok, tik tok,
  snapchat, snap, twitter, youtube

service:acquisition-de-materiel-informatique-a-prix-solidaire label:emmaus-connect type:RESSOURCERIE@0.6 label:conseillers-numeriques@0.2 type:EPN@0.2 =
  ordinateur/ordi/pc/tablette/telephone/smartphone/portable/materiel pas/moins cher,
  ordinateur/ordi/pc/tablette/telephone/smartphone/portable/materiel reconditionne/occasion/solidaire,
  ordinateur/ordi/pc/tablette/telephone/smartphone/portable d occasion,
  ordinateur/ordi/pc/tablette/telephone/smartphone/portable/materiel a petit/bas prix, prix solidaire, petit prix,
  ordinateur/pc portable pas/moins cher, ordinateur/pc portable occasion/reconditionne/solidaire, pas moyens ordinateur/acheter,
  moyens acheter ordinateur/telephone,
  forfait pas cher, forfait mobile, credit telephone, carte prepayee, internet pas/moins cher, box pas chere, ordinateur etudiant pas cher,
  acheter/achat/acquerir ordinateur/ordi/pc/tablette/telephone/smartphone/portable, don ordinateur, reconditionne, occasion,
  recup informatique, seconde main, recuperer/obtenir/donner/donne ordinateur/ordi/pc/telephone/smartphone/tablette/portable,
  ordinateur/ordi/pc donne/offert,
  equipement solidaire, equiper, equipement informatique, forfait internet, forfait telephone,
  carte sim, abonnement internet
~ service:utilisation-securisee-du-numerique = bizarre, suspect, louche, douteux
~ service:acquisition-de-materiel-informatique-a-prix-solidaire = trop cher/chere, pas/moins cher/chere, pas trop cher/chere, bon marche, panne, casse

type:RESSOURCERIE type:FABLAB = reparer/faire reparer/reparation
  electromenager/aspirateur/machine/velo/tele/radio/objet/appareil/jouet/meuble/cafetiere/bouilloire/chaise/lampe/vetement/television,
  grille pain, reparer/faire reparer grille pain, vieux poste radio, poste radio, aspirateur, electromenager
type:RESSOURCERIE label:emmaus-connect@0.9 service:acquisition-de-materiel-informatique-a-prix-solidaire@0.8 type:FABLAB@0.3 =
  donner vieux/vieil/vieille/ancien/ancienne ordinateur/ordi/pc/telephone/smartphone/tablette/portable/imprimante/materiel/ordinateurs/ordis,
  recycler/recyclage/jeter/debarrasser/deposer ordinateur/ordi/pc/telephone/smartphone/tablette/portable/imprimante/informatique/materiel/ordinateurs/ordis,
  recycler/jeter/debarrasser/deposer vieux/vieil/vieille/ancien/ancienne ordinateur/ordi/pc/telephone/smartphone/tablette/portable/imprimante/materiel/ordinateurs/ordis,
  faire don ordinateur/ordi/pc/telephone/materiel, vieil/vieux/ancien ordinateur/ordi/pc/telephone donner/recycler/jeter
type:RESSOURCERIE@0.9 type:FABLAB@0.9 type:EPN@0.4 service:maitrise-des-outils-numeriques-du-quotidien@0.4 service:acquisition-de-materiel-informatique-a-prix-solidaire@0.3 = repair cafe,
  ordinateur/ordi/pc/telephone/smartphone/tablette/portable/imprimante/mac/iphone/ecran casse/cassee/panne/hs/mort/morte/noir/bloque/fissure/tombe/plante/mouille,
  ordinateur/ordi/pc/telephone/smartphone/tablette/portable/imprimante/mac/iphone/appareil allume/marche/fonctionne/demarre/charge/repond plus,
  ordinateur/ordi/pc/telephone/smartphone/tablette/portable/imprimante/mac/iphone/appareil allume/marche/fonctionne/demarre/charge,
  allume/demarre plus, disque dur mort/casse/panne, recuperer photo/donnee/fichier disque, recuperer photo/donnee/fichier,
  reparer tel, ordinateur/pc portable allume/marche/fonctionne/demarre plus,
  telephone portable allume/marche/fonctionne/charge/casse plus, tombe en panne, ecran bleu/noir/fele/brise,
  reparateur, reparateur solidaire, reparateur ordinateur/telephone/informatique/solidaire,
  depannage informatique/ordinateur/pc/telephone, depannage, depanneur, depanneur informatique,
  panne ordinateur/informatique/telephone/pc/tablette, casse ecran/telephone/ordinateur/portable/tablette, changer ecran/batterie/vitre,
  reparer ecran/imprimante, reparer ordinateur/telephone portable,
  faire reparer ordinateur/telephone/ecran/tablette/portable/pc,
  reparation telephone/ordinateur/informatique, ecran casse, ecran telephone casse,
  reparer ordinateur/ordi/pc/telephone/smartphone/tablette/portable,
  atelier de reparation

+ service:aide-aux-demarches-administratives = declaration, courrier, lettre, droits, organisme, guichet, beneficiaire, plainte, naissance, mariage,
  proprietaire, locataire, loyer, bail, caution, expulsion, logement, demenagement, electricite, gaz, eau, assurance,
  hopital, soins, sante, banque, carte de bus, abonnement
+ service:insertion-professionnelle-via-le-numerique = travail, contrat, apprentissage, apprenti, metier, salarie, patron, employeur
+ service:utilisation-securisee-du-numerique = risque, danger, identite, vole
+ service:loisirs-et-creations-numeriques = musique, dessin, couture
`
