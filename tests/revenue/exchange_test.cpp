// SPDX-License-Identifier: MIT
#include <fealty/revenue/exchange.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::date;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

struct Row {
  std::string date, base, quote;
  double rate;
};

ExchangeRateColumns columns(const std::vector<Row>& rows, std::int32_t max_age_days = 0) {
  tables::Days day;
  Texts base, quote;
  Reals rate;
  for (const auto& row : rows) {
    day.push_back(tables::day(row.date));
    base.push_back(row.base);
    quote.push_back(row.quote);
    rate.push_back(row.rate);
  }
  return {.date = std::move(day),
          .base = base,
          .quote = quote,
          .rate = std::move(rate),
          .max_age_days = max_age_days};
}

/// Euro foreign exchange reference rates of the European Central Bank: the first ones, and those around
/// Easter 2024, when 29 March to 1 April had none.
const std::vector<Row> ecb{{"1999-01-04", "EUR", "USD", 1.1789},
                           {"1999-01-04", "EUR", "JPY", 133.73},
                           {"1999-01-04", "EUR", "GBP", 0.7111},
                           {"1999-01-04", "EUR", "CHF", 1.6168},
                           {"2024-03-28", "EUR", "USD", 1.0811}};

ExchangeRateColumns good() {
  return columns({{"2024-03-27", "EUR", "USD", 1.0816},
                  {"2024-03-28", "EUR", "USD", 1.0811},
                  {"2024-03-28", "EUR", "GBP", 0.8551}});
}

Rate rate(const ExchangeRates& rates, const char* base, const char* quote, const char* day) {
  return rates.rate(currency(base), currency(quote), date(day));
}

std::string text(const Rate& rate) {
  return fmt::format("{} {} {} {:.10g} {}", rate.base().code(), rate.quote().code(), to_string(rate.date()),
                     rate.value(), rate.pivot() ? rate.pivot()->code() : "-");
}

}  // namespace

