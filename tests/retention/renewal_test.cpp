// SPDX-License-Identifier: MIT
#include <fealty/retention/renewal.hpp>

#include "revenue/contract_tables.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;
using doctest::Approx;
using tables::Contract;
using tables::contract;
using tables::contracts;
using tables::Counts;
using tables::date;

namespace {

/// "row outcome renewal_row" of each contract that was due.
std::string outcomes(const std::vector<Contract>& rows, const RenewalOptions& options) {
  const auto out = renewals(contracts(rows), options);
  std::string text;
  for (std::size_t i = 0; i < out.row.size(); ++i)
    text += fmt::format("{}{} {} {}", i == 0 ? "" : ", ", out.row[i],
                        enum_names(RenewalOutcome{})[static_cast<std::size_t>(out.outcome[i])],
                        out.renewal_row[i]);
  return text;
}

/// A contract of 2024, and one that is signed and begins on the days given.
std::string renewed(std::string_view signed_on, std::string_view start, RenewalOptions options = {}) {
  options.as_of = options.as_of.value_or(date("2025-12-31"));
  options.period = Period::quarter;
  const std::string all = outcomes({contract("a", "2023-12-01", "2024-01-01", "2025-01-15", 1200),
                                    contract("a", signed_on, start, "2026-12-31", 1200)},
                                   options);
  return all.substr(0, all.find(','));
}

/// As documented, by going through everything.
class NaiveRenewals {
 public:
  std::map<std::size_t, std::size_t> renewal;  // by row

  NaiveRenewals(const std::vector<Contract>& rows, std::int32_t as_of, std::int32_t early,
                std::int32_t late) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i].signed_on <= as_of) order.push_back(i);
    const auto per_month = [&](std::size_t i) { return monthly(rows[i]); };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(rows[a].end, -per_month(a), rows[a].start, rows[a].signed_on, rows[a].total_minor) <
             std::tuple(rows[b].end, -per_month(b), rows[b].start, rows[b].signed_on, rows[b].total_minor);
    });
    std::set<std::size_t> taken;
    for (const std::size_t due : order) {
      std::vector<std::size_t> candidates;
      for (const std::size_t other : order)
        if (rows[other].account == rows[due].account && taken.count(other) == 0 &&
            rows[other].start > rows[due].start && rows[other].end > rows[due].end &&
            rows[other].start >= rows[due].end - early && rows[other].start <= rows[due].end + late)
          candidates.push_back(other);
      if (candidates.empty()) continue;
      const auto key = [&](std::size_t i) {
        return std::tuple(std::abs(rows[i].start - rows[due].end), rows[i].start, -per_month(i), rows[i].end,
                          rows[i].signed_on, rows[i].total_minor);
      };
      const std::size_t best = *std::min_element(candidates.begin(), candidates.end(),
                                                 [&](auto a, auto b) { return key(a) < key(b); });
      renewal[due] = best;
      taken.insert(best);
    }
  }
  static std::int64_t monthly(const Contract& row) {
    std::int32_t whole = 0;
    while (add_months(Date{row.start}, whole + 1).days <= row.end) ++whole;
    const std::int64_t last = add_months(Date{row.start}, whole).days,
                       of = add_months(Date{row.start}, whole + 1).days - last;
    const std::int64_t parts = whole * of + (row.end - last), twice = 2 * (row.total_minor * of % parts);
    const std::int64_t floor = row.total_minor * of / parts;
    return floor + (twice > parts || (twice == parts && floor % 2 != 0) ? 1 : 0);
  }
};

}  // namespace

