"""The words of the made-up region's plays, films, concerts and matches."""

from __future__ import annotations

from benchmarks.synthetic.words import Words, rows

CREATURES = [
    Words(*row)
    for row in rows(
        """
        kuu | månen | the moon
        kettu | räven | the fox
        hylje | sälen | the seal
        karhu | björnen | the bear
        kurki | tranan | the crane
        meri | havet | the sea
        majakka | fyren | the lighthouse
        lumi | snön | the snow
        tuuli | vinden | the wind
        kello | klockan | the clock
        silta | bron | the bridge
        juna | tåget | the train
        saari | ön | the island
        peili | spegeln | the mirror
        omena | äpplet | the apple
        ruusu | rosen | the rose
        kuningatar | drottningen | the queen
        kalastaja | fiskaren | the fisherman
        leipuri | bagaren | the baker
        postimies | brevbäraren | the postman
        varis | kråkan | the crow
        susi | vargen | the wolf
        virta | strömmen | the river
        tuli | elden | the fire
        aamu | morgonen | the morning
        salaisuus | hemligheten | the secret
        kartta | kartan | the map
        avain | nyckeln | the key
        laiva | skeppet | the ship
        metsä | skogen | the forest
        """
    )
]
"""What plays and films are named after."""

CONCERTS = [
    Words(*row)
    for row in rows(
        """
        konsertti | konsert | concert
        kamarikonsertti | kammarkonsert | chamber concert
        jazzilta | jazzkväll | jazz night
        kirkkokonsertti | kyrkokonsert | church concert
        päiväkonsertti | dagkonsert | daytime concert
        bluesilta | blueskväll | blues night
        kansanmusiikkikonsertti | folkmusikkonsert | folk music concert
        """
    )
]
ENSEMBLES = ("Trio", "Duo", "Yhtye", "Kvartetti", "Kuoro", "Ensemble", "Orkesteri", "Kollektiivi", "Bändi", "Kvintetti")
BAND_WORDS = (
    *(
        "Kaarna",
        "Sumu",
        "Hanka",
        "Lainehtiva",
        "Pihka",
        "Aurinkokello",
        "Kivipaasi",
        "Havina",
        "Rautapelto",
        "Usva",
        "Koskikara",
        "Sinivuokko",
    ),
    *(
        "Tervahaara",
        "Loimu",
        "Hopeasilmä",
        "Kaislikko",
        "Ruoste",
        "Kuparikattila",
        "Vaskivirta",
        "Jäälyhty",
        "Suviyö",
        "Karhunpolku",
        "Tuohi",
    ),
    *(
        "Mustikkamaa",
        "Nuotio",
        "Hiljainen Piha",
        "Valkea Ranta",
        "Puinen Prinssi",
        "Yötön",
        "Talvitie",
        "Kallionaukko",
        "Pilvilinna",
        "Halla",
    ),
)
SPORTS = [
    Words(*row)
    for row in rows(
        """
        salibandyottelu | innebandymatch | floorball match
        jalkapallo-ottelu | fotbollsmatch | football match
        jääkiekko-ottelu | ishockeymatch | ice hockey match
        koripallo-ottelu | basketmatch | basketball match
        lentopallo-ottelu | volleybollmatch | volleyball match
        """
    )
]
CLASSES = ("U11", "U12", "U13", "U14", "U15", "U16", "U18", "")
"""Age classes of teams; the last for grown-ups."""
TEAM_ENDS = ("Pallo", "Ura", "Kiekko", "Veto", "Into", "Sisu", "Yritys", "Tarmo", "Kisa", "Luja", "Haka", "Viesti")