TEST_SUITE("revenue/exchange") {
  TEST_CASE("published rates: direct, inverse, and crossed through the euro") {
    const ExchangeRates rates(columns(ecb));
    CHECK(rates.size() == 5);
    CHECK(rates.findings().empty());
    const Rate usd = rate(rates, "EUR", "USD", "1999-01-04");
    CHECK(usd.value() == 1.1789);
    CHECK(usd.date() == date("1999-01-04"));
    CHECK(!usd.pivot());
    CHECK(convert(100'000, usd) == 117'890);                                     // 1,000.00 EUR
    CHECK(convert(100'000, rate(rates, "USD", "EUR", "1999-01-04")) == 84'825);  // 848.2484...
    CHECK(rate(rates, "USD", "EUR", "1999-01-04").value() == 1 / 1.1789);
    const Rate crossed = rate(rates, "USD", "GBP", "1999-01-04");
    CHECK(text(crossed) == "USD GBP 1999-01-04 0.6031894139 EUR");
    CHECK(convert(100'000, crossed) == 60'319);
    CHECK(convert(100'000, rate(rates, "USD", "JPY", "1999-01-04")) == 113'436);  // yen have no minor unit
    CHECK(convert(113'436, rate(rates, "JPY", "USD", "1999-01-04")) == 100'000);
  }

  TEST_CASE("the irrevocable rate of the kuna") {
    // Council Regulation (EU) 2022/1208: one euro is 7.53450 kuna; amounts are rounded half-up to the cent.
    const ExchangeRates rates(columns({{"2023-01-01", "EUR", "HRK", 7.53450}}));
    const Rate euro = rate(rates, "HRK", "EUR", "2023-01-01");
    CHECK(convert(10'000, euro, Rounding::half_up) == 1'327);
    CHECK(convert(753'450, euro, Rounding::half_up) == 100'000);
  }

  TEST_CASE("exact fractions, rounded once, against Python's") {
    std::ifstream in("revenue/data/exchange.csv");
    REQUIRE_MESSAGE(in.good(), "run this in the folder tests");
    std::string line;
    std::getline(in, line);
    std::size_t count = 0;
    while (std::getline(in, line)) {
      CAPTURE(line);
      std::vector<std::string> cell;
      std::istringstream cells(line);
      for (std::string each; std::getline(cells, each, ',');) cell.push_back(each);
      const double first = std::stod(cell[3]), second = std::stod(cell[4]);
      const std::string &way = cell[0], &base = cell[1], &quote = cell[2], day = "2024-01-31";
      const ExchangeRates rates(columns(
          way == "direct"    ? std::vector<Row>{{day, base, quote, first}}
          : way == "inverse" ? std::vector<Row>{{day, quote, base, first}}
          : way == "chain"   ? std::vector<Row>{{day, base, "EUR", first}, {day, "EUR", quote, second}}
                             : std::vector<Row>{{day, "EUR", base, first}, {day, "EUR", quote, second}}));
      const Rate found = rate(rates, base.c_str(), quote.c_str(), day.c_str());
      const Rounding rounding = cell[6] == "half_up" ? Rounding::half_up : Rounding::half_even;
      const std::int64_t minor = std::stoll(cell[5]);
      if (cell[7] == "overflow") CHECK_THROWS_AS(convert(minor, found, rounding), Overflow);
      else CHECK(convert(minor, found, rounding) == std::stoll(cell[7]));
      ++count;
    }
    CHECK(count == 300);
  }

  TEST_CASE("a tie goes to the even unit, or to the larger amount") {
    const ExchangeRates rates(columns({{"2024-01-31", "EUR", "USD", 0.5}}));
    const Rate half = rate(rates, "EUR", "USD", "2024-01-31");
    const std::vector<std::int64_t> amounts{-3, -2, -1, 0, 1, 2, 3, 5};
    std::vector<std::int64_t> even, up;
    for (const auto each : amounts) even.push_back(convert(each, half));
    for (const auto each : amounts) up.push_back(convert(each, half, Rounding::half_up));
    CHECK(even == std::vector<std::int64_t>{-2, -1, 0, 0, 0, 1, 2, 2});
    CHECK(up == std::vector<std::int64_t>{-1, -1, 0, 0, 1, 1, 2, 3});
  }

  TEST_CASE("minor units of 0, 2, 3 and 4 digits") {
    const ExchangeRates rates(columns({{"2024-01-31", "KWD", "JPY", 480.5},
                                       {"2024-01-31", "KWD", "USD", 3.25},
                                       {"2024-01-31", "CLF", "JPY", 5875.0}}));
    CHECK(convert(1'000, rate(rates, "KWD", "JPY", "2024-01-31")) == 480);  // 480.5, to the even one
    CHECK(convert(481, rate(rates, "JPY", "KWD", "2024-01-31")) == 1'001);
    CHECK(convert(1'000, rate(rates, "KWD", "USD", "2024-01-31")) == 325);
    CHECK(convert(10'000, rate(rates, "CLF", "JPY", "2024-01-31")) == 5'875);
  }

  TEST_CASE("identities: itself, there and back, crossing is the product") {
    std::mt19937_64 random(8);
    const auto any_rate = [&] { return static_cast<double>(random() % 9'999'999 + 1) / 10'000; };
    for (int round = 0; round < 500; ++round) {
      CAPTURE(round);
      const ExchangeRates rates(
          columns({{"2024-01-31", "EUR", "USD", any_rate()}, {"2024-01-31", "EUR", "GBP", any_rate()}}));
      const auto amount = static_cast<std::int64_t>(random() % 2'000'000'000'000) - 1'000'000'000'000;
      const Rate there = rate(rates, "USD", "GBP", "2024-01-31"),
                 back = rate(rates, "GBP", "USD", "2024-01-31");
      CHECK(convert(amount, rate(rates, "USD", "USD", "2024-01-31")) == amount);
      // rounding there loses at most half a unit, which is worth so much on the way back, and half a unit
      // then
      const auto returned = static_cast<double>(convert(convert(amount, there), back) - amount);
      CHECK(std::abs(returned) <= 0.5 * back.value() * (1 + 1e-9) + 0.5);
      if (there.value() >= 1) CHECK(std::abs(returned) <= 1);
      const double product =
          rate(rates, "USD", "EUR", "2024-01-31").value() * rate(rates, "EUR", "GBP", "2024-01-31").value();
      CHECK(std::abs(there.value() / product - 1) < 1e-15 * 4);
      CHECK(std::abs(there.value() * back.value() - 1) < 1e-15 * 4);
      CHECK(convert(-amount, there) == -convert(amount, there));
    }
  }

  TEST_CASE("a currency with itself is 1, in the table or not") {
    const ExchangeRates rates(good());
    CHECK(text(rate(rates, "JPY", "JPY", "1800-01-01")) == "JPY JPY 1800-01-01 1 -");
    CHECK(convert(std::numeric_limits<std::int64_t>::min(), rate(rates, "USD", "USD", "2024-03-28")) ==
          std::numeric_limits<std::int64_t>::min());
  }

  TEST_CASE("direct before inverse before crossed, and the first pivot by its code") {
    std::vector<Row> rows{{"2024-01-31", "USD", "EUR", 0.5}, {"2024-01-31", "EUR", "GBP", 3},
                          {"2024-01-31", "USD", "CHF", 4},   {"2024-01-31", "GBP", "CHF", 2},
                          {"2024-01-31", "JPY", "USD", 5},   {"2024-01-31", "JPY", "GBP", 5}};
    const auto found = [&] { return text(rate(ExchangeRates(columns(rows)), "USD", "GBP", "2024-01-31")); };
    CHECK(found() == "USD GBP 2024-01-31 2 CHF");
    std::reverse(rows.begin(), rows.end());
    CHECK(found() == "USD GBP 2024-01-31 2 CHF");
    rows.push_back({"2024-01-31", "GBP", "USD", 8});
    CHECK(found() == "USD GBP 2024-01-31 0.125 -");
    rows.push_back({"2024-01-31", "USD", "GBP", 7});
    CHECK(found() == "USD GBP 2024-01-31 7 -");
  }

  TEST_CASE("a later day counts more than a more direct way, and both legs are of one day") {
    const std::vector<Row> rows{{"2024-01-10", "USD", "GBP", 1}, {"2024-01-12", "EUR", "USD", 2},
                                {"2024-01-14", "EUR", "GBP", 8}, {"2024-01-12", "EUR", "GBP", 6},
                                {"2024-01-15", "EUR", "USD", 2}, {"2024-01-11", "USD", "CHF", 2},
                                {"2024-01-11", "CHF", "GBP", 2}};
    const ExchangeRates rates(columns(rows, 30));
    CHECK(text(rate(rates, "USD", "GBP", "2024-01-10")) == "USD GBP 2024-01-10 1 -");
    CHECK(text(rate(rates, "USD", "GBP", "2024-01-11")) == "USD GBP 2024-01-11 4 CHF");
    CHECK(text(rate(rates, "USD", "GBP", "2024-01-12")) == "USD GBP 2024-01-12 3 EUR");
    CHECK(text(rate(rates, "USD", "GBP", "2024-01-20")) == "USD GBP 2024-01-12 3 EUR");
    CHECK(text(rate(rates, "GBP", "USD", "2024-01-20")) == "GBP USD 2024-01-12 0.3333333333 EUR");
  }

  TEST_CASE("a missing day takes the latest before it, not older than max_age_days") {
    const ExchangeRates strict(columns(ecb)), patient(columns(ecb, 4));
    CHECK(text(rate(patient, "EUR", "USD", "2024-04-01")) == "EUR USD 2024-03-28 1.0811 -");
    CHECK_THROWS_WITH_AS(rate(patient, "EUR", "USD", "2024-04-02"),
                         "ExchangeRates: rate = EUR to USD is missing on 2024-04-02; the latest before is of "
                         "2024-03-28, 5 days older (max_age_days is 4)",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(rate(strict, "EUR", "USD", "2024-03-29"),
                         "ExchangeRates: rate = EUR to USD is missing on 2024-03-29; the latest before is of "
                         "2024-03-28, 1 day older (max_age_days is 0)",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(rate(strict, "USD", "GBP", "2024-03-28"),
                         "ExchangeRates: rate = USD to GBP is missing on 2024-03-28; the latest before is of "
                         "1999-01-04, 9215 days older (max_age_days is 0)",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        rate(patient, "EUR", "USD", "1999-01-03"),
        "ExchangeRates: rate = EUR to USD is missing on 1999-01-03; there is none on any day before",
        InvalidInput);
    for (const char* other : {"KWD", "NOK"})
      CHECK_THROWS_WITH_AS(
          rate(patient, "EUR", other, "1999-01-04"),
          fmt::format("ExchangeRates: rate = EUR to {} is missing on 1999-01-04; no rows lead from "
                      "one to the other, directly or through a third currency",
                      other)
              .c_str(),
          InvalidInput);
    CHECK_THROWS_AS(strict.rate(currency("EUR"), currency("USD"), Date{open}), InvalidInput);
    CHECK_THROWS_AS(
        patient.rate(currency("EUR"), currency("USD"), Date{std::numeric_limits<std::int32_t>::min()}),
        InvalidInput);
    const Currency not_usd{{'U', 'S', 'D'}, 3}, odd{{'u', '\0', '\xff'}, 2};  // no currencies of ISO 4217
    CHECK_THROWS_AS(patient.rate(currency("EUR"), not_usd, date("1999-01-04")), InvalidInput);
    CHECK_THROWS_AS(patient.rate(odd, currency("EUR"), date("1999-01-04")), InvalidInput);
  }

  TEST_CASE("random tables, in any row order, against a search through all rows") {
    const std::vector<std::string> codes{"CHF", "EUR", "GBP", "JPY", "USD"};
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      CAPTURE(seed);
      std::mt19937_64 random(seed);
      const std::int32_t width = seed % 3 == 0 ? 2'000 : 12;
      std::map<std::tuple<std::string, std::string, std::int32_t>, double> known;
      for (std::uint64_t i = 0; i < random() % 60 + 1; ++i) {
        const auto &base = codes[random() % 5], &quote = codes[random() % 5];
        if (base != quote)
          known[{base, quote, static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(width))}] =
              static_cast<double>(random() % 1000 + 1) / 8;
      }
      std::vector<Row> rows;
      for (const auto& [key, value] : known)
        rows.push_back({to_string(Date{std::get<2>(key)}), std::get<0>(key), std::get<1>(key), value});
      std::shuffle(rows.begin(), rows.end(), random);
      const auto age = static_cast<std::int32_t>(random() % 8);
      const ExchangeRates rates(columns(rows, age));
      const auto one = [&](const std::string& a, const std::string& b,
                           std::int32_t day) -> std::optional<double> {
        if (const auto at = known.find({a, b, day}); at != known.end()) return at->second;
        if (const auto at = known.find({b, a, day}); at != known.end()) return 1 / at->second;
        return std::nullopt;
      };
      const auto any = [&](const std::string& a, const std::string& b, std::int32_t day) -> std::string {
        for (std::int32_t d = day; d >= day - age; --d) {
          if (const auto found = one(a, b, d)) return fmt::format("{} {:.10g} -", d, *found);
          for (const auto& pivot : codes)
            if (const auto first = one(a, pivot, d), second = one(pivot, b, d); first && second)
              return fmt::format("{} {:.10g} {}", d, *first * *second, pivot);
        }
        return "";
      };
      for (int ask = 0; ask < 100; ++ask) {
        const auto &base = codes[random() % 5], &quote = codes[random() % 5];
        const auto day = static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(width + 10)) - 5;
        if (base == quote) continue;
        CAPTURE(base);
        CAPTURE(quote);
        CAPTURE(day);
        std::string got;
        try {
          const Rate found = rates.rate(currency(base), currency(quote), Date{day});
          got = fmt::format("{} {:.10g} {}", found.date().days, found.value(),
                            found.pivot() ? found.pivot()->code() : "-");
        } catch (const InvalidInput&) {
        }
        CHECK(got == any(base, quote, day));
      }
    }
  }

  TEST_CASE("the decimal that people wrote") {
    const auto is = [](double value, std::uint64_t mantissa, std::int32_t power) {
      const revenue::detail::Decimal decimal = revenue::detail::shortest_decimal(value);
      CAPTURE(value);
      CHECK(decimal.mantissa == mantissa);
      CHECK(decimal.power == power);
      CHECK(decimal.value() == value);
    };
    is(1, 1, 0);
    is(1.0811, 10811, -4);
    is(133.73, 13373, -2);
    is(100, 1, 2);
    is(0.1, 1, -1);
    is(1e-18, 1, -18);
    is(1e18, 1, 18);
    is(123456789012, 123456789012, 0);
    is(1.0 / 3, 3333333333333333, -16);
    is(1 / 1.1, 9090909090909091, -16);
    is(2.0 / 3e17, 6666666666666667, -33);
    std::mt19937_64 random(9);
    for (int i = 0; i < 20'000; ++i) {
      const double value =
          std::ldexp(static_cast<double>(random() >> 11U) + 1, static_cast<int>(random() % 120) - 112);
      if (revenue::detail::shortest_decimal(value).value() != value) FAIL("is not read back: ", value);
    }
  }

  TEST_CASE("beyond 64 bits is an overflow that names the amount and the currencies") {
    const ExchangeRates rates(
        columns({{"2024-01-31", "KWD", "JPY", 1e18}, {"2024-01-31", "USD", "EUR", 1.5}}));
    CHECK_THROWS_WITH_AS(
        convert(9'000'000'000'000'000'000, rate(rates, "USD", "EUR", "2024-01-31")),
        "convert: minor = 90,000,000,000,000,000.00 USD is beyond 64 bits of minor units in EUR", Overflow);
    CHECK_THROWS_WITH_AS(convert(-10'000, rate(rates, "KWD", "JPY", "2024-01-31")),
                         "convert: minor = -10.000 KWD is beyond 64 bits of minor units in JPY", Overflow);
    CHECK(convert(9'000, rate(rates, "KWD", "JPY", "2024-01-31")) == 9'000'000'000'000'000'000);
    CHECK(convert(std::numeric_limits<std::int64_t>::max(), rate(rates, "JPY", "KWD", "2024-01-31")) ==
          9'223);
  }

  TEST_CASE("empty, and one row") {
    const ExchangeRates empty(columns({}));
    CHECK(empty.size() == 0);
    CHECK(empty.findings().empty());
    CHECK(rate(empty, "EUR", "EUR", "2024-01-31").value() == 1);
    CHECK_THROWS_AS(rate(empty, "EUR", "USD", "2024-01-31"), InvalidInput);
    const ExchangeRates one(columns({{"9999-12-31", "EUR", "USD", 2}}));
    CHECK(one.size() == 1);
    CHECK(rate(one, "USD", "EUR", "9999-12-31").value() == 0.5);
  }

  TEST_CASE("findings: the same rate twice, a currency with itself, a slip of the point") {
    const auto table = columns({{"2024-03-28", "EUR", "USD", 1.0811},
                                {"2024-03-29", "EUR", "USD", 10.811},
                                {"2024-03-28", "EUR", "USD", 1.0811},
                                {"2024-03-28", "EUR", "EUR", 1},
                                {"2024-06-01", "EUR", "USD", 1.08}});
    const ExchangeRates rates(table);
    CHECK(rates.size() == 5);
    const auto found = [&](const char* code, Severity severity, std::int64_t row, const char* message) {
      CAPTURE(code);
      const auto finding = tables::find(rates.findings(), code);
      REQUIRE(finding.has_value());
      CHECK(finding->severity == severity);
      CHECK(finding->rows == std::vector<std::int64_t>{row});
      CHECK(finding->message == message);
    };
    CHECK(tables::codes(rates.findings()) == "same_currency duplicate_rate rate_jump");
    found("same_currency", Severity::information, 3,
          "ExchangeRates: rate[3] = 1 is the rate of EUR with itself and needs no row");
    found("duplicate_rate", Severity::information, 2,
          "ExchangeRates: rate[2] = 1.0811 is that of row 0 again, for EUR to USD on 2024-03-28");
    found("rate_jump", Severity::warning, 1,
          "ExchangeRates: rate[1] = 10.811 for EUR to USD on 2024-03-29 is far from 1.0811 on 2024-03-28");
  }

  TEST_CASE("refuses columns that are missing or of another length, and a negative age") {
    const auto refuses = [](auto edit, const char* message) {
      ExchangeRateColumns columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(ExchangeRates{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.date = {}; }, "ExchangeRates: date is missing; the table needs this column");
    refuses([](auto& c) { c.base = {}; }, "ExchangeRates: base is missing; the table needs this column");
    refuses([](auto& c) { c.quote = {}; }, "ExchangeRates: quote is missing; the table needs this column");
    refuses([](auto& c) { c.rate = {}; }, "ExchangeRates: rate is missing; the table needs this column");
    refuses([](auto& c) { c.rate = Reals{1}; },
            "ExchangeRates: rate = 1 rows does not match the 3 rows of date");
    refuses(
        [](auto& c) {
          c.date = Column<std::int32_t>(c.date).named("day");
          c.base = IdColumn(Texts{"EUR"}).named("from");
        },
        "ExchangeRates: from = 1 rows does not match the 3 rows of day");
    refuses([](auto& c) { c.max_age_days = -1; }, "ExchangeRates: max_age_days = -1 is negative");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(ExchangeRateColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](ExchangeRateColumns& c) {
           c.date = tables::with_nulls(days({"2024-03-27", "2024-03-28", "2024-03-28"}), {1});
         },
         "null_date", "ExchangeRates: date[1] is null; every row needs this date"},
        {[](ExchangeRateColumns& c) {
           c.date = tables::Days{0, max_day + 1, 0};
         },
         "date_out_of_range",
         "ExchangeRates: date[1] = day 2932897 is not between 1900-01-01 and 9999-12-31"},
        {[](ExchangeRateColumns& c) {
           c.base = tables::ids_with_nulls({"EUR", "", "EUR"});
         },
         "null_currency", "ExchangeRates: base[1] is null; every row needs a currency"},
        {[](ExchangeRateColumns& c) {
           c.base = Texts{"EUR", "eur", "EUR"};
         },
         "unknown_currency", "ExchangeRates: base[1] = \"eur\" is not a currency of ISO 4217"},
        {[](ExchangeRateColumns& c) {
           c.quote = IdColumn(Texts{"USD", "XXQ", "GBP"}).named("to");
         },
         "unknown_currency", "ExchangeRates: to[1] = \"XXQ\" is not a currency of ISO 4217"},
        {[](ExchangeRateColumns& c) {
           c.rate = tables::with_nulls(Reals{1, 2, 3}, {1});
         },
         "null_rate", "ExchangeRates: rate[1] is null; every row needs a rate"},
        {[](ExchangeRateColumns& c) {
           c.rate = Reals{1, std::nan(""), 3};
         },
         "not_finite", "ExchangeRates: rate[1] = nan is not finite"},
        {[](ExchangeRateColumns& c) {
           c.rate = Reals{1, std::numeric_limits<double>::infinity(), 3};
         },
         "not_finite", "ExchangeRates: rate[1] = inf is not finite"},
        {[](ExchangeRateColumns& c) {
           c.rate = Reals{1, 0, 3};
         },
         "not_positive", "ExchangeRates: rate[1] = 0 is not above 0"},
        {[](ExchangeRateColumns& c) {
           c.rate = Reals{1, -1.5, 3};
         },
         "not_positive", "ExchangeRates: rate[1] = -1.5 is not above 0"},
        {[](ExchangeRateColumns& c) {
           c.rate = Column<double>(Reals{1, 9e-19, 3}).named("fx");
         },
         "rate_out_of_range", "ExchangeRates: fx[1] = 9e-19 is not in [1e-18, 1e18]"},
        {[](ExchangeRateColumns& c) {
           c.rate = Reals{1, std::numeric_limits<double>::max(), 3};
         },
         "rate_out_of_range", "ExchangeRates: rate[1] = 1.7976931348623157e+308 is not in [1e-18, 1e18]"},
        {[](ExchangeRateColumns& c) {
           c.quote = Texts{"USD", "EUR", "GBP"};
         },
         "same_currency_rate", "ExchangeRates: rate[1] = 1.0811 is not 1, the rate of EUR with itself"},
    };
    for (const auto& each : cases) {
      ExchangeRateColumns columns = good();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(ExchangeRates{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const ExchangeRates rates(columns);
      CHECK(rates.size() == 2);
      const auto finding = tables::find(rates.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->severity == Severity::error);
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == std::string(each.message));
    }
  }

  TEST_CASE("of two rates for one day and pair neither is taken, in any row order") {
    std::vector<Row> rows{{"2024-03-27", "EUR", "USD", 1.0816},
                          {"2024-03-28", "EUR", "USD", 1.0811},
                          {"2024-03-28", "EUR", "USD", 1.0811},
                          {"2024-03-28", "EUR", "USD", 1.09}};
    const char* const message =
        "ExchangeRates: rate[1] = 1.0811 is not the rate of row 3, 1.09, for EUR to USD on 2024-03-28";
    CHECK_THROWS_WITH_AS(ExchangeRates{columns(rows)}, message, InvalidInput);
    ExchangeRateColumns lenient = columns(rows, 5);
    lenient.on_error = OnError::drop;
    const ExchangeRates rates(lenient);
    CHECK(rates.size() == 1);
    REQUIRE(rates.findings().size() == 1);
    CHECK(rates.findings()[0].code == "conflicting_rates");
    CHECK(rates.findings()[0].rows == std::vector<std::int64_t>{1, 2, 3});
    CHECK(rates.findings()[0].message == message);
    CHECK(text(rate(rates, "EUR", "USD", "2024-03-28")) == "EUR USD 2024-03-27 1.0816 -");
    std::swap(rows[1], rows[3]);
    lenient = columns(rows, 5);
    lenient.on_error = OnError::drop;
    CHECK(ExchangeRates(lenient).findings()[0].rows == std::vector<std::int64_t>{1, 2, 3});
    CHECK(ExchangeRates(lenient).findings()[0].message ==
          "ExchangeRates: rate[1] = 1.09 is not the rate of row 2, 1.0811, for EUR to USD on 2024-03-28");
  }
}
