"""The language of a line or two, as adverts and messages have it."""

from __future__ import annotations

import pytest

from recruitcheck.documents.language import guess_languages


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pt", "Precisa-se de ajudante. Passaporte fica na empresa. Salário 900 euros"),
        ("ro", "Pasaportul ramane la angajator"),
        ("tr", "Pasaportunuz şirkette kalacak, 500 dolar kapora"),
        ("de", "Reisepass wird vom Chef einbehalten. 12 Stunden täglich"),
        ("it", "Cercasi badante, 24 ore su 24, documenti alla famiglia"),
        ("pl", "Paszport zostaje u szefa"),
        ("nl", "Paspoort wordt door de baas bewaard"),
        ("ms", "Pasport dipegang majikan, potong gaji 6 bulan"),
        ("ms", "Tandas rosak, sesen pun taukeh tak bagi"),
        ("sw", "Walitufungia getini, hatutoki"),
        ("vi", "Tuổi trẻ ở quê"),
        ("id", "Paspor ditahan majikan, potong gaji 6 bulan"),
        ("vi", "Phí 5000 USD, giữ hộ chiếu"),
        ("sw", "Ada ya usajili ni shilingi elfu kumi, pasipoti itabaki kwa mwajiri"),
        ("ne", "पासपोर्ट कम्पनीले राख्छ"),
        ("hi", "पासपोर्ट कंपनी रखेगी, फीस 50 हजार"),
        ("hi", "Passport company rakhegi, 2 saal tak kaam karna hoga"),
        ("bg", "Паспортът остава при работодателя, такса 200 лв"),
        ("bg", "Вземат ни личните карти и ги държат в офиса"),
        (
            "bg",
            "Германия, склад, 3500 евро чисто, сигурна работа. Капаро 200 евро на името на Иван. Пишете само на Viber.",
        ),
        ("bg", "bratle, shefa iska 300 lv za mqstoto, pasporta ti go darji toi do kraq, rabota ima dosta"),
        ("el", "Το διαβατήριο μένει στο αφεντικό"),
        ("el", "to diavatirio to krataei to afentiko mexri na teleiosei i sezon"),
        ("el", "erxesai me touristiki viza kai meta sou vgazoume xartia, 1800 euro sto grafeio gia tin douleia"),
        ("uk", "Паспорт забирає роботодавець"),
        ("ru", "Паспорт забирает работодатель"),
        ("ru", "Объявление: паспорт до конца сезона у шефа, оплата за подъезд, от объекта до объекта"),
        ("ru", "Девушки в Дубай на работу, от 170, язык и опыт не нужны"),
        ("zh", "招聘 Driver, 月薪8000 不收中介费"),
        ("ja", "パスポートは会社が保管します"),
        ("ko", "여권은 회사가 보관"),
        ("si", "agent fee eka 75,000 k gewanna ona, visa eka awama yanna"),
        ("ta", "singapore velaiku agent fees 1 lakh kattanum, sambalam nalla irukum"),
        ("ne", "घरको मालिक राति कोठामा आएर धम्की दिन्छ, भनिस् भने मार्छु भनेर तर्साउँछ"),
        ("ne", "dai malai 1 lakh 20 hajar lagcha bhanyo, visa lai dinu parcha"),
        ("ne", "एक दिन नगए तीन दिनको पैसा काट्छ।"),
        ("ne", "ऋण नतिरे परिवारलाई सिध्याइदिने धम्की दिए।"),
        ("ne", "manena bhane deport garidinxu bhanxa"),
        ("ne", "manpower ma 1 lakh 60 hajar bujhaye, rasid 10 hajar ko matra diyo"),
        ("ms", "Kami dikurung di hostel dan telefon diambil oleh penyelia."),
        ("ms", "Operator pengeluaran Penang, kontrak dua tahun, hostel percuma, OT dibayar."),
        ("ta", "inga helmet belt ethuvum tharala, 8 vathu maadi mela vela"),
        ("bn", "ei site e helmet nai, machine kivabe chalay keu shikhay nai"),
        ("ms", "Kat tapak ni tak ada tali keselamatan, topi pun kena beli sendiri."),
        ("en", "Passport stays with the company, fee 200 USD"),
    ],
)
def test_a_short_line_is_recognised(lang: str, text: str) -> None:
    assert guess_languages(text)[0] == lang


def test_an_address_tells_no_language() -> None:
    """ "com" is a Portuguese word, but not behind "gmail."."""
    assert guess_languages("ሰነድዎን ወደ qatar.jobs.hr@gmail.com ወይም https://jobs.example.com/em/uma/vaga ይላኩ።") == ("am",)


def test_a_line_that_malay_and_indonesian_share_is_read_as_both() -> None:
    assert set(guess_languages("Gaji dua bulan ditahan di kilang.")) == {"id", "ms"}


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("दो पैसा काम", {"hi", "ne"}),
        ("Paisa kamaunu thulo kaam sajilo chha, kamaincha.", {"hi", "ne"}),
        ("Malik ne ATM aur le liya.", {"fr", "hi"}),
    ],
)
def test_a_close_second_of_few_words_is_read_too(text: str, both: set[str]) -> None:
    assert set(guess_languages(text)) == both


def test_a_short_line_of_cyrillic_keeps_its_first_language() -> None:
    assert guess_languages("Как приехали, паспорта собрали, и больше я своего не видел.") == ("ru",)
