"""Japanese words of the site and the maps."""

from playbookgen.locales.maps import ja as maps
from playbookgen.locales.pages import ja as pages

WORDS = {
    **pages.WORDS,
    **maps.WORDS,
    "accountable": "最終責任者",
    "actions": "自社の対応",
    "all_sales_types": "すべての販売形態",
    "automated": "自動化",
    "by_category": "分類別の手段",
    "catalogue_note": "このプレイブックは手段のカタログであり、販売段階はありません。",
    "category": "分類",
    "category_external": "外部",
    "category_internal": "内部",
    "category_marketing": "マーケティング",
    "category_personnel": "人材",
    "clients": "クライアント",
    "condition": "条件",
    "consulted": "相談先",
    "deal_stage": "取引ステータス",
    "deal_stages": "取引ステータス",
    "decision": "判断",
    "document": "文書",
    "draft": "下書き",
    "duration": "所要時間",
    "effective": "適用開始日",
    "end": "終了",
    "entry": "開始条件",
    "event": "出来事",
    "evidence": "確認資料",
    "exit": "完了条件",
    "gap": "未定",
    "how_it_ends": "取引の結末",
    "influence_none": "直接の影響力なし（取引ステータスにしない）",
    "influence_ours": "自社の働きかけあり",
    "information_goals": "把握すべき情報",
    "informed": "報告先",
    "journey": "購買プロセス",
    "kind_handover": "引き継ぎ",
    "kind_lost": "失注",
    "kind_nurturing": "育成に戻す",
    "kind_won": "受注",
    "language": "言語",
    "legend": "凡例",
    "loop_back": "前の段階に戻る",
    "map_buying_centre_described": (
        "顧客の意思決定に関わる人の一覧図。意思決定部門：{centres}、関わる人：{members}"
        "（うち部門なし：{loose}）、決定または承認する人：{deciders}。"
    ),
    "map_decider": "決定または承認する人",
    "map_decision_cycle_described": (
        "顧客の意思決定の図。「{first}」から「{last}」まで{steps}ステップ、"
        "自社の段階がないステップ：{gaps}。"
    ),
    "map_member": "関わる人とその懸念",
    "map_no_centre": "意思決定部門に属さない人",
    "map_no_stage": "自社の段階なし",
    "map_nobody": "担当者の記載なし",
    "map_said": "{what}：{text}",
    "map_portfolio": "ポートフォリオ",
    "map_portfolio_described": (
        "すべてのプレイブックの一覧図。顧客：{clients}、プレイブック：{playbooks}、"
        "下書き：{drafts}。"
    ),
    "map_portfolio_draft": "下書き：未完成の部分がありえます",
    "map_portfolio_version": "バージョン{version}",
    "manual": "手作業",
    "meeting": "会議・面談",
    "metrics": "指標",
    "next": "次の進み方",
    "next_stage": "次の段階",
    "no_owner": "責任者の指定なし",
    "optional": "省略可",
    "overview": "概要",
    "owner": "責任者",
    "playbooks": "プレイブック",
    "previous_stage": "前の段階",
    "probability": "受注確度",
    "process_map": "プロセスマップ",
    "purpose": "目的",
    "raci": "役割分担",
    "raci_legend": "R 実行責任者、A 最終責任者、C 相談先、I 報告先",
    "reasons": "理由",
    "resources": "必要な資源",
    "responsible": "実行責任者",
    "review": "見直し期限",
    "role": "役割",
    "roles": "役割",
    "sales_type_project": "プロジェクト型販売",
    "sales_type_regional": "地域販売",
    "sales_type_traditional": "従来型販売",
    "sales_types": "販売形態",
    "scroll_hint": "スクロールすると全体が見られます",
    "stage": "販売段階",
    "stage_map": "段階の流れ図",
    "stages": "販売段階",
    "start": "開始",
    "start_page": "トップページ",
    "status": "状態",
    "status_current": "適用中",
    "status_draft": "下書き",
    "status_retired": "廃止",
    "steps": "手順",
    "summary": "要約",
    "target": "目標値",
    "task": "作業",
    "tasks": "作業",
    "team": "チーム",
    "technologies": "手段",
    "technology": "手段",
    "the_buyer": "買い手",
    "timeline_map": "時系列マップ",
    "version": "バージョン",
    "we": "自社",
    "when_at": "時期",
    "who": "担当",
    "site_activity": "段階・作業",
    "site_all_playbooks": "すべてのプレイブック",
    "site_dark": "ダークモードに切り替える",
    "site_do_this": "行うこと",
    "site_draft": "このプレイブックは下書きです。未完成の部分があり、内容が変わることがあります。",
    "site_event_or_action": "出来事・対応",
    "site_guide": "プレイブック作成ガイド",
    "site_light": "ライトモードに切り替える",
    "site_no_playbooks": "公開中のプレイブックはありません。",
    "site_redirect": "プレイブックを開く",
    "site_retired": "このプレイブックは廃止され、現在は適用されていません。",
    "site_serves": "使用する販売段階",
    "site_stage_of": "全{count}段階の第{number}段階",
    "site_starts_here": "取引の開始段階",
    "map_as_is_described": (
        "現状のプロセスとこれからのプロセスの比較。現状の段階は{today}件（うち廃止{dropped}件）、"
        "これからの段階は{to_be}件（うち新設{new}件）。"
    ),
    "map_brings": "取引をここへ進める買い手の行動",
    "map_funnel": "ファネル",
    "map_funnel_described": (
        "見込み転換率のファネル。段階は「{first}」から「{last}」まで{stages}件、転換率の記載なし"
        "{unknown}件。最初の段階に入った全体のうち受注に至る割合は{overall}。"
    ),
    "map_go_on": "{percent}が次へ進む",
    "map_measured": "{caption}（{date}測定）",
    "map_moves_on": "次へ進む条件",
    "map_no_target": "目標の記載なし",
    "map_not_stated": "記載なし",
    "map_our_stage": "そのときの当社の段階と担当",
    "map_overall": "最初の段階に入った全体に対する割合",
    "map_pipeline": "パイプラインボード",
    "map_pipeline_described": (
        "パイプラインボード。取引ステータスは「{first}」から「{last}」まで{stages}件。目標の合計は"
        "件数{deals}、金額{value}、受注確度による加重金額{weighted}。"
    ),
    "map_probability": "受注確度：{percent}",
    "map_share": "最初の段階に入った全体のうち、各段階を順に通った場合に残る割合",
    "map_share_unknown": "割合は不明：ここまでの転換率に記載がない",
    "map_target_deals": "目標件数：{count}件",
    "map_target_value": "目標金額：{amount}",
    "map_weighted_value": "加重金額：{amount}",
    "view_day_many": "{number}日",
    "view_day_one": "{number}日",
    "view_hour_many": "{number}時間",
    "view_hour_one": "{number}時間",
    "view_list": "、",
    "view_min_many": "{number}分",
    "view_min_one": "{number}分",
    "view_month_many": "{number}か月",
    "view_month_one": "{number}か月",
    "view_process_described": (
        "プロセスの流れ図。販売段階は「{first}」から「{last}」までの{stages}段階、"
        "戻りの経路は{loops}本、結末は{ends}件。"
    ),
    "view_stage_described": (
        "「{stage}」段階の流れ図。作業は{tasks}件、判断は{decisions}件、戻りの経路は{loops}本。"
    ),
    "view_timeline_described": (
        "購買プロセスの時系列マップ。出来事は{events}件（自社の働きかけあり{ours}件、"
        "直接の影響力なし{none}件）、取引ステータスは{deal_stages}件。"
    ),
    "view_title": "{kind}：{name}",
    "view_week_many": "{number}週間",
    "view_week_one": "{number}週間",
    "view_year_many": "{number}年",
    "view_year_one": "{number}年",
    "bant_summary": (
        "各段階で改めて確認する4つの質問です。顧客を深く知るほど、予測は正確になります。"
    ),
    "bant_budget": "予算",
    "bant_budget_question": "予算はあるか。金額はどれくらいか。",
    "bant_authority": "決裁権",
    "bant_authority_question": "誰が決めるのか。ほかに誰の意見が影響するか。",
    "bant_need": "ニーズ",
    "bant_need_question": "どの課題を解決したいのか。どれほど重要か。",
    "bant_timeline": "導入時期",
    "bant_timeline_question": "いつまでに必要か。その理由は何か。",
    "map_applied": "適用",
    "map_applied_meaning": "この段階で原則を適用する",
    "map_applied_nowhere": "適用する段階がない",
    "map_applies_none": "原則を適用しない段階",
    "map_catalogue_described": (
        "手段をカテゴリーと販売形態で並べた表。手段：{technologies}、販売形態：{sales_types}。"
    ),
    "map_confidence": "段階の終わりでの確信度",
    "map_gap": "空白",
    "map_gap_meaning": "空白：このカテゴリーの手段がない段階",
    "map_gaps": "空白",
    "map_in_stage": "{stage} – {what}：{text}",
    "map_methodology": "販売手法マップ",
    "map_methodology_described": (
        "原則と、それを適用する段階の表。原則：{principles}（うち適用する段階がないもの：{orphans}）、"
        "段階：{stages}（うち原則のないもの：{idle}）。"
    ),
    "map_no_accountable": "最終責任者なし",
    "map_no_technology": "このカテゴリーの手段なし",
    "map_none": "なし",
    "map_orphan_meaning": "適用する段階がない原則、原則のない段階",
    "map_principle": "原則",
    "map_qualification": "見極めの推移",
    "map_qualification_described": (
        "項目ごとの確信度を段階順に棒で示す。項目：{letters}、段階：{stages}（うち記載のないもの：{untold}）。"
    ),
    "map_responsibilities_described": (
        "役割と段階の表。文字はR、A、C、I。役割：{roles}、段階：{stages}、最終責任者のいない段階：{names}。"
    ),
    "map_serves": "この段階で使う手段",
    "map_serves_none": "使う段階がない",
    "map_technologies": "手段マップ",
    "map_technologies_described": (
        "手段をカテゴリー別に並べ、使う段階を示した表。手段：{technologies}、段階：{stages}、"
        "手段のない段階（全カテゴリー計）：{gaps}。"
    ),
    "map_used_for": "この販売形態で使う",
}
