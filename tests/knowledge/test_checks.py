"""Each promise of the knowledge, broken on purpose: loading says so at that very line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.knowledge.conftest import RELEASE, Spoil

VISITORS_2022 = '"2022": {figure: "30,327명", passage: turnout,'
ROADSHOW_ITEMS = "items: [thailand, turkiye]\n        complete: true\n        passages"

#: What is done, the text, what becomes of it, what is said at the line of the change, or at which other line.
CASES: list[Any] = [
    # Passages stand in the release.
    (
        "a word of a passage is left out",
        "3일간 30,327명의 역대 최다 방문객을",
        "3일간 30,327명의 역대 방문객을",
        "does not stand in release.txt: after",
    ),
    (
        "a word is added to a passage",
        "수출계약이 체결 되는 등",
        "수출계약이 새로 체결 되는 등",
        "«새로»; copy it from there",
    ),
    (
        "the first word of a sentence is left out",
        "text: 그 결과 국내",
        "text: 결과 국내",
        "only a piece of the sentence",
    ),
    (
        "the last words of a sentence are left out",
        "기록하며 성황리에 폐막했다고 밝혔다.",
        "기록하며",
        "only a piece of the sentence",
    ),
    (
        "a passage is invented",
        "text: 국토교통부 보도참고자료}",
        "text: 산업부 보도자료}",
        "no such text stands in release.txt",
    ),
    (
        "a passage is given twice",
        "  - {id: title,",
        "  - {id: heading2, place: {ko: 머리글, en: heading}, text: 국토교통부 보도참고자료}\n  - {id: title,",
        "this passage is given twice",
    ),
    (
        "a passage is told nowhere",
        "passages: [heading]",
        "passages: [date]",
        "nothing is told from the passage «heading»",
        "  - {id: heading,",
    ),
    # Table rows.
    (
        "a row loses a cell",
        'text: "총 면적\\t21,384m²\\t21,384m²',
        'text: "총 면적 21,384m²\\t21,384m²',
        "4 cells here, 5 columns in the heading",
    ),
    (
        "a column is of another edition",
        '"2019", "2021", "2022", change], text: "구분\\tWSCE 2019\\tWSCE 2021\\tWSCE 2022\\t\'19년 대비"',
        '"2021", "2019", "2022", change], text: "구분\\tWSCE 2019\\tWSCE 2021\\tWSCE 2022\\t\'19년 대비"',
        "the heading of this column does not print 2021",
    ),
    (
        "a column is of no edition",
        '"2022", change], text: "구분\\tWSCE 2019\\tWSCE 2021\\tWSCE 2022\\t\'19년대비"',
        '"2023", change], text: "구분\\tWSCE 2019\\tWSCE 2021\\tWSCE 2022\\t\'19년대비"',
        "there is no edition «2023»; did you mean «2021»?",
    ),
    (
        "a row is under a passage without columns",
        'under: exhibition-head, text: "총 면적',
        'under: title, text: "총 면적',
        "the passage «title» has no «columns»",
    ),
    (
        "a row is under no passage",
        'under: exhibition-head, text: "총 면적',
        'under: exhibition-haed, text: "총 면적',
        "there is no passage «exhibition-haed»; did you mean «exhibition-head»?",
    ),
    # Figures stand in their passage.
    (
        "a figure has another digit",
        VISITORS_2022,
        VISITORS_2022.replace("30,327", "30,372"),
        "«30,372명» does not stand as a figure of its own in the passage «turnout»",
    ),
    (
        "a figure is taken from another column",
        '"2019": {figure: "1,077억원"',
        '"2019": {figure: "108억원"',
        "«108억원» does not stand in the column for 2019 of «row-contracts»",
    ),
    (
        "a figure is a piece of another counting word",
        "figure: 23개국,",
        "figure: 23개,",
        "«23개» does not stand as a figure of its own",
    ),
    (
        "a figure does not stand in what is printed",
        "figure: 61개, printed: 61개 기관",
        "figure: 61개, printed: 기관 61",
        "«61개» does not stand in «printed: 기관 61»",
    ),
    (
        "what is printed does not stand in the passage",
        "printed: 61개 기관",
        "printed: 61개 회사",
        "«61개 회사» does not stand as a figure of its own in the passage «participation»",
    ),
    (
        "a change is taken from another column",
        "figure: 50.4%, passage: row-area",
        "figure: 32%, passage: row-area",
        "does not stand as a figure of its own in the passage «row-area»",
    ),
    (
        "a figure holds no number",
        "figure: 33건, passage: talk",
        "figure: 한국은, passage: talk",
        "no single number can be read in «한국은»",
    ),
    (
        "a figure's comma is misplaced",
        '2019": {figure: "25,850명',
        '2019": {figure: "2,5850명',
        "no single number can be read in «2,5850명»",
    ),
    (
        "a figure lacks its unit",
        "figure: 33건, passage: talk",
        "figure: 33건의, passage: talk",
        "does not end with «건», the unit «projects»",
    ),
    (
        "another place has another figure",
        "[{passage: participation, figure: 301개}",
        '[{passage: participation, figure: "1,548개"}',
        "«1,548개» is not the same as «301개»",
    ),
    (
        "a rounded place rounds to another number",
        "figure: 3만여명}",
        "figure: 301개}",
        "«301개» is not the same as «30,327명»",
    ),
    (
        "a rounded figure is given as exact",
        "150여차례, qualifier: about,",
        "150여차례,",
        "«150여차례» is a rounded figure; add «qualifier: about»",
    ),
    (
        "an exact figure is given as rounded",
        "figure: 43개사, passage",
        "figure: 43개사, qualifier: about, passage",
        "«43개사» is printed as exact; delete «qualifier»",
    ),
    (
        "a part is larger than its whole",
        "        separate: true\n",
        "",
        "this part is larger than the whole",
        '"2021": {figure: "24,000명"',
    ),
    (
        "a figure has no values",
        '    values:\n      "2022": {figure: "1,548개", passage: participation}\n',
        "",
        "«booths» has no figure",
        "  - id: booths\n",
    ),
    # Changes follow.
    (
        "a percentage does not follow",
        '{from: "2019", to: "2022", figure: 50.4%',
        '{from: "2021", to: "2019", figure: 50.4%',
        "does not follow from 21,384 → 21,384: that is 0.0%",
    ),
    (
        "a change starts from an edition without a figure",
        '      "2019": {figure: "2,659억원", passage: row-consultations}\n',
        "",
        "there is no figure for 2019 that this change could follow from",
        "figure: 19.9%, passage: row-consultations",
    ),
    # Every number of the release.
    (
        "a number that is no fact does not stand there",
        '{number: "1", passages: [talk]',
        '{number: "7", passages: [talk]',
        "the number «7» does not stand in the passage «talk»",
    ),
    # Lists.
    (
        "a complete list lacks an item",
        ROADSHOW_ITEMS,
        "items: [thailand]\n        complete: true\n        passages",
        "the list in the release goes on",
    ),
    (
        "a complete list is not",
        "items: [netherlands, mongolia, saudi]\n        complete: false",
        "items: [netherlands, mongolia, saudi]\n        complete: true",
        "3 items here, but the release counts 21",
        "items: [netherlands",
    ),
    (
        "a complete list has no items",
        "        noun: {ko: 시기, en: timing}\n",
        "        noun: {ko: 시기, en: timing}\n        complete: true\n",
        "needs the whole list under «items»",
        "        complete: true\n        years: [2022]\n        passages: [follow-up]\n      - id: purpose",
    ),
    (
        "an item stands in no passage",
        ROADSHOW_ITEMS,
        "items: [thailand, mongolia]\n        complete: true\n        passages",
        "no Korean name of «mongolia» stands in the passages",
    ),
    (
        "an answer does not name its item",
        "answer: {ko: 태국과 튀르키예입니다.",
        "answer: {ko: 태국과 이웃 나라입니다.",
        "the answer does not name «turkiye»",
    ),
    # Look-alikes.
    (
        "equal figures are not declared",
        "figures: [countries, exhibitors.overseas]",
        "figures: [countries, exhibitors]",
        "«23개국» is also the number of «exhibitors.overseas»",
        '"2022": {figure: 23개국',
    ),
    (
        "a declared figure does not exist",
        "figures: [buyer_countries, kcity_countries,",
        "figures: [buyer_country, kcity_countries,",
        "there is no figure «buyer_country»; did you mean «buyer_countries»?",
    ),
    (
        "a single figure is declared as a look-alike",
        "figures: [area]",
        "figures: [booths]",
        "nothing is equal to «booths» here",
    ),
    (
        "a note tells another number",
        "23도 두 가지입니다. 제목의 23개국",
        "23도 두 가지입니다. 제목의 24개국",
        "«24» is none of these figures' numbers",
    ),
    # Words.
    (
        "a word points two ways",
        "smarthome:\n    ko: [스마트홈,",
        "smarthome:\n    ko: [가로등, 스마트홈,",
        "«가로등» also means «smarthome»",
        "관리한다는, 가로등, 가로등",
    ),
    (
        "an ambiguous word is not there",
        "words: [사업], means",
        "words: [사업계획], means",
        "«사업계획» does not stand in the line «business» of «terms»",
    ),
    (
        "an ambiguous word means nothing known",
        "words: [사업], means: [business,",
        "words: [사업], means: [busines,",
        "there is no line «busines» in «terms»; did you mean «business»?",
    ),
    (
        "two figures have the same name",
        "names: {ko: [부스], en: [booth]}\n    unit: booths",
        "names: {ko: [부스, 면적], en: [booth]}\n    unit: booths",
        "«면적» also means «area»",
    ),
    (
        "two topics have the same name",
        "names: {ko: [UAM], en: [UAM]}",
        "names: {ko: [UAM, 스마트홈], en: [UAM]}",
        "«스마트홈» also means «uam»",
        "names: {ko: [스마트홈], en: [smart home]}",
    ),
    (
        "two aspects of a topic have the same name",
        "asks: [where]\n        names: {ko: [장소, 전시장",
        "asks: [where, when]\n        names: {ko: [개막, 장소, 전시장",
        "«개막» is also a name of «first-day»",
        "[개막, 장소",
    ),
    (
        "a synonym is written twice",
        "uam:\n    ko: [UAM, ",
        "uam:\n    ko: [UAM, UAM, ",
        "«UAM» is given twice in this list",
    ),
    # Languages.
    (
        "a Korean text is English",
        "noun: {ko: 개최 주기,",
        "noun: {ko: the frequency,",
        "this is the Korean text, but no Korean stands in it",
    ),
    (
        "an English text holds Korean",
        "noun: {ko: 개최 주기, en: frequency}",
        "noun: {ko: 개최 주기, en: 주기}",
        "Korean stands in the English text",
    ),
    (
        "a figure has no English name",
        "names: {ko: [부스], en: [booth]}\n    unit: booths",
        "names: {ko: [부스]}\n    unit: booths",
        "there is no English name here",
        "names: {ko: [부스]}",
    ),
    (
        "a Korean word is among the English ones",
        "    en: [smart home,",
        "    en: [스마트 집,",
        "«스마트 집» is Korean; move it to «ko»",
    ),
    (
        "context is given in one language",
        "context: {ko: [매년, 년, 처음, 시작하다], en: [annual, year, first, edition]}",
        "context: {ko: [매년, 년, 처음, 시작하다]}",
        "there are no English words here",
    ),
    # Answers.
    (
        "an answer counts what no passage has",
        '{ko: "인천, 대전, 부산 등 21개 지자체입니다."',
        '{ko: "인천, 대전, 부산 등 22개 지자체입니다."',
        "«22» does not stand in the passages of this answer",
    ),
    (
        "an answer counts something else",
        '{ko: "인천, 대전, 부산 등 21개 지자체입니다."',
        '{ko: "인천, 대전, 부산 등 21곳 지자체입니다."',
        "«21곳» does not stand in the passages",
    ),
    (
        "an answer tells another day",
        "2022년 9월 2일(금요일)에 끝났습니다.",
        "2022년 9월 3일(토요일)에 끝났습니다.",
        "«9/3» does not stand in the passages",
    ),
    (
        "an answer tells another year",
        "answer: {ko: 2020년부터 지원하고 있습니다.",
        "answer: {ko: 2021년부터 지원하고 있습니다.",
        "«2021» does not stand in the passages",
    ),
    (
        "an answer tells another telephone number",
        "전화번호는 044-201-3674입니다",
        "전화번호는 044-201-3647입니다",
        "«044-201-3647» does not stand in the passages",
    ),
    (
        "an answer tells the wrong weekday",
        "2022년 9월 2일(금요일)에 끝났습니다.",
        "2022년 9월 2일(목요일)에 끝났습니다.",
        "2022-09-02 is a Friday (금); correct the weekday",
    ),
    (
        "an English answer tells the wrong weekday",
        "It closed on Friday, 2 September 2022.",
        "It closed on Thursday, 2 September 2022.",
        "2022-09-02 is a Friday (금); correct the weekday",
    ),
    (
        "the languages tell different numbers",
        "It was held in person for the first time in three years.",
        "It was held in person for the first time in a while.",
        "«3» stands here but not in the English text",
    ),
    (
        "a date of an answer is not printed",
        "dates: [2022-09-07]",
        "dates: [2022-09-08]",
        "2022-09-08 is not printed in the passages",
    ),
    (
        "a year of an answer is not printed",
        "noun: {ko: 개최 주기, en: frequency}\n        affirms: true\n        years: [2017]",
        "noun: {ko: 개최 주기, en: frequency}\n        affirms: true\n        years: [2018]",
        "2018 is not printed in the passages",
    ),
    (
        "an answer does not tell its date",
        'en: "It was published on Wednesday, 7 September 2022."',
        'en: "It was published in 2022."',
        "the answer does not tell the date 2022-09-07",
    ),
    # References and ids.
    (
        "a passage is unknown",
        'passage: row-area}\n      "2021"',
        'passage: row-aera}\n      "2021"',
        "there is no passage «row-aera»; did you mean «row-area»?",
    ),
    (
        "a passage of an answer is unknown",
        "passages: [contact-officer, contact-manager]",
        "passages: [contact-officer, contact-manger]",
        "there is no passage «contact-manger»; did you mean «contact-manager»?",
    ),
    ("a unit is unknown", "unit: booths", "unit: boots", "there is no unit «boots»; did you mean «booths»?"),
    (
        "an edition is unknown",
        '"2022": {figure: 23개국',
        '"2020": {figure: 23개국',
        "there is no edition «2020»; did you mean «2021»?",
    ),
    (
        "the default edition is unknown",
        'default: "2022"',
        'default: "2023"',
        "there is no edition «2023»; did you mean «2021»?",
    ),
    (
        "an item is unknown",
        "items: [incheon, daejeon, busan]\n        complete: false",
        "items: [incheon, daejon, busan]\n        complete: false",
        "there is no line in «terms» «daejon»; did you mean «daejeon»?",
    ),
    (
        "an id is given twice",
        "  - id: booths\n",
        "  - id: area\n",
        "«area» is already the id of another entry",
    ),
    (
        "a unit is built in",
        "- {id: booths, base: count",
        "- {id: person, base: count",
        "the unit «person» is built in",
    ),
    (
        "an answer names a passage twice",
        "passages: [turnout, closing]",
        "passages: [turnout, turnout]",
        "this is given twice; delete one",
    ),
    (
        "a figure names a place twice",
        "[{passage: participation, figure: 301개}, {passage: subtitle-figures, figure: 301개}]",
        "[{passage: participation, figure: 301개}, {passage: participation, figure: 301개}]",
        "this place is given twice for the same figure",
    ),
    # Corrections and heading.
    (
        "a correction is not in its passage",
        "read: 1,178억원",
        "read: 1,187억원",
        "«1,187억원» does not stand in the passage «subtitle-figures»",
    ),
    (
        "a misprint is recorded with another figure",
        "printed: 1.178억원",
        "printed: 1.17억원",
        "the note does not tell «1.17억원»",
    ),
    (
        "nothing is corrected",
        "printed: 부두익시",
        "printed: 보도일시",
        "nothing is corrected here",
        "    read: 보도일시",
    ),
    (
        "the title is another",
        "title: {ko: 역대 최고 비즈니스 성과·관람객",
        "title: {ko: 역대 최대 비즈니스 성과·관람객",
        "does not stand in release.txt; write it as it is printed",
    ),
    (
        "the date of the release is another",
        "published: 2022-09-07",
        "published: 2022-09-06",
        "2022-09-06 is not printed in release.txt",
    ),
    ("the address is none", "url: null", "url: www.molit.go.kr", "an address must begin with https://"),
    (
        "the release's text is not there",
        "text: release.txt",
        "text: relaese.txt",
        "there is no file «relaese.txt» beside this one",
    ),
    (
        "the release's text is in another folder",
        "text: release.txt",
        "text: ../release.txt",
        "must be the name of a text file beside this one",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_broken_promise_is_told_at_its_line(spoil: Spoil, case: tuple[str, ...]) -> None:
    _, old, new, said, *elsewhere = case

    spoiled = spoil(old, new)

    messages = spoiled.at(elsewhere[0]) if elsewhere else spoiled.here
    assert any(said in message for message in messages), spoiled.problems


def test_a_number_without_a_fact_is_told_where_the_release_prints_it(spoil: Spoil) -> None:
    """The place is a line of the release's text: the knowledge file has none for what it lacks."""
    entry = RELEASE[RELEASE.index('  - {number: "1"') :]
    spoiled = spoil(entry, "")

    assert spoiled.at("개막식에서 있었던", "release.txt") == [
        'no fact accounts for the number 1 in «…담에서 이원재 국토교통부 제1차관은 "한국은 우리의 스마…»; '
        "add its fact, or list it under «not_facts» with the reason"
    ]


def test_a_misprint_that_is_put_back_into_the_text_is_told(spoil: Spoil) -> None:
    """The text beside the knowledge is the corrected one."""
    spoiled = spoil("[계약달성] 1,178억원.", "[계약달성] 1.178억원.", file="release.txt")

    assert any(
        "the misprint «1.178억원» still stands in release.txt" in problem.message for problem in spoiled.problems
    )
