"""Russian words of the site and the maps."""

from playbookgen.locales.maps import ru as maps
from playbookgen.locales.pages import ru as pages

WORDS = {
    **pages.WORDS,
    **maps.WORDS,
    "accountable": "Отвечает за результат",
    "actions": "Наши действия",
    "all_sales_types": "все типы продаж",
    "automated": "автоматизировано",
    "by_category": "Технологии по категориям",
    "catalogue_note": "Этот плейбук — каталог технологий; этапов в нём нет.",
    "category": "Категория",
    "category_external": "Внешние",
    "category_internal": "Внутренние",
    "category_marketing": "Маркетинговые",
    "category_personnel": "Персонал",
    "clients": "Клиенты",
    "condition": "Условие",
    "consulted": "Консультирует",
    "deal_stage": "Статус сделки",
    "deal_stages": "Статусы сделки",
    "decision": "Решение",
    "document": "документ",
    "draft": "черновик",
    "duration": "Длительность",
    "effective": "Действует с",
    "end": "Конец",
    "entry": "Критерии входа",
    "event": "Событие",
    "evidence": "Подтверждение",
    "exit": "Критерии выхода",
    "gap": "не указано",
    "how_it_ends": "Чем завершается сделка",
    "influence_none": "Прямого влияния нет: статусом сделки не становится",
    "influence_ours": "Мы влияем",
    "information_goals": "Что нужно узнать",
    "informed": "Информируется",
    "journey": "Путь покупателя",
    "kind_handover": "передача",
    "kind_lost": "проиграна",
    "kind_nurturing": "возврат в прогрев",
    "kind_won": "выиграна",
    "language": "Язык",
    "legend": "Обозначения",
    "loop_back": "Возврат на более ранний этап",
    "map_buying_centre_described": (
        "Доска участников решения у клиента. Центров решения: {centres}; людей: {members}, из них "
        "вне центров: {loose}; решают или утверждают: {deciders}."
    ),
    "map_decider": "Решает или утверждает",
    "map_decision_cycle_described": (
        "Доска решения клиента. Шагов: {steps}, от «{first}» до «{last}»; шагов без нашего "
        "этапа: {gaps}."
    ),
    "map_member": "Участвует, с опасениями",
    "map_no_centre": "Вне центров решения",
    "map_no_stage": "нашего этапа нет",
    "map_nobody": "никто не назван",
    "map_said": "{what}: {text}",
    "map_portfolio": "Портфель",
    "map_portfolio_described": (
        "Доска всех плейбуков. Клиентов: {clients}; плейбуков: {playbooks}; черновиков: {drafts}."
    ),
    "map_portfolio_draft": "Черновик: чего-то может не хватать",
    "map_portfolio_version": "версия\u00a0{version}",
    "manual": "вручную",
    "meeting": "встреча",
    "metrics": "Показатели",
    "next": "Что дальше",
    "next_stage": "Следующий этап",
    "no_owner": "ответственный не назван",
    "optional": "необязательно",
    "overview": "Обзор",
    "owner": "Ответственный",
    "playbooks": "Плейбуки",
    "previous_stage": "Предыдущий этап",
    "probability": "Вероятность",
    "process_map": "Карта процесса",
    "purpose": "Цель",
    "raci": "Распределение ролей",
    "raci_legend": "R — исполняет, A — отвечает за результат, C — консультирует, I — информируется",
    "reasons": "Причины",
    "resources": "Ресурсы",
    "responsible": "Исполнитель",
    "review": "Пересмотреть до",
    "role": "Роль",
    "roles": "Роли",
    "sales_type_project": "проектные продажи",
    "sales_type_regional": "региональные продажи",
    "sales_type_traditional": "традиционные продажи",
    "sales_types": "Типы продаж",
    "scroll_hint": "Прокрутите, чтобы увидеть всю карту",
    "stage": "Этап",
    "stage_map": "Карта этапа",
    "stages": "Этапы",
    "start": "Начало",
    "start_page": "Главная",
    "status": "Статус",
    "status_current": "действует",
    "status_draft": "черновик",
    "status_retired": "отменён",
    "steps": "Шаги",
    "summary": "Кратко",
    "target": "Целевое значение",
    "task": "Задача",
    "tasks": "Задачи",
    "team": "Команда",
    "technologies": "Технологии",
    "technology": "Технология",
    "the_buyer": "Покупатель",
    "timeline_map": "Карта пути во времени",
    "version": "Версия",
    "we": "Мы",
    "when_at": "Когда",
    "who": "Кто",
    "site_activity": "Этап или задача",
    "site_all_playbooks": "Все плейбуки",
    "site_dark": "Включить тёмную тему",
    "site_do_this": "Что делать",
    "site_draft": "Этот плейбук — черновик: отдельные части могут отсутствовать или измениться.",
    "site_event_or_action": "Событие или действие",
    "site_guide": "Руководство по созданию плейбуков",
    "site_light": "Включить светлую тему",
    "site_no_playbooks": "Здесь пока нет опубликованных плейбуков.",
    "site_redirect": "Открыть плейбуки",
    "site_retired": "Этот плейбук отменён и больше не действует.",
    "site_serves": "Применяется на этапах",
    "site_stage_of": "Этап {number} из {count}",
    "site_starts_here": "здесь начинается сделка",
    "map_as_is_described": (
        "Процесс как есть рядом с процессом как будет. Этапов сейчас: {today}, из них отменяется: "
        "{dropped}; этапов будет: {to_be}, из них новых: {new}."
    ),
    "map_brings": "Шаг покупателя, который приводит сделку сюда",
    "map_funnel": "Воронка",
    "map_funnel_described": (
        "Воронка ожидаемой конверсии. Этапов: {stages}, от «{first}» до «{last}»; конверсия не "
        "указана у этапов: {unknown}; успешны из всех вошедших на первый этап: {overall}."
    ),
    "map_go_on": "{percent} идут дальше",
    "map_measured": "{caption} (измерено {date})",
    "map_moves_on": "Идёт дальше, когда",
    "map_no_target": "Цель не указана",
    "map_not_stated": "не указано",
    "map_our_stage": "Наш этап в это время и кто отвечает",
    "map_overall": "из всех вошедших на первый этап",
    "map_pipeline": "Доска сделок",
    "map_pipeline_described": (
        "Доска сделок. Статусов: {stages}, от «{first}» до «{last}». Цели в сумме: сделок: "
        "{deals}; стоимость: {value}; с учётом вероятности: {weighted}."
    ),
    "map_probability": "Вероятность: {percent}",
    "map_share": "Доля от всех вошедших на первый этап, если они проходят все этапы по порядку",
    "map_share_unknown": "Доля неизвестна: конверсия до этого места не указана",
    "map_target_deals": "Цель, сделок: {count}",
    "map_target_value": "Цель, сумма: {amount}",
    "map_weighted_value": "С учётом вероятности: {amount}",
    "view_day_many": "{number} дн.",
    "view_day_one": "{number} день",
    "view_hour_many": "{number} ч",
    "view_hour_one": "{number} ч",
    "view_list": ", ",
    "view_min_many": "{number} мин",
    "view_min_one": "{number} мин",
    "view_month_many": "{number} мес.",
    "view_month_one": "{number} месяц",
    "view_process_described": (
        "Блок-схема процесса. Этапов: {stages}, от «{first}» до «{last}»; возвратов: "
        "{loops}; завершений: {ends}."
    ),
    "view_stage_described": (
        "Блок-схема этапа «{stage}». Задач: {tasks}; решений: {decisions}; возвратов: {loops}."
    ),
    "view_timeline_described": (
        "Путь покупателя на оси времени. Событий: {events}, из них под нашим влиянием: "
        "{ours}, без прямого влияния: {none}; статусов сделки: {deal_stages}."
    ),
    "view_title": "{kind}: {name}",
    "view_week_many": "{number} нед.",
    "view_week_one": "{number} неделя",
    "view_year_many": "{number} г.",
    "view_year_one": "{number} год",
    "bant_summary": (
        "Четыре вопроса, которые задают на каждом этапе: чем лучше известен "
        "клиент, тем точнее прогноз."
    ),
    "bant_budget": "Бюджет",
    "bant_budget_question": "Есть ли на это деньги и сколько?",
    "bant_authority": "Полномочия",
    "bant_authority_question": "Кто принимает решение и чьё мнение ещё важно?",
    "bant_need": "Потребность",
    "bant_need_question": "Какую задачу нужно решить и насколько она важна?",
    "bant_timeline": "Сроки",
    "bant_timeline_question": "К какому сроку нужно решение и почему?",
    "map_applied": "применяется",
    "map_applied_meaning": "Принцип применяется на этапе",
    "map_applied_nowhere": "не применяется ни на одном этапе",
    "map_applies_none": "Принципы не применяются",
    "map_catalogue_described": (
        "Таблица технологий по категориям и типам продаж. Технологий: {technologies}; типов "
        "продаж: {sales_types}."
    ),
    "map_confidence": "Насколько мы уверены в конце этапа",
    "map_gap": "пробел",
    "map_gap_meaning": "Пробел: ни одна технология этой категории не служит этапу",
    "map_gaps": "Пробелы",
    "map_in_stage": "{stage} — {what}: {text}",
    "map_methodology": "Карта методологии",
    "map_methodology_described": (
        "Таблица принципов и этапов, на которых они применяются. Принципов: {principles}, из "
        "них не применяются ни на одном этапе: {orphans}; этапов: {stages}, из них без "
        "принципов: {idle}."
    ),
    "map_no_accountable": "Никто не отвечает за результат",
    "map_no_technology": "нет технологии этой категории",
    "map_none": "нет",
    "map_orphan_meaning": "Принципы, которые не применяются, и этапы без принципов",
    "map_principle": "Принцип",
    "map_qualification": "Нить квалификации",
    "map_qualification_described": (
        "Уверенность по каждой букве от этапа к этапу, столбиками. Букв: {letters}; этапов: "
        "{stages}, из них без оценки: {untold}."
    ),
    "map_responsibilities_described": (
        "Таблица ролей и этапов с буквами R, A, C, I. Ролей: {roles}; этапов: {stages}; "
        "этапы, за результат которых никто не отвечает: {names}."
    ),
    "map_serves": "Технология применяется на этапе",
    "map_serves_none": "не применяется ни на одном этапе",
    "map_technologies": "Технологическая карта",
    "map_technologies_described": (
        "Таблица технологий по категориям и этапов, на которых они применяются. Технологий: "
        "{technologies}; этапов: {stages}; этапов без технологии, по всем категориям: {gaps}."
    ),
    "map_used_for": "Применяется для этого типа продаж",
}
