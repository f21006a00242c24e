// SPDX-License-Identifier: MIT
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

std::vector<std::uint32_t> encode_all(Ids& ids, const std::vector<std::string>& texts) {
  std::vector<std::uint32_t> codes(texts.size(), 12345);
  ids.encode_texts(
      texts.size(), [&](std::size_t i) { return std::string_view(texts[i]); }, codes.data());
  return codes;
}
std::vector<std::uint32_t> encode_all(Ids& ids, const std::vector<std::int64_t>& numbers,
                                      const std::string& there = "") {
  std::vector<std::uint32_t> codes(numbers.size(), 12345);
  ids.encode_numbers(
      numbers, [&](std::size_t i) { return there.empty() || there[i] == '1'; }, codes.data());
  return codes;
}

/// Every code is in range, tells its id, and is found by it.
void check_consistent(const Ids& ids) {
  for (std::uint32_t code = 0; code < ids.size(); ++code) {
    if (ids.is_text()) REQUIRE(ids.find(ids.view(code)) == code);
    else REQUIRE(ids.find(ids.number(code)) == code);
  }
}

}  // namespace

TEST_SUITE("core/ids") {
  TEST_CASE("texts are coded in the order in which they come") {
    Ids ids;
    CHECK(ids.size() == 0);
    CHECK_FALSE(ids.find("b").has_value());
    CHECK(ids.encode("b") == 0);
    CHECK(ids.encode("a") == 1);
    CHECK(ids.encode("b") == 0);
    CHECK(encode_all(ids, {"c", "a", "c", "b"}) == std::vector<std::uint32_t>{2, 1, 2, 0});
    CHECK(ids.size() == 3);
    CHECK(ids.is_text());
    CHECK(ids.text(2) == "c");
    CHECK(ids.view(0) == "b");
    CHECK(ids.find("a") == 1);
    CHECK_FALSE(ids.find("d").has_value());
    CHECK_FALSE(ids.find(std::int64_t{0}).has_value());
    check_consistent(ids);
  }

  TEST_CASE("texts of every length, of NULs, and that differ in one byte or in length alone are told apart") {
    std::vector<std::string> texts;
    for (std::size_t n = 0; n <= 70; ++n) {
      texts.push_back(std::string(n, '\0'));
      texts.push_back(std::string(n, 'x') + "!");
      for (std::size_t at = 0; at < n; ++at) {
        texts.push_back(std::string(n, '\0'));
        texts.back()[at] = '\x80';
      }
    }
    texts.push_back(std::string(5'000'000, 'z'));
    texts.push_back(std::string(5'000'000, 'z') + "z");
    texts.push_back(std::string(4'999'999, 'z') + "y");
    Ids ids;
    const auto codes = encode_all(ids, texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      REQUIRE(codes[i] == i);
      REQUIRE(ids.view(codes[i]) == texts[i]);
    }
    CHECK(encode_all(ids, texts) == codes);
    CHECK(ids.size() == texts.size());
    check_consistent(ids);
  }

  TEST_CASE("a million texts get the codes that a map of the standard library gives") {
    std::mt19937_64 random(7);
    std::vector<std::string> texts;
    for (int i = 0; i < 1'000'000; ++i) {
      texts.push_back(fmt::format("account-{}", random() % 300'000));
      if (random() % 8 == 0) texts.back().resize(random() % 24, 'q');
    }
    std::unordered_map<std::string, std::uint32_t> map;
    std::vector<std::uint32_t> want;
    for (const auto& text : texts)
      want.push_back(map.try_emplace(text, static_cast<std::uint32_t>(map.size())).first->second);
    Ids at_once, one_by_one;
    CHECK(encode_all(at_once, texts) == want);
    CHECK(at_once.size() == map.size());
    bool same = true;
    for (std::size_t i = 0; i < texts.size(); ++i) same &= one_by_one.encode(texts[i]) == want[i];
    CHECK(same);
    for (const auto& [text, code] : map) REQUIRE(at_once.find(text) == code);
  }

  TEST_CASE("integers far apart are coded in the order in which they come") {
    Ids ids;
    const std::vector<std::int64_t> numbers{INT64_MAX, 0, INT64_MIN, -1, 0, INT64_MIN, 1};
    CHECK(encode_all(ids, numbers) == std::vector<std::uint32_t>{0, 1, 2, 3, 1, 2, 4});
    CHECK_FALSE(ids.is_text());
    CHECK(ids.number(2) == INT64_MIN);
    CHECK(ids.text(2) == "-9223372036854775808");
    CHECK(ids.text(0) == "9223372036854775807");
    CHECK_FALSE(ids.find(std::int64_t{2}).has_value());
    CHECK_FALSE(ids.find("1").has_value());
    check_consistent(ids);
  }

  TEST_CASE("integers that lie close together are coded by value, wherever they lie") {
    for (const std::int64_t base : {INT64_MIN, std::int64_t{-2}, std::int64_t{0}, INT64_MAX - 4}) {
      CAPTURE(base);
      Ids ids;
      CHECK(encode_all(ids, {base + 4, base, base + 2, base + 4}) == std::vector<std::uint32_t>{2, 0, 1, 2});
      CHECK(ids.size() == 3);
      CHECK(ids.number(1) == base + 2);
      CHECK_FALSE(ids.find(base + 1).has_value());
      check_consistent(ids);
      // Later ones, close or not, come behind them.
      CHECK(encode_all(ids, {base + 1, base + 2, 77}) == std::vector<std::uint32_t>{3, 1, 4});
      CHECK(ids.encode(base) == 0);
      check_consistent(ids);
    }
  }

  TEST_CASE("random integers of any spread get one code each") {
    std::mt19937_64 random(11);
    for (const std::uint64_t spread : {1UL, 10UL, 5'000UL, 400'000UL, 100'000'000UL, ~0UL}) {
      CAPTURE(spread);
      std::vector<std::int64_t> numbers;
      for (int i = 0; i < 20'000; ++i)
        numbers.push_back(static_cast<std::int64_t>(random() % spread) - 2'500);
      Ids ids;
      const auto codes = encode_all(ids, numbers);
      std::vector<std::int64_t> distinct = numbers;
      std::sort(distinct.begin(), distinct.end());
      distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
      CHECK(ids.size() == distinct.size());
      for (std::size_t i = 0; i < numbers.size(); ++i) REQUIRE(ids.number(codes[i]) == numbers[i]);
      check_consistent(ids);
    }
  }

  TEST_CASE("missing integers get no code, whatever stands in their place") {
    Ids close, far, none;
    CHECK(encode_all(close, {5, 3, 4, 5}, "1011") == std::vector<std::uint32_t>{1, no_id, 0, 1});
    CHECK(close.size() == 2);
    CHECK(encode_all(far, {5, INT64_MIN, 4, INT64_MAX}, "1010") ==
          std::vector<std::uint32_t>{0, no_id, 1, no_id});
    CHECK(far.size() == 2);
    CHECK(encode_all(none, {1, 2}, "00") == std::vector<std::uint32_t>{no_id, no_id});
    CHECK(none.size() == 0);
    check_consistent(close);
    check_consistent(far);
  }

  TEST_CASE("texts and integers do not mix, and a refusal changes nothing") {
    Ids texts, numbers;
    texts.encode("a");
    numbers.encode(std::int64_t{1});
    CHECK_THROWS_WITH_AS(texts.encode(std::int64_t{1}),
                         "Ids: id = an integer does not fit ids that are texts", InvalidInput);
    CHECK_THROWS_WITH_AS(encode_all(texts, std::vector<std::int64_t>{1}),
                         "Ids: id = an integer does not fit ids that are texts", InvalidInput);
    CHECK_THROWS_WITH_AS(numbers.encode("a"), "Ids: id = a text does not fit ids that are integers",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(encode_all(numbers, std::vector<std::string>{"a"}),
                         "Ids: id = a text does not fit ids that are integers", InvalidInput);
    CHECK(texts.size() == 1);
    CHECK(numbers.size() == 1);
    check_consistent(texts);
    check_consistent(numbers);
  }

  TEST_CASE("a dictionary of nothing knows what it is for once it was asked to code") {
    Ids texts, numbers;
    encode_all(texts, std::vector<std::string>{});
    encode_all(numbers, std::vector<std::int64_t>{});
    CHECK(texts.is_text());
    CHECK_FALSE(numbers.is_text());
    CHECK(texts.sorted().empty());
  }

  TEST_CASE("sorted gives integers by value and texts by bytes") {
    Ids texts, numbers;
    encode_all(texts, std::vector<std::string>{"b", "\xc3\xa9", "", "B", "ab", std::string("a\0", 2), "a"});
    CHECK(texts.sorted() == std::vector<std::uint32_t>{2, 3, 6, 5, 4, 0, 1});
    encode_all(numbers, std::vector<std::int64_t>{9, INT64_MIN, -1, INT64_MAX});
    CHECK(numbers.sorted() == std::vector<std::uint32_t>{1, 2, 0, 3});
    CHECK(texts.ranks() == std::vector<std::uint32_t>{5, 6, 0, 1, 4, 3, 2});
    CHECK(numbers.ranks() == std::vector<std::uint32_t>{2, 0, 1, 3});
  }

  TEST_CASE("a column of ids holds codes, or what stands for a missing id") {
    const IdColumn absent;
    CHECK_FALSE(absent.present());
    CHECK(absent.size() == 0);
    CHECK(absent.codes().empty());

    const std::vector<std::string> names{"b", "", "b"};
    const std::vector<std::string_view> views(names.begin(), names.end());
    for (const IdColumn& column :
         {IdColumn(names), IdColumn(views), IdColumn(std::span<const std::string>(names))}) {
      CHECK(column.present());
      CHECK(std::vector<std::uint32_t>(column.codes().begin(), column.codes().end()) ==
            std::vector<std::uint32_t>{0, 1, 0});
      CHECK(column.text(0) == "b");
      CHECK(column.text(1).empty());
      CHECK(column.ids()->is_text());
    }
    const std::vector<std::int64_t> numbers{30, -10};
    CHECK(IdColumn(numbers).text(1) == "-10");
    CHECK(IdColumn(std::vector<std::int64_t>{}).present());
    CHECK(IdColumn(std::vector<std::string>{}).ids()->is_text());

    const IdColumn some({0, no_id}, IdColumn(names).ids());
    CHECK(some.text(1) == "null");
    CHECK(some.named("customer").name() == "customer");
    CHECK(some.named("customer").codes().data() == some.codes().data());
    CHECK(some.name().empty());
  }
}
