"""Romanian words of flowcharts, swimlanes and timelines."""

WORDS = {
    "map_accepted": "acceptat",
    "map_by_lane": "{map} {lane}",
    "map_by_phase": "pe jumătăți ale procesului",
    "map_by_role": "pe roluri",
    "map_by_team": "pe echipe",
    "map_continued": "{name} (continuare)",
    "map_handover": "Predare: se acceptă sau se respinge",
    "map_loop": "Cale înapoi",
    "map_main_line": "Calea principală",
    "map_mark_automated": "Automatizat",
    "map_mark_document": "Document",
    "map_mark_manual": "Făcut de un om",
    "map_mark_meeting": "Întâlnire",
    "map_no_phase": "În nicio jumătate a procesului",
    "map_no_team": "În nicio echipă",
    "map_only": "doar: {names}",
    "map_optional": "Etapă opțională",
    "map_or": "{one}; sau {other}",
    "map_rejected": "respins",
    "map_swimlane": "Culoare",
    "map_swimlane_described": (
        "Harta procesului pe culoare. Culoare: {lanes}; etape: {stages}, de la "
        "„{first}” la „{last}”; căi înapoi: {loops}."
    ),
    "map_to_scale": "Timpul, la scară",
    "map_with": "împreună cu {names}",
}
