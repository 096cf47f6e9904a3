"""On a real cluster of two worker processes: the same rows, whatever dies, however skewed the input."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyarrow
import pyspark
import pytest

import zhengce
import zhengce.spark

pytest.importorskip("pyspark")


@pytest.fixture(scope="module")
def spark():
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("zhengce")
    builder = builder.config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
    session = builder.config("spark.sql.shuffle.partitions", "8").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def reports(count):
    texts = [
        f"清溪县县长 陈雨桐\n去年新建学校{number}所，总投资{number}.5亿元。今年力争增长{number % 9 + 1}%以上。"
        for number in range(1, count + 1)
    ]
    return [(f"report-{number:05}", text) for number, text in enumerate(texts)]


def on_one_machine(rows, kind, **options):
    """The rows of the table, ids counted within each document."""
    data = pyarrow.table({"id": [row[0] for row in rows], "text": [row[1] for row in rows]})
    batches = zhengce.Extractor(**options).extract_arrow_batches(data, ids_per_document=True)
    table = pyarrow.concat_tables([tables[kind].to_pyarrow() for tables in batches])
    return sorted_rows(table.drop_columns(["document_id"]).to_pylist())


def sorted_rows(rows):
    return sorted(rows, key=lambda row: (row["source"], row.get("span_start", 0), repr(row)))


def on_spark(frame, kind, **options):
    return sorted_rows([row.asDict() for row in zhengce.spark.extract(frame, kind=kind, **options).collect()])


@pytest.mark.parametrize("kind", ["figures", "people", "person_posts", "times", "documents"])
def test_rows_are_those_of_one_machine(spark, kind):
    rows = reports(500)
    frame = spark.createDataFrame(rows, ["id", "text"]).repartition(7)
    found = on_spark(frame, kind)
    assert found == on_one_machine(rows, kind) and len(found) >= 500


def test_rule_files_are_sent_along(spark, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text("[[pattern]]\nname = 'school'\nregex = '学校(?P<count>\\d+)'\n", encoding="utf-8")
    frame = spark.createDataFrame(reports(50), ["id", "text"]).repartition(4)
    extracted = zhengce.spark.extract(frame, kind="matches", rules=rules)
    rules.unlink()
    assert extracted.count() == 50


def test_dates_come_from_a_column_or_hold_for_all(spark):
    frame = spark.createDataFrame([("a", "去年建成。", "2020-05-01")], ["id", "text", "day"])
    by_column = zhengce.spark.extract(frame, date="day", kind="times").collect()
    for_all = zhengce.spark.extract(frame, document_date="2022", kind="times").collect()
    assert by_column[0].iso == "2019" and for_all[0].iso == "2021"


def test_the_extractor_is_built_once_in_each_worker_process(spark):
    frame = spark.createDataFrame(reports(400), ["id", "text"]).repartition(16)
    zhengce.spark.extract(frame).count()

    def builds(_):
        yield os.getpid(), zhengce.spark._extractor.cache_info().misses

    counted = spark.sparkContext.parallelize(range(16), 16).mapPartitions(builds).collect()
    recipes = 3  # Those of the tests before: without rules, with rules, with a date.
    assert all(misses <= recipes for _, misses in counted)


def test_a_killed_executor_loses_nothing(spark):
    rows = reports(4000)
    frame = spark.createDataFrame(rows, ["id", "text"]).repartition(40)
    found = []
    job = threading.Thread(target=lambda: found.extend(on_spark(frame, "figures")))
    job.start()
    time.sleep(2)
    executors = subprocess.run(["pgrep", "-f", "CoarseGrainedExecutorBackend"], capture_output=True, text=True)
    victims = executors.stdout.split()
    assert victims, "no executor runs"
    os.kill(int(victims[0]), signal.SIGKILL)
    job.join()
    assert found == on_one_machine(rows, "figures")


def test_a_skewed_input_finishes(spark):
    piece = "去年新建学校5所，总投资3.18亿元，增长5.5%。"
    large = piece * (5_000_000 // len(piece.encode()))
    rows = [("large", large), *reports(3000)]
    frame = spark.createDataFrame(rows, ["id", "text"]).repartition(8)
    counted = {row["source"]: row["count"] for row in zhengce.spark.extract(frame).groupBy("source").count().collect()}
    assert len(counted) == 3001 and counted["large"] == 3 * (len(large) // len(piece))


def test_what_is_not_there_is_named(spark):
    frame = spark.createDataFrame(reports(1), ["id", "text"])
    with pytest.raises(ValueError, match="no column 'body'; the data frame has id, text"):
        zhengce.spark.extract(frame, text="body")
    with pytest.raises(ValueError, match="'wishes' is not a table; there are documents"):
        zhengce.spark.extract(frame, kind="wishes")
