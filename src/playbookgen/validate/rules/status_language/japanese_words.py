"""Japanese words that the judgement of deal stages knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbookgen.validate.rules.status_language.words import listed

OVER = re.compile(r"(?:済み|済|ずみ|完了|終了|受領)\Z")
"""Endings that say that an act is over though they carry no tense."""
PAST = re.compile(r"(?:[^まなあか方]た|んだ|[急継注稼防繋]いだ)\Z")
NO_PAST = re.compile(r"[るいうくたな]んだ\Z")
"""An explanation (するんだ), which looks like the past of 読む."""
NOT_YET = re.compile(r"\A(?:まだ|未)|(?:いない|いません|しない|しません|未完了|未済|未了)\Z")
DENIED_PAST = re.compile(r"(?:なかった|ませんでした)\Z")
TO_COME = re.compile(
    r"(?:予定|見込み?|つもり|はず|べき|可能性|たい|よう|ください|下さい|待ち|依頼中)\Z"
)
GOING_ON = re.compile(r"(?:中|中だ|ている|てる|でいる|ています|つつある|検討|保留)\Z")
DICTIONARY_FORM = re.compile(r"(?:[るうくぐすつぬぶむ])\Z")

_DONE = (
    r"(?:(?:を|が|は)?(?:(?:され|でき|いたし|致し|(?<!ま)し)(?:ました|た)"
    r"|(?:済みました|済んだ|済み|済|ずみ|完了した|完了|終了した|終了)))?\Z"
)
DONE = re.compile(_DONE)
"""What stands after a verbal noun: 送付 + した, 送付 + 済み."""
_VERB = r"(?:[っいりんきみちびぎに]?(?:まし)?[ただ])\Z"

OUR_PEOPLE = re.compile(
    r"弊社|当社|自社|我々|私たち|我が社|当方|営業担当[がはより]|営業[がは]|担当営業|インサイドセールス"
)
TO_BUYER = re.compile(r"(?:お客様|お客さま|顧客|先方|客先|見込み客)(?:に|へ|を|宛)")
BY_BUYER = re.compile(
    r"(?:お客様|お客さま|顧客|先方|客先|買い手|購入者|担当者|決裁者|責任者|購買部?|役員会?|社長|部長"
    r"|経営陣|利用者|ユーザー|意思決定者|上司|取締役会)(?:が|は|も|により|によって|側が|側で)"
)

OUR_NOUNS = listed("""
        送付 送信 郵送 発送 配信 配布 提示 提案 架電 発行 作成 準備 用意 連絡 通知 案内 訪問
        獲得 受注 失注 成約 案件化 クロージング ヒアリング フォロー フォローアップ フォロー電話
        電話 コール 開拓 査定 選別 割当 割り当て アサイン リスト化 リストアップ 説明 アプローチ
        見積 見積り 見積もり プレゼン プレゼンテーション 値引き 請求 出荷 納入 接触 コンタクト
        催促 督促 リマインド 商談化 リード化 名刺交換 売上計上 追客 掘り起こし ナーチャリング
        資料作成
        """)
BUYER_NOUNS = listed("""
        受領 署名 捺印 押印 調印 締結 予約 参加 出席 受講 視聴 来場 来社 来訪 来店 見学 承認 合意
        同意 承諾 内諾 快諾 決定 決裁 選定 採用 発注 注文 購入 申込 申込み 申し込み 申請 支払
        支払い 払込 振込 検収 納品 開始 利用 導入 試用 体験 更新 継続 解約 辞退 却下 回答 返信
        問い合わせ 問合せ お問い合わせ 相談 ダウンロード 閲覧 比較 検討 理解 納得 面談 打ち合わせ
        打合せ 会議 キックオフ 確定 選択 読了 契約 返却 調整 交渉 協議 討議 検証 評価版利用 稼働
        受入 受け入れ 着手 登録 拒否 延期 キャンセル 稟議 資料請求 断り 商談 トライアル テスト
        デモ参加 返送 記入 起案 比較検討 精査
        """)
OUR_VERBS = re.compile(
    r"(?:(?<!見)送|渡し|お渡しし|届け|かけ|掛け|勝ち取|売|売れ|追いかけ|口説|勧め|すすめ|誘"
    r"|落とし|仕掛け|教え|知らせ|お知らせし)" + _VERB
)
BUYER_VERBS = re.compile(
    r"(?:決ま|決め|選|読|見|観|聞|届|通|下り|降り|下|使|試し|終え|終わ|始め|始ま|断|払|申し込|申込|頼|買|結"
    r"|会|まとま|分か|わか|気に入|訪れ|来|認め|取り決め|比べ|書|書き込|戻し|返し|問い合わせ|尋ね|動き出し"
    r"|集ま|話し合|済ませ|済|固ま|試され|託し|預け|求め|迎え|伺|飲|加わ|立ち会|触|味わ)" + _VERB
)


@dataclass(frozen=True, slots=True)
class ThingDecides:
    """A predicate that is ours with some things and the buyer's with others: 受領した."""

    predicate: re.Pattern[str]
    ours: tuple[str, ...]
    buyers: tuple[str, ...]


