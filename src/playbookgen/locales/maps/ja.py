"""Japanese words of flowcharts, swimlanes and timelines."""

WORDS = {
    "map_accepted": "受け入れ",
    "map_by_lane": "{lane}{map}",
    "map_by_phase": "工程別",
    "map_by_role": "役割別",
    "map_by_team": "チーム別",
    "map_continued": "{name}（続き）",
    "map_handover": "引き継ぎ：受け入れるか差し戻す",
    "map_loop": "戻りの経路",
    "map_main_line": "主な流れ",
    "map_mark_automated": "自動",
    "map_mark_document": "文書",
    "map_mark_manual": "人が行う",
    "map_mark_meeting": "会議",
    "map_no_phase": "どの工程にも属さない",
    "map_no_team": "どのチームにも属さない",
    "map_only": "対象：{names}",
    "map_optional": "省略できる段階",
    "map_or": "{one}、または{other}",
    "map_rejected": "差し戻し",
    "map_swimlane": "スイムレーン図",
    "map_swimlane_described": (
        "工程のスイムレーン図。レーンは{lanes}本、段階は「{first}」か"
        "ら「{last}」まで{stages}件、戻りの経路は{loops}本。"
    ),
    "map_to_scale": "実際の時間の比",
    "map_with": "協力：{names}",
}
