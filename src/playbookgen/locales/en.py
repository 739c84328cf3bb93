"""English words of the site and the maps."""

from playbookgen.locales.maps import en as maps
from playbookgen.locales.pages import en as pages

WORDS = {
    **pages.WORDS,
    **maps.WORDS,
    "accountable": "Accountable",
    "actions": "Our actions",
    "all_sales_types": "all sales types",
    "automated": "automated",
    "by_category": "Technologies by category",
    "catalogue_note": "This playbook is a catalogue of technologies; it has no stages.",
    "category": "Category",
    "category_external": "External",
    "category_internal": "Internal",
    "category_marketing": "Marketing",
    "category_personnel": "Personnel",
    "clients": "Clients",
    "condition": "When",
    "consulted": "Consulted",
    "deal_stage": "Deal stage",
    "deal_stages": "Deal stages",
    "decision": "Decision",
    "document": "document",
    "draft": "draft",
    "duration": "Duration",
    "effective": "In force from",
    "end": "End",
    "entry": "Entry criteria",
    "event": "Event",
    "evidence": "Evidence",
    "exit": "Exit criteria",
    "gap": "not named",
    "how_it_ends": "How a deal ends",
    "influence_none": "No direct influence: never a deal stage",
    "influence_ours": "Influenced by us",
    "information_goals": "What is to be learned",
    "informed": "Informed",
    "journey": "Buyer's journey",
    "kind_handover": "handover",
    "kind_lost": "lost",
    "kind_nurturing": "back to nurturing",
    "kind_won": "won",
    "language": "Language",
    "legend": "Legend",
    "loop_back": "Back to an earlier stage",
    "map_buying_centre_described": (
        "Board of those who take part in the customer's decision. Decision centres: {centres}; "
        "people: {members}, of which in no centre: {loose}; who decide or approve: {deciders}."
    ),
    "map_decider": "Decides or approves",
    "map_decision_cycle_described": (
        "Board of the customer's decision. Steps: {steps}, from “{first}” to “{last}”; steps "
        "without a stage of ours: {gaps}."
    ),
    "map_member": "Takes part, with concerns",
    "map_no_centre": "In no decision centre",
    "map_no_stage": "no stage of ours",
    "map_nobody": "nobody named",
    "map_said": "{what}: {text}",
    "map_portfolio": "Portfolio",
    "map_portfolio_described": (
        "Board of all playbooks. Clients: {clients}; playbooks: {playbooks}; drafts: {drafts}."
    ),
    "map_portfolio_draft": "Draft: parts may be missing",
    "map_portfolio_version": "version\u00a0{version}",
    "manual": "manual",
    "meeting": "meeting",
    "metrics": "Metrics",
    "next": "What comes next",
    "next_stage": "Next stage",
    "no_owner": "no owner named",
    "optional": "optional",
    "overview": "Overview",
    "owner": "Owner",
    "playbooks": "Playbooks",
    "previous_stage": "Previous stage",
    "probability": "Probability",
    "process_map": "Process map",
    "purpose": "Purpose",
    "raci": "Responsibilities",
    "raci_legend": "R responsible, A accountable, C consulted, I informed",
    "reasons": "Reasons",
    "resources": "Resources",
    "responsible": "Responsible",
    "review": "To be reviewed by",
    "role": "Role",
    "roles": "Roles",
    "sales_type_project": "project sales",
    "sales_type_regional": "regional sales",
    "sales_type_traditional": "traditional sales",
    "sales_types": "Sales types",
    "scroll_hint": "Scroll to see the whole map",
    "stage": "Stage",
    "stage_map": "Map of the stage",
    "stages": "Stages",
    "start": "Start",
    "start_page": "Start page",
    "status": "Status",
    "status_current": "current",
    "status_draft": "draft",
    "status_retired": "retired",
    "steps": "Steps",
    "summary": "Summary",
    "target": "Target",
    "task": "Task",
    "tasks": "Tasks",
    "team": "Team",
    "technologies": "Technologies",
    "technology": "Technology",
    "the_buyer": "The buyer",
    "timeline_map": "Timeline map",
    "version": "Version",
    "we": "We",
    "when_at": "When",
    "who": "Who",
    "site_activity": "Stage or task",
    "site_all_playbooks": "All playbooks",
    "site_dark": "Switch to dark mode",
    "site_do_this": "Do this",
    "site_draft": "This playbook is a draft: parts of it may be missing or may change.",
    "site_event_or_action": "Event or action",
    "site_guide": "Guide to writing playbooks",
    "site_light": "Switch to light mode",
    "site_no_playbooks": "No playbook is published here.",
    "site_redirect": "Open the playbooks",
    "site_retired": "This playbook is retired and no longer holds.",
    "site_serves": "Serves the stages",
    "site_stage_of": "Stage {number} of {count}",
    "site_starts_here": "a deal begins here",
    "map_as_is_described": (
        "The process as it is beside the process to be. Stages today: {today}, of which given up: "
        "{dropped}; stages to be: {to_be}, of which new: {new}."
    ),
    "map_brings": "The buyer's step that brings a deal here",
    "map_funnel": "Funnel",
    "map_funnel_described": (
        "Funnel of expected conversion. Stages: {stages}, from “{first}” to “{last}”; without a "
        "stated conversion: {unknown}; won, of all that enter the first stage: {overall}."
    ),
    "map_go_on": "{percent} go on",
    "map_measured": "{caption} (measured {date})",
    "map_moves_on": "Moves on when",
    "map_no_target": "No target stated",
    "map_not_stated": "not stated",
    "map_our_stage": "Our stage then, and who is responsible",
    "map_overall": "of all that enter the first stage",
    "map_pipeline": "Pipeline board",
    "map_pipeline_described": (
        "Board of the pipeline. Deal stages: {stages}, from “{first}” to “{last}”. Targets in sum: "
        "deals: {deals}; value: {value}; weighted by probability: {weighted}."
    ),
    "map_probability": "Probability: {percent}",
    "map_share": "Share of all that enter the first stage, if they go through each stage in order",
    "map_share_unknown": "Share not known: a conversion before it is not stated",
    "map_target_deals": "Target deals: {count}",
    "map_target_value": "Target value: {amount}",
    "map_weighted_value": "Weighted: {amount}",
    "view_day_many": "{number} days",
    "view_day_one": "{number} day",
    "view_hour_many": "{number} h",
    "view_hour_one": "{number} h",
    "view_list": ", ",
    "view_min_many": "{number} min",
    "view_min_one": "{number} min",
    "view_month_many": "{number} months",
    "view_month_one": "{number} month",
    "view_process_described": (
        "Flowchart of the process. Stages: {stages}, from “{first}” to “{last}”; ways back: "
        "{loops}; ends: {ends}."
    ),
    "view_stage_described": (
        "Flowchart of the stage “{stage}”. Tasks: {tasks}; decisions: {decisions}; ways "
        "back: {loops}."
    ),
    "view_timeline_described": (
        "Timeline of the buyer's journey. Events: {events}, of which influenced by us: "
        "{ours}, without direct influence: {none}; deal stages: {deal_stages}."
    ),
    "view_title": "{kind}: {name}",
    "view_week_many": "{number} weeks",
    "view_week_one": "{number} week",
    "view_year_many": "{number} years",
    "view_year_one": "{number} year",
    "bant_summary": (
        "Four questions that are asked again at every stage; the better the "
        "customer is known, the more exact the forecast."
    ),
    "bant_budget": "Budget",
    "bant_budget_question": "Is there money for it, and how much?",
    "bant_authority": "Authority",
    "bant_authority_question": "Who decides, and who else has a say?",
    "bant_need": "Need",
    "bant_need_question": "Which problem is to be solved, and how much does it weigh?",
    "bant_timeline": "Timeline",
    "bant_timeline_question": "By when is it to be solved, and why then?",
    "map_applied": "applied",
    "map_applied_meaning": "The stage applies the principle",
    "map_applied_nowhere": "no stage applies it",
    "map_applies_none": "Applies no principle",
    "map_catalogue_described": (
        "Table of technologies by category against sales types. Technologies: "
        "{technologies}; sales types: {sales_types}."
    ),
    "map_confidence": "How sure we are at the end of the stage",
    "map_gap": "gap",
    "map_gap_meaning": "Gap: no technology of this category serves the stage",
    "map_gaps": "Gaps",
    "map_in_stage": "{stage} – {what}: {text}",
    "map_methodology": "Methodology map",
    "map_methodology_described": (
        "Table of principles against the stages that apply them. Principles: {principles}, "
        "of which no stage applies: {orphans}; stages: {stages}, of which without a "
        "principle: {idle}."
    ),
    "map_no_accountable": "Nobody is accountable",
    "map_no_technology": "no technology of this category",
    "map_none": "none",
    "map_orphan_meaning": "Principles that no stage applies, stages that apply none",
    "map_principle": "Principle",
    "map_qualification": "Qualification thread",
    "map_qualification_described": (
        "How sure we are of each letter, stage by stage, as bars. Letters: {letters}; "
        "stages: {stages}, of which without a statement: {untold}."
    ),
    "map_responsibilities_described": (
        "Table of roles against stages with the letters R, A, C, I. Roles: {roles}; stages: "
        "{stages}; stages for which nobody is accountable: {names}."
    ),
    "map_serves": "The technology serves the stage",
    "map_serves_none": "serves no stage",
    "map_technologies": "Technology map",
    "map_technologies_described": (
        "Table of technologies by category against the stages they serve. Technologies: "
        "{technologies}; stages: {stages}; stages without a technology, over all categories: "
        "{gaps}."
    ),
    "map_used_for": "Used for the sales type",
}
