/** What people say in English. See `meanings.ts`. */
export const ENGLISH = `
type:BIB = library, public library, borrow/read book
type:MUNI = town hall, city hall, mayor s office
type:LA_POSTE = post office
type:CS type:CSC = community centre, community center, social centre, social center
type:TIERS_LIEUX = coworking space, desk, desk for the day, hot desk, desk/office day/rent, place/space work remotely,
  co working space, shared office, shared workspace, remote work, work remotely, place to work,
  meeting room
type:EPI type:EPN = internet cafe, cyber cafe
type:FABLAB = maker space, makers space
type:FABLAB service:loisirs-et-creations-numeriques@0.6 = 3d printing workshop/class, 3d printer, 3d printing, 3d print, print 3d,
  print in 3d, laser cutter, laser cutting,
  laser cut, cnc, robotics
type:CFP service:aide-aux-demarches-administratives = pay income tax, pay taxes online, declare income, tax form/declaration, tax,
  taxes, tax return, tax office, income tax, help with taxes, help with tax return,
  file/pay/declare taxes
type:CAF label:point-relais-caf service:aide-aux-demarches-administratives = family allowance help, child allowance,
  housing aid/allowance, rent help, pregnant, family allowance, family benefit, child benefit, housing benefit
type:FT service:insertion-professionnelle-via-le-numerique = unemployment, jobseeker, lost my job, sign up unemployment,
  job centre, job center, unemployment benefit
type:PAD service:aide-aux-demarches-administratives@0.5 = legal advice, legal help, lawyer, free lawyer, see/talk lawyer,
  divorce lawyer, know my rights, legal rights, legal question, dispute
type:CCAS type:CIAS type:MDS label:la-croix-rouge@0.6 type:ES@0.8 service:aide-aux-demarches-administratives@0.6 = food bank/parcel/aid/help,
  free food/meal, hungry, nothing eat, need/get food, need/get food parcel/bank
type:CCAS type:CIAS type:CHRS@0.6 type:CHU@0.6 service:aide-aux-demarches-administratives@0.5 = homeless,
  emergency housing/shelter/accommodation, nowhere sleep/live/go, sleep/sleeping outside/rough/street,
  shelter, postal address, mailing address
type:CCAS type:CIAS type:MDS service:aide-aux-demarches-administratives@0.7 = eviction, evicted, rent arrears,
  can t pay rent/bill/electricity, pay rent, no money, money problem, financial help/aid/difficulty
type:CIDFF audience:femmes@0.9 type:MDS@0.9 type:PAD@0.8 type:CCAS@0.5 service:aide-aux-demarches-administratives@0.2
  = domestic violence/abuse, husband/boyfriend/partner beats/beat/hits/hit/violent/abusive, abusive husband/partner/relationship,
  violent husband/partner, battered woman, women s rights
type:CCAS type:UDAF type:MDS@0.9 type:CIAS@0.9 type:RFS@0.8 service:aide-aux-demarches-administratives@0.7 = debt, too many debt,
  too much debt, in debt, repay loan, over indebted
type:CCAS@0.7 type:MDS@0.7 service:aide-aux-demarches-administratives = social worker, social services, welfare

service:aide-aux-demarches-administratives = administrative help, help with administration, paperwork, help with paperwork,
  administrative procedure, procedures, form, fill/filling/complete/completing in/out form/application/paper/document,
  fill/filling/complete form, filling in form online, fill/filling/complete in an online form/application,
  fill/complete in an form/application, form online, online form, apply online, understand/official/french letter,
  write/writing letter, french bureaucracy/administration, sign up online,  help with documents, official documents, public service,
  online procedure, benefits, state pension, pension claim, retirement, energy voucher, driving licence, driving license,
  car registration, vehicle registration,
  register, registering, register/registering/import/importing british/english/foreign/imported,
  register/registering/sell/buy/sold/bought/import/importing motorbike/vehicle/van/motorhome/caravan, permit/visa/benefit/passport/licence/license/residence/citizenship application online,
  permit/benefit/passport/licence/license/citizenship application, vehicle papers, number/licence/license plate, driver licence/license,
  exchange driving licence/license, energy/electricity/gas/heating bill, bill too high, residence permit renewal, lost passport,
  lost my passport, change address, retire, retiring, claim pension, electricity bill, gas bill
service:aide-aux-demarches-administratives type:PREF@0.8 = residence/residency permit application,
  residence/residency permit application online, visa application, visa application online, residence permit, residency permit, residence card, visa, work permit, immigration,
  citizenship, asylum, asylum seeker, renew/extend visa/residence/permit, renew residence/residency permit, undocumented,
  immigration papers, become french, refugee status, french nationality
service:aide-aux-demarches-administratives type:MUNI@0.8 = passport, id card, identity card, birth certificate, marriage certificate
service:aide-aux-demarches-administratives type:CPAM@0.7 = health insurance, health insurance card, health card, social security,
  social security number, medical insurance/care
service:aide-aux-demarches-administratives = doctor, see/find/need doctor, doctor s appointment, doctor appointment,
  medical appointment, social housing, council housing

service:acces-internet-et-materiel-informatique = photocopy and scan, print and scan, scan and print, print and copy,
  printing and scanning, wifi and printing, check email, go/get online, use internet, computer room, use/find printer,
  print ticket/photo/form/letter, internet access, wifi access, computer access, public computer, use a computer,
  computer room/use/free, wifi/internet public/open/free, computer with internet, print pdf,
  access to a computer, access to internet, print, printing, printer, print documents, print a document, print out, print shop, photocopy,
  copy, copies, copier, photocopier, scan, scanning, charge phone
service:maitrise-des-outils-numeriques-du-quotidien = computer/internet/smartphone/phone/tablet/digital class/course/lesson/training/workshop/help/basics/skills,
  learn/use/learning computer/internet/smartphone/phone/tablet, computer/laptop use free,
  learn to use computer/internet/smartphone/phone/tablet/a computer,
  help with computer/internet/smartphone/phone/tablet/email, create/open/set email account, create/open an email, digital inclusion,
  forgot/forgotten/lost/reset password, new phone/computer/laptop/tablet, install app/software/printer, send email/photo,
  attach file, video call, computer/internet/smartphone/phone/tablet beginner, set up phone/computer/email/printer, slow computer,
  sell online
~ service:acces-internet-et-materiel-informatique service:maitrise-des-outils-numeriques-du-quotidien@0.9 = computer, laptop, pc
~ service:aide-aux-demarches-administratives = online
~ service:maitrise-des-outils-numeriques-du-quotidien = phone, tablet, software, app, spreadsheet
service:insertion-professionnelle-via-le-numerique type:RFS@0.6 type:MSAP@0.6 = job search, job seeker, job hunting,
  find/get/seek/search job/employment/work, look/looking for work/job,
  looking for a job, find a job, employment, help find work/job, find me work/job, update cv, resume, cover letter, job interview,
  write a cv, apply for job, job application, job offer, internship, career change, training course
service:insertion-professionnelle-via-le-numerique type:CCONS type:RFS@0.6 type:TIERS_LIEUX@0.4 type:MDE@0.6 = start/open/create/own/starting/run/set business/company/shop,
  set up business/company, start up, startup, self employed, freelancer, entrepreneur
type:ML service:insertion-professionnelle-via-le-numerique@0.8 type:E2C@0.8 type:PIJ_BIJ@0.6 = youth job/employment,
  young people job/employment, school dropout, apprenticeship, job for young people, first job
service:aide-aux-demarches-administratives type:PIJ_BIJ label:campus-connecte audience:etudiants@0.8 = scholarship,
  student grant/housing/aid, university application/enrolment, study in france
service:utilisation-securisee-du-numerique = fake email/website/message/call/text/sms, suspicious email/message/link,
  stolen account/identity/card, account hacked/stolen, strong password, protect data, scam, scammed, online scam, fraud, hacked,
  password, online safety, internet safety, online security,
  identity theft, data protection, malware
service:parentalite-et-education-avec-le-numerique label:promeneurs-du-net type:CS@0.6 type:CSC@0.6 type:EVS@0.6 type:MJC@0.6
  = too much screen, child phone, addicted to games/screen/phone, addicted to video games, child/son/daughter bullied, bullied,
  bullied online, help child school, screen time, children and screens, kids and screens, parental control, homework,
  homework help,
  cyberbullying, bullying, online bullying
service:loisirs-et-creations-numeriques = video editing, photo editing, video games, coding, learn to code, coding class, programming
service:comprehension-du-monde-numerique = social media, social network, artificial intelligence, ai tools
type:RESSOURCERIE label:emmaus-connect@0.9 service:acquisition-de-materiel-informatique-a-prix-solidaire@0.8 type:FABLAB@0.3 =
  recycle/donate/give old computer/laptop/phone/tablet/printer, recycle computer/laptop/phone/tablet/printer,
  give away/old computer/laptop/phone
service:acquisition-de-materiel-informatique-a-prix-solidaire label:emmaus-connect type:RESSOURCERIE@0.6 = cheap/second/used/refurbished/affordable computer/laptop/phone/tablet,
  second hand computer/laptop/phone, buy/donate computer/laptop/phone/tablet, sim card
type:RESSOURCERIE@0.9 type:FABLAB@0.9 type:EPN@0.4 service:maitrise-des-outils-numeriques-du-quotidien@0.4 service:acquisition-de-materiel-informatique-a-prix-solidaire@0.3
  = phone/computer/laptop/tablet/screen/pc broken/dead/cracked/repaired, broken/cracked phone/computer/laptop/tablet/screen,
  repair, repair shop/workshop, won t turn, doesn t turn, stopped working,
  phone/computer/laptop/tablet/printer doesn t work, phone/computer/laptop/tablet not working,
  phone/computer/laptop broken repair, repair broken phone/laptop/computer, repair screen, repair cafe, get fixed,
  phone/laptop/computer fixed, get phone/laptop/computer fixed, phone/laptop/computer/macbook won t start/charge, won t start,
  won t charge, screen repair,
  repair/fix computer/laptop/phone/tablet, computer/laptop/phone repair

audience:seniors = elderly, elderly people, old people, older people, senior citizen, pensioner
audience:jeunes = young people, youth, teenager, teen
audience:etudiants = student
audience:familles-et-ou-enfants = family, families, child, children, kids, parents
audience:femmes = women, woman

need:surdite accessibility:sign_language accessibility:hearing_loop@0.8 = deaf, hard of hearing
need:deficience-visuelle = blind, visually impaired, partially sighted
need:illettrisme type:CS@0.6 type:CSC@0.6 type:EVS@0.6 = illiterate, literacy, cannot read, can t read, learn to read,
  learn to write, learn to read and write, reading and writing, cannot/can t write, basic skills
need:langues-etrangeres-autres type:CS@0.8 type:CSC@0.8 type:EVS@0.7 = learn french for foreigners,
  french for foreigners/beginners/refugees/adults, learning/study/improve french, learn the language,
  language class/course/lesson, french conversation, cannot/can t read french, cannot/can t/don t speak french,
  french class/course/lesson, learn french, french lessons, speak french, refugee, migrant, foreigner
need:langues-etrangeres-autres = arabic, spanish, portuguese, turkish, russian, chinese, ukrainian, italian, romanian, polish,
  arabic/spanish/portuguese/turkish/russian/chinese/ukrainian/italian/german/romanian/polish speaking/speaker,
  speak/speaks/speaking arabic/spanish/portuguese/turkish/russian/chinese/ukrainian/italian/german/romanian/polish,
  interpreter, translation, translator
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
