"""Romanian words that the judgement of deal stages knows; all without accents."""

from __future__ import annotations

import re

from playbookgen.validate.rules.status_language.acts import Acts, ThingDecides
from playbookgen.validate.rules.status_language.words import listed

PARTICIPLE = re.compile(r"[a-z](?:at|it|ut)(?:a|i|e)?\Z")
PARTICIPLES_IN_S = re.compile(
    r"\A(?:re|ne)?(?:(?:trans|per|ad|e|com|pro|o|re|tri)mis|respins|inchis|deschis|ales|aleas|inteles"
    r"|inteleas|decis|ajuns|(?:ex|im|com|pro|de|dis|s|o|su|pre|ras)?pus|scris|inscris|descris"
    r"|prins|surprins|parcurs|atras|retras|redus|adus|condus|tradus|dus|introdus|convins|raspuns"
    r"|invins|sters|mers|ramas|cules|culeas|atins|inteles|extins|restrans|strans|dezis|zis"
    r"|intors|intoars)(?:a|i|e)?\Z"
)
OTHER_PARTICIPLES = re.compile(r"(?:rupt|intrerupt|copt|fript|spart|fost)(?:a|i|e)?\Z")
NOT_PARTICIPLES = frozenset(
    listed("""
        trimite retrimite admite permite promite emite transmite comite remite inainte minute
        minut poate toate cate date state stat stati sate sat parte frate carte avocat avocati
        avocata mandat mandate certificat certificate rezultat rezultate rezultata candidat
        candidati format formate profit credit credite audit audituri deficit limita limite site
        vizita vizite salut debut institut institute statut statute atribut solicita invita
        discuta ajuta cauta executa achita arata constata evita ezita necesita merita muta debuta
        disputa saluta recruta imita felicita profita excita edita medita agita plata plati plate
        rata rate rati data cota nota nevoit suta sute ruta rute calitate elite adaugata cerinta
        fata fate gata mult multi urmata cit pret piata delegat delegati consulat senat
        certificata climat buget chat privat privata private client contract contact proiect rapid
        solid valid imediat granit independent corecta termina reputat potrivit potrivita
        potriviti potrivite prealabil debit debite circuit gratuit gratuita gratuite exit kit bit
        submit web habitat atat baut licit solicit explicit implicit urat ponderat lat late roata
        pata inutit tarat ocupat ocupata ocupati
        """)
)
ABSTRACT_NOUN = re.compile(r"(?:it|et|at|ut|ult|unt|ert)at(?:e|ea|i|ii|ilor|ile)\Z")
VERBS_IN_TA = listed("""
        solicita invita limita vizita evita cita edita achita executa discuta ajuta cauta debita
        recruta completa cerceta repeta interpreta seta credita audita exploata trata
        """)
"""Verbs whose participles end like abstract nouns: «acceptate» beside «prioritate»."""
STATES = listed("""
        interesat indecis hotarat nehotarat multumit nemultumit motivat dispus convins estimat
        asteptat preocupat ingrijorat potential
        """)
"""Adjectives that look like participles: they tell a state, unless an auxiliary stands before."""
AUXILIARIES = frozenset(listed("am ai a au ati fost"))
TO_COME = frozenset(
    listed("""
        va vom vor voi vei sa urmeaza trebuie asteptam asteapta astept
        """)
)
SUPINE = frozenset({"de", "la", "pentru", "spre"})
"""Prepositions that make a participle a task or a state: «de sunat», «la semnat»."""
ACTION_NOUN = re.compile(r"(?:are|ere|ire|area|erea|irea|tie|tia|siune|iza|izei)\Z")
DENIED = re.compile(r"ne(?!goci|voi|ces)")
PRESENT_OF_US = re.compile(r"[a-z](?:am|em|im)\Z")
IMPERATIVES = frozenset(
    listed("""
        trimite suna programeaza pregateste contacteaza prezinta negociaza califica cauta
        intocmeste emite apeleaza fa stabileste urmareste confirma identifica ofera propune
        creeaza redacteaza calculeaza verifica obtine inchide reaminteste retrimite revino
        organizeaza
        """)
)

