"""The names of the made-up region's towns, their parts, houses, rooms, streets and associations."""

from __future__ import annotations

from benchmarks.synthetic.words import Words, rows

TOWNS = {"Koivuranta": "Koivurannan", "Lehtola": "Lehtolan", "Saarikylä": "Saarikylän", "Harjukallio": "Harjukallion"}
TOWNS |= {"Niittyjärvi": "Niittyjärven", "Mäntylahti": "Mäntylahden", "Kaislasalmi": "Kaislasalmen", "Vaarankylä": "Vaarankylän"}
TOWNS |= {"Ruskovesi": "Ruskoveden", "Tuomikoski": "Tuomikosken"}
"""Towns, with their genitives."""
DISTRICTS = [
    tuple(cell.split())
    for row in rows(
        """
        Haapalahti Haapalahden | Kuuselanmäki Kuuselanmäen | Pihlajakangas Pihlajakankaan | Rantala Rantalan
        Myllyharju Myllyharjun | Hakaniitty Hakaniityn | Suokulma Suokulman | Peltola Peltolan
        Sorsakoski Sorsakosken | Kivikkola Kivikkolan | Länsiharju Länsiharjun | Itäranta Itärannan
        Vanhatori Vanhatorin | Kalliola Kalliolan | Lammaspuro Lammaspuron | Varpusjoki Varpusjoen
        Hirvipelto Hirvipellon | Karhumaa Karhumaan | Lautamäki Lautamäen | Telakka Telakan
        Kirkonkulma Kirkonkulman | Asemanseutu Asemanseudun | Oravanlinna Oravanlinnan | Katajisto Katajiston
        Uittoniemi Uittoniemen | Vuohijärvi Vuohijärven | Humalisto Humaliston | Kaukola Kaukolan
        Lintuvaara Lintuvaaran | Sahanperä Sahanperän | Nuottaranta Nuottarannan | Käpylampi Käpylammen
        Hongikko Hongikon | Jokisuu Jokisuun | Tervaskanto Tervaskannon | Paimenpolku Paimenpolun
        Ylätori Ylätorin | Alatori Alatorin | Siltakylä Siltakylän | Hiidenkorpi Hiidenkorven
        """
    )
    for cell in row
]
"""Parts of towns, with their genitives."""
HOUSES = [
    Words(fi, sv, en, other)
    for fi, sv, en, other in rows(
        """
        kirjasto | bibliotek | library | lähikirjasto
        koulu | skola | school | koulun sali
        liikunta·halli | idrottshall | sports hall | urheiluhalli
        seurakunta·talo | församlingshem | parish hall | srk-talo
        kirkko | kyrka | church | kirkkosali
        museo | museum | museum | kotiseutumuseo
        kylä·talo | byagård | village hall | kyläkeskus
        nuoriso·talo | ungdomsgård | youth centre | nuokkari
        opisto | institut | adult education centre | opistotalo
        uima·halli | simhall | swimming hall | uimahallin allasosasto
        jää·halli | ishall | ice rink | jääareena
        kulttuuri·talo | kulturhus | arts centre | kulttuurikeskus
        teatteri | teater | theatre | teatteritalo
        palvelu·keskus | servicecentrum | service centre | palvelutalo
        asukas·tupa | invånarstuga | community room | asukastila
        """
    )
]
ROOMS = ("Sali A", "Sali B", "Luokka 12", "Luokka 14", "Kerhohuone", "Musiikkihuone", "Takkahuone", "Kokoustila", "Studio", "Aula")
STREETS = ("Kauppakatu", "Rantatie", "Koulukatu", "Kirkkotie", "Asemakatu", "Myllytie", "Tehtaankatu", "Harjutie", "Puistokatu", "Torikatu")
ASSOCIATIONS = ("Martat", "Eläkkeensaajat", "Omaishoitajat", "Nuorisoseura", "Kyläyhdistys", "Luonnonystävät", "Pelimannit", "Sukututkijat")
