/**
 * How common words are in proposals: the share of all proposals, in per cent, that hold them in some form. It lets
 * a portfolio of a dozen cases weigh words as well as one of thousands. Words at 100 % are never compared. Words
 * that are not here are taken to be rare; what the portfolio itself holds is weighed in as it grows.
 */
export const COMMON_WORDS_SV = `
100%: och att det som en ett i på är av för med till den de har inte om men så här var från eller när man vi
  jag ni du han hon dem dess denna detta dessa där då nu bara mycket kan ska skulle vill måste bör får få
  fick blir bli blev vara varit hade ha göra gör gjort också redan alla allt någon något några ingen inget
  inga vid under över efter innan mellan genom utan upp ut in ner hos än ännu samt både annan andra annat
  samma varje vilken vilket vilka vad hur varför vem sedan sen istället stället enligt per bland mot idag
  dag behöva behov sig sin sitt sina vår vårt våra deras min mitt mina er ert era oss mig dig sådan sådant
  sådana själv själva kunna låta låter även t ex dvs osv mm bl a ju väl nog helt hela sådär ungefär cirka ca
  dit hit hem fram bort kring tillbaka ihop isär först sist ena vore går gå ge ger ta tar tas tog kommer
  komma kom se ser sätt ja nej
50%: digital digitalt digitalisera digitalisering system lösning ny gammal personal arbete arbeta tid år bra
  bättre enkel enkelt svår stor liten lång kort hjälp hjälpa problem många mer mest mindre ofta ibland
  alltid aldrig gång del sak saknas sakna finnas fungera funka använda användning användare kommun
  verksamhet medarbetare minska öka slippa spara veta lägga hålla koll olika möjlig möjlighet snabb snabbt
  hög låg rätt fel samtidigt två tre fyra fem sex sju åtta nio tio elva tolv tjugo femtio hundra tusen halv
  hel dubbel enskild båda
25%: app appar mobil information informera handläggare handläggning ärende uppgift lista excel dokument chef
  invånare medborgare enhet avdelning process rutin hantering hantera stöd stödja service tjänst uppföljning
  följa rapport rapportera register registrera plan planera planering besök besöka data webb nät internet
  mejl mail möte minut timme vecka månad morgon kväll kontor skriva läsa skicka lämna hämta visa hitta söka
  fylla stå bygga starta gälla hända bero tycka känna tro säga berätta anmäla ansöka ansökan anmälan beslut
  besluta kostnad kosta pengar krona krav kvalitet säker säkerhet effektiv automatisk automatiskt
  automatisera manuell hand direkt digitala online elektronisk elektroniskt smart modern verktyg teknik
  teknisk it it-system program plattform portal antal procent person folk mänska människa grupp plats dålig
  onödig stressig jobb jobba kund dyr dyrt billig klar svar fråga samordna samla gemensam central lokalt
  överblick översikt status sammanställa kontroll kontrollera
12%: brukare äldre elev skola barn omsorg vård boende boendet hemtjänst förskola förälder vårdnadshavare
  lärare rektor undersköterska sjuksköterska handledare förvaltning nämnd åka köra resa bil hus rum väg gata
  telefon ringa papper blankett formulär e-tjänst ai robot sensor skärm kamera platta surfplatta video bild
  film karta bok öppna stänga börja sluta kvar sitta vänta försenad dröja missa glömma försvinna leta byta
  köpa sälja betala beställa boka utbildning utbilda lära kunskap behandla bedöma bedömning förslag
  förslaget avvikelse risk skydd skydda fysisk ekonomi ekonomisk verksamhetssystem journal dokumentation
  dokumentera uppdatera uppdatering natt utskrift brev post sms signera meddelande kalender schema pass
  personalen mätning mäta räkna anteckning anteckna kontakt kontakta ansvarig ansvar leverantör avtal fast
  stopp driva drift larma larm klocka nummer namn sommar vinter måndag höst helg timanställd extern intern
  anlita dela utlämna åker enbart biståndshandläggare administratör ekonom tekniker samordnare kollega
  kommuninvånare granne familj klient kommunal stad centrum område yta rapportering registrering
  kartläggning utlåning redovisning redovisa samverkan samverka kommunikation leverans beräkning beräkna
  insats åtgärd genomföra genomförande förbättra förbättring förändra förändring undvika orsaka leda bevaka
  bevakning mottagare mottagning verksamhetschef enhetschef avdelningschef sent tidig tidigt söndag
6%: kontrakt avgift taxa bidrag protokoll sammanträde inventera inventering märkning rekrytera rekrytering
  kurs statistik inköp inköpa parkera parkering signering undersökning tillstånd intyg granska föremål
  utredning utreda utrustning material maskin dator skada trasig byggnad fastighet resultat effekt mål möbel
  kläder vatten djur natur mark cykel buss tåg park sommarlov lov helgdag lag idrott kultur musik spel
`;
