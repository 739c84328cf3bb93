"""English words of flowcharts, swimlanes and timelines."""

WORDS = {
    "map_accepted": "accepted",
    "map_by_lane": "{map} by {lane}",
    "map_by_phase": "half-process",
    "map_by_role": "role",
    "map_by_team": "team",
    "map_continued": "{name} (continued)",
    "map_handover": "Handover: accepted or rejected",
    "map_loop": "Way back",
    "map_main_line": "Main line",
    "map_mark_automated": "Automated",
    "map_mark_document": "Document",
    "map_mark_manual": "Done by a person",
    "map_mark_meeting": "Meeting",
    "map_no_phase": "In no half-process",
    "map_no_team": "In no team",
    "map_only": "only: {names}",
    "map_optional": "Optional stage",
    "map_or": "{one}; or {other}",
    "map_rejected": "rejected",
    "map_swimlane": "Swimlanes",
    "map_swimlane_described": (
        "Swimlane map of the process. Lanes: {lanes}; stages: {stages}, from “{first}” "
        "to “{last}”; ways back: {loops}."
    ),
    "map_to_scale": "Time to scale",
    "map_with": "with {names}",
}
