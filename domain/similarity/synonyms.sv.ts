/**
 * Words that municipal staff use for the same need: one concept a line, `name: words ~ words that hint at it`.
 * A percentage first says how many of all proposals touch the concept (2 % unless told): the more, the less it
 * says. Places, groups and means (hemtjänst, karta, sensor) are common; the thing needed (lås, faktura) is not.
 * An entry of several words is a phrase. Any form and any compound of a word counts, so "lås" finds
 * "ytterdörrslåsen". A municipality adds lines of its own; a line with a known name extends that concept.
 */
export const SYNONYMS_SV = `
Lokaler, tillträde, bokning
lås: lås, upplåsning, nyckel, nyckelfri, nyckelskåp, nyckelgömma, nyckelknippa, passersystem, passerkort, passage, inpassering, tillträde, behörig dörr, tagg, nyckelbricka, dörröppnare, öppna dörr, portkod, kodlås, dörrkod, kodbox, låscylinder, utlåst, dörrlås, cylinder, huvudnyckel, reservnyckel, nyckelhantering, kodlapp, portlås, hänglås, hämta kort, passerbricka, inpasseringssystem, utelåsta, dörrkort, kunna öppna till ~ dörr, port, entré, släppa in, komma in, kod, lägenhet, trapphus, grind, reception, kort
6% lokal: lokal, idrottshall, sporthall, gymnastiksal, gympasal, ishall, idrottsplats, fotbollsplan, föreningslokal, samlingslokal, bygdegård, aula, anläggning, arena, fritidsanläggning, konstgräsplan, idrottsanläggning, träningshall, träningslokal, lokaluthyrning, replokal, festlokal, klubbhus, träningsplan ~ hall, sal, träning, idrott
mötesrum: mötesrum, konferensrum, sammanträdesrum, grupprum, skrivbordsplats, aktivitetsbaserad, flexkontor, rumsbokning, rum bokad, konferens, möteslokal, dubbelbokat rum, lediga rum ~ rum
7% bokning: bokning, boka, avboka, bokningsbar, reservera, reservation, bokningssystem, strötid, bokningskalender, dubbelboka, tidbokning, ledig tid, lediga tider, tidslucka, visa tider, istider, fördela tider, tider delas ut ~ ledig plats, kalender, ledig, träningstid, schema, tider
6% förening: förening, idrottsförening, klubb, föreningsliv, ideell, kassör, föreningsledare, idrottsklubb, lag, tränare ~ träning
bidrag: föreningsbidrag, bidragsansökan, aktivitetsstöd, föreningsstöd, stipendium, verksamhetsbidrag, bidragshandläggning, bidragsutbetalning, projektbidrag, studieförbund, bidrag till förening, bidrag till kultur ~ bidrag
nyckelinventering: nyckelkvittens, nyckelkvittering, nyckelregister
3% städning: städning, städa, lokalvård, lokalvårdare, rengöring, städbehov, städrobot, skurmaskin, smutsig, dammsuga, toalett, städschema, moppa, städpersonal, städrutin, desinficera, rengöra, golvvård, soprum ~ smuts, golv
larm byggnad: inbrott, inbrottslarm, brandlarm, obehörig, väktare, skadegörelse, vandalisering, kameraövervakning, bevakningskamera, övervakningskamera, bevakning, inbrytning, bryta sig in, stöld, tjuv, skalskydd, rökdetektor, falsklarm, inbrottsförsök, övervaka
8% vaktmästare: vaktmästare, vaktmästeri
fastighetsskötsel: fastighetsskötsel, fastighetsskötare, rondering, underhållsplan, fastighetsunderhåll, drifttekniker, fastighetsdrift, lokalunderhåll, takläckage, fuktskada, fastighetsförvaltning, skötselplan, serviceronder, ronda, driftrond, arbetsorder, mögel, läckande tak, skador på fastighet, hyresobjekt, tak läcker, yttertak ~ fastighet, besiktning, byggnad, tak, fasad
energi: energi, elförbrukning, energiförbrukning, värme, uppvärmning, ventilation, inomhusklimat, inomhustemperatur, fastighetsautomation, driftövervakning, termostat, element, solcell, elkostnad, inneklimat, varmt i klassrum, kallt i klassrum, energikostnad, energibesparing, spara el, elräkning, fjärrvärme, styr- och reglersystem, värmesystem, värmepump, iskall, för varmt, kylanläggning, drifttid, driftkort, frysa, kall lokal ~ temperatur, kall, varm, ventil
brandskydd: brandskydd, brandskyddskontroll, brandsyn, sotning, utrymning, brandsläckare, brandrond, nödutgång, utrymningsplan, systematiskt brandskyddsarbete, brandövning, brandvarnare, rökluckor, brandfara, brandklass, sba

Kontakt, frågor, kommunikation
chatt: chatt, chattbot, chattrobot, bot, ai-assistent, virtuell assistent, digital assistent, språkmodell, automatiskt svar, svara automatiskt, svarsrobot, frågor och svar, svara av sig själv, röstrobot, talsvar, automatsvar, webbot, digital guide, svarsautomat, röstassistent, telefonsvarare, ai-röst, ai som svarar, robot som svarar, robot på webb, enkla frågor, ai-agent, automatiskt svarar, besvara vanliga, besvara frågor, svara på samma, svarar på samma, samma saker hela dagarna ~ assistent, svara på frågor, vanliga frågor, dygnet runt, telefonrobot, kundtjänst, telefonsvar, besvara, växel
6% fråga: fråga, faq, förfrågan, spörsmål, undra, undran, svara på, information om öppettider ~ svar, svara, öppettid, upplysning, upplysa
10% telefon: telefon, ringa, samtal, telefonkö, telefonsamtal, uppringning, telefontid, telefonpassning, återuppringning, telefonsvarare, växelsamtal, telefoni, uppringd, telefonväntan ~ mejla, mejl, e-post, linje, samtalskö
4% kontaktcenter: kontaktcenter, kundtjänst, medborgarservice, servicecenter, telefonväxel, växel, kundcenter, kommunvägledare, växeltelefonist, medborgarkontor, medborgarhus, servicekontor, första linje, kommunväxel ~ reception, vägledare
kösystem: kösystem, kölapp, könummer, nummerlapp, turordning, digital kö, vems tur, köhantering, kö i reception, väntrum, kallas fram, tur att
5% besökare: besökssystem, besöksregistrering, besökare, besöksräknare, besöksstatistik, besöksbricka, besökslista, anmäla sig i reception, gäst, receptionist, ankomst, besöksmottagning
10% påminnelse: påminnelse, påminna, sms, avisering, notis, avisera, pushnotis, glömmer, kom ihåg, bevakning, förvarning, textmeddelande ~ meddelande
uteblivet besök: utebliven, ombokning, uteblir, missat besök, missad tid, dyka upp, kommer inte på tid, no show, avboka sent, inställt besök, glömd tid, missa sin tid
5% enkät: enkät, undersökning, medborgardialog, brukarundersökning, medarbetarundersökning, dialog, omröstning, svarsfrekvens, brukarråd, inflytande, delaktig, nöjdhet, nöjdhetsmätning, kundnöjdhet, fråga brukarna, utvärdering, återkoppling från brukare, fokusgrupp, medborgarpanel, medborgarbudget, elevenkät, föräldraenkät, delaktighet ~ åsikt, betygsätta
klagomål: klagomål, synpunkt, synpunktshantering, klagomålshantering, medborgarförslag, förbättringsförslag, beröm, missnöjd, klaga, reklamation, felhantering, missnöje, förslagslåda, kritik ~ återkoppling
3% felanmälan: felanmälan, felanmäla, anmäla fel, potthål, hål i väg, klotter, nedskräpning, trasig, rapportera fel, gå sönder, serviceanmälan, skräp, skadegörelse, hål i gata, asfalt, bänk, utemiljö, trafikskylt, anmäla hål, skicka bild på fel, tipsa, brister i miljö, påkörd, lagning, serviceärende, rapportera hål, skräpigt, brister i lokal ~ laga, fel, gata, anmäla, väg, skada
10% webbplats: webbplats, hemsida, webbsida, webbredaktör, webbsök, sökfunktion, webb, internet, webbinnehåll, sajt, landningssida, webbtillgänglighet
4% intranät: intranät, internkommunikation, nyhetsbrev, information till medarbetare, internwebb, når inte personal, personalinformation, nå ut till personal, personal utan dator, medarbetarapp, anslå, veckobrev, chefsbrev, alla missar information ~ information
informationsskärm: informationsskärm, infoskärm, skyltning, anslagstavla, infotavla, tv-skärm, whiteboard, digital tavla, aktivitetstavla, bildskärm, digitala anslag, tv i entré, visa på skärm, storbildsskärm, namntavla, planeringstavla, skärm i korridor, skylt, pulstavla ~ skärm, anslag, tavla
evenemang: evenemang, biljett, biljettförsäljning, arrangemang, föreställning, konsert, entrébiljett, teater, kulturhus, publik, festival, scen, show, salong, bio, kulturprogram, evenemangskalender, uppträdande, arrangera, biljettsystem, gästspel ~ kultur
turism: turism, turist, turistbyrå, vandringsled, vandra, turistinformation, besöksmål, campingplats, gästhamn, sevärdhet, guide, besökscenter, natur, naturreservat, fiskekort
4% post: mina meddelanden, kivra, frankera, porto, kuvertera, kuvert, brevutskick, massutskick, postgång, frimärke, skicka brev, internpost, vykort, brevlåda, avi, utskick per brev, skriva ut brev, posta, pappersbrev, rekommenderat, digital myndighetspost, kuvertering ~ brev, utskick
3% säker kommunikation: säker e-post, säkert meddelande, säkra meddelanden, fax, kryptera, okrypterad, säker digital kommunikation, sdk, skyddad uppgift, säker chatt, säker mejl, säkert skicka, säker digital meddelandehantering, e-post med personuppgifter, mejla känsligt, säkert kanal, säkert och snabbt, skickas med bud, oskyddad, skyddat meddelande, säker överföring, känsliga uppgifter, sekretessbelagd, rekommenderat brev ~ sekretess, känslig, bud, säkert
videomöte: videomöte, videosamtal, distansmöte, digitalt besök, videobesök, distansbesök, bildsamtal, digitalt möte, på skärm, via skärm, via länk, på distans, videolänk, teamsmöte, hybridmöte, digitalt hembesök, digital vårdkontakt, träffas digitalt, skärmmöte, fjärrmöte, resa till möte, slippa resa, delta på distans, videouppkoppling, se varandra, uppföljning på distans, digital konsultation, läkarbesök ~ video, distans, hembesök, patient, sjuksköterska, resväg, distriktssköterska
tolk: tolk, språktolk, översättning, översätta, tolkbokning, språkstöd, översättningsapp, annat språk, kan inte svenska, flerspråkig, teckenspråk, pratar inte svenska, nyanländ, arabiska, somaliska, dari, tigrinja, ukrainska, kommunicera med familj, inte svenska, tolksamtal, tolkkostnad, språkapp, språkbarriär, annat modersmål, förstår inte svenska, språkförbistring, översatt, tolkförmedling, fjärrtolk, telefontolk ~ språk, modersmål, svenska
textstöd: klarspråk, textförslag, språkgranskning, copilot, textgenerering, formulera, begriplig, svår att förstå, lättläst, formulering, skriva om brev, myndighetsspråk, krångligt språk, skriva text, paragraf, svåra ord, begripa, förstå beslut, folk förstår, enkel svenska, lätt svenska, lätt att förstå, obegriplig, myndighetssvenska, byråkratisk, skriva brev, brevmall, förståelig, skriva bättre, korrekturläsa, skrivhjälp, beslutsbrev, skrivstöd, vad vi menar, förenkla brev, förenkla beslut, förenkla texter, enklare språk ~ brev, beslut, förstå, förenkla
sammanfattning: sammanfatta, sammanfattning, referera, kort version, lång rapport, läsa igenom, lång text, tjock utredning, läsa alla sidor, sålla, korta ner
tal till text: tal till text, diktera, diktering, diktafon, taligenkänning, transkribera, transkribering, röstinmatning, tala in, röstanteckning, prata in, röststyrning, prata in text, prata in sin, skriva ner samtal, inspelat samtal, automatisk utskrift, utskrift av samtal, inspelade samtal, röst till text, ljudfil, diktat, tala istället för att skriva, talskrivning, skriva ut samtal, transkription, skriva rent journal, dokumentera med röst, taldokumentation, röstdokumentation ~ inspelning, skriva rent, renskriva, prata, röst, utredning, journal, dokumentation
mötesanteckning: mötesanteckning, minnesanteckning, mötesprotokoll, sammanfatta möte, anteckna möte, referat, arbetsplatsträff, apt, föra anteckning, protokoll från möte, renskriva anteckning, skriva protokoll, anteckningar skrivs, lyssna på möte, mötessekreterare, mötesstöd, spela in möte, inspelning av möte, ledningsgrupp, göra protokoll, anteckningar från, summera möte, teamsanteckning, beslut på möte ~ anteckna, möte, protokoll, lyssna, renskriva, sekreterare

Vård och omsorg
12% hemtjänst: hemtjänst, hemsjukvård, hemvård, undersköterska, vårdbiträde, omvårdnad, omsorgspersonal, hemtjänstgrupp, hemtjänstpersonal, vårdtagare, omsorgstagare, hemsjuksköterska, distriktssköterska, omsorg ~ brukare, äldre, hembesök
10% äldreboende: äldreboende, säbo, vårdboende, demensboende, boende, korttidsboende, vård- och omsorgsboende, boendeenhet, avdelning, äldreomsorg ~ äldre, omsorg, dement
10% funktionsstöd: boendestöd, boendestödjare, lss, funktionsstöd, funktionsnedsättning, daglig verksamhet, gruppbostad, stödpedagog, personlig assistans, personlig assistent, kontaktperson, ledsagare, stödassistent, stödperson, servicebostad, bostad med särskild service, korttidsvistelse ~ assistent
3% läkemedel: läkemedel, medicin, tablett, dosett, läkemedelsautomat, medicinrobot, medicingivare, läkemedelsgivare, läkemedelsrobot, apodos, dospåse, dosdispenser, dispenser, medicindosa, piller, insulin, medicinskåp, läkemedelsskåp, narkotika, medicindelning, dosera, doser, medicinlista, läkemedelsrum, alvedon, ögondroppar, apotek, medicinering, medicinpåse ~ klockslag, delegering, ordination, ordinera, sköterska
signeringslista: signeringslista, insatssignering, läkemedelssignering, kvittera insats, signatur, kryssa i lista, utförd insats, kvittera att, vem som gett, bekräfta insats, avsignering, delegerad insats, missad insats, hsl-insats, signerar, signering av medicin, signering av läkemedel, signering av insats ~ kvittera, delegerad, dos, medicin, signering
tillsyn natt: nattillsyn, trygghetskamera, digital tillsyn, fjärrtillsyn, kameratillsyn, tillsyn på natt, nattpatrull, nattbesök, tillsyn nattetid, titta till, se att allt är bra, väcka, sömn, nattsömn, ostörd, nattpersonal, sover, besök på natten, tillsynsbesök natt, nattkamera, kamera på natt, vaknar när vi, lysa med ficklampa, kolla läget på natt ~ natt, kamera, fysiskt besök, störa, vakna, ficklampa
3% trygghetslarm: trygghetslarm, larmklocka, larmknapp, larmarmband, larmmatta, rörelselarm, fallarm, larmkedja, larmmottagning, larmdosa, ringklocka, fallsensor, sensorlarm, sängsensor, golvsensor, rumslarm, ramlat på golv, larmsystem, dörrlarm, larmtelefon, larmcentral, kalla på personal, trygghetsklocka, larmsvar, kallelsesystem, personsökare, patientlarm, kallelseanläggning, larmen ~ armband, säng, golv, faller, ramla, falla
fallskada: falla, fallskada, fallolycka, fallprevention, ramla, fallrisk, fallsensor, bryta höft, ligga på golv, trilla, halka omkull, på golvet, balans ~ säng, golv, larm
gps: gps, demens, vilse, försvunnen person, hitta vilsen, positionering, hitta hem, irra, gå ut på natten, lokalisera, spåra person ~ larm, dement
6% demens: demens, dement, demenssjuk
överfallslarm: överfallslarm, personlarm, hot, våld, ensamarbete, hotfull, arbeta ensam, jobba ensam, kalla på hjälp, aggressiv, larmknapp, arg, ensamma hem, otrygg, hotbild, åka ensam, hembesök ensam, trygghetslarm för personal, personalens säkerhet, attackerad, tillkalla, larm i reception, besöksrum ~ larm, ensam, trygg, fältarbete, reception
ruttplanering: ruttplanering, insatsplanering, rutt, slinga, körslinga, körväg, turplanering, ruttoptimering, besöksplanering, körschema, planeringssystem, restid, körtid, kortaste väg, körsträcka, köra kors och tvärs, dagsplanering, optimera, onödigt långt, geografisk planering, besöksordning, restidsplanering, mellan besöken, resväg, körruttplanering, köra mellan, logistik, dagens besök, planerare, körlista, planering av besök, besöksplan, besökslogistik ~ planering, kör, mil, mellan brukare, väg, besök
biståndsbeslut: biståndshandläggare, biståndsbeslut, biståndsbedömning, genomförandeplan, ibic, vårdbehov, insatsbeslut, bistånd, utredning sol, beviljad timme, beviljad insats, behovsbedömning, biståndsutredning
vårdplanering: vårdplanering, utskrivning, utskrivningsklar, samordnad individuell plan, sip, vårdplan, sjukhus, lasarett, slutenvård, hemgång, hemtagning, hemgångsteam, samordnad vård, region och kommun, vårdbegäran, vårdövergång ~ region
6% journal: journal, dokumentation, dokumentera, journalföra, journalföring, journalanteckning, omvårdnadsdokumentation, dokumentationssystem, journalsystem ~ anteckning
överrapportering: överrapportering, läsa in sig, rapportblad, överlämning, skiftbyte, passbyte, muntlig rapport, rapporttid, rapportera över, avstämning mellan pass, information mellan pass, veta vad som hänt, missar information, rapport på morgon
avvikelse: avvikelse, avvikelserapportering, avvikelsehantering, lex sarah, lex maria, tillbud, arbetsskada, incident, händelserapport, olycksfall, missförhållande, rapportera händelse, vårdskada, felhändelse, missöde, fallrapport, riskhändelse ~ rapportera
hjälpmedel: hjälpmedel, rollator, rullstol, lyft, madrass, sjuksäng, taklyft, personlyft, hjälpmedelsförråd, gåbord, rullator, duschstol, toastol, förflyttning, vårdsäng, lyftsele ~ utlånad
arbetskläder: arbetskläder, tvätt, tvätteri, klädautomat, arbetsdräkt, uniform, klädskåp, byta kläder, kläder på jobb, personalkläder, omklädning, bussarong ~ kläder, storlek, rena kläder
inkontinens: inkontinens, inkontinensskydd, blöja, blöjsensor, inkontinensprodukt, toalettbesök, inkontinenshjälpmedel, inkontinensutredning, byta skydd, våt säng, trosskydd
aktivering: aktivering, sällskap, ensamhet, vr, sällskapsrobot, robotkatt, interaktiv, aktivitet för äldre, social samvaro, gemenskap, meningsfull vardag, stimulans, underhållning, digitala aktiviteter, sitta ensam, sitter ensamma, ensam på rum, stimulera, virtuell resa, allsång, reminiscens, gymnastik för äldre, isolerad, trivsel, uppleva, roligt för boende ~ äldre, dement, aktivitet, ensam, surfplatta, spel, minne, musik, sång
anhörig: anhörig, anhörigstöd, närstående, anhörigportal, anhörigapp, anhörigvårdare, familjemedlem, dotter, son, maka, släkting, personal varit hos mamma, följa utförda besök, hos pappa, hos mamma ~ kontaktperson
matlåda: matlåda, matdistribution, måltidsleverans, matutkörning, nutrition, undernäring, viktkontroll, vätskeintag, varm mat hem, mat hem, näring, matleverans, äta för lite, gå ner i vikt
inköp till brukare: handla mat, inköp till brukare, varubeställning till brukare, dagligvaror, matkasse, brukares inköp
välfärdsmätning: blodtryck, egenmonitorering, provsvar, hälsovärde, mäta hemma, vitalparameter, sårvård, sår, sårbild, mätvärde, puls, blodsocker, syresättning, egenvård, hemmonitorering, vikt, våg hemma
värdeförvaring: värdeskåp, privata medel, handkassa, brukarmedel, fickpengar, kontanter åt brukare
korttidsplats: korttidsplats, platssamordning, lediga platser, beläggning, boendekö, växelvård, överbeläggning, lediga rum på boende, plats på boende, kö till boende, platsfördelning
personalkontinuitet: kontinuitet, olika personal, fast omsorgskontakt, för många ansikten
hygien: basal hygien, smitta, smittspårning, handhygien, vaccination, vaccinera, pandemi, vinterkräksjuka, handtvätt, följsamhet hygien
tandvård: tandvård, munhälsa, tandhälsa

Socialtjänst och arbetsmarknad
8% socialtjänst: socialsekreterare, socialtjänst, familjerätt, socialkontor, socialhandläggare
orosanmälan: orosanmälan, barnavård, barnutredning, barn far illa, skyddsbedömning, misstanke om våld, oro, orosanmälningar, anmälningar till socialtjänst, anmäla till socialtjänst, anmälan till socialtjänst, barn i utsatthet, barn som far illa, anmälningsplikt ~ socialjour
försörjningsstöd: försörjningsstöd, ekonomiskt bistånd, socialbidrag, återansökan, riksnorm, normberäkning, bidragstagare, ansöka om bistånd, bidragsberättigad, klient, försörjning, månadsansökan, socialtjänstens bidrag, hushåll, inkomst ~ bistånd
3% familjehem: familjehem, hvb, placerat barn, jourhem, kontaktfamilj, placerade barn, familjehemsvård
arbetsmarknad: arbetsmarknad, feriejobb, sommarjobb, praktik, praktikplats, arbetsmarknadsåtgärd, ferieplats, feriepraktik, ungdomsjobb, arbetslös, jobbmatchning, sommarpraktik, tilldela jobb, praktikant, arbetsträning, prao, ungdom, prya
skuldrådgivning: skuldrådgivning, budgetrådgivning, skuldsanering, skuldsatt, konsumentvägledning
färdtjänst: färdtjänst, riksfärdtjänst, resetillstånd, sjukresa
bostad: bostad, hyreskontrakt, bostadskö, hyresgäst, uthyrning, bostadsanpassning, hyreslägenhet, hemlös, hyresavi, tomtkö, hyra, trygghetsboende, bostadsförmedling, inventera bostäder, bostadssocial
3% överförmyndare: överförmyndare, god man, gode män, godman, ställföreträdare, årsräkning, huvudman, förmyndare, förvaltarskap, ställföreträdarskap, redovisning från gode män, årsuppgift, räkenskap, redovisa ekonomi, gode männen, förvaltare åt, verifikat, årsredovisning från god man ~ redovisning, granska
integration nyanlända: nyanlända, etableringsprogram, samhällsorientering, ensamkommande, flykting
serveringstillstånd: serveringstillstånd, alkoholtillstånd, tobakstillstånd, tobakstillsyn, kunskapsprov, alkoholhandläggare
våld i nära relation: våld i nära relation, kvinnofrid, skyddat boende, våldsutsatt, skyddad identitet

Skola och förskola
12% skola: skola, grundskola, elev, lärare, rektor, gymnasium, klass, undervisning, skolenhet, pedagog
8% förskola: förskola, förskollärare, barnskötare, fritids, fritidshem, dagis
8% vårdnadshavare: vårdnadshavare, förälder, hem och skola
frånvaro elev: frånvaroanmälan, frånvaro, skolfrånvaro, sjukanmälan elev, närvaro, närvaroregistrering, skolk, sjukanmäla barn, närvarokontroll, upprop, hemmasittare, sjuk elev, föräldrar sjukanmäler, eleven inte kommit, kommit till lektion, borta från lektion, saknad elev, sen ankomst, frånvarande, meddela hem, inte i skolan, sjukt barn, barn sjukt, elev saknas, skolnärvaro, närvaropliktig, skolplikt, ströfrånvaro ~ sjukanmäla, sjukanmälan, lektion, pricka av, meddelande hem, upptäcks
barnens tider: lämna barn, hämta barn, barnens tider, vistelsetid, barnschema, barns schema, omsorgstid, närvarolista, prick av barn, barngrupp, kvar på förskola, utflykt, checka in, checkar in, stämpla in barn, barn är här, närvarande barn, pricka av, prickar av, namnlapp, lämning, hämtning, vem hämtar, hämtar barnet, checkar ut, in- och utpassering barn, barn på plats, antal barn, hur många barn, vilka barn, incheckning, utcheckning, avprickning, hur många barn som, räkna barn, prickning av barn, barn på gård, närvarokoll ~ prick av, hall, närvaro, whiteboard, gård
förskoleplats: förskoleplats, förskolekö, förskoleansökan, barnomsorgskö, barnomsorgsplats, kö till förskola, kön till förskola, plats på förskola, placering på förskola, förskoleplacering, barnomsorgsansökan, plats i förskola, söka förskola, ansökan till förskola, ansöka om plats, barnomsorg, köplats, placeringserbjudande, erbjudande om plats, platserbjudande, önska förskola, välja förskola, barn till förskola
skolval: skolval, skolplacering, gymnasieval, skolplats, ansöka till skola, skolbyte, gymnasieansökan, välja skola, byta skola, val av skola, gymnasieantagning, antagning, önska skola, skolstart
lärplattform: lärplattform, skolplattform, lms, klassrumsplattform, skolportal, lärportal, klassrumsverktyg, plattform för skola, unikum, vklass, schoolsoft, infomentor, uppgifter till elever, klassrum på nätet, inlämningsuppgift, kursrum ~ elevportal, omdöme, läxa
omdöme: omdöme, betyg, bedömning av elev, utvecklingssamtal, individuell utvecklingsplan, kunskapsuppföljning, elevresultat, skolresultat, betygsättning, betygskatalog, lärares bedömning, uppföljning av resultat, kunskapsresultat
elevdator: elevdator, chromebook, datorvagn, lånedator, laddvagn, datorer till elever, elevers datorer, elevens dator, skoldator, utlåning av datorer, lånade datorer, vem som har fått vilken
10% surfplatta: surfplatta, ipad, läsplatta, platta, lärplatta
prov: provplattform, prov, rättning, tentamen, provvakt, rätta, uppsats, läxförhör
skolskjuts: skolskjuts, skolbuss, skoltaxi, elevresa, busskort, skolväg, skjuts, buss till skola, skolkort, taxi till skola, åka buss till skolan, avstånd till skola, skjutsberättigad, skolbil, taxiresa, skolresa, färdväg, kollektivtrafik för elever ~ avstånd, buss, mäta avstånd
elevhälsa: elevhälsa, skolsköterska, skolkurator, elevhälsojournal, skolläkare, kurator, hälsosamtal, skolhälsovård, elevvård, psykolog, elevers mående, hälsobesök
stödåtgärd: särskilt stöd, åtgärdsprogram, anpassning, pedagogisk kartläggning, specialpedagog, läsinlärning, dyslexi, hörselteknik, behov av stöd, elev i behov, stödinsats, anpassa undervisning, läs- och skrivsvårighet, uppläst text, pedagogisk utredning
kränkning: kränkning, kränkande behandling, mobbning, mobba, trygghetsteam, kränkt, elevs trygghet, plan mot kränkande
schemaläggning skola: timplan, tjänstefördelning, lektionsschema, klasschema, schemalägga lärare, lektion
läromedel: läromedel, lärobok, övningsapp, kursbok
skolbibliotek: skolbibliotek, skolbibliotekarie
vuxenutbildning: vuxenutbildning, komvux, sfi, studievägledning, studievägledare, svenska för invandrare, validering
6% kulturskola: kulturskola, musikskola, instrument, musiklektion
modersmål: modersmålsundervisning, modersmålslärare, modersmål, studiehandledning
8% vikarie: vikarie, timvikarie, timanställd, inhoppare, ersättare
vikarieanskaffning: vikarieanskaffning, vikariebokning, vikariepool, bemanningsföretag, korttidsfrånvaro, sjuk personal, någon är sjuk, fylla pass, resurspool, tacka ja till pass, lediga pass, ledigt pass, bemanningspool, hoppa in, vakant pass, tomt pass, vikariesamordnare, skaffa vikarie, ringa runt, ringa in personal, extrapass, extra pass, bokning av vikarier, boka vikarie, hitta vikarie, hitta personal, någon sjuk, ringa vikarier, sms till vikarier, ersätta sjuk, täcka upp, täcka pass, springvikarie, luckor i schema, akut personal, lista med timanställda, ta pass, få in vikarie, inringd, personalbrist, ringa många, jourpass, svår att få täckt, få täckta, täcka ett pass, smsa runt, ringa efter folk, hitta någon som kan jobba, extrajobb, vikarieförfrågan ~ bemanning, timanställd

Mat
6% måltid: måltid, kost, skolmat, lunch, kök, recept, kostenhet, skolkök, kock, äta, dietist, matsal, frukost, kökspersonal, matgäst, tillagningskök ~ mat
matsedel: matsedel, meny, veckomeny, vad det blir för mat
matbeställning: matbeställning, beställa mat, beställa lunch, portion, matlista, köksbeställning, måltidsbeställning, måltidsplanering ~ beställa, kök
specialkost: specialkost, allergi, allergisk, allergikost, anpassad kost, kostintyg, glutenfri, laktosfri ~ intyg
matsvinn: matsvinn, svinn, tallrikssvinn, kassera mat, överbliven mat, matrester, väga mat, mat i soporna, kastar, slänger, rester, tallrik, matrest, för mycket mat, vägning, serveringssvinn, laga lagom, matkastning, mat hamnar i hink ~ mat, väga, skolrestaurang, kök
egenkontroll: egenkontroll, temperaturkontroll, kylskåpstemperatur, frystemperatur, temperaturloggning, haccp, kylskåp, frys, kyl, temperaturlogg, kyltemperatur, temperaturmätning, mjölk, kylrum, frysrum, mäta temperatur, temperaturlista, livsmedelssäkerhet, checklista kök, egenkontrollprogram, temperaturgivare ~ temperatur, kök

Personal
5% schema: schema, schemaläggning, schemalägga, bemanning, bemanningsplanering, tjänstgöring, önskeschema, turlista, arbetspass, passplanering, arbetstid, arbetstidsmodell, byta pass, schemaönskemål, jourschema, beredskapsschema, arbetsschema, helgpass, helgjobb, jobba helg, schemapussel, bemanningsstöd, bemanna, personalplanering, tider på jobb, arbetstidsplanering, önska pass, delade turer, raster ~ pass, helg, enhetschef
sjukanmälan personal: sjukanmälan personal, friskanmälan, sjukfrånvaro, sjukskrivning, rehabilitering, rehab, rehabärende, läkarintyg, sjukskriven, anmäla sjuk, personal sjukanmäler, frisk igen, sjukdom, rehabsamtal, korttidssjuk, sjuklön, långtidssjuk ~ sjukanmäla, sjukanmälan
5% lön: lön, löneadministration, lönespecifikation, lönebesked, löneavvikelse, lönesystem, löneadministratör, lönelapp, lönekontor, löneunderlag, ob-tillägg, lönefel
tidrapport: tidrapport, tidrapportering, tidredovisning, stämpelklocka, stämpla, flextid, övertid, arbetad tid, timrapport, tidlapp, arbetade timmar, stämpling, arbetstid registrera, tidkort, rapportera tid, lämna in tid, timlista, instämpling, in- och utstämpling, attestera tid, lapp med timmar, timmar till ~ timmar, timanställd, lön, lönesystem
utlägg: utlägg, kvitto, reseräkning, traktamente, milersättning, reseersättning, lägga ut egna, egna pengar, småinköp, få ersättning, ersättning för resa, kvittoredovisning, bilersättning, pengar tillbaka, få tillbaka pengar, tågbiljett, ersättning för resor, lägga ut pengar ~ ersättning, resa
semester: semester, ledighet, ledighetsansökan, semesterplanering, semesteransökan, semesterlista, sommarsemester, semesterdag, vem är ledig, ledighetslista, sommarledighet, semesterperiod
rekrytering: jobbansökan, kandidat, platsannons, anställningsintervju, cv, referenstagning, anställa, jobbannons, ansökningar till jobb, hitta personal, anställningsprocess, annonsera jobb, intervju, jobbsökande, sökande, tjänstetillsättning ~ rekrytering, rekrytera
bakgrundskontroll: registerkontroll, belastningsregister, bakgrundskontroll, registerutdrag, utdrag ur register, brottsregister, kontrollera utdrag, polisens register, visa utdrag
nyanställd: nyanställd, introduktion, onboarding, ny medarbetare, första dag, avslut av anställning, offboarding, nybörjare, inskolning av personal, första veckan, första dagen, nya på jobb, börja jobba, ny på jobb, nya chefer, nya undersköterskor, ny chef, nya vikarier, introduktionspaket, introducera, introduktionsprogram, sluta anställning, introduktionsutbildning, välkomstpaket, mentor, nykomling, ny kollega, nya medarbetare, nya kollegor, beställning av konton, första vecka ~ checklista, ny, konto, första
anställningsbevis: anställningsavtal, anställningsbevis, anställningskontrakt, arbetsgivarintyg, tjänstgöringsintyg, kontrakt för anställda, skriva kontrakt med personal, tjänstgöringsbetyg
medarbetarsamtal: medarbetarsamtal, lönesamtal, utvecklingssamtal medarbetare, medarbetarenkät, löneöversyn, utvärdering av medarbetare, mål för medarbetare, chefssamtal
friskvård: friskvård, friskvårdsbidrag, personalförmån, friskvårdskvitto
4% utbildning personal: e-utbildning, webbutbildning, e-lärande, kompetensutveckling, instruktionsfilm, utbildning av personal, lärplattform för anställda, utbildningsfilm, distanskurs, lära sig system, digital utbildning, utbilda personal, kortfilm, lärande på jobb ~ utbildning, kompetens, kurs
kompetensregister: kompetensregister, certifiering, kursintyg, behörighetsbevis, giltig delegering, utbildningsbevis, hlr, körkort, kompetenskartläggning, legitimation, giltiga intyg, delegerade, utbildad i, kursregister, behörig personal, vem som kan vad, gått utbildning, kompetensinventering, intyg som går ut ~ intyg, kompetens, delegering, giltig, kurs, utbildning, register
arbetsmiljö: arbetsmiljö, skyddsrond, skyddsombud, systematiskt arbetsmiljöarbete, riskbedömning, ergonomi, arbetsmiljörond, skyddskommitté, stress på jobbet, sam
resebokning: tjänsteresa, resebokning, tågresa, samåkning, hotellbokning, boka resa

Ärenden, dokument, ledning
4% arkiv: e-arkiv, slutarkiv, mellanarkiv, arkiv, arkivera, arkivering, bevarande, långtidslagring, långtidsbevarande, gallring, gallra, avställd system, avvecklade system, gamla system, läsa gamla, långtidsarkiv, stänga system, system stängs, avsluta system, avsluta gamla, avslutat system, avveckling av system, gammalt system, gamla journaler, gamla uppgifter, spara handlingar, flytta gammal data, licens för gammalt system, läsbehörighet, historik, arkivlagring, gamla handlingar, gammalt journalsystem, betala för gammalt, nedlagt system, nedlagda systemet, avslutade akter, server med gammalt, gamla akter, socialakter ~ avställd, utlämnande, handling, närarkiv, avveckla, stänga, avsluta, licens, gammal, akt, nedlagd
diarium: diarium, diarieföring, diarieföra, registrator, diarienummer, ärendehantering, ärendehanteringssystem, postöppning, registratur, postlista, inkommande handling, akt, post som kommer in, fördela post, registrera handlingar, dossier, ärendenummer, inkommen post, ärendeflöde, följa ärende ~ registrera, inkommande
3% e-signatur: e-signatur, e-underskrift, underskrift, skriva under, skriva på, skrivs under, namnteckning, e-signering, påskrift, undertecknande, signera digitalt, digital signatur, signera avtal, skriva under digitalt, underskrivet, påskrivet, skriver under, skrivas på, elektronisk signering, bankid-signering ~ signering, signera, bankid, avtal, hyreskontrakt
protokoll: kallelse, nämndhandling, möteshandling, nämndsammanträde, justering, läsplatta för politiker, nämndadministration, föredragningslista, nämndsekreterare, papperslös nämnd, kommunfullmäktige, fullmäktige, papper till politiker, handlingar till nämnd, utskick till nämnd, läsa handlingar, digitala handlingar, trycka handlingar, sammanträdeshandling, utskott, ledamöter, digitala nämndmöten, papper till nämnd, förtroendevald, politiska möten, kommunstyrelse, votering, närvaro i nämnd ~ nämnd, politiker, ledamot, surfplatta, utdelning, protokoll, sammanträde
arvode: arvode, förlorad arbetsinkomst, arvodesblankett, sammanträdesarvode
beslutsuppföljning: beslutsuppföljning, politiskt uppdrag, uppdragsbevakning, verkställa beslut
delegation: delegationsbeslut, delegationsordning
4% skanning: skanna, skanning, scanna, inskanning, digitalisera pärm, digitalisera ritning, pappersarkiv, arkivrum, pappersritning, inscannad, gamla ritningar, ritningar på papper, husritning, ritningsarkiv, gamla pärmar, papper i arkiv, ladda ner ritning, ritningar digitalt, arkiv tar slut, plats i arkiv, hyllmeter, lagra papper, tillgängliggöra ritningar, digital ritning, digitaliserade ritningar, bygglovsarkiv, pappersakt, aktskåp ~ pärm, mikrofilm, bläddra, ritning, papper, ladda ner, arkiv, husägare
5% verksamhetsplan: verksamhetsplan, målstyrning, internkontroll, kvalitetsledningssystem, årshjul, verksamhetsuppföljning, handlingsplan, ledningssystem
5% kalender: kalender, årskalender, almanacka, aktivitetskalender, årsplanering
12% rutin: rutin, rutindokument, instruktion, handbok, manual, lathund, riktlinje, styrdokument
projektportfölj: projektportfölj, projektöversikt, projektverktyg, projektuppföljning
lagefterlevnad: personuppgift, registerförteckning, personuppgiftsbehandling, gdpr, dataskydd, personuppgiftsincident, personuppgiftsbiträde
begäran om handling: utlämnande av allmän handling, begäran om handling, begära ut, maskera, maskning, sekretessprövning, lämna ut handling, allmän handling, journalist, media begär, offentlighetsprincipen, stryka över, avidentifiera
visselblåsning: visselblåsning, visselblåsare
informationssäkerhet: informationssäkerhet, informationsklassning, riskanalys, klassa information, phishing, nätfiske
valadministration: röstmottagare, vallokal, förtidsröstning, valdag, valförrättare
krisberedskap: krisberedskap, krisledning, krisplan, trygghetspunkt, civilt försvar, krisinformation, höjd beredskap, strömavbrott, stabsarbete, reservkraft, lägesbild, krigsplacering, kris, evakuering, extraordinär, krislarm, beredskapslager, samhällsstörning
8% granskning: granskning, granska, rimlighetskontroll, stickprov, granskningsstöd

Ekonomi och inköp
4% faktura: faktura, fakturering, fakturera, e-faktura, leverantörsfaktura, fakturahantering, kontering, kontera, attest, attestera, inkasso, betalningspåminnelse, fakturaflöde, fakturatolkning, räkning, fakturagranskning, fakturamottagning, leverantörsreskontra ~ knappa in, leverantör, ekonom
kundfaktura: kundfaktura, faktureringsunderlag, debitering, debitera, fakturaunderlag
4% avgift: omsorgsavgift, barnomsorgsavgift, avgiftsberäkning, inkomstuppgift, maxtaxa, inkomstanmälan, avgiftshandläggare ~ avgift, taxa
4% betalning: betalning, betala, swish, kortbetalning, betallösning, kontantfri, kontanter, kassa, kassasystem, ta betalt, kortterminal, presentkort, växelpengar
4% inköp: e-handel, inköpssystem, avrop, rekvisition, varukorg, inköpskort, beställa varor, leverantörskatalog, köpa in, beställa material, beställningar, webbutik, ramavtal, avtalsbutik ~ beställa, leverantör, inköp
upphandling: upphandling, upphandla, direktupphandling, anbud, förfrågningsunderlag, anbudsutvärdering, upphandlingssystem, konkurrensutsätta, upphandlingsunderlag, kravspecifikation
avtal: avtalsdatabas, avtalsuppföljning, avtalsregister, avtalstrohet, avtalsbevakning, uppsägningstid, avtalstid, avtalslista, avtalsarkiv, bevaka när avtal, avtal går ut, avtal förlängs, avtalens slut, slutdatum, förlängs automatiskt, överblick över kontrakt, kontraktsregister, kontraktsuppföljning ~ avtal, kontrakt, förlängas, förlänga
budget: budget, prognos, bokslut, budgetuppföljning, ekonomiuppföljning, månadsuppföljning, ekonomirapport, budgetarbete, årsbokslut, helårsprognos, ekonomisk uppföljning, månadsrapport ekonomi, prognosarbete, ekonomiska rapporter
leverantörskontroll: leverantörskontroll, oseriös leverantör, välfärdsbrott, felaktig utbetalning
5% beslutsstöd: beslutsstöd, dashboard, nyckeltal, power bi, instrumentpanel, kvalitetsdata, datalager, statistikuttag, diagram, visualisera, visualisering, siffror, rapportverktyg, mätetal, lägesrapport, analys av data, datadriven, rapport till ledning ~ statistik
inventarie: inventarie, streckkod, rfid, spåra utrustning, stöldmärkning, utrustningsregister, qr-kod, märka upp, leta efter utrustning, utlånad utrustning, utlånade saker, spåra saker, var sakerna är, utlåningsregister, märka saker, utlåning av utrustning, vem har lånat ~ utrustning, märka, spåra, hitta, utlånad, inventering, inventera, märkning, verktyg
förråd: förråd, lager, lagersaldo, beställningspunkt, förrådshantering, förbrukningsmaterial, ta slut, skyddsmaterial, lagerhållning, påfyllning, hyllor
återbruk: återbruk, begagnad, möbelförråd, möbellager, möbel

Samhällsbyggnad
4% bygglov: bygglov, bygglovsansökan, lovplikt, startbesked, attefallshus, bygganmälan, bygglovshandläggare, lovpliktig, slutbesked, byggherre, bygga hus, bygga altan, tillbyggnad, byggärende, bygglovsärende, husägare, fastighetsägare ansöker, byggsökande, byggnadsnämnd, ansökan om lov ~ ritning, bygga
komplettering: komplettering, komplettera, ofullständig, saknar handling, saknas uppgifter, kompletteringsbrev, inte komplett, begära in, kompletteringsbegäran, saknas handlingar, saknade handlingar, skicka in mer, saknad ritning
detaljplan: detaljplan, planbesked, samråd, översiktsplan, planprocess, detaljplanekarta, planhandling, planarkitekt, granskningsyttrande, planområde, planbestämmelse, planfråga, planhandläggare, planavdelning
15% karta: karta, gis, kartunderlag, kartportal, geodata, kartering, kartvisning, kartapp, karttjänst, kartlager, koordinat
3d-modell: 3d-modell, digital tvilling, stadsmodell, nybyggnadskarta, inmätning, 3d
drönare: drönare, flygfoto, flygbild, från luften, drönarfoto, flyga över, drönarbild, takbesiktning, besiktning av tak, yttertak, inspektera tak ~ tak
vinterväghållning: vinterväghållning, snöröjning, snöröjd, halka, halkbekämpning, halksensor, sandning, sanda, salta, saltning, plogning, ploga, plogbil, snö, väglag, isig, snövall, snöplog, halt, isgata, hal väg, snöoväder, sandningsbil, snöfall, skotta, saltbil, is på gata, hala cykelvägar, halkvarning ~ gång- och cykelväg, utryckning, jour, följa plog, gata, vinter, beredskap
3% belysning: belysning, gatubelysning, gatlykta, armatur, lyktstolpe, lampa, ljus, belysningsstolpe, tänd, mörkt, släckt, belysningspunkt, lampbyte, gatljus, belyst gångväg
gata: gatuunderhåll, asfalt, beläggningsskada, vägskada, sprickor i väg, gatuinventering, enskild väg, vägbidrag, asfaltera, gropar, hål i gata, beläggning på väg, trasig gata, gatans skick, vägytan ~ hål
trafikmätning: trafikmätning, trafikräkning, hastighetsmätning, cykelräknare, trafikflöde, trafikanalys, cykelbarometer, räkna cyklar, räkna bilar, hastighet, hastighetsskylt, trafikmängd, för fort, antal cyklister, antal bilar, bilar passerar
parkering: parkeringstillstånd, p-tillstånd, boendeparkering, p-automat, parkeringsplats, felparkerad, parkeringsvakt, p-plats, parkeringshus, p-hus, p-bot, pendlarparkering, parkeringsapp, parkeringsövervakning ~ parkering, parkera
rörelsehindrad: rörelsehindrad, handikapp, handikapparkering, funktionshindrad
markupplåtelse: markupplåtelse, torgplats, torghandel, grävtillstånd, schakttillstånd, trafikanordningsplan, ta-plan, upplåta mark, upplåtelse av mark, uteservering, gräva, schakt, hyra mark, torget, torghandlare, uteplats för restaurang, grävning, foodtruck, loppis, allmän plats, använda allmän plats, offentlig plats, marknadsplats, torgstånd
8% park: park, träd, trädinventering, trädvård, rabatt, grönyta, plantering, trädfällning, bevattning, ogräs, invasiv växt, plantera, parkarbetare, blommor, beskära, parkskötsel
gräsklippning: gräsklippning, gräsklippare, robotgräsklippare, åkgräsklippare, gräs, gräsyta, klippning, klippa fotbollsplan, gräsplan
lekplats: lekplats, lekplatsbesiktning, gunga, lekutrustning
avfall: avfall, sop, sopkärl, soptunna, papperskorg, återvinning, återvinningscentral, sophämtning, renhållning, källsortering, sopbil, skräpkorg, fyllnadsgrad, återvinningsstation, matavfall, överfull, fulla kärl, tömmer, tömning, sopkorg, nivågivare, soprunda, avfallskärl, matavfallspåse, grovavfall, tömningsrutt, svämma över, container, töma ~ full, runda, badplats
3% vatten: vattenmätare, vattenläcka, avlopp, dricksvatten, vattenförbrukning, mätaravläsning, vattenverk, va, läcka, vattenledning, vattenkund, ledningsnät, mätare hos kund, vattennät, vattenräkning, rörbrott, mäta vatten, vattenmätning, mätarbyte, avlästa mätare, ledningsläcka, mätare med sändare, avläsning av vatten, läsa av vatten, läsa av mätare, vattenavläsning ~ läckage, vatten, avläsning, mätare, ledning
slam: slamtömning, enskilt avlopp, brunn, avloppsinventering, dagvatten, dagvattenbrunn
vattenprov: badvatten, vattenprov, provtagning, badvattenprov, vattenkvalitet
miljötillsyn: livsmedelskontroll, livsmedelstillsyn, miljötillsyn, livsmedelsinspektör, miljöinspektör, inspektion, inspektera, inspektör, hälsoskydd, restaurangkontroll, tillsynsbesök, inspektionsrapport, tillsynsobjekt, kontrollrapport, inspektionsprotokoll, kontroll av restaurang, livsmedelsföretag, tillsynsprotokoll, kontrollbesök, skriva rapport på plats, miljökontor, kontrollera restauranger, livsmedelsinspektion, livsmedel, tillsyn ute, mobilt stöd för tillsyn, tillsynsärende, inspektionsblock, tillsyn hos verksamhet ~ restaurang, kontroll, fält, protokoll, tillsyn
miljömätning: luftkvalitet, buller, bullermätning, översvämning, vattennivå, skyfall, luftmätning, partikelhalt, mäta luft, koldioxid, vattenstånd, övervaka nivå, bullermätare
15% sensor: sensor, iot, uppkopplad, givare, mätstation, lorawan, mätdata, fjärravläsning, fjärravläst, mätare, nivågivare, detektor ~ mätning, mäta, automatiskt larm, mätvärde
6% bil: bil, fordon, fordonspark, leasingbil, servicebil
bilpool: poolbil, bilpool, tjänstebil, bilbokning, boka bil, låna bil, bilnyckel, vem som har bil, dela bil, bilar delas, delad bil, delar på bil, bilar står still, bilar aldrig där, reservera bil, ledig bil, var bilen är ~ reservera
körjournal: körjournal, skriva mil, antal mil, körda mil, milräkning, kilometer, privatkörning, resor i tjänst, registrera resa, registrera resor, mätarställning, körda sträckor, privat körning ~ bil, mil
elbil: elbil, laddstolpe, laddning, laddinfrastruktur, ladda bil, laddbox, elfordon, laddpunkt, laddstation, elcykel, laddplats
trafiksäkerhet: trafiksäkerhet, trafiksignal, övergångsställe, fartkamera, farthinder
8% näringsliv: näringsliv, företag, företagslots, nyföretagare, etablering
mark och exploatering: markanvisning, exploatering, arrende, tomträtt, fastighetsköp

Kultur och fritid
8% bibliotek: bibliotek, boklån, bibliotekarie, låntagare, lånekort, låna böcker, bibliotekskort, biblioteksbesökare, bibliotekssystem, filial
meröppet: meröppet, obemannad, utan personal, öppet på kväll, öppet kvällar, längre öppettid, självbetjäning, utanför öppettid, öppna utan personal, generösa öppettider, öppna på kväll, kvällsöppet, längre öppet, komma in själv
boklån: utlåning av böcker, låna bok, återlämning, bokautomat, utlåningsautomat, lånedisk
8% bad: badhus, simhall, badvakt, utebad, bassäng, årskort, simbassäng, badanläggning, simning, badmästare, gym
simskola: simskola, simkurs, simundervisning, simlektion, simlärare, lära sig simma, simgrupp, anmälan till simning, simskoleplats
fritidsgård: fritidsgård, ungdomsgård, fritidsledare, fritidsbank, ungdomsverksamhet, lovaktivitet, kolloplats, sommarkollo, fritidsklubb, ungdomshus, fältare, fältassistent, sommarlovsaktivitet
kulturarv: museum, museiföremål, konstsamling, kulturarv, offentlig konst, fornlämning
hund: hund, rastgård, djur

It och data
robot: rpa, programvarurobot, mjukvarurobot, programrobot, robotstöd, automatiserad handläggning, automatisk inmatning, kopiera uppgifter, skriva in samma uppgift, robotprocess, manuell inmatning, klippa och klistra, digital medarbetare, datarobot, automatisk registrering, flytta uppgifter mellan system, föra in uppgifter, läsa in ansökan, läser in, manuellt in, automatisera handläggning, mata in uppgifter, kopiera mellan system, repetitiv, rutinmässig, robot som läser, knappas in ~ robot, automatisera, automatisering, knappa in, mata in, skriva in, handläggning
5% dubbelarbete: dubbelarbete, dubbelregistrering, dubbelregistrera, dubbeldokumentation, dubbelt, två gånger, tre system, två system, flera system, samma uppgift, för över uppgift, samma sak flera gånger, flera ställen, skriva samma, på flera ställen, om och om igen
5% integration: integration, integrera, koppla ihop system, api, systemen pratar inte, filöverföring, datautbyte
3% inloggning: inloggning, logga in, lösenord, single sign-on, konto, behörighet, lösenordsbyte, siths, e-legitimation, engångskod, inloggningsuppgift, låst ute, logga på, inloggningsproblem, tvåfaktor, spärras ~ helpdesk, it stängt, användarkonto
4% it-support: helpdesk, servicedesk, it-ärende, supportärende, it-hjälp, datorproblem, dator fungerar inte, ringa it, it stängt, hjälp med dator, support, it-avdelning, it-fel
nätverk: wifi, nätverk, bredband, uppkoppling, täckning, internetuppkoppling
utskrift: utskrift, skrivarkö, skriva ut, print, kopiator, kopieringsmaskin, skriver ut, trycka upp
4% utrustning: ny dator, ny mobil, ny telefon, laddar ur, datorbyte, mobiltelefoner till
15% e-tjänst: e-tjänst, blankett, formulär, webbformulär, digital ansökan, digital anmälan, självservice, mina sidor, ansöka på nätet, söka på nätet, webbansökan, anmälan på webb, ansökan på webb, söka digitalt, anmälningsformulär, fylla i på nätet ~ ansökan, ansöka, anmälan
öppna data: öppna data, datadelning, dataplattform, datahub
välja ai: bildanalys, bildigenkänning, maskininlärning, prediktion, förutsäga, hitta mönster

Vad som krånglar
6% borttappad: borttappad, tappa bort, försvinna, komma bort, förväxla, slarva bort, förlora, hittar inte, bortslarvad, tappas bort, ingen vet var, står inte där, hittas inte, koll på var ~ leta
8% väntan: vänta, väntetid, kö, dröja, försenad, försening, fördröjning, långsam, handläggningstid, tar veckor, tar månader, seg
10% papper: papper, pappersblankett, pärm, lapp, handskriven, pappersform, post-it, papperslista, papperslapp, pappersakt ~ utskriven
12% manuell: manuell, för hand, handpåläggning
10% mobil: mobil, app, mobilapp, smartphone, mobiltelefon, telefonapp
`;