BY_THING = (
    ThingDecides(
        re.compile(
            f"(?:(?<!見)送{_VERB}|(?:送付|送信|請求|訪問|作成|準備|用意|提出){_DONE}|作{_VERB})"
        ),
        ours=listed("提案 見積もり送 見積書を送 請求書 リスト プレゼン資料 見積書を作"),
        buyers=listed(
            "要件 要望 発注 注文 申込 稟議 社内 rfp ショールーム 工場 展示 見積を サンプル"
        ),
    ),
    ThingDecides(
        re.compile(f"(?:特定|登録|把握|紹介|調査){_DONE}"),
        ours=listed("キーマン 決裁者 担当者 リード 案件 競合 市場 ニーズ 自社 製品 サービス"),
        buyers=listed("会員 利用者 同僚 知人"),
    ),
    ThingDecides(
        re.compile(f"(?:(?:受領|入手){_DONE}|(?:受け取|受取|受け|もら|頂|いただ|得|届){_VERB})"),
        ours=listed("""
        注文 発注 入金 支払 代金 内示 返事 返信 回答 問い合わせ 問合せ 申込 申し込 依頼 承諾
        内諾 同意 rfp 紹介 アポ リード 契約金 前金 手付 フィードバック 引き合い 了承
        """),
        buyers=listed("""
        提案 見積 契約書 資料 説明 サンプル 納品 商品 製品 請求書 カタログ 案内 デモ 試作
        プレゼン 招待 ライセンス 研修 サポート 報告 オファー アカウント 価格表
        """),
    ),
    ThingDecides(
        re.compile(r"(?:実施|開催)" + _DONE),
        ours=("デモ", "プレゼン", "電話", "ヒアリング", "調査", "訪問", "説明"),
        buyers=listed("面談 打ち合わせ 打合せ テスト トライアル 会議 キックオフ 研修"),
    ),
    ThingDecides(
        re.compile(f"(?:評価{_DONE}|(?:調べ|取){_VERB})"),
        ours=listed("リード 見込み 競合 市場 顧客 アポ 受注"),
        buyers=listed("提案 見積 製品 商品 試作 効果 性能 ベンダー"),
    ),
    ThingDecides(
        re.compile("確認" + _DONE),
        ours=("入金", "着金", "予算", "決裁者", "ニーズ", "課題", "需要", "与信"),
        buyers=("納品", "内容", "見積", "提案", "仕様", "契約", "商品", "動作"),
    ),
    ThingDecides(
        re.compile("(?:出し" + _VERB + "|提出" + _DONE + ")"),
        ours=("見積", "提案", "請求"),
        buyers=("注文", "発注", "申"),
    ),
)