OURS = frozenset(
    listed("""
        noi agentul agent vanzatorul vanzator reprezentantul
        """)
)
BUYERS = frozenset(
    listed("""
        utilizator utilizatorul
        client clientul clienta clientii clienti clientei clientului cumparator cumparatorul
        cumparatoarea cumparatori cumparatorii beneficiar beneficiarul prospectul directorul
        comitetul consiliul conducerea ei el ea decidentul decidentii managerul achizitii
        """)
)

_FROM_BUYER = listed("""
        plat comand comenz cerer solicit avans raspuns feedback rfp rfq lead formular bani acont
        depozit brief acord recomandar confirmar semnatur accept
        """)
_FOR_BUYER = listed("""
        ofert offer propuner contract factur marf produs mostr demo material acces pret catalog
        livrar documentati ghid licent raport deviz proform prezentar serviciu
        """)
_PITCHES = listed("""
        prezentar apel telefon contact ofert follow propuner analiz calificar sunat
        """)
ACTS = Acts(
    ours=listed("""
        retrimis pregatit calificat descalificat contactat sunat apelat emis intocmit redactat
        calculat ofertat prezentat castigat pierdut inchis repartizat cercetat oferit elaborat
        notificat informat amintit reamintit convins facturat estimat prospectat recuperat
        convertit arhivat vandut atras sustinut
        """),
    buyers=listed("""
        semnat contrasemnat acceptat aprobat agreat convenit rezervat programat completat platit
        achitat ales aleas citit vazut vizionat descarcat inscris inregistrat cerut solicitat
        confirmat participat venit comandat plasat cumparat achizitionat respins refuzat anulat
        decis luat inceput incheiat finalizat testat incercat inteles inteleas razgandit avut
        receptionat spus negociat discutat stabilit clarificat analizat comparat intrebat raspuns
        reinnoit prelungit renuntat depus virat validat deschis vizitat instalat livrat lansat dat
        intalnit fixat examinat studiat implementat activat demarat pornit semnalat predat ridicat
        consultat selectat preferat recomandat terminat parcurs abonat logat conectat aparut
        urmarit definit ajuns cazut intors planificat organizat amanat
        """),
    by_thing=(
        ThingDecides(("primit", "obtinut"), _FROM_BUYER, _FOR_BUYER),
        ThingDecides(
            ("facut", "realizat", "efectuat", "tinut", "sustinut"),
            _PITCHES,
            ("plat", "comand", "alegere", "intalnir", "discut", "test", "demo", "sedint"),
        ),
        ThingDecides(("urmarit",), ("lead", "client"), ("demo", "webinar", "video", "prezent")),
        ThingDecides(("dat",), ("telefon", "ofert", "reducer"), ("acord", "accept"), None),
        ThingDecides(
            ("trimis", "expediat", "transmis"),
            listed("ofert factur contract pret"),
            listed("cerer comand formular specificat comenz"),
            otherwise=False,
        ),
        ThingDecides(
            ("creat", "generat", "identificat", "propus"),
            listed("lead tranzact ofert decident nevoi oportunit solut pret contract"),
            listed("cont problem"),
        ),
        ThingDecides(
            ("alocat", "atribuit"),
            listed("lead reprezentant agent"),
            listed("buget licitat contract"),
        ),
        ThingDecides(("lasat", "livrat"), listed("mesaj mail"), listed("marf produs comand echip")),
        ThingDecides(("acordat",), listed("reducer discount pret"), listed("acces acord buget")),
        ThingDecides(("oferit",), listed("ofert reducer discount pret"), listed("feedback acord")),
        ThingDecides(("depus", "emis"), ("ofert", "factur", "proform"), ("cerer", "comand")),
        ThingDecides(("stabilit",), ("contact",), ("intalnir", "dat"), True),
    ),
)
