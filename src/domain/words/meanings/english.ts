/** What people say in English. See `meanings.ts`. */
export const ENGLISH = `
type:BIB = library, public library, borrow/read book
type:MUNI = town hall, city hall, mayor s office
type:LA_POSTE = post office
type:CS type:CSC = community centre, community center, social centre, social center
type:TIERS_LIEUX = coworking space, co working space, shared office, shared workspace, remote work, work remotely, place to work,
  meeting room
type:EPI type:EPN = internet cafe, cyber cafe
type:FABLAB = maker space, makers space
type:FABLAB service:loisirs-et-creations-numeriques = 3d printer, 3d printing, 3d print, print 3d, print in 3d, laser cutter, laser cutting,
  laser cut, cnc, robotics
type:CFP service:aide-aux-demarches-administratives = tax, taxes, tax return, tax office, income tax, help with taxes, help with tax return,
  file/pay/declare taxes
type:CAF label:point-relais-caf service:aide-aux-demarches-administratives = family allowance, family benefit, child benefit, housing benefit
type:FT service:insertion-professionnelle-via-le-numerique = unemployment, job centre, job center, unemployment benefit
type:PAD = legal advice, legal help, lawyer
type:CCAS@0.7 type:MDS@0.7 service:aide-aux-demarches-administratives = social worker, social services, welfare

service:aide-aux-demarches-administratives = administrative help, help with administration, paperwork, help with paperwork,
  administrative procedure, procedures, form, fill in/out form, help with documents, official documents, public service,
  online procedure, benefits, state pension, pension claim, retirement, energy voucher, driving licence, driving license, car registration, vehicle registration
service:aide-aux-demarches-administratives type:PREF@0.8 = residence permit, residency permit, residence card, visa, work permit, immigration,
  citizenship, asylum
service:aide-aux-demarches-administratives type:MUNI@0.8 = passport, id card, identity card, birth certificate, marriage certificate
service:aide-aux-demarches-administratives type:CPAM@0.7 = health insurance, health card, social security
service:aide-aux-demarches-administratives = doctor appointment, medical appointment, social housing, council housing

service:acces-internet-et-materiel-informatique = internet access, wifi access, computer access, public computer, use a computer,
  access to a computer, access to internet, print, printing, printer, print documents, print a document, print out, print shop, photocopy,
  copy, copies, copier, photocopier, scan, scanning, charge phone
service:maitrise-des-outils-numeriques-du-quotidien = computer/internet/smartphone/phone/tablet/digital class/course/lesson/training/workshop/help/basics/skills,
  learn/use/learning computer/internet/smartphone/phone/tablet, learn to use computer/internet/smartphone/phone/tablet/a computer,
  help with computer/internet/smartphone/phone/tablet/email, create/open/set email account, create/open an email, digital inclusion
~ service:maitrise-des-outils-numeriques-du-quotidien = computer, laptop, phone, tablet, online, software, app, spreadsheet
service:insertion-professionnelle-via-le-numerique type:RFS@0.6 type:MSAP@0.6 = job search, job seeker, job hunting, find/get/seek/search job/work/employment, look/looking for work/job,
  looking for a job, find a job, employment, resume, cover letter, job interview, start a business, self employed, write a cv
service:utilisation-securisee-du-numerique = scam, scammed, online scam, fraud, hacked, password, online safety, internet safety, online security,
  identity theft, data protection, malware
service:parentalite-et-education-avec-le-numerique label:promeneurs-du-net type:CS@0.6 type:CSC@0.6 type:EVS@0.6 type:MJC@0.6
  = screen time, children and screens, kids and screens, parental control, homework, homework help,
  cyberbullying, bullying, online bullying
service:loisirs-et-creations-numeriques = video editing, photo editing, video games, coding, learn to code, coding class, programming
service:comprehension-du-monde-numerique = social media, social network, artificial intelligence, ai tools
service:acquisition-de-materiel-informatique-a-prix-solidaire label:emmaus-connect type:RESSOURCERIE@0.6 = cheap/second/used/refurbished/affordable computer/laptop/phone/tablet,
  second hand computer/laptop/phone, buy/donate computer/laptop/phone/tablet, sim card
service:acquisition-de-materiel-informatique-a-prix-solidaire type:RESSOURCERIE@0.6 type:FABLAB@0.6 = repair cafe,
  repair/fix computer/laptop/phone/tablet, computer/laptop/phone repair

audience:seniors = elderly, elderly people, old people, older people, senior citizen, pensioner
audience:jeunes = young people, youth, teenager, teen
audience:etudiants = student
audience:familles-et-ou-enfants = family, families, child, children, kids, parents
audience:femmes = women, woman

need:surdite = deaf, hard of hearing
need:deficience-visuelle = blind, visually impaired, partially sighted
need:illettrisme type:CS@0.6 type:CSC@0.6 type:EVS@0.6 = illiterate, literacy, cannot read, can t read, learn to read, reading and writing
need:langues-etrangeres-autres type:CS@0.6 type:CSC@0.6 type:EVS@0.6 = cannot/can t read french, cannot/can t/don t speak french, french class/course/lesson, learn french, french lessons, speak french, refugee, migrant, foreigner
need:langues-etrangeres-anglais = english speaking, speak english, speaks english

fee:gratuit fee:gratuit-sous-condition = free, for free, free of charge, no charge
access:se-presenter = walk in, without appointment, no appointment, without an appointment
access:prendre-un-rdv-en-ligne = book online, book an appointment, make an appointment
access: = at home, home visit, come to my home, come to my house
support:a-distance = remote, remotely, by video, over the phone, by phone
support:accompagnement-individuel = one to one, individual help, private lesson
support:dans-un-atelier-collectif = group class, group workshop
support:en-autonomie = self service
`
