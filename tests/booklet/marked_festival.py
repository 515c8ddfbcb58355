"""A festival whose every text is marked: emphasis in each field of each language, links, notes, lists, breaks."""

FESTIVAL = """
name: {en: "*Test* Festival", zh-Hant: "*測試*影展", ja: "*テスト*映画祭", ko: "*시험* 영화제", th: "เทศกาล*ทดสอบ*"}
tagline: {en: "Nine *days*<br>of films", zh-Hant: "*九日*電影", ja: "*九日*間", ko: "*아홉* 날", th: "*เก้า*วัน"}
dates: [2027-03-01, 2027-03-03]
time_zone: Asia/Taipei
languages: [en, zh-Hant, ja, ko, th]
organiser: "[*Film* Society](https://society.example.org)"
site: https://example.org/a_b_c
sections:
  shorts:
    name: {en: "*Short* Films", zh-Hant: "*短*片", ja: "*短編*", ko: "*단편*", th: "*หนัง*สั้น"}
    text: {en: "They are *short*.", zh-Hant: "*短*。", ja: "*短い*。", ko: "*짧다*.", th: "*สั้น*"}
imprint: {en: "Set in *type*.", zh-Hant: "*排版*。"}
"""
VENUES = """
hall:
  name: {en: "*Hall* One", zh-Hant: "*一*廳", ja: "*一*番館", ko: "*일* 관", th: "โรง*หนึ่ง*"}
  address: {en: "33 *Hill* Street<br>[map](https://map.example.org)", zh-Hant: "*山*街33號", ja: "*山*通り", ko: "*산*길", th: "*ถนน*เขา"}
  code: HA
"""
PEOPLE = """
Ann Lee: {zh-Hant: "*李*安", ja: "アン・*リー*", ko: "*앤* 리", th: "แอน *ลี*", family: Lee}
"""
FILM = """
title:
  en: "After *Hero* and Before"
  zh-Hant: "《英雄》*之後*"
  zh-Latn-pinyin: "Yīngxióng *zhī* hòu"
  ja: "『英雄』の*後*"
  ko: "영웅 *이후*"
  th: "หลัง*ฮีโร่*"
section: shorts
original: zh-Hant
premiere: {en: "*World* Premiere", zh-Hant: "世界*首映*", ja: "*世界*初", ko: "*세계* 초연", th: "*รอบ*แรก"}
countries: [TW]
year: 2026
running_time: 90 min
languages: [cmn]
colour: {en: "colour and *tint*", zh-Hant: "*彩色*", ja: "*カラー*", ko: "*컬러*", th: "*สี*"}
credits:
  - director: "*Ann* Lee"
  - script: ["*Bo* Li", {en: "Cy *Ng*"}]
    note: {en: "after *Life*", zh-Hant: "據《*人生*》", ja: "*原作*", ko: "*원작*", th: "*จาก*"}
  - {role: {en: "*Wire* Work", zh-Hant: "*威亞*", ja: "*ワイヤー*", ko: "*와이어*", th: "*ลวด*"}, names: "Di *Xu*"}
companies: ["*Film* Fund"]
cast:
  - "*Ed* Fu": {en: "*The* Agent", zh-Hant: "*特務*", ja: "*工作*員", ko: "*요원*", th: "*สายลับ*"}
  - {actor: "Gu *Hua*"}
still: {file: ../stills/still.png, alt: "A *tree*", credit: "Still from *Hero*"}
pull_quote: {en: "Snow *falls*.", zh-Hant: "下*雪*。", ja: "*雪*。", ko: "*눈*.", th: "*หิมะ*"}
review:
  by: "Maria *Rossi*"
  en: |
    Snow[^a] falls in *every* exterior, says [the site](https://example.org/x).

    > A *cold* film.
    > — An *author*

    - A *point*
      - an inner *one*

    ---

    The *end*.

    [^a]: Real *snow*.
  zh-Hant: "下*雪*。[^a]\\n\\n[^a]: 真*雪*。"
  ja: "*雪*が降る。[^a]\\n\\n[^a]: *本物*の雪。"
  ko: "*눈이* 내린다.[^a]\\n\\n[^a]: *진짜* 눈."
  th: "*หิมะ*ตก[^a]\\n\\n[^a]: *หิมะ*จริง"
directors:
  - person: {en: "*Ann* Lee"}
    born: {place: {en: "*Tainan*", zh-Hant: "*臺南*", ja: "*台南*", ko: "*타이난*", th: "*ไถหนาน*"}, year: 1970}
    bio: {en: "She *made* films.", zh-Hant: "*導演*。", ja: "*監督*。", ko: "*감독*.", th: "*ผู้กำกับ*"}
    filmography:
      - 1999: {en: "*First* Film", zh-Hant: "*第一*部", ja: "*第一*作", ko: "*첫* 영화", th: "*เรื่อง*แรก"}
screenings:
  - {at: 2027-03-01 21:45, venue: hall, guests: true}
sort: {zh-Hant: "*ying* xiong"}
"""
SHORTS = """
title: {en: "*Night* Shorts", zh-Hant: "*深夜*短片", ja: "*深夜*", ko: "*심야*", th: "*ดึก*"}
section: shorts
films: [hero]
intro: {en: "*Two* films.", zh-Hant: "*兩部*。", ja: "*二本*。", ko: "*두* 편.", th: "*สอง*เรื่อง"}
screenings:
  - {at: 2027-03-02 21:45, venue: hall}
"""
WELCOME = "# Welcome to *Markup*[^1]\n\nA *word*.\n\n## *Part*\n\nMore *words*.\n\n[^1]: A *note*.\n"

FILES = {
    "festival.yaml": FESTIVAL,
    "venues.yaml": VENUES,
    "people.yaml": PEOPLE,
    "films/hero.yaml": FILM,
    "programmes/night.yaml": SHORTS,
    "texts/welcome.en.md": WELCOME,
    "texts/welcome.zh-Hant.md": "# *歡迎*\n\n*字*。\n",
}
