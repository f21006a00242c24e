# SPDX-License-Identifier: MIT
"""No public name is a keyword of C++20 or of Python: each is usable in both languages."""

import keyword

import pytest

WORDS = """
    alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t
    class compl concept const consteval constexpr constinit const_cast continue co_await co_return
    co_yield decltype default delete do double dynamic_cast else enum explicit export extern false float
    for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or
    or_eq private protected public register reinterpret_cast requires return short signed sizeof static
    static_assert static_cast struct switch template this thread_local throw true try typedef typeid
    typename union unsigned using virtual void volatile wchar_t while xor xor_eq
"""
CPP20 = set(WORDS.split())


def keywords(names):
    return sorted({key for name, key in names if name in CPP20 or keyword.iskeyword(name)})


def test_no_public_name_is_a_keyword(api):
    assert keywords(api.names()) == []


def test_there_are_names_to_look_at(api):
    names = {name for name, _ in api.names()}
    assert {
        "revenue",
        "mrr_ledger",
        "fiscal_year_start",
        "new_business",
        "LedgerPeriods",
        "closing",
        "ledger",
    } <= names


@pytest.mark.parametrize("name", ["new", "lambda", "from", "signed", "None", "co_await", "raise"])
def test_keywords_are_noticed(name):
    assert keywords([(name, f"key.{name}"), ("amount", "key.amount")]) == [f"key.{name}"]
