# SPDX-License-Identifier: MIT
"""Writes the tables that the test of time zones compares with.

time_zones.csv   Python's zoneinfo on the system's zones (tzdata 2025b): both sides of changes, instants
                 between them, long before and long after
posix_rules.csv  rules for all years, as glibc 2.36 reads them from the variable TZ; `|` stands for the comma.
                 (zoneinfo of Python 3.11 takes the days of rules such as 59/2 to begin with 1.)
"""

import csv
import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MICROSECOND = timedelta(microseconds=1)
ZONES = """
Africa/Monrovia America/Argentina/Buenos_Aires America/Los_Angeles America/New_York America/Sao_Paulo
America/St_Johns America/Nuuk Antarctica/Troll Asia/Kathmandu Asia/Kolkata Asia/Tokyo Australia/Lord_Howe
Europe/Berlin Europe/Dublin Europe/Lisbon Europe/London Pacific/Apia Pacific/Chatham Pacific/Kwajalein
""".split()


def micros(year: int, month: int = 1, day: int = 3, hour: int = 0) -> int:
    return (datetime(year, month, day, hour, tzinfo=timezone.utc) - EPOCH) // MICROSECOND


def write(name: str, header: str, rows: list[list[object]]) -> None:
    with (HERE / name).open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def local(zone: ZoneInfo, at: int) -> tuple[int, int]:
    """The offset in seconds, and the local day since 1970-01-01."""
    when = (EPOCH + at * MICROSECOND).astimezone(zone)
    offset = when.utcoffset()
    assert offset is not None
    return offset // timedelta(seconds=1), when.toordinal() - EPOCH.toordinal()


def change(offset: Callable[[int], int], before: int, after: int) -> list[int]:
    """The last instant before a change and the first after it, if the offsets differ."""
    old = offset(before)
    if offset(after) == old:
        return []
    while after - before > 1:
        middle = (before + after) // 2
        if offset(middle) == old:
            before = middle
        else:
            after = middle
    return [before, after]


def time_zones() -> None:
    random = Random(3)
    rows = []
    for name in ZONES:
        zone = ZoneInfo(name)

        def offset(at: int, zone: ZoneInfo = zone) -> int:
            return local(zone, at)[0]

        instants = {micros(1), micros(1850), micros(2024), micros(2024, 7), micros(9999, 12, 29)}
        for first, last in [(1880, 1970), (1970, 2005), (2005, 2037), (2037, 2060), (2400, 2480)]:
            for _ in range(2):
                begin = random.randint(micros(first), micros(last))
                instants |= {begin, *change(offset, begin, begin + 200 * 86400 * 10**6)}
        if name == "Pacific/Apia":  # went from 29 to 31 December 2011
            instants |= set(change(offset, micros(2011, 12, 29), micros(2011, 12, 31)))
        if name == "Pacific/Kwajalein":  # from 20 to 22 August 1993
            instants |= set(change(offset, micros(1993, 8, 19), micros(1993, 8, 23)))
        rows += [[name, at, *local(zone, at)] for at in sorted(instants)]
    write("time_zones.csv", "name micros offset day", rows)


def rule_date(random: Random, month: int) -> str:
    form = random.choice(["M", "M", "J", ""])
    if form == "M":
        date = f"M{month}.{random.randint(1, 5)}.{random.randint(0, 6)}"
    else:
        date = f"{form}{random.randint(58, 61) if month == 3 else 30 * month - random.randint(0, 25)}"
    hours = random.choice([None, random.randint(0, 24), random.randint(-167, 167)])
    if hours is None:
        return date
    return f"{date}/{hours}{random.choice(['', ':30', ':05:59'])}"


def rule(random: Random) -> str:
    standard = random.randint(-13, 11)
    if random.random() < 0.1:
        return f"<{-standard:+03}>{standard}"
    daylight = random.choice(["", str(standard - 1), str(standard + 1), f"{standard - 1}:30"])
    name = random.choice(["DEF", "<+01>"])
    first = random.randint(2, 9)  # months apart, since readers differ on rules whose order changes by year
    months = random.choice([(first, first + 2), (first + 2, first), (3, 11), (10, 3)])
    return ",".join([f"ABC{standard}{name}{daylight}", *(rule_date(random, month) for month in months)])


def glibc_offset(at: int) -> int:
    return time.localtime(at).tm_gmtoff


def posix_rules() -> None:
    random = Random(4)
    rules = [
        "EST5EDT,M3.2.0,M11.1.0",
        "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1",
        "IST-1GMT0,M10.5.0,M3.5.0/1",
        *(rule(random) for _ in range(70)),
    ]
    rows = []
    for text in rules:
        os.environ["TZ"] = text
        time.tzset()
        instants = set()
        for year in random.sample(range(1971, 9999), 3):  # glibc has no rules before 1970
            begin = micros(year) // 10**6
            instants |= {begin, *change(glibc_offset, begin, begin + 200 * 86400)}
        rows += [[text.replace(",", "|"), at, glibc_offset(at)] for at in sorted(instants)]
    write("posix_rules.csv", "rule seconds offset", rows)


if __name__ == "__main__":
    time_zones()
    posix_rules()
