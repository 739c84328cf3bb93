"""English words that the judgement of deal stages knows."""

from __future__ import annotations

from playbookgen.validate.rules.status_language.acts import Acts, ThingDecides
from playbookgen.validate.rules.status_language.words import listed

IRREGULAR_PAST = frozenset(
    listed("""
        agreed arose ate awoke became been began begun bent bit bitten bled blew blown bore borne
        bought bound bred broke broken brought built burnt came caught chose chosen clung come
        crept dealt did done drank drawn dreamt drew driven drove drunk dug eaten fallen fed fell
        felt fled flew flown forbade forbidden forgave forgiven forgot forgotten fought found
        froze frozen gave given gone got gotten grew grown had heard held hid hidden hung kept
        knew known laid lain leant learnt led left lent lit lost made meant met mistaken
        misunderstood oversaw overseen overcame overcome paid prepaid proved proven ran rang
        redone resold rebuilt ridden risen rose rung said sang sat saw seen sent sewn shaken shone
        shook shot showed shown shrank slept slid sold sought spelt spent spoke spoken spun stole
        stolen stood stuck struck strove sung sunk swept swore sworn swum taken taught thought
        threw thrown told took tore torn undergone understood undertaken undertook underwent
        undone upheld upsold withdrawn withdrew withheld withstood woke woken won wore worn wound
        wrote written rewritten resent went
        """)
)
SAME_IN_THE_PAST = frozenset({"read", "set", "put", "let", "shut", "split", "quit", "cut"})
"""Verbs whose past looks like the present; at the beginning they may be imperatives."""

NO_VERB_IN_ED = frozenset(
    listed("""
        need feed speed seed deed indeed bed red shed proceed exceed succeed embed bleed breed
        weed hundred wed led med ned ted sled bred creed greed reed unneed based
        """)
)
STATES_IN_ED = frozenset(
    listed("""
        interested disinterested satisfied dissatisfied undecided excited pleased delighted
        motivated needed required expected estimated forecasted supposed worried concerned tired
        detailed advanced limited dedicated related wanted desired intended awaited stalled
        experienced skilled engaged
        """)
)
"""Adjectives that look like participles: they tell a state, not what happened."""
VERBS_IN_UN = frozenset({"unlocked", "unsubscribed", "unveiled", "united", "unified", "uncovered"})
"""Participles that begin with “un” and deny nothing (unlike “unpaid”)."""

NOUNS_IN_ING = frozenset(
    listed("""
        meeting meetings pricing training trainings briefing onboarding marketing hearing testing
        listing building funding billing financing licensing offering booking greeting thing
        something nothing everything anything filing ruling landing mailing screening scoring
        """)
)
BARE_VERBS = frozenset(
    listed("""
        send call schedule prepare make get follow book arrange confirm sign review present pitch
        qualify email mail contact close negotiate discuss offer quote demo draft write create
        give ask find check collect deliver do identify invite issue invoice meet order pay phone
        plan propose provide receive remind request research respond return run sell set share
        ship show start submit update visit wait win
        """)
)
BEFORE_THE_ACT = frozenset(
    listed("""
        will shall must should can could may might would be being ll wo ca cannot
        """)
)
"""Words that, before a participle, say that it has not happened yet."""
TO_COME = frozenset(
    listed("""
        need needs want wants ready about due going supposed expected planning plans has have
        """)
)
"""Words that, before “to”, say that the act is to come."""
STILL_OPEN = frozenset(
    listed("""
        pending outstanding overdue ongoing underway awaited upcoming tbd tbc todo unknown
        """)
)
NO_OBJECT = frozenset(
    listed("""
        to by with for on at in via and of from up out off over back through into after before
        during again today yesterday twice once already now online down away together successfully
        live or
        """)
)
"""Words after a participle that begin no object of it."""

OUR_PEOPLE = frozenset(
    listed("""
        rep reps salesperson salespeople salesman seller sellers sdr bdr ae sales vendor supplier
        """)
)
AS_SUBJECT_OURS = OUR_PEOPLE - {"vendor", "supplier"}
"""A vendor may be chosen by the buyer, so it counts as one of us after “by” alone."""
BUYERS = frozenset(
    listed("""
        customer customers buyer buyers client clients prospect prospects purchaser board
        committee procurement purchasing they he she champion stakeholder stakeholders user users
        cfo ceo cto cio maker makers management sponsor lead leads
        """)
)

