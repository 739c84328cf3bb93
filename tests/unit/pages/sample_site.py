"""A small compartment made by hand: four languages, a hostile playbook, placeholder pictures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from playbookgen.model.playbook import (
    Action,
    Axis,
    Body,
    Category,
    Compartment,
    Criterion,
    DealStage,
    Edition,
    Event,
    Journey,
    Metric,
    Named,
    Outcome,
    Process,
    Raci,
    Role,
    Stage,
    Task,
    Technology,
    Transition,
)
from playbookgen.model.site import MapPicture
from playbookgen.model.values import Duration, Percent
from playbookgen.render.pages import page_of_map, picture_key

HOSTILE = '<script>alert(1)</script> "&amp; {#x .y} [[z]] ![i](javascript:1) *b* `c` </title> $1'
REP = Role("roles.rep", "担当者", "商談を進める", "営業部")
LEAD = Role("roles.lead", "マネージャー", team="営業部")


def duration(text: str) -> Duration:
    return Duration(Fraction(1), Fraction(1), text)


def stage(number: int, key: str, title: str, *, optional: bool = False) -> Stage:
    ref = f"stages.{key}"
    tasks = (
        Task(
            f"{ref}.tasks.call",
            f"{title}の準備をする",
            "顧客の状況を調べ、話す内容を一枚にまとめる。",
            raci=Raci((REP,), (LEAD,)),
            resources=("CRM", "顧客カード"),
            duration=duration("30 min"),
        ),
        Task(f"{ref}.tasks.ask", "見込みはあるか", kind="decision", raci=Raci((REP,))),
        Task(f"{ref}.tasks.log", "記録する", automated=True, raci=Raci((REP,), (), (LEAD,))),
    )
    flow = (
        Transition(f"{ref}.entry", tasks[0].ref),
        Transition(tasks[0].ref, tasks[1].ref),
        Transition(tasks[1].ref, tasks[2].ref, "はい"),
        Transition(tasks[1].ref, tasks[0].ref, "いいえ", True),
        Transition(tasks[2].ref, f"{ref}.exit"),
    )
    return Stage(
        ref,
        title,
        "見込み客の一覧から始めて、会う価値のある相手を選びます。",
        number=number,
        purpose=f"{title}：買う理由と余裕のある見込み客だけを次に進める。",
        entry=(Criterion("一覧に名前がある", "CRMの記録"),),
        exit=(Criterion("必要性を確認した", "面談記録"), Criterion("予算を確認した")),
        tasks=tasks,
        task_flow=flow,
        raci=Raci((REP,), (LEAD,), informed=(LEAD,)),
        resources=("CRM", "商品資料"),
        metrics=(Metric(f"{ref}.metrics.rate", "面談率", "週ごとに見る", "%", "25"),),
        duration=duration("2-4 weeks"),
        probability=Percent(Fraction(20), "20%"),
        optional=optional,
        decision="次に進むか" if number == 2 else "",
    )


def seven_steps() -> Edition:
    """A process in Japanese, with technologies that serve it."""
    stages = (
        stage(1, "prospecting", "プロスペクティング"),
        stage(2, "approach", "アプローチ", optional=True),
        stage(3, "closing", "クロージング"),
    )
    transitions = (
        Transition("stages.prospecting", "stages.approach"),
        Transition("stages.approach", "stages.closing", "関心がある"),
        Transition("stages.approach", "stages.prospecting", "関心がない", True),
        Transition("stages.closing", "outcomes.won", "合意した"),
        Transition("stages.closing", "outcomes.lost", "断られた"),
    )
    outcomes = (
        Outcome("outcomes.won", "受注", kind="won"),
        Outcome("outcomes.lost", "失注", kind="lost", reasons=("価格", "競合", "時期")),
    )
    return Edition(
        "seven-steps",
        "販売の七つの段階",
        "見込み客を探すところから納品後のフォローまで、営業担当者が毎日使う手順です。",
        "acme",
        "internal",
        "ja",
        owner="営業企画",
        version="1.2",
        status="draft",
        effective=date(2026, 4, 1),
        review=date(2027, 4, 1),
        roles=(REP, LEAD),
        process=Process(stages, "stages.prospecting", outcomes, transitions),
    )


def catalogue() -> Edition:
    """Technologies in Russian, without a process."""
    internal = Category("categories.internal", "Внутренние", "Повысить отдачу ежедневной работы.")
    marketing = Category("categories.marketing", "Маркетинговые", "Собрать сведения для продаж.")
    bodies = (
        Body("проектные продажи", "Карта клиента и карта цикла решения.", ("Узнать", "Записать")),
        Body("региональные продажи", "Карта партнёра."),
    )
    items = [
        Technology(
            f"technologies.item-{number}",
            title,
            "Управляемая практика отдела продаж.",
            category=category.ref,
            sales_types=kinds,
            owner=owner,
            bodies=bodies if number == 2 else (),
            information_goals=("Кто решает", "Когда решают") if number == 2 else (),
        )
        for number, (title, category, kinds, owner) in enumerate(
            [
                ("Оперативная отчётность", internal, (), "Отдел продаж"),
                ("Карта клиента", internal, ("project", "regional"), "Отдел продаж"),
                ("Дистрибутивная карта", marketing, ("regional",), ""),
            ],
            start=1,
        )
    ]
    return Edition(
        "technologies-of-sales",
        "Технологии продаж",
        "Каталог технологий по категориям и типам продаж.",
        "acme",
        "internal",
        "ru",
        sales_types=(Named("sales_types.project", "проектные продажи"),),
        axes=(Axis("axes.counterpart", "Контрагент"),),
        categories=(internal, marketing),
        technologies=tuple(items),
    )


def journey() -> Edition:
    """A buyer's journey in Romanian."""
    sales = Role("roles.sales", "Vânzări")
    events = (
        Event("journey.events.reads", "Citește articolul", ours=False, at="ziua 0"),
        Event(
            "journey.events.books",
            "Rezervă o discuție",
            "Alege o oră în calendar.",
            at="ziua 3",
            actions=(
                Action(
                    "journey.events.books.actions.send",
                    "Trimitem agenda",
                    raci=Raci((sales,)),
                    automated=True,
                ),
            ),
            deal_stages=("deal_stages.booked",),
        ),
    )
    booked = DealStage(
        "deal_stages.booked", "Discuție rezervată", "Pasul zero.", "journey.events.books"
    )
    return Edition(
        "parcurs",
        "Parcursul cumpărătorului",
        "De la primul articol citit la contract.",
        "acme",
        "internal",
        "ro",
        roles=(sales,),
        journey=Journey("Parcursul", "Al unui client nou.", events),
        deal_stages=(booked,),
    )


