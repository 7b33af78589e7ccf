"""The findings in Swedish."""

from __future__ import annotations

from normalize.finding_wording import FindingWords as W

SV: dict[str, W] = {
    # The address
    "address_missing": W(
        "Adressen saknas.",
        "Utan adress hittar vi inte kalendern.",
        "Kopiera kalenderns adress och klistra in den här. Den börjar oftast med https:// eller webcal://.",
    ),
    "address_not_one": W(
        "Det här är ingen webbadress.",
        "Vi hämtar evenemangen från en webbadress och hittar dem inte i annan text.",
        "Kopiera hela adressen. Den börjar med https:// eller webcal://.",
    ),
    "address_mail": W(
        "Det här är en e-postadress, inte kalenderns adress.",
        "Från en e-postadress kan vi inte läsa evenemang.",
        "Öppna ditt kalenderprogram, publicera kalendern och kopiera adressen. Den börjar med https:// eller webcal://.",
    ),
    "address_file": W(
        "Det här är en fil på din egen enhet ({name}), inte en webbadress.",
        "Vi kommer inte åt din enhet. En fil blir dessutom gammal: när du ändrar i kalendern ändras inte filen.",
        "Publicera kalendern i ditt program och ge oss webbadressen. Vill du bara pröva filen, be driften läsa den.",
    ),
    "address_facebook": W(
        "Från Facebook och Instagram kan vi inte hämta evenemang.",
        "Tjänsten ger dem inte till andra program, och alla invånare använder den inte.",
        "Ha evenemangen i en kalender som kan publiceras, till exempel Google Kalender, och ge oss dess adress.",
    ),
    "address_local": W(
        "Adressen finns inte på det öppna internet.",
        "Den nås bara från ditt eget nät, så vi kan inte hämta evenemangen.",
        "Ge en adress som öppnas även på telefonen hemma.",
    ),
    "address_own": W(
        "Det här är din egen kalendervy. Bara du ser den när du är inloggad.",
        "Andra får bara en inloggningssida.",
        "Publicera kalendern i ditt program och ge oss den publicerade kalenderns adress.",
    ),
    "address_shared_file": W(
        "Det här är en länk till en delad fil eller mapp.",
        "Länken öppnar en visningssida som vi inte kan läsa evenemang från.",
        "Ge kalenderns egen adress. Finns evenemangen i ett kalkylark, publicera det på webben som CSV och ge den adressen.",
    ),
    "address_other": W(
        "Du gav adressen till en sida där kalendern visas eller delas.",
        "Sidan är gjord för människor. Program läser evenemangen från en annan adress.",
        "Använd den här adressen: {url}",
    ),
    "address_sheet": W(
        "Du gav adressen till sidan där kalkylarket redigeras.",
        "Sidan är gjord för människor. Program läser kalkylarket från en annan adress.",
        "Använd den här adressen: {url} Kalkylarket måste vara delat så att alla som har länken kan se det.",
    ),
    "address_sharing": W(
        "Du gav adressen till en sida där filen delas.",
        "Från den sidan kan vi inte läsa evenemang, men från själva filen går det.",
        "Använd den här adressen: {url} Kom ihåg att filen ändras bara när du lägger dit en ny. En publicerad kalender håller sig själv "
        "aktuell.",
    ),
    "address_webcal": W("Adressen börjar med webcal:. Vi läste den som https:.", "", "Du behöver inte göra något."),
    "address_no_scheme": W("Adressen saknade https:// i början. Vi lade till det.", "", "Kontrollera att det här är rätt adress: {url}"),
    "address_secret": W(
        "Adressen innehåller en hemlig nyckel. Vi visar den inte för någon.",
        "Den som har nyckeln ser allt i kalendern, även det som inte är för allmänheten.",
        "Finns det annat än öppna evenemang i kalendern, gör en egen kalender för de öppna och ge oss dess offentliga adress.",
    ),
    "address_secret_public": W(
        "Adressen innehåller en hemlig nyckel. Vi visar den inte för någon.",
        "Den som har nyckeln ser allt i kalendern, även det som inte är för allmänheten.",
        "Gör kalendern offentlig och ge oss dess offentliga adress: {public}",
    ),
    "several_calendars": W(
        "I texten du gav finns {number} kalendrar. Vi undersökte den första.",
        "De andra kalendrarnas evenemang saknas.",
        "Anmäl de andra var för sig:\n{urls}",
    ),
    "page_with_feed": W(
        "Du gav adressen till en webbsida. Vi hittade en kalender på sidan och undersökte den.",
        "Sidans utseende kan ändras, och då försvinner evenemangen. Kalenderns egen adress består.",
        "Använd den här adressen: {url}",
    ),
    "guessed_columns": W(
        "Vi läste kalkylarket efter kolumnernas namn: {columns}.",
        "Är en kolumn missförstådd visas uppgiften på fel ställe.",
        "Se efter om evenemangen ovan ser rätt ut. Driften kan beskriva kolumnerna noggrannare. Ändra inte kolumnernas namn senare.",
    ),
    # What answered instead of a calendar
    "file_kind": W(
        "På adressen finns en fil som vi inte kan läsa evenemang från ({kind}).",
        "I en broschyr, en bild eller ett dokument vet programmet inte vad som är namn, dag eller plats.",
        "Lägg evenemangen i en kalender som kan publiceras eller i ett kalkylark och ge oss dess adress.",
    ),
    "page_without_feed": W(
        "På adressen finns en vanlig webbsida, och vi hittade ingen kalender på den.",
        "Vi vet inte vilka texter på sidan som är evenemang.",
        "Ge kalenderns egen adress. Leta efter en länk ”Prenumerera” eller ”iCal”, eller fråga den som gör sidorna. Finns ingen "
        "kalender kan driften beskriva sidan för oss för hand.",
    ),
    "needs_description": W(
        "Vi kände igen formatet: {format}. Driften måste beskriva det i sina inställningar innan evenemangen kan läsas.",
        "Evenemangen syns inte förrän dess.",
        "Be driften lägga till källan (kooste new).",
    ),
    "not_calendar": W(
        "Adressen gav ingen kalender.",
        "Evenemangen kan inte visas eftersom vi inte hittade några.",
        "Öppna adressen i webbläsaren. Ser du en vanlig sida är adressen fel. En kalenders adress laddar ner en fil eller visar text "
        "som börjar med BEGIN:VCALENDAR.",
    ),
    "needs_password": W(
        "Adressen kräver inloggning eller lösenord.",
        "Vi kommer inte in, och inte invånarna heller.",
        "Publicera kalendern utan lösenord och ge oss den offentliga adressen.",
    ),
    "not_found": W(
        "Det finns ingenting på adressen.",
        "Evenemangen kan inte visas.",
        "Kontrollera att du kopierade hela adressen. Har kalendern flyttats eller slutat publiceras, publicera den på nytt.",
    ),
    "forbidden": W(
        "Servern släpper inte in oss.",
        "Evenemangen kan inte visas. Vi går inte runt spärren.",
        "Be den som sköter sidorna tillåta kalenderns adress för vårt program.",
    ),
    "server_words": W(
        "Servern svarade med ett felmeddelande i stället för en kalender.",
        "Evenemangen kan inte visas.",
        "Öppna adressen i webbläsaren. Ser du samma fel, berätta det för kalenderprogrammets support.",
    ),
    "empty_answer": W(
        "Servern svarade men skickade en tom fil.",
        "Evenemangen kan inte visas.",
        "Publicera kalendern på nytt och kopiera den nya adressen.",
    ),
    "not_reachable": W(
        "Vi fick inget svar från adressen. {reason_words}",
        "Evenemangen kan inte visas.",
        "Öppna adressen i webbläsaren. Öppnas den inte för dig heller, kontrollera den eller fråga den som sköter sidorna.",
    ),
    "robots": W(
        "Webbplatsen förbjuder program att hämta den här adressen.",
        "Vi följer förbudet, så evenemangen kan inte visas.",
        "Be den som sköter sidorna tillåta kalenderns adress (filen robots.txt), eller ge en annan adress.",
    ),
    "truncated": W(
        "Kalendern tog slut mitt i, så inget av den användes.",
        "Om vi använde en halv kalender skulle resten av evenemangen försvinna.",
        "Försök igen om en stund. Händer det igen, berätta det för kalenderprogrammets support.",
    ),
    "too_large": W(
        "Kalendern är för stor. {reason_words}",
        "Evenemangen kan inte visas.",
        "Gör en egen kalender för öppna evenemang, utan gamla evenemang och bilagor.",
    ),
    "broken_file": W(
        "Kalenderfilen är trasig. {reason_words}",
        "Evenemangen kan inte visas.",
        "Publicera kalendern på nytt. Händer det igen, berätta det för kalenderprogrammets support.",
    ),
    "own_feed": W(
        "Adressen ger tillbaka vår egen kalenders evenemang.",
        "Samma evenemang skulle synas två gånger.",
        "Ge adressen till den ursprungliga kalendern.",
    ),
    "failure": W("{reason_words}", "Evenemangen kan inte visas just nu.", "Händer det igen, berätta det för driften."),
    # The calendar as a whole
    "empty": W(
        "Kalendern är i ordning, men det finns inte ett enda evenemang i den.",
        "Besökaren ser ingenting.",
        "Lägg till evenemang. Finns det redan några, kan fel kalender vara publicerad.",
    ),
    "only_past": W(
        "Alla kalenderns evenemang ({n}) är redan förbi.",
        "Besökaren ser ingenting.",
        "Lägg till kommande evenemang. Har du numera en annan kalender, ge oss dess adress.",
    ),
    "only_far": W(
        "Kalendern har inga evenemang för det närmaste året. Andra finns: {n}.",
        "Besökaren ser ingenting.",
        "Kontrollera evenemangens årtal. De som ligger långt fram visas när det är ungefär ett år kvar.",
    ),
    "nothing_public": W(
        "Alla kalenderns evenemang ({n}) är märkta som privata.",
        "Vi visar inga privata evenemang, så besökaren ser ingenting.",
        "Ändra de öppna evenemangens synlighet till ”Offentlig”.",
    ),
    "old_events": W(
        "Kalendern innehåller {n} gamla evenemang.",
        "Besökaren ser dem inte, men hämtningen blir långsammare.",
        "Om ditt program låter dig välja, publicera bara kommande evenemang. Du måste inte göra något.",
    ),
    "too_many_events": W(
        "Kalendern innehåller väldigt många kommande evenemang ({n}).",
        "Andra arrangörers evenemang drunknar. Så många är ofta ett misstag, till exempel öppettider införda som evenemang.",
        "Ta bort öppettider och lokalbokningar. Gör verksamhet som upprepas varje vecka till ett enda återkommande evenemang.",
    ),
    "broken_letters": W(
        "Å, ä eller ö är trasigt i {n} evenemang (till exempel ”Ã¤”).",
        "Namnet ser fel ut och hittas inte i sökningen.",
        "Skriv namnet på nytt. Är alla sådana bokstäver trasiga, be programmets support publicera kalendern med teckenkodningen UTF-8.",
    ),
    "one_title": W(
        "Många evenemang har samma namn: ”{title}” ({n}).",
        "Besökaren kan inte skilja dem åt.",
        "Berätta i namnet vad som händer: till exempel ”Klubb” → ”Handarbetsklubb: tovning”.",
    ),
    "no_description": W(
        "Beskrivning saknas i {n} evenemang.",
        "Besökaren får inte veta vad som händer, för vem, vad det kostar och om man måste anmäla sig.",
        "Skriv ett par meningar: vad, för vem, pris, anmälan.",
    ),
    "uid_changes": W(
        "Kalendern ger samma evenemang en ny identifierare varje gång ({n}).",
        "Evenemangets egen sida och påminnelser kan brytas när namnet eller tiden ändras.",
        "Det kan du inte rätta själv. Berätta för programmets support: ett evenemangs UID får inte bytas.",
    ),
    "private": W(
        "Evenemang märkta som privata: {n}. Vi lämnade bort dem.",
        "Besökaren ser dem inte. Vi sparar inget av dem.",
        "Är något av dem avsett för alla, ändra dess synlighet till ”Offentlig”.",
    ),
    "first_page_only": W(
        "Vi undersökte bara listans första sida.",
        "Den egentliga hämtningen läser alla sidor, så det kan finnas fler evenemang.",
        "Du behöver inte göra något.",
    ),
    # Single events
    "no_title": W(
        "Namn saknas i {n} evenemang. Utan namn kan ett evenemang inte visas.",
        "Besökaren ser inte evenemanget alls.",
        "Ge evenemanget ett namn.",
    ),
    "no_start": W(
        "Starttid saknas i {n} evenemang. Utan tid kan ett evenemang inte visas.",
        "Besökaren ser inte evenemanget alls.",
        "Lägg till dag och klockslag.",
    ),
    "date_in_text": W(
        "Evenemangets tid står bara i texten, inte i ett eget fält ({n}).",
        "Programmet vet inte när evenemanget är, så det kan inte visas.",
        "Skriv dag och klockslag i evenemangets egna fält.",
    ),
    "time_from_text": W(
        "Vi läste tiden ur texten i {n} evenemang, och något måste antas.",
        "Är antagandet fel kommer besökaren vid fel tid.",
        "Skriv ut hela tiden: dag, månad, år och klockslag.",
    ),
    "windows_1252": W(
        "Kalenderns bokstäver är sparade på ett gammalt sätt (i {n} evenemang). Vi tolkade dem så gott vi kunde.",
        "Å, ä, ö och specialtecken kan visas fel.",
        "Spara eller publicera kalendern med teckenkodningen UTF-8. Finns ingen sådan inställning, berätta det för programmets support.",
    ),
    "floating_time": W(
        "Tidszon saknas i {n} evenemang. Vi läste tiderna som lokal tid.",
        "Utomlands eller i ett annat program kan evenemanget visas på fel tid.",
        "Välj Helsingfors (Europe/Helsinki) som kalenderns tidszon.",
    ),
    "zone_unknown": W(
        "Tidszonens namn är okänt (i {n} evenemang).",
        "Vi vet inte rätt klockslag och gissar inte.",
        "Välj Helsingfors (Europe/Helsinki) som kalenderns tidszon.",
    ),
    "time_missing": W(
        "{n} evenemang börjar vid ett klockslag som inte finns, eftersom klockan ställs om till sommartid.",
        "Evenemanget visas en timme senare.",
        "Kontrollera starttiden.",
    ),
    "no_end": W(
        "Sluttid saknas i {n} evenemang.",
        "Besökaren vet inte om hen hinner till bussen eller att hämta barnet. Krockar märks inte heller.",
        "Lägg till en sluttid.",
    ),
    "wrong_end": W(
        "Sluttiden är fel i {n} evenemang: den är före starten eller flera år bort.",
        "Vi visar ingen felaktig tid, så besökaren vet inte när evenemanget slutar.",
        "Kontrollera start och slut. Ett återkommande evenemang får en gångs längd, och upprepningen för sig.",
    ),
    "uid": W(
        "Evenemangens identifierare saknas eller är samma för flera ({n}).",
        "Ändras namnet eller tiden kan samma evenemang se ut som ett nytt.",
        "Det kan du oftast inte rätta själv. Berätta för programmets support: varje evenemang ska ha ett eget bestående UID.",
    ),
    "repeated": W(
        "Samma evenemang finns flera gånger i kalendern.",
        "Vi visar det bara en gång.",
        "Ta bort de extra. Du måste inte göra något.",
    ),
    "rule_unreadable": W(
        "Upprepningen kan inte läsas i {n} evenemang, så ingen av gångerna visas.",
        "Besökaren ser inte evenemanget alls.",
        "Öppna evenemanget, välj upprepningen på nytt (till exempel varje tisdag) och spara.",
    ),
    "rule_odd": W(
        "Det är något konstigt med upprepningen i {n} evenemang.",
        "Någon gång kan visas på fel dag.",
        "Kontrollera första och sista gången. Välj upprepningen på nytt och spara.",
    ),
    "unknown_place": W(
        "Vi känner inte till platsen i {n} evenemang. Vi visar den som den är skriven.",
        "Evenemanget hittas inte efter plats eller område, och besökaren ser inte tillgänglighet eller busshållplats.",
        "Om vårt förslag är rätt, skriv platsens namn så. Är platsen ny, berätta det för driften.",
    ),
    "personal_data": W(
        "Vi hittade en persons telefonnummer eller e-postadress i {n} evenemang. Vi tar bort den.",
        "Privatpersoners kontaktuppgifter publiceras inte.",
        "Skriv föreningens gemensamma adress eller nummer i stället, till exempel kansli@… Då kan besökaren ta kontakt.",
    ),
    "text_cut": W(
        "Namnet eller beskrivningen är så lång att vi kortade den ({n}).",
        "Besökaren ser inte slutet.",
        "Korta texten, eller lägg resten på en egen sida och länka dit.",
    ),
    "password_in_link": W(
        "Evenemangets länk innehåller användarnamn eller lösenord ({n}). Vi tog bort dem.",
        "Lösenordet har kunnat ses av alla.",
        "Byt lösenordet och ta bort det ur länken.",
    ),
    "unreadable_event": W(
        "Vi kan inte läsa {n} evenemang.",
        "Besökaren ser inte evenemanget alls.",
        "Öppna evenemanget och spara det på nytt. Hjälper det inte, gör ett nytt.",
    ),
    "other": W("{issue_words}", "", ""),
    "all_day_clock": W(
        "Klockslaget står i namnet, men evenemanget är märkt som heldag ({n}).",
        "Besökaren ser ”hela dagen”, och evenemanget hittas inte efter klockslag.",
        "Ta bort valet ”Hela dagen” och skriv klockslaget i sitt eget fält. Ta bort det ur namnet.",
    ),
    "no_place": W(
        "Plats saknas i {n} evenemang.",
        "Besökaren vet inte vart hen ska komma.",
        "Skriv platsen i evenemangets platsfält: byggnad och adress.",
    ),
    "busy_only": W(
        "Namnet är bara ”Upptagen” eller ”Privat” i {n} evenemang.",
        "Kalendern berättar när det är upptaget men inte vad som händer.",
        "Publicera kalendern så att alla uppgifter syns.",
    ),
    "members_only": W(
        "Evenemang som verkar vara bara för medlemmar eller personal: {n}.",
        "Besökaren kan komma förgäves.",
        "Är evenemanget inte öppet för alla, märk det som privat eller flytta det till en annan kalender.",
    ),
    "html": W(
        "Det finns formateringskod i texten i {n} evenemang. Vi städade bort den.",
        "I andra program ser besökaren tecken som <b> eller &nbsp; i texten.",
        "Klistra in texten i kalendern utan formatering (Ctrl + Skift + V).",
    ),
    "capitals": W(
        "Namnet är skrivet med STORA BOKSTÄVER i {n} evenemang.",
        "Det är svårt att läsa, och en skärmläsare kan stava det bokstav för bokstav.",
        "Skriv namnet med vanliga bokstäver.",
    ),
    "rule_without_end": W(
        "Upprepningen slutar aldrig i {n} evenemang.",
        "När verksamheten upphör visar kalendern den ändå, och besökaren kommer förgäves.",
        "Ge upprepningen ett slutdatum, till exempel säsongens sista gång.",
    ),
    "planned": W(
        "Evenemang märkta som preliminära: {n}.",
        "De syns bara för andra arrangörer som planerar, inte för besökare.",
        "När evenemanget är säkert, ändra dess status till ”Bekräftat”.",
    ),
    "cancelled": W(
        "Inställda evenemang: {n}. Före namnet står INSTÄLLT.",
        "Besökaren ser det på samma ställe där evenemanget syntes.",
        "Bra så. Ta inte bort ett inställt evenemang ur kalendern förrän dess dag är förbi.",
    ),
    "holidays": W(
        "Verksamhet varje vecka fortsätter även på helgdagar eller under jullovet ({n}). Är det meningen?",
        "Besökaren kan komma till en stängd dörr.",
        "Ta bort de dagar ur serien då ni inte träffas.",
    ),
}
