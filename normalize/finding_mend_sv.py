"""How to mend findings in each program, in Swedish. ``tribe`` is The Events Calendar of WordPress."""

from __future__ import annotations

MEND_SV: dict[str, dict[str, str]] = {
    "publish": {
        "google": "Öppna Google Kalender på en dator. Öppna de tre punkterna bredvid kalenderns namn och välj ”Inställningar och "
        "delning”. Gör kalendern tillgänglig för alla. Kopiera den offentliga adressen i iCal-format under ”Integrera kalender” på "
        "samma sida.",
        "outlook": "Öppna Outlook i webbläsaren. Välj Inställningar → Kalender → Delade kalendrar → ”Publicera en kalender”. Välj "
        "kalendern och ”Kan visa all information”, och tryck på Publicera. Kopiera ICS-länken (inte HTML-länken). Saknas valet har din "
        "organisation spärrat det: fråga it-stödet.",
        "nextcloud": "Öppna kalendern i Nextcloud. Tryck på delningsikonen bredvid kalenderns namn och skapa en offentlig länk (”Dela "
        "länk”). Välj ”Kopiera prenumerationslänk” i länkens meny.",
        "tribe": "Öppna evenemangskalendern på er webbplats. Under den finns ”Prenumerera på kalender”. Ge oss adressen som slutar på "
        "?ical=1, till exempel https://webbplats.example/evenemang/?ical=1.",
        "icloud": "Öppna Kalender på en Mac eller icloud.com. Tryck på delningsikonen bredvid kalenderns namn, välj ”Offentlig "
        "kalender” och kopiera länken. Den börjar med webcal://.",
        "myclub": "Be föreningens huvudanvändare publicera de öppna evenemangen på föreningens myClub-sidor och ge oss den kalenderns "
        "adress. Din egen prenumeration är personlig.",
    },
    "details": {
        "google": "Välj ”Inställningar och delning” och vid den offentliga kalendern ”Visa alla händelseuppgifter”.",
        "outlook": "Välj i Outlook i webbläsaren Inställningar → Kalender → Delade kalendrar. Byt till ”Kan visa all information” vid "
        "den publicerade kalendern.",
        "nextcloud": "Öppna evenemanget och byt dess synlighet till ”Visa hela händelsen vid delning”.",
        "myclub": "Be föreningens huvudanvändare visa evenemangens namn i den offentliga kalendern.",
    },
    "end": {
        "google": "Öppna evenemanget, tryck på pennan och välj en sluttid bredvid starttiden. Spara.",
        "outlook": "Öppna evenemanget och välj en sluttid under starttiden. Spara.",
        "nextcloud": "Öppna evenemanget och välj en sluttid bredvid starttiden. Uppdatera.",
        "tribe": "Redigera evenemanget i WordPress. Ange även slutet under ”Tid och datum”, och avmarkera det val som döljer sluttiden. "
        "Uppdatera.",
        "icloud": "Öppna evenemanget, tryck på tiden och välj en sluttid.",
        "myclub": "Öppna evenemanget i myClub, välj Redigera och lägg till en sluttid.",
    },
    "all_day": {
        "google": "Öppna evenemanget, tryck på pennan och ta bort valet ”Hela dagen”. Välj start- och sluttid. Ta bort klockslaget ur "
        "namnet. Spara.",
        "outlook": "Öppna evenemanget och stäng av ”Hela dagen”. Välj start- och sluttid. Ta bort klockslaget ur namnet. Spara.",
        "nextcloud": "Öppna evenemanget och ta bort valet ”Hela dagen”. Välj tiderna. Ta bort klockslaget ur namnet. Uppdatera.",
        "tribe": "Redigera evenemanget i WordPress och ta bort valet ”Heldagsevenemang”. Välj tiderna. Ta bort klockslaget ur namnet. "
        "Uppdatera.",
        "icloud": "Öppna evenemanget, tryck på tiden och stäng av ”hela dagen”. Välj tiderna. Ta bort klockslaget ur namnet.",
        "myclub": "Öppna evenemanget i myClub, välj Redigera, ange start- och sluttid och ta bort klockslaget ur namnet.",
    },
    "place": {
        "google": "Öppna evenemanget, tryck på pennan och skriv platsen vid ”Lägg till plats”: byggnad och adress. Spara.",
        "outlook": "Öppna evenemanget och skriv platsen vid ”Plats”: byggnad och adress. Spara.",
        "nextcloud": "Öppna evenemanget och skriv platsen vid ”Lägg till plats”: byggnad och adress. Uppdatera.",
        "tribe": "Redigera evenemanget i WordPress och välj en plats (Venue), eller skapa en ny: namn och adress. Uppdatera.",
        "icloud": "Öppna evenemanget och skriv platsen vid ”Lägg till plats”.",
        "myclub": "Öppna evenemanget i myClub, välj Redigera och lägg till platsen.",
    },
    "description": {
        "google": "Öppna evenemanget, tryck på pennan och skriv vid ”Lägg till beskrivning”: vad, för vem, pris, anmälan.",
        "outlook": "Öppna evenemanget och skriv i textfältet: vad, för vem, pris, anmälan. Kontrollera att kalendern är publicerad med "
        "”Kan visa all information”, annars följer beskrivningen inte med.",
        "nextcloud": "Öppna evenemanget och skriv vid ”Lägg till beskrivning”: vad, för vem, pris, anmälan.",
        "tribe": "Redigera evenemanget i WordPress och skriv ett par meningar under rubriken: vad, för vem, pris, anmälan.",
        "icloud": "Öppna evenemanget och skriv vid ”Anteckningar”: vad, för vem, pris, anmälan.",
    },
    "zone": {
        "google": "Öppna kalenderns ”Inställningar och delning” och välj tidszonen Helsingfors.",
        "outlook": "Välj Inställningar → Kalender → Visa och tidszonen Helsingfors.",
        "nextcloud": "Öppna evenemanget och välj tidszonen Europe/Helsinki bredvid tiden.",
        "tribe": "Välj i WordPress Inställningar → Allmänt → Tidszon: Helsingfors (inte UTC+2).",
        "icloud": "Slå på stödet för tidszoner i Kalenders inställningar och välj Helsingfors för evenemanget.",
    },
    "repeat_end": {
        "google": "Öppna evenemanget, tryck på pennan, välj ”Anpassad” vid upprepningen och ett datum vid ”Slutar”. Spara för hela serien.",
        "outlook": "Öppna serien, tryck på upprepningen och välj ett slutdatum. Spara.",
        "nextcloud": "Öppna evenemanget, redigera upprepningen och välj slut → datum. Uppdatera alla.",
        "tribe": "Redigera serien i WordPress och ge upprepningen ett slutdatum. Uppdatera.",
        "icloud": "Öppna evenemanget, tryck på upprepningen och välj när den slutar.",
        "myclub": "Öppna serien i myClub och ange säsongens sista dag.",
    },
    "exceptions": {
        "google": "Tryck på dagen då ni inte träffas, välj papperskorgen och ”Den här händelsen”. Gör likadant med de andra dagarna.",
        "outlook": "Tryck på dagen då ni inte träffas och välj Ta bort → ”Den här händelsen”. Gör likadant med de andra dagarna.",
        "nextcloud": "Öppna evenemanget den dag då ni inte träffas och välj att ta bort den här förekomsten. Gör likadant med de andra "
        "dagarna.",
        "tribe": "Redigera serien i WordPress och lägg till undantag: dagarna då ni inte träffas. Uppdatera.",
        "icloud": "Tryck på dagen då ni inte träffas och välj Radera → ”Endast den här aktiviteten”. Gör likadant med de andra dagarna.",
        "myclub": "Ta bort eller ställ in de enskilda gångerna i myClub då ni inte träffas.",
    },
    "members": {
        "google": "Gör en egen kalender för medlemmarna: Andra kalendrar → + → ”Skapa ny kalender”. Publicera den inte. Ett enskilt "
        "evenemang kan också märkas som privat: pennan → synlighet → ”Privat”.",
        "outlook": "Öppna evenemanget och märk det som privat (låset), eller ha medlemmarnas evenemang i en annan kalender som inte "
        "publiceras.",
        "nextcloud": "Öppna evenemanget och byt synlighet till ”Dölj händelsen vid delning”, eller ha medlemmarnas evenemang i en annan "
        "kalender.",
        "tribe": "Redigera evenemanget i WordPress och byt synlighet till ”Privat”. Uppdatera.",
        "icloud": "Flytta evenemanget till en annan kalender som inte publiceras.",
        "myclub": "Kontrollera evenemangets synlighet i myClub: i den offentliga kalendern hör bara det hemma som är öppet för alla. Du "
        "kan också berätta för oss vad de öppna evenemangen heter: då visar vi bara dem.",
    },
    "uid": {
        "outlook": "En kalender som Outlook publicerar gör så av sig själv. Du behöver inte göra något: vi känner igen evenemangen på "
        "namn och tid.",
    },
    "confirm": {
        "outlook": "När evenemanget är säkert, öppna det och byt status till ”Upptagen” i stället för preliminär. Spara.",
        "nextcloud": "När evenemanget är säkert, öppna det och byt status till ”Bekräftad”. Uppdatera.",
    },
}
