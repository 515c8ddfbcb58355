"""The documented example, word for word: it must load as it stands."""

from __future__ import annotations

EXAMPLE = {
    "festival.yaml": """\
# festival.yaml
name: {en: Far East Film Festival, zh-Hant: 遠東影展}
edition: 23
dates: [2021-06-24, 2021-07-02]
time_zone: Europe/Rome
languages: [en, zh-Hant]        # what this festival prints, main language first
day_ends: "05:00"               # a 00:30 screening belongs to the evening before
organiser: CEC Udine
site: https://example.org
tickets: https://example.org/s/{code}   # for slots that give no address of their own
codes: "{day}{venue}{n}"        # how slot codes are made when none is given
sections:                       # in the order of the programme; a layout may give each its colour
  competition: {name: {en: Competition, zh-Hant: 競賽}}
  shorts: {name: {en: Short Films, zh-Hant: 短片}}
""",
    "venues.yaml": """\
# venues.yaml
arena:
  name: {en: Arena Visionario, zh-Hant: 露天劇場}
  address: Via Asquini 33, Udine
  code: AV
  seats: 280
visionario:
  name: {en: Visionario, zh-Hant: 維仙影院}
  address: Via Asquini 33, Udine
  code: VI
""",
    "films/cliff-walkers.yaml": """\
# films/cliff-walkers.yaml
title:
  en: Cliff Walkers
  zh-Hant: 懸崖之上
  zh-Latn-pinyin: Xuányá zhī shàng       # BCP 47: a romanisation is a language tag with a script
section: competition
original: zh-Hant                         # which title is the original; default: the first title in a script of the film's languages
premiere: International Festival Premiere # or one of: world international european asian national
countries: [CN]
year: 2021
running_time: 120 min                     # also 120, 120', 2:00:00, PT2H
languages: [cmn]
subtitles: [en]
colour: colour
credits:                                  # in the order to be printed; known roles are keys of the role glossary,
  - director: Zhang Yimou                 # an English label of a known role is that role ("Art Direction"), unknown ones are printed as written, and reported
  - story: Quan Yongxiang
  - script: [Quan Yongxiang, Zhang Yimou]
  - photography: Zhao Xiaoding
    note: color
  - Action Design: Jung Doo
  - Wire Choreography: Yuen Lung          # unknown: printed so, reported
companies: [China Film Group Corp., Emperor Group]
cast:
  - Zhang Yi: Zhang Xianchen
  - Li Naiwen: {en: Gao’s henchman}
released: {date: 2021-04-30, territory: CN}
still: {file: ../stills/cliff-walkers.jpg, alt: {en: Four agents in falling snow}, credit: CMC}
review:
  by: Maria Barbieri
  en: |
    Paragraphs separated by an empty line, with *emphasis* for film titles.
  zh-Hant: |
    《懸崖之上》……
directors:
  - person: Zhang Yimou
    born: {place: {en: Shaanxi}, year: 1951}
    bio: {en: "…", zh-Hant: "…"}
    filmography:
      - 1987: {en: Red Sorghum, zh-Hant: 紅高粱}
      - 2021: Cliff Walkers
screenings:
  - at: 2021-06-24 21:45
    venue: arena
    tickets: https://example.org/s/0624AV
    guests: true                          # questions and answers afterwards
  - at: 2021-06-25 13:30
    venue: visionario
sort: {zh-Hant: xuan ya}                  # optional reading that overrides the collation
allow:                                    # a finding that is known to be right, with the reason
  - {rule: name-spelling, words: "Zhang Yi / Zhang Yimou", because: an actor and the director}
""",
    "people.yaml": """\
# people.yaml: one person, all spellings
Zhang Yimou: {zh-Hant: 張藝謀, zh-Hans: 张艺谋, family: Zhang}
""",
    "programmes/night-shorts.yaml": """\
# programmes/night-shorts.yaml
title: {en: Night Shorts, zh-Hant: 深夜短片}
section: shorts
films: [paper-moon, the-ferry]            # in running order; each is a file in films/
pauses: 2 min
intro: {en: "Two films after midnight.", zh-Hant: 午夜後的兩部影片。}
screenings:
  - {at: 2021-06-26 00:30, venue: visionario}
""",
    "films/paper-moon.yaml": """\
title: {en: Paper Moon, zh-Hant: 紙月亮}
section: shorts
running_time: 14 min
""",
    "films/the-ferry.yaml": """\
title: {en: The Ferry, zh-Hant: 渡船}
section: shorts
running_time: "0:21:30"
""",
}
