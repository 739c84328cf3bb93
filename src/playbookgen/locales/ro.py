"""Romanian words of the site and the maps."""

from playbookgen.locales.maps import ro as maps
from playbookgen.locales.pages import ro as pages

WORDS = {
    **pages.WORDS,
    **maps.WORDS,
    "accountable": "Răspunde de rezultat",
    "actions": "Acțiunile noastre",
    "all_sales_types": "toate tipurile de vânzare",
    "automated": "automatizat",
    "by_category": "Tehnologii pe categorii",
    "catalogue_note": "Acest playbook este un catalog de tehnologii; nu conține etape.",
    "category": "Categorie",
    "category_external": "Externe",
    "category_internal": "Interne",
    "category_marketing": "De marketing",
    "category_personnel": "De personal",
    "clients": "Clienți",
    "condition": "Condiție",
    "consulted": "Consultat",
    "deal_stage": "Etapa tranzacției",
    "deal_stages": "Etapele tranzacției",
    "decision": "Decizie",
    "document": "document",
    "draft": "ciornă",
    "duration": "Durată",
    "effective": "În vigoare de la",
    "end": "Sfârșit",
    "entry": "Criterii de intrare",
    "event": "Eveniment",
    "evidence": "Dovadă",
    "exit": "Criterii de ieșire",
    "gap": "neprecizat",
    "how_it_ends": "Cum se încheie o tranzacție",
    "influence_none": "Fără influență directă: nu devine etapă a tranzacției",
    "influence_ours": "Influențat de noi",
    "information_goals": "Ce trebuie aflat",
    "informed": "Informat",
    "journey": "Parcursul cumpărătorului",
    "kind_handover": "predare",
    "kind_lost": "pierdut",
    "kind_nurturing": "înapoi la nurturing",
    "kind_won": "câștigat",
    "language": "Limbă",
    "legend": "Legendă",
    "loop_back": "Revenire la o etapă anterioară",
    "map_buying_centre_described": (
        "Panoul celor care iau parte la decizia clientului. Centre de decizie: {centres}; "
        "persoane: {members}, dintre care în niciun centru: {loose}; decid sau aprobă: {deciders}."
    ),
    "map_decider": "Decide sau aprobă",
    "map_decision_cycle_described": (
        "Panoul deciziei clientului. Pași: {steps}, de la „{first}” la „{last}”; pași fără o etapă "
        "a noastră: {gaps}."
    ),
    "map_member": "Participă, cu îngrijorările sale",
    "map_no_centre": "În niciun centru de decizie",
    "map_no_stage": "nicio etapă a noastră",
    "map_nobody": "nimeni numit",
    "map_said": "{what}: {text}",
    "map_portfolio": "Portofoliu",
    "map_portfolio_described": (
        "Panoul tuturor playbookurilor. Clienți: {clients}; playbookuri: {playbooks}; "
        "ciorne: {drafts}."
    ),
    "map_portfolio_draft": "Ciornă: pot lipsi părți",
    "map_portfolio_version": "versiunea\u00a0{version}",
    "manual": "manual",
    "meeting": "întâlnire",
    "metrics": "Indicatori",
    "next": "Ce urmează",
    "next_stage": "Etapa următoare",
    "no_owner": "fără responsabil desemnat",
    "optional": "opțional",
    "overview": "Prezentare generală",
    "owner": "Responsabil",
    "playbooks": "Playbookuri",
    "previous_stage": "Etapa anterioară",
    "probability": "Probabilitate",
    "process_map": "Harta procesului",
    "purpose": "Scop",
    "raci": "Responsabilități",
    "raci_legend": "R execută, A răspunde de rezultat, C este consultat, I este informat",
    "reasons": "Motive",
    "resources": "Resurse",
    "responsible": "Execută",
    "review": "De revizuit până la",
    "role": "Rol",
    "roles": "Roluri",
    "sales_type_project": "vânzări de proiect",
    "sales_type_regional": "vânzări regionale",
    "sales_type_traditional": "vânzări tradiționale",
    "sales_types": "Tipuri de vânzare",
    "scroll_hint": "Derulați pentru a vedea toată harta",
    "stage": "Etapă",
    "stage_map": "Harta etapei",
    "stages": "Etape",
    "start": "Început",
    "start_page": "Pagina de start",
    "status": "Stare",
    "status_current": "în vigoare",
    "status_draft": "ciornă",
    "status_retired": "retras",
    "steps": "Pași",
    "summary": "Pe scurt",
    "target": "Țintă",
    "task": "Sarcină",
    "tasks": "Sarcini",
    "team": "Echipă",
    "technologies": "Tehnologii",
    "technology": "Tehnologie",
    "the_buyer": "Cumpărător",
    "timeline_map": "Harta pe axa timpului",
    "version": "Versiune",
    "we": "Noi",
    "when_at": "Când",
    "who": "Cine",
    "site_activity": "Etapă sau sarcină",
    "site_all_playbooks": "Toate playbookurile",
    "site_dark": "Treceți la modul întunecat",
    "site_do_this": "De făcut",
    "site_draft": "Acest playbook este o ciornă: unele părți pot lipsi sau se pot schimba.",
    "site_event_or_action": "Eveniment sau acțiune",
    "site_guide": "Ghid pentru scrierea playbookurilor",
    "site_light": "Treceți la modul luminos",
    "site_no_playbooks": "Aici nu este publicat niciun playbook.",
    "site_redirect": "Deschideți playbookurile",
    "site_retired": "Acest playbook a fost retras și nu mai este valabil.",
    "site_serves": "Folosită în etapele",
    "site_stage_of": "Etapa {number} din {count}",
    "site_starts_here": "aici începe tranzacția",
    "map_as_is_described": (
        "Procesul de azi alături de cel care va fi. Etape azi: {today}, dintre care se renunță la: "
        "{dropped}; etape viitoare: {to_be}, dintre care noi: {new}."
    ),
    "map_brings": "Pasul cumpărătorului care aduce tranzacția aici",
    "map_funnel": "Pâlnie",
    "map_funnel_described": (
        "Pâlnia conversiilor așteptate. Etape: {stages}, de la „{first}” la „{last}”; fără "
        "conversie precizată: {unknown}; câștigate din toți cei care intră în prima etapă: "
        "{overall}."
    ),
    "map_go_on": "{percent} merg mai departe",
    "map_measured": "{caption} (măsurat la {date})",
    "map_moves_on": "Merge mai departe când",
    "map_no_target": "Fără țintă precizată",
    "map_not_stated": "neprecizat",
    "map_our_stage": "Etapa noastră din acel moment și cine răspunde",
    "map_overall": "din toți cei care intră în prima etapă",
    "map_pipeline": "Tabloul tranzacțiilor",
    "map_pipeline_described": (
        "Tabloul tranzacțiilor. Etape ale tranzacției: {stages}, de la „{first}” la „{last}”. "
        "Ținte în total: tranzacții: {deals}; valoare: {value}; ponderat cu probabilitatea: "
        "{weighted}."
    ),
    "map_probability": "Probabilitate: {percent}",
    "map_share": (
        "Partea din toți cei care intră în prima etapă, dacă trec pe rând prin fiecare etapă"
    ),
    "map_share_unknown": "Parte necunoscută: o conversie de mai înainte nu este precizată",
    "map_target_deals": "Țintă, tranzacții: {count}",
    "map_target_value": "Țintă, valoare: {amount}",
    "map_weighted_value": "Ponderat: {amount}",
    "view_day_many": "{number} zile",
    "view_day_one": "{number} zi",
    "view_hour_many": "{number} h",
    "view_hour_one": "{number} h",
    "view_list": ", ",
    "view_min_many": "{number} min",
    "view_min_one": "{number} min",
    "view_month_many": "{number} luni",
    "view_month_one": "{number} lună",
    "view_process_described": (
        "Schema logică a procesului. Etape: {stages}, de la „{first}” la „{last}”; reveniri: "
        "{loops}; finaluri: {ends}."
    ),
    "view_stage_described": (
        "Schema logică a etapei „{stage}”. Sarcini: {tasks}; decizii: {decisions}; reveniri: "
        "{loops}."
    ),
    "view_timeline_described": (
        "Parcursul cumpărătorului pe axa timpului. Evenimente: {events}, dintre care "
        "influențate de noi: {ours}, fără influență directă: {none}; etape ale tranzacției: "
        "{deal_stages}."
    ),
    "view_title": "{kind}: {name}",
    "view_week_many": "{number} săptămâni",
    "view_week_one": "{number} săptămână",
    "view_year_many": "{number} ani",
    "view_year_one": "{number} an",
    "bant_summary": (
        "Patru întrebări care se pun din nou la fiecare etapă: cu cât clientul "
        "este mai bine cunoscut, cu atât prognoza este mai exactă."
    ),
    "bant_budget": "Buget",
    "bant_budget_question": "Există bani pentru acest proiect și câți?",
    "bant_authority": "Autoritate",
    "bant_authority_question": "Cine decide și cine mai are un cuvânt de spus?",
    "bant_need": "Nevoie",
    "bant_need_question": "Ce problemă trebuie rezolvată și cât de importantă este?",
    "bant_timeline": "Timp",
    "bant_timeline_question": "Până când trebuie rezolvată și de ce atunci?",
    "map_applied": "aplicat",
    "map_applied_meaning": "Etapa aplică principiul",
    "map_applied_nowhere": "nicio etapă nu îl aplică",
    "map_applies_none": "Nu aplică niciun principiu",
    "map_catalogue_described": (
        "Tabel al tehnologiilor pe categorii și tipuri de vânzare. Tehnologii: "
        "{technologies}; tipuri de vânzare: {sales_types}."
    ),
    "map_confidence": "Cât de siguri suntem la sfârșitul etapei",
    "map_gap": "lipsă",
    "map_gap_meaning": "Lipsă: nicio tehnologie din această categorie nu servește etapa",
    "map_gaps": "Lipsuri",
    "map_in_stage": "{stage} – {what}: {text}",
    "map_methodology": "Harta metodologiei",
    "map_methodology_described": (
        "Tabel al principiilor și al etapelor care le aplică. Principii: {principles}, "
        "dintre care neaplicate: {orphans}; etape: {stages}, dintre care fără principii: "
        "{idle}."
    ),
    "map_no_accountable": "Nimeni nu răspunde de rezultat",
    "map_no_technology": "nicio tehnologie din această categorie",
    "map_none": "niciuna",
    "map_orphan_meaning": "Principii pe care nicio etapă nu le aplică și etape fără principii",
    "map_principle": "Principiu",
    "map_qualification": "Firul calificării",
    "map_qualification_described": (
        "Cât de siguri suntem de fiecare literă, etapă cu etapă, prin bare. Litere: "
        "{letters}; etape: {stages}, dintre care fără apreciere: {untold}."
    ),
    "map_responsibilities_described": (
        "Tabel al rolurilor și al etapelor cu literele R, A, C, I. Roluri: {roles}; etape: "
        "{stages}; etape de care nu răspunde nimeni: {names}."
    ),
    "map_serves": "Tehnologia servește etapa",
    "map_serves_none": "nu servește nicio etapă",
    "map_technologies": "Harta tehnologiilor",
    "map_technologies_described": (
        "Tabel al tehnologiilor pe categorii și al etapelor pe care le servesc. Tehnologii: "
        "{technologies}; etape: {stages}; etape fără tehnologie, pe toate categoriile: "
        "{gaps}."
    ),
    "map_used_for": "Folosită pentru acest tip de vânzare",
}
