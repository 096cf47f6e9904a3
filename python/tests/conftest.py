"""Made-up texts that the tests share."""

import pytest

import zhengce

REPORT = """清溪县人民政府工作报告
——2026年1月12日在清溪县第十六届人民代表大会第五次会议上
清溪县县长 陈雨桐
各位代表：
一、2025年工作回顾
去年，全县生产总值达到318.5亿元，增长6.2%。清溪港二期工程建成投用，总投资12.7亿元。
二、2026年工作安排
今年，新建学校5所，城镇新增就业3000人以上。
"""


@pytest.fixture(scope="session")
def extractor():
    return zhengce.Extractor()


@pytest.fixture
def report():
    return zhengce.extract(REPORT, source="report.txt")