TEST_SUITE("retention/renewal") {
  TEST_CASE("80 of 100 are 80%, between 71.1% and 86.7%") {
    // Wilson's interval of 80 of 100 at z = 1.959964, by its formula.
    std::vector<Contract> rows;
    for (int i = 0; i < 100; ++i) {
      rows.push_back(contract(fmt::format("A{}", i), "2023-12-01", "2024-01-10", "2025-01-10", 1200));
      if (i < 80)
        rows.push_back(contract(fmt::format("A{}", i), "2025-01-05", "2025-01-10", "2026-01-10", 1200));
    }
    const auto out = renewal_rate(contracts(rows), {.as_of = date("2025-02-28")});
    REQUIRE(out.period.days == tables::days({"2025-01-01", "2025-02-01"}));
    CHECK(out.rate[0] == 0.8);
    CHECK(out.lower[0] == Approx(0.7111708344068411).epsilon(1e-12));
    CHECK(out.upper[0] == Approx(0.8666330666689676).epsilon(1e-12));
    CHECK(out.due == Counts{100, 0});
    CHECK(out.renewed == Counts{80, 0});
    CHECK(out.lapsed == Counts{20, 0});
    CHECK(out.small_base == std::vector<std::uint8_t>{0, 1});
    CHECK(out.complete == std::vector<std::uint8_t>{1, 1});
    CHECK(std::isnan(out.rate[1]));
    CHECK(std::isnan(out.lower[1]));
    CHECK(std::isnan(out.gross_rate[1]));
    CHECK(out.as_of == date("2025-02-28"));
    CHECK(!out.as_of_inferred);
  }

  TEST_CASE("1.0M due, 850k renewed and 200k on top: gross 85%, net 105%") {
    // The figures of Domestique's "Renewal rates: gross, net, and on-time benchmarks".
    const auto out =
        renewal_rate(contracts({contract("a", "2024-01-01", "2024-01-01", "2025-01-01", 85'000'000),
                                contract("a", "2024-12-15", "2025-01-01", "2026-01-01", 105'000'000),
                                contract("b", "2024-01-01", "2024-01-01", "2025-01-01", 15'000'000)}),
                     {.as_of = date("2025-01-31")});
    CHECK(out.gross_rate[0] == Approx(0.85).epsilon(1e-7));  // months are rounded to the cent
    CHECK(out.net_rate[0] == Approx(1.05).epsilon(1e-7));
    CHECK(out.rate[0] == 0.5);
    CHECK(out.due_mrr.minor == Counts{7'083'333 + 1'250'000});
    CHECK(out.renewed_mrr.minor == Counts{8'750'000});
    CHECK(out.retained_mrr.minor == Counts{7'083'333});
  }

  TEST_CASE("terms of different lengths compare by the month, and one-time fees are not renewed") {
    const auto out =
        renewal_rate(contracts({contract("a", "2024-01-01", "2024-01-01", "2025-01-01", 120'000, 50'000),
                                contract("a", "2024-12-15", "2025-01-01", "2028-01-01", 360'000)}),
                     {.as_of = date("2025-01-31")});
    CHECK(out.gross_rate[0] == 1);
    CHECK(out.net_rate[0] == 1);
  }

  TEST_CASE("the window of a renewal, and when it is early or late") {
    CHECK(renewed("2025-01-10", "2025-01-15") == "0 on_time 1");
    CHECK(renewed("2025-01-01", "2025-01-15") == "0 on_time 1");  // the first day of the quarter it is due in
    CHECK(renewed("2024-12-31", "2025-01-15") == "0 early 1");
    CHECK(renewed("2025-01-15", "2025-01-15") == "0 on_time 1");
    CHECK(renewed("2025-01-16", "2025-01-15") == "0 late 1");
    CHECK(renewed("2025-01-10", "2025-01-16") == "0 late 1");
    CHECK(renewed("2024-11-01", "2025-01-16") == "0 late 1");  // signed early, but with a gap
    CHECK(renewed("2025-02-14", "2025-02-14") == "0 late 1");
    CHECK(renewed("2025-02-14", "2025-02-15") == "0 lapsed -1");
    CHECK(renewed("2025-01-02", "2024-12-20") == "0 on_time 1");
    CHECK(renewed("2024-10-01", "2024-10-17") == "0 early 1");
    CHECK(renewed("2024-10-01", "2024-10-16") == "0 lapsed -1");
    CHECK(renewed("2024-10-01", "2024-10-16", {.early_days = 91}) == "0 early 1");
    CHECK(renewed("2025-02-14", "2025-02-15", {.late_days = 31}) == "0 late 1");
    CHECK(renewed("2025-01-10", "2025-01-16", {.late_days = 0}) == "0 lapsed -1");
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    CHECK(renewed("2024-02-01", "2024-02-01", {.early_days = most, .late_days = most}) == "0 early 1");
  }

  TEST_CASE("a contract within another, one beside it and another account's renew nothing") {
    const Contract old = contract("a", "2023-12-01", "2024-01-01", "2025-01-01", 1200);
    const RenewalOptions options{.as_of = date("2025-01-31")};
    CHECK(outcomes({old, contract("a", "2024-11-01", "2024-11-01", "2025-01-01", 10)}, options) ==
          "0 lapsed -1, 1 lapsed -1");
    CHECK(outcomes({old, contract("a", "2023-12-01", "2024-01-01", "2026-01-01", 10)}, options) ==
          "0 lapsed -1");
    CHECK(outcomes({old, contract("b", "2024-12-01", "2025-01-01", "2026-01-01", 10)}, options) ==
          "0 lapsed -1");
  }

  TEST_CASE("a renewal counts once: to the contract that ends first, and of two the larger") {
    const RenewalOptions options{.as_of = date("2025-03-31")};
    CHECK(outcomes({contract("a", "2023-12-01", "2024-01-01", "2025-01-01", 1200),
                    contract("a", "2023-12-01", "2024-01-02", "2025-01-01", 2400),
                    contract("a", "2024-12-01", "2025-01-01", "2026-01-01", 3600)},
                   options) == "0 lapsed -1, 1 early 2");
    CHECK(outcomes({contract("a", "2023-12-01", "2024-01-01", "2025-01-10", 1200),
                    contract("a", "2023-12-01", "2024-01-02", "2025-01-01", 2400),
                    contract("a", "2024-12-01", "2025-01-05", "2026-01-01", 3600)},
                   options) == "0 lapsed -1, 1 late 2");
    // Large to large and small to small.
    CHECK(outcomes({contract("a", "2023-12-01", "2024-01-01", "2025-01-01", 100),
                    contract("a", "2023-12-01", "2024-01-01", "2025-01-01", 9000),
                    contract("a", "2024-12-01", "2025-01-01", "2026-01-01", 120),
                    contract("a", "2024-12-01", "2025-01-01", "2026-01-01", 8000)},
                   options) == "0 early 2, 1 early 3");
    // The nearest, not the first: what begins in November is another contract.
    CHECK(outcomes({contract("a", "2023-12-01", "2024-01-01", "2025-01-01", 1200),
                    contract("a", "2024-10-01", "2024-11-01", "2025-11-01", 500),
                    contract("a", "2024-12-01", "2025-01-01", "2026-01-01", 1200)},
                   options) == "0 early 2");
    // As near on either side: the earlier.
    CHECK(outcomes({contract("a", "2023-12-01", "2024-01-01", "2025-01-11", 1200),
                    contract("a", "2025-01-02", "2025-01-21", "2026-01-01", 500),
                    contract("a", "2025-01-02", "2025-01-01", "2026-01-01", 400)},
                   options) == "0 on_time 2");
  }

  TEST_CASE("until the late window has passed nothing is decided") {
    const std::vector<Contract> rows{contract("a", "2023-12-01", "2024-01-01", "2025-01-20", 1200),
                                     contract("a", "2025-01-05", "2025-01-20", "2026-01-20", 1200),
                                     contract("b", "2023-12-01", "2024-01-01", "2025-01-20", 1200)};
    const auto on = [&](std::string_view as_of) {
      const auto out = renewal_rate(contracts(rows), {.as_of = date(as_of)});
      if (out.due.empty()) return std::string("nothing due");
      return fmt::format(
          "{} due, {} renewed, {} lapsed, {} undecided, {} of them renewed, rate {}, complete {}", out.due[0],
          out.renewed[0], out.lapsed[0], out.undecided[0], out.undecided_renewed[0], out.rate[0],
          out.complete[0]);
    };
    CHECK(on("2024-12-31") == "nothing due");
    CHECK(on("2025-01-01") ==
          "2 due, 0 renewed, 0 lapsed, 2 undecided, 0 of them renewed, rate nan, complete 0");
    CHECK(on("2025-01-05") ==
          "2 due, 0 renewed, 0 lapsed, 2 undecided, 1 of them renewed, rate nan, complete 0");
    CHECK(on("2025-02-18") ==
          "2 due, 0 renewed, 0 lapsed, 2 undecided, 1 of them renewed, rate nan, complete 0");
    CHECK(on("2025-02-19") ==
          "2 due, 1 renewed, 1 lapsed, 0 undecided, 0 of them renewed, rate 0.5, complete 1");
    CHECK(outcomes(rows, {.as_of = date("2025-02-18")}) == "0 on_time 1, 2 pending -1");
  }

  TEST_CASE("the latest signature is the last day known, where none is given") {
    const auto out = renewal_rate(contracts({contract("a", "2023-12-01", "2024-01-01", "2025-01-01", 1200),
                                             contract("b", "2025-04-10", "2025-04-10", "2026-04-10", 1200)}));
    CHECK(out.as_of == date("2025-04-10"));
    CHECK(out.as_of_inferred);
    CHECK(out.period.days == tables::days({"2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"}));
    CHECK(out.complete == std::vector<std::uint8_t>{1, 1, 1, 0});
    CHECK(out.lapsed == Counts{1, 0, 0, 0});
  }

  TEST_CASE("periods and fiscal years") {
    const auto table = contracts({contract("a", "2023-12-01", "2024-01-01", "2025-01-01", 1200)});
    CHECK(renewal_rate(table, {.as_of = date("2025-12-31"), .period = Period::year}).period.days ==
          tables::days({"2025-01-01"}));
    CHECK(renewal_rate(table, {.as_of = date("2025-12-31"), .period = Period::year, .fiscal_year_start = 4})
              .period.days == tables::days({"2024-04-01", "2025-04-01"}));
    CHECK(renewals(table, {.as_of = date("2025-01-31"), .period = Period::week}).period.days ==
          tables::days({"2024-12-30"}));
  }

  TEST_CASE("random contracts: as documented, in any order, and as they were known on the day") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      naive::Random random(seed);
      auto rows = tables::random_contracts(random, random.between(1, 20));
      const auto as_of = static_cast<std::int32_t>(random.between(19000, 21500));
      const RenewalOptions options{.as_of = Date{as_of},
                                   .period = static_cast<Period>(random.between(1, 4)),
                                   .early_days = static_cast<std::int32_t>(random.between(0, 120)),
                                   .late_days = static_cast<std::int32_t>(random.between(0, 60))};
      const NaiveRenewals naive(rows, as_of, options.early_days, options.late_days);
      const auto out = renewals(contracts(rows), options);
      const auto rates = renewal_rate(contracts(rows), options);
      CAPTURE(seed);
      std::set<std::int64_t> used;
      std::map<std::int32_t, std::vector<std::size_t>> by_period;
      for (std::size_t i = 0; i < out.row.size(); ++i) {
        const auto row = static_cast<std::size_t>(out.row[i]);
        const auto found = naive.renewal.find(row);
        const std::int64_t want =
            found == naive.renewal.end() ? -1 : static_cast<std::int64_t>(found->second);
        CHECK(out.renewal_row[i] == want);
        CHECK(out.due_mrr.minor[i] == NaiveRenewals::monthly(rows[row]));
        CHECK(out.decided[i] == (rows[row].end + options.late_days <= as_of ? 1 : 0));
        if (want >= 0) CHECK(used.insert(want).second);
        by_period[out.period.days[i]].push_back(i);
      }
      // Whatever is due up to the period of as_of is there.
      const auto last_day = PeriodGrid(Date{as_of}, Date{as_of}, options.period).last_day(0).days;
      CHECK(static_cast<std::int64_t>(out.row.size()) ==
            std::count_if(rows.begin(), rows.end(), [&](const Contract& row) {
              return row.signed_on <= as_of && row.end <= last_day;
            }));
      for (std::size_t i = 0; i < rates.due.size(); ++i) {
        std::int64_t renewed_count = 0, lapsed = 0, renewed_mrr = 0, retained = 0, decided_mrr = 0;
        for (const std::size_t k : by_period[rates.period.days[i]]) {
          if (out.decided[k] == 0) continue;
          decided_mrr += out.due_mrr.minor[k];
          (out.renewal_row[k] < 0 ? lapsed : renewed_count) += 1;
          renewed_mrr += out.renewed_mrr.minor[k];
          retained += std::min(out.due_mrr.minor[k], out.renewed_mrr.minor[k]);
        }
        CHECK(rates.due[i] == static_cast<std::int64_t>(by_period[rates.period.days[i]].size()));
        CHECK(rates.due[i] == rates.renewed[i] + rates.lapsed[i] + rates.undecided[i]);
        CHECK(rates.renewed[i] == renewed_count);
        CHECK(rates.lapsed[i] == lapsed);
        CHECK(rates.renewed_mrr.minor[i] == renewed_mrr);
        CHECK(rates.retained_mrr.minor[i] == retained);
        CHECK(rates.decided_mrr.minor[i] == decided_mrr);
        CHECK(rates.early[i] + rates.late[i] <= rates.renewed[i]);
        if (decided_mrr > 0) CHECK(rates.gross_rate[i] <= std::min(1.0, rates.net_rate[i]));
      }
      // What is signed later might as well not be there.
      std::vector<Contract> known;
      for (const auto& row : rows)
        if (row.signed_on <= as_of) known.push_back(row);
      std::reverse(known.begin(), known.end());
      const auto again = renewal_rate(contracts(known), options);
      CHECK(again.renewed == rates.renewed);
      CHECK(again.undecided_renewed == rates.undecided_renewed);
      CHECK(again.early == rates.early);
      CHECK(again.late == rates.late);
      CHECK(tables::text(again.net_rate) == tables::text(rates.net_rate));
    }
  }

  TEST_CASE("refuses options out of range, and several currencies") {
    const auto table = contracts({contract("a", "2023-12-01", "2024-01-01", "2025-01-01", 1200)});
    const auto message = [&](const RenewalOptions& options) -> std::string {
      try {
        renewal_rate(table, options);
      } catch (const InvalidInput& error) {
        return error.what();
      }
      return "accepted";
    };
    CHECK(message({.early_days = -1}) == "renewal_rate: early_days = -1 is negative");
    CHECK(message({.late_days = -1}) == "renewal_rate: late_days = -1 is negative");
    CHECK(message({.confidence = 1}) == "renewal_rate: confidence = 1 is not in (0, 1)");
    CHECK(message({.small_base = -1}) == "renewal_rate: small_base = -1 is negative");
    CHECK(message({.fiscal_year_start = 13}) ==
          "renewal_rate: fiscal_year_start = 13 is not a month from 1 to 12");
    CHECK(message({.as_of = Date{min_day - 1}}) ==
          "renewal_rate: as_of = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
    CHECK(message({.as_of = date("9999-12-31"), .period = Period::day}) ==
          "renewal_rate: period = day makes more than 65,535 periods of 2025-01-01 to 9999-12-31; take a "
          "longer "
          "one");
    CHECK_THROWS_WITH_AS(renewals(table, {.early_days = -1}), "renewals: early_days = -1 is negative",
                         InvalidInput);
    const revenue::Contracts two({.account = tables::Texts{"a", "b"},
                                  .signed_on = tables::days({"2024-01-01", "2024-01-01"}),
                                  .start = tables::days({"2024-01-01", "2024-01-01"}),
                                  .end = tables::days({"2025-01-01", "2025-01-01"}),
                                  .total_minor = Counts{1, 2},
                                  .currency_column = tables::Texts{"USD", "EUR"}});
    CHECK_THROWS_WITH_AS(renewal_rate(two),
                         "renewal_rate: currency = EUR, USD are several; split the contracts by currency",
                         InvalidInput);
  }

  TEST_CASE("sums that leave 64 bits, and the ends of the calendar") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const std::vector<Contract> large{contract("a", "2024-01-01", "2024-01-01", "2025-01-01", most),
                                      contract("b", "2024-01-01", "2024-01-01", "2025-01-01", most)};
    CHECK(renewal_rate(contracts(large), {.as_of = date("2025-03-31")}).due_mrr.minor[0] ==
          2 * (most / 12 + 1));
    std::vector<Contract> many;
    for (int i = 0; i < 13; ++i)
      many.push_back(contract(fmt::format("A{}", i), "2024-01-01", "2024-01-01", "2025-01-01", most));
    CHECK_THROWS_WITH_AS(renewal_rate(contracts(many), {.as_of = date("2025-03-31")}),
                         "renewal_rate: due_mrr = 2025-01 is beyond 64 bits of minor units", Overflow);
    const auto out = renewal_rate(contracts({contract("a", "1900-01-01", "1900-01-01", "1900-01-02", 1),
                                             contract("a", "9999-12-31", "9999-12-30", "9999-12-31", 1)}),
                                  {.as_of = date("9999-12-31"), .period = Period::year});
    CHECK(out.due.size() == 8100);
    CHECK(out.due.front() == 1);
    CHECK(out.undecided.back() == 1);
  }

  TEST_CASE("empty, and the columns in order") {
    const auto none = renewal_rate(contracts({}));
    CHECK(none.due.empty());
    CHECK(!none.as_of);
    CHECK(!none.as_of_inferred);
    CHECK(renewals(contracts({})).account.size() == 0);
    std::string names;
    RenewalRate::each_column(none, [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "period period_end rate lower upper gross_rate net_rate due renewed early late lapsed undecided "
          "undecided_renewed due_mrr decided_mrr renewed_mrr retained_mrr small_base complete ");
    names.clear();
    const auto nothing = renewals(contracts({}));
    Renewals::each_column(nothing, [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "account row end period outcome decided renewal_row due_mrr renewed_mrr ");
  }
}