def hostile() -> Edition:
    """A playbook whose every text tries to break out of its place."""
    text = HOSTILE
    role = Role("roles.r", text, text, text)
    ref = "stages.s"
    task = Task(f"{ref}.tasks.t", text, text, raci=Raci((role,)), resources=(text,))
    flow = (Transition(task.ref, f"{ref}.exit", text),)
    only = Stage(
        ref,
        text,
        text,
        purpose=text,
        entry=(Criterion(text, text),),
        exit=(Criterion(text, text),),
        tasks=(task,),
        task_flow=flow,
        raci=Raci((role,)),
        resources=(text,),
        metrics=(Metric(f"{ref}.metrics.m", text, text, text, text),),
        decision=text,
        technologies=("technologies.x",),
    )
    ways = (Transition(ref, "outcomes.o", text), Transition(ref, ref, text, True))
    event = Event(
        "journey.events.e",
        text,
        text,
        at=text,
        actions=(Action("journey.events.e.actions.a", text, raci=Raci((role,))),),
        deal_stages=("deal_stages.d",),
    )
    category = Category("categories.k", text, text)
    technology = Technology(
        "technologies.x",
        text,
        text,
        category=category.ref,
        owner=text,
        stages=(ref,),
        information_goals=(text,),
        bodies=(Body(text, text, (text,)),),
    )
    return Edition(
        "hostile",
        text,
        text,
        "acme",
        "internal",
        "en",
        text,
        text,
        roles=(role,),
        process=Process((only,), ref, (Outcome("outcomes.o", text, text, "lost", (text,)),), ways),
        categories=(category,),
        technologies=(technology,),
        journey=Journey(text, text, (event,)),
        deal_stages=(DealStage("deal_stages.d", text, text, event.ref, ref),),
    )


def compartment() -> Compartment:
    """The owner's internal compartment, which also lists another client's playbook."""
    editions = (seven_steps(), catalogue(), journey(), hostile())
    other = Edition("plan", "The other plan", "", "globex", "client", "en")
    return Compartment(
        "acme", "internal", "Acme & Co", "Playbooks <b>", "en", editions, (*editions, other)
    )


def pictures(of: Compartment) -> list[MapPicture]:
    """Placeholder pictures of the process, the stages and the journey."""
    keys = [
        picture_key(edition, subject)
        for edition in of.editions
        for subject in _subjects(edition)
        if page_of_map(edition, subject)
    ]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="220" viewBox="0 0 900 220" '
        'role="group" aria-label="map"><rect x="10" y="60" width="160" height="70" rx="10" '
        'fill="none" stroke="currentColor"/><a href="./"><text x="40" y="100" '
        'fill="currentColor">map</text></a></svg>'
    )
    return [MapPicture(key, "A map", svg, svg) for key in keys]


def _subjects(edition: Edition) -> list[str]:
    process = ["process", *(stage.ref for stage in edition.stages)] if edition.process else []
    return [*process, *(["journey"] if edition.journey else [])]
