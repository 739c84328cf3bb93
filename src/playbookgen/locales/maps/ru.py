"""Russian words of flowcharts, swimlanes and timelines."""

WORDS = {
    "map_accepted": "принято",
    "map_by_lane": "{map} {lane}",
    "map_by_phase": "по частям процесса",
    "map_by_role": "по ролям",
    "map_by_team": "по командам",
    "map_continued": "{name} (продолжение)",
    "map_handover": "Передача: принимают или возвращают",
    "map_loop": "Возврат",
    "map_main_line": "Основной путь",
    "map_mark_automated": "Автоматически",
    "map_mark_document": "Документ",
    "map_mark_manual": "Вручную",
    "map_mark_meeting": "Встреча",
    "map_no_phase": "Вне частей процесса",
    "map_no_team": "Без команды",
    "map_only": "только: {names}",
    "map_optional": "Необязательный этап",
    "map_or": "{one}; или {other}",
    "map_rejected": "возвращено",
    "map_swimlane": "Дорожки",
    "map_swimlane_described": (
        "Карта процесса с дорожками. Дорожек: {lanes}; этапов: {stages}, от «{first}» "
        "до «{last}»; возвратов: {loops}."
    ),
    "map_to_scale": "Время в масштабе",
    "map_with": "вместе: {names}",
}