_FROM_BUYER = listed("""
        payment prepayment deposit money order po rfp rfq rfi rfx request inquiry enquiry lead
        application reply replies response feedback referral signature approval commitment brief
        specification requirement form consent acceptance
        """)
_FOR_BUYER = listed("""
        offer proposal quot contract agreement demo sample goods product invoice material brochure
        deliver access price pricing catalog estimate answer document guide confirmation training
        support report licen value package solution
        """)
ACTS = Acts(
    ours=listed("""
        sent email mailed called phoned contacted qualif disqualif pitched offered quoted priced
        routed won lost closed reminded followed chased nurtured prospected researched scored
        imported enriched shipped dispatched proposed demoed invoiced billed shared reached
        sourced forecast recycled archived tracked upsold sold pushed uncovered handled overc
        targeted engaged approached informed notified persuaded convinced converted cold resent
        """),
    buyers=listed("""
        signed countersigned accepted approved agreed booked scheduled attended joined paid
        prepaid ordered placed bought purchased chose picked selected decided confirmed requested
        asked downloaded watched read seen saw viewed opened visited tried tested started began
        begun completed finished filled replied responded subscribed registered renewed declined
        rejected refused withdr cancel postponed compared evaluated shortlisted understood met
        held clarified discussed negotiated returned recommended referred activated launched
        installed delivered went gone transferred budgeted committed told said came come passed
        cleared resolved settled fixed extended concluded arranged planned reviewed considered
        studied reserved deployed granted allocated named defined checked verified explored heard
        learn knew raised wired
        """),
    by_thing=(
        ThingDecides(("received", "got", "obtained"), _FROM_BUYER, _FOR_BUYER),
        ThingDecides(
            ("sent", "submitted"),
            ("reminder", "proposal", "offer", "quot", "contract", "invoice"),
            (
                "application",
                "request",
                "order",
                "po",
                "rfp",
                "rfq",
                "rfi",
                "form",
                "inquiry",
                "bid",
            ),
            otherwise=False,
        ),
        ThingDecides(
            ("made", "done"),
            ("contact", "proposal", "offer", "quot", "presentation", "call", "demo", "pitch"),
            ("payment", "deposit", "decision", "choice", "order", "purchase", "deal", "booking"),
        ),
        ThingDecides(
            ("gave", "given"),
            ("demo", "presentation", "discount", "quot", "offer", "proposal", "price", "pitch"),
            ("commitment", "approval", "consent", "go", "feedback", "green", "permission", "word"),
        ),
        ThingDecides(
            ("issued", "raised"),
            ("invoice", "quot", "offer", "proposal", "bill", "credit"),
            ("order", "po", "rfp", "rfq", "rfi", "tender", "request", "objection", "question"),
        ),
        ThingDecides(
            ("shared",),
            listed("deck proposal offer quot pric brochure slide material case link video demo"),
            listed("problem need requirement data budget goal challenge detail concern plan"),
        ),
        ThingDecides(
            (
                "created",
                "generated",
                "prepared",
                "drafted",
                "calculated",
                "identified",
                "forwarded",
            ),
            listed(
                "offer proposal quot contract presentation demo pric lead deal opportunit contact"
            )
            + listed("stakeholder decision prospect buyer need discount"),
            listed("business account order board requirement problem sponsor"),
        ),
        ThingDecides(
            ("presented",),
            (),
            listed("board management committee cfo ceo internally"),
            otherwise=False,
        ),
        ThingDecides(
            ("assigned", "allocated"), listed("lead rep owner deal"), listed("budget money")
        ),
        ThingDecides(("registered", "launched"), listed("deal lead campaign opportunity"), ()),
        ThingDecides(("delivered",), listed("mail message pitch presentation"), listed("sample")),
        ThingDecides(("established", "initiated"), ("contact",), ("relationship",)),
        ThingDecides(("left",), ("voicemail", "message", "mail"), ("request", "review", "detail")),
        ThingDecides(
            ("reached",), ("customer", "client", "prospect", "lead"), ("agreement", "decision")
        ),
        ThingDecides(("set", "put", "cut"), (), ("date", "meeting", "budget", "time"), None),
    ),
)
