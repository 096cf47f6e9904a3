"""Many texts: threads, order, streams, memory."""

import datetime
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

import zhengce


def texts(count):
    return [f"今年新建学校{number}所，增长{number % 90 + 1}%。" for number in range(1, count + 1)]


def test_order_is_that_of_the_texts_for_any_number_of_threads(extractor):
    given = texts(300)
    one_by_one = [extractor.extract(text) for text in given]
    for threads in [1, 2, 7]:
        assert list(extractor.extract_many(given, threads=threads)) == one_by_one


def test_texts_are_taken_as_documents_are_asked_for(extractor):
    taken = []

    def endless():
        for number in itertools.count():
            taken.append(number)
            yield f"新建学校{number + 1}所。"

    documents = extractor.extract_many(endless(), threads=2)
    firsts = list(itertools.islice(documents, 5))
    assert [document.speeches[0].figures[0].value for document in firsts] == [1, 2, 3, 4, 5]
    assert len(taken) < 50


def test_dates_and_sources_stand_beside_the_texts():
    missing = float("nan")
    dates = ["2020", datetime.date(2021, 5, 1), None, missing]
    documents = list(zhengce.extract_many(["去年建成。"] * 4, dates=dates, sources=["a", 7, None, missing]))
    assert [document.speeches[0].times[0].iso for document in documents] == ["2019", "2020", None, None]
    assert [document.source for document in documents] == ["a", "7", None, None]


def test_an_error_comes_where_its_text_would_have_stood():
    documents = zhengce.extract_many(["新建学校5所。", "新建学校6所。", None, "新建学校7所。"])
    assert len([next(documents), next(documents)]) == 2
    with pytest.raises(TypeError):
        next(documents)
    assert list(documents) == []


def test_wrong_arguments_are_refused():
    with pytest.raises(ValueError, match="one string"):
        zhengce.extract_many("新建学校5所。")
    with pytest.raises(ValueError, match="threads must be at least 1"):
        zhengce.extract_many([], threads=0)
    with pytest.raises(ValueError, match="dates has fewer items"):
        list(zhengce.extract_many(["a", "b"], dates=["2022"]))
    with pytest.raises(TypeError):
        zhengce.extract_many(5)


def test_one_extractor_serves_many_threads(extractor):
    given = texts(200)
    expected = [extractor.extract(text) for text in given]
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: [extractor.extract(text) for text in given], range(16)):
            assert found == expected


def test_other_threads_run_while_a_text_is_read(extractor):
    long = "今年新建学校5所，总投资3.18亿元，增长5.5%。" * 20_000
    done = threading.Event()
    reader = threading.Thread(target=lambda: (extractor.extract(long), done.set()))
    reader.start()
    turns = 0
    while not done.wait(0.001):
        turns += 1
    reader.join()
    assert turns > 10, "the GIL was held while the text was read"


def test_a_dropped_iterator_ends_its_threads(extractor):
    before = resident_kilobytes()
    for _ in range(300):
        next(extractor.extract_many(texts(30), threads=4))
    assert resident_kilobytes() - before < 60_000


def test_memory_stays_flat_over_100_000_documents(extractor):
    given = texts(1000)
    sizes = []
    for _ in range(100):
        for document in extractor.extract_many(given):
            document.speeches[0].figures
        sizes.append(resident_kilobytes())
    assert max(sizes[50:]) - max(sizes[:10]) < 20_000, sizes


def resident_kilobytes():
    with open("/proc/self/status", encoding="ascii") as status:
        lines = dict(line.split(":", 1) for line in status)
    return int(lines["VmRSS"].split()[0])
