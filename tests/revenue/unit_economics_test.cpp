// SPDX-License-Identifier: MIT
#include <fealty/revenue/unit_economics.hpp>

#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using doctest::Approx;
using fealty::revenue::detail::MrrSpans;
using tables::Counts;
using tables::date;
using tables::day;
using tables::days;
using tables::Reals;

namespace {

struct SpanRow {
  std::string account;
  std::int32_t start, end;
  std::int64_t mrr;
  std::int32_t signed_on = open, cancel_requested = open;
  std::int64_t quantity = 0;
};

SpanRow row(std::string account, std::string_view start, std::string_view end, std::int64_t mrr,
            std::string_view signed_on = "open", std::string_view cancel = "open",
            std::int64_t quantity = 0) {
  return {std::move(account), day(start), day(end), mrr, day(signed_on), day(cancel), quantity};
}

enum class Known { dates, seats, both };

/// A table whose spans know when they were signed and cancelled, or how many seats they have.
class Table {
 public:
  Table(const std::vector<SpanRow>& rows, Known known, Counts source_rows = {}) {
    auto ids = std::make_shared<Ids>();
    std::vector<std::uint32_t> account;
    tables::Days start, end, signed_on, cancel;
    Counts amount, quantity;
    for (const auto& each : rows) {
      account.push_back(ids->encode(std::string_view(each.account)));
      start.push_back(each.start);
      end.push_back(each.end);
      amount.push_back(each.mrr);
      signed_on.push_back(each.signed_on);
      cancel.push_back(each.cancel_requested);
      quantity.push_back(each.quantity);
    }
    MrrSpans spans;
    spans.ids = ids;
    spans.account = std::move(account);
    spans.start = std::move(start);
    spans.end = std::move(end);
    spans.amount = std::move(amount);
    spans.row = std::move(source_rows);
    spans.currencies = {currency("USD")};
    if (known != Known::seats) {
      spans.signed_on = std::move(signed_on);
      spans.cancel_requested = std::move(cancel);
    }
    if (known != Known::dates) spans.quantity = std::move(quantity);
    spans.look_at_amounts();
    spans_ = std::make_shared<const MrrSpans>(std::move(spans));
  }
  const std::shared_ptr<const MrrSpans>& spans() const { return spans_; }

 private:
  std::shared_ptr<const MrrSpans> spans_;
};

/// "signed_not_live known_churn" of each period.
std::string committed(const std::vector<SpanRow>& rows, std::string_view as_of = "2024-06-30",
                      Counts source_rows = {}) {
  const auto out =
      unit_economics(mrr_ledger(Table(rows, Known::dates, std::move(source_rows)), {.as_of = date(as_of)}));
  std::string text;
  for (std::size_t i = 0; i < out.mrr.minor.size(); ++i) {
    text +=
        fmt::format("{}{} {}", i == 0 ? "" : ", ", out.signed_not_live.minor[i], out.known_churn.minor[i]);
    CHECK(out.carr.minor[i] == 12 * (out.mrr.minor[i] + out.signed_not_live.minor[i]));
    CHECK(out.cmrr.minor[i] == out.mrr.minor[i] + out.signed_not_live.minor[i] - out.known_churn.minor[i]);
  }
  return text;
}

Costs costs(tables::Days period, Counts sales, Counts goods = {}, std::string code = "USD") {
  CostColumns columns{.period = period, .currency = std::move(code)};
  if (!sales.empty()) columns.sales_and_marketing_minor = sales;
  if (!goods.empty()) columns.cost_of_goods_sold_minor = goods;
  return Costs(columns);
}

/// 20 accounts that pay 100.00; in February one of them leaves and another comes.
MrrLedger textbook(Period period = Period::month) {
  std::vector<tables::Row> rows;
  for (int i = 0; i < 20; ++i)
    rows.push_back({fmt::format("A{}", i), "2024-01-10", i == 0 ? "2024-02-10" : "open", 10000});
  rows.push_back({"new", "2024-02-20", "open", 10000});
  return mrr_ledger(tables::subscriptions(rows), {.as_of = date("2024-03-31"), .period = period});
}

/// By the definitions, row by row and day by day.
struct Naive {
  std::int64_t signed_not_live = 0, known_churn = 0;

  Naive(const std::vector<SpanRow>& rows, std::int32_t today) {
    for (const auto& r : rows) {
      if (std::min(r.start, r.signed_on) > today || r.end <= today || r.end == r.start) continue;
      if (today < r.start) signed_not_live += r.mrr;
      const bool replaced = std::any_of(rows.begin(), rows.end(), [&](const SpanRow& f) {
        return f.account == r.account && f.start == r.end && f.signed_on <= today && f.end != f.start;
      });
      if (replaced) signed_not_live -= r.mrr;
      else if (r.end != open && r.cancel_requested <= today) known_churn += r.mrr;
    }
  }
};

}  // namespace

TEST_SUITE("revenue/unit_economics") {
  TEST_CASE("2.0M + 100k + 80k - 30k - 10k = 2.14M: quick ratio 4.5, ARPA 10,700 over 200 accounts") {
    std::vector<tables::Row> rows;
    const auto add = [&](int count, std::string_view until, std::int64_t major, std::int64_t then) {
      for (int i = 0; i < count; ++i) {
        const std::string account = fmt::format("A{}", rows.size());
        rows.push_back({account, "2024-01-01", until, major * 100});
        if (then > 0) rows.push_back({account, until, "open", then * 100});
      }
    };
    add(1, "2024-02-10", 100'000, 180'000);  // + 80k
    add(6, "2024-02-10", 10'000, 5'000);     // - 30k
    add(1, "2024-02-10", 10'000, 0);         // - 10k
    add(183, "open", 10'000, 0);
    for (int i = 0; i < 10; ++i) rows.push_back({fmt::format("N{}", i), "2024-02-15", "open", 1'000'000});
    const auto out = unit_economics(mrr_ledger(tables::subscriptions(rows), {.as_of = date("2024-02-29")}));
    // 100k + 6 x 10k + 10k + 183 x 10k = 2.0M
    CHECK(out.mrr.minor == Counts{200'000'000, 214'000'000});
    CHECK(out.quick_ratio[1] == 4.5);
    CHECK(out.arpa[1] == 10'700);
    CHECK(out.accounts[1] == 200);
    CHECK(out.arr.minor[1] == 12 * 214'000'000LL);
    CHECK(out.asp[1] == 10'000);
    CHECK(std::isnan(out.quick_ratio[0]));  // nothing lost yet
  }

  TEST_CASE("the textbook's customer: 100 a month, 5% churn and 80% margin are worth 1,600") {
    const auto out = unit_economics(
        textbook(),
        {.costs = costs(days({"2024-01-01", "2024-02-15", "2024-03-01"}), {1'000'000, 60'000, 70'000}),
         .margin = 0.8});
    CHECK(out.ltv[1] == Approx(1600).epsilon(1e-15));
    CHECK(out.cac[1] == 600);
    CHECK(out.cac_payback_months[1] == Approx(7.5).epsilon(1e-15));
    CHECK(out.ltv_to_cac[1] == Approx(1600.0 / 600).epsilon(1e-15));
    CHECK(out.cac[0] == 500);
    // January has no opening, March no churn and nobody new.
    CHECK(std::isnan(out.ltv[0]));
    CHECK(std::isnan(out.ltv[2]));
    CHECK(std::isnan(out.cac[2]));
    CHECK(std::isnan(out.cac_payback_months[2]));
    CHECK(std::isnan(out.asp[2]));
  }

  TEST_CASE("a quarter's churn is that of three months") {
    const auto out =
        unit_economics(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 10000},
                                                         {"b", "2024-01-10", "2024-05-10", 10000}}),
                                  {.as_of = date("2024-06-30"), .period = Period::quarter}),
                       {.margin = 0.5});
    CHECK(out.ltv[1] == Approx(100 * 3 * 0.5 / 0.5).epsilon(1e-15));
  }

  TEST_CASE("the margin, where it is not given, is what the cost of goods leaves of revenue") {
    const auto out = unit_economics(
        textbook(), {.costs = costs(days({"2024-01-31", "2024-02-01"}), {}, {50'000, 300'000})});
    CHECK(out.margin[0] == 0.75);  // 500 of 2,000
    CHECK(out.margin[1] == -0.5);
    CHECK(std::isnan(out.margin[2]));
    CHECK(out.ltv[1] == Approx(100 * -0.5 * 20).epsilon(1e-15));
    CHECK(std::isnan(out.cac[1]));
    // A margin that was given stands; a week and a day are parts of a month.
    CHECK(unit_economics(textbook(), {.costs = costs(days({"2024-01-31"}), {}, {50'000}), .margin = 0.9})
              .margin == Reals{0.9, 0.9, 0.9});
    const auto weekly =
        unit_economics(textbook(Period::week), {.costs = costs(days({"2024-01-10"}), {}, {4'600})});
    CHECK(weekly.margin[0] == Approx(1 - 46 / (2000.0 * 84 / 365)).epsilon(1e-14));
    const auto daily =
        unit_economics(textbook(Period::day), {.costs = costs(days({"2024-01-10"}), {}, {4'600})});
    CHECK(daily.margin[0] == Approx(1 - 46 / (2000.0 * 12 / 365)).epsilon(1e-14));
    const auto yearly =
        unit_economics(textbook(Period::year), {.costs = costs(days({"2024-01-10"}), {}, {1'200'000})});
    CHECK(yearly.margin[0] == 0.5);
  }

  TEST_CASE("a margin of 0 never pays back") {
    const auto out =
        unit_economics(textbook(), {.costs = costs(days({"2024-02-01"}), {60'000}), .margin = 0.0});
    CHECK(out.cac[1] == 600);
    CHECK(out.ltv[1] == 0);
    CHECK(std::isnan(out.cac_payback_months[1]));
  }

  TEST_CASE("costs add up in their period, may lead it, and are not known before their day") {
    const auto ledger = textbook();
    const auto table = costs(days({"2024-02-01", "2024-02-29", "2024-01-05", "2023-12-01", "2024-06-01"}),
                             {100, 20, 3'000, 5, 7});
    CHECK(unit_economics(ledger, {.costs = table}).cac[1] == 1.2);
    CHECK(unit_economics(ledger, {.costs = table, .cost_lag = 1}).cac[1] == 30);
    CHECK(std::isnan(unit_economics(ledger, {.costs = table, .cost_lag = 1}).cac[0]));
    CHECK(std::isnan(
        unit_economics(ledger, {.costs = table, .cost_lag = std::numeric_limits<std::int32_t>::max()})
            .cac[1]));
    const auto early =
        mrr_ledger(tables::subscriptions({{"a", "2024-02-01", "open", 100}}), {.as_of = date("2024-02-15")});
    CHECK(unit_economics(early, {.costs = table}).cac[0] == 1);
  }

  TEST_CASE("whether what comes back raises the quick ratio") {
    const auto table = tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100},
                                              {"a", "2024-03-10", "open", 100},
                                              {"b", "2024-01-10", "2024-03-10", 50}});
    const MrrLedgerOptions options{.as_of = date("2024-03-31")};
    CHECK(unit_economics(mrr_ledger(table, options)).quick_ratio[2] == 2);
    CHECK(unit_economics(mrr_ledger(table, options), {.quick_ratio_reactivation = false}).quick_ratio[2] ==
          0);
    MrrLedgerOptions strict = options;
    strict.policy.rates.quick_ratio_reactivation = false;
    CHECK(unit_economics(mrr_ledger(table, strict)).quick_ratio[2] == 0);
    CHECK(unit_economics(mrr_ledger(table, strict), {.quick_ratio_reactivation = true}).quick_ratio[2] == 2);
  }

  TEST_CASE("what is signed counts from its signature until it begins") {
    const SpanRow live = row("a", "2024-01-01", "open", 100);
    CHECK(committed({live, row("b", "2024-04-10", "open", 70, "2024-02-29")}) ==
          "0 0, 70 0, 70 0, 0 0, 0 0, 0 0");
    CHECK(committed({live, row("b", "2024-04-10", "open", 70, "2024-03-01")}) ==
          "0 0, 0 0, 70 0, 0 0, 0 0, 0 0");
    CHECK(committed({live, row("b", "2024-04-30", "open", 70, "2023-05-01")}) ==
          "70 0, 70 0, 70 0, 0 0, 0 0, 0 0");
    // It begins after the last day known: the ledger does not see it, the commitment is there.
    CHECK(committed({live, row("b", "2025-01-01", "2026-01-01", 70, "2024-06-30")}) ==
          "0 0, 0 0, 0 0, 0 0, 0 0, 70 0");
    // Signed after the last day known, signed late, no signature known, no day covered.
    CHECK(committed({live, row("b", "2025-01-01", "open", 70, "2024-07-01")}) ==
          "0 0, 0 0, 0 0, 0 0, 0 0, 0 0");
    CHECK(committed({live, row("b", "2024-02-01", "open", 70, "2024-04-01")}) ==
          "0 0, 0 0, 0 0, 0 0, 0 0, 0 0");
    CHECK(committed({live, row("b", "2025-01-01", "open", 70)}) == "0 0, 0 0, 0 0, 0 0, 0 0, 0 0");
    CHECK(committed({live, row("b", "2024-04-01", "2024-04-01", 70, "2024-01-01")}) ==
          "0 0, 0 0, 0 0, 0 0, 0 0, 0 0");
  }

  TEST_CASE("of a renewal only the difference is added") {
    const SpanRow old = row("a", "2024-01-01", "2024-05-01", 100);
    CHECK(committed({old, row("a", "2024-05-01", "open", 130, "2024-03-15")}) ==
          "0 0, 0 0, 30 0, 30 0, 0 0, 0 0");
    CHECK(committed({old, row("a", "2024-05-01", "open", 80, "2024-03-15")}) ==
          "0 0, 0 0, -20 0, -20 0, 0 0, 0 0");
    // Another account's row, and one that begins another day, do not take over.
    CHECK(committed({old, row("b", "2024-05-01", "open", 130, "2024-03-15")}) ==
          "0 0, 0 0, 130 0, 130 0, 0 0, 0 0");
    CHECK(committed({old, row("a", "2024-05-02", "open", 130, "2024-03-15")}) ==
          "0 0, 0 0, 130 0, 130 0, 0 0, 0 0");
    // Two take over together, once the first is signed.
    CHECK(committed({old, row("a", "2024-05-01", "open", 60, "2024-03-15"),
                     row("a", "2024-05-01", "open", 70, "2024-04-15")}) == "0 0, 0 0, -40 0, 30 0, 0 0, 0 0");
    CHECK(committed({old, row("a", "2024-05-01", "open", 70, "2024-04-15"),
                     row("a", "2024-05-01", "open", 60, "2024-03-15")}) == "0 0, 0 0, -40 0, 30 0, 0 0, 0 0");
    // A ramp signed in one go: committed is where it ends.
    CHECK(committed({row("a", "2024-02-01", "2024-04-01", 100, "2024-01-01"),
                     row("a", "2024-04-01", "2024-06-01", 120, "2024-01-01"),
                     row("a", "2024-06-01", "open", 150, "2024-01-01"), row("b", "2024-01-01", "open", 1)}) ==
          "150 0, 50 0, 50 0, 30 0, 30 0, 0 0");
  }

  TEST_CASE("what will end counts from the customer's request until it ends") {
    const SpanRow other = row("b", "2024-01-01", "open", 1);
    CHECK(committed({other, row("a", "2024-01-01", "2024-05-01", 100, "open", "2024-02-29")}) ==
          "0 0, 0 100, 0 100, 0 100, 0 0, 0 0");
    // The end is after the last day known: the request tells of it.
    CHECK(committed({other, row("a", "2024-01-01", "2025-05-01", 100, "open", "2024-05-31")}) ==
          "0 0, 0 0, 0 0, 0 0, 0 100, 0 100");
    // Asked for after the last day known, or without an end.
    CHECK(committed({other, row("a", "2024-01-01", "2025-05-01", 100, "open", "2024-07-01")}) ==
          "0 0, 0 0, 0 0, 0 0, 0 0, 0 0");
    CHECK(committed({other, row("a", "2024-01-01", "open", 100, "open", "2024-02-01")}) ==
          "0 0, 0 0, 0 0, 0 0, 0 0, 0 0");
    // A request taken back by a new signature: the renewal takes over.
    CHECK(committed({other, row("a", "2024-01-01", "2024-06-01", 100, "open", "2024-02-01"),
                     row("a", "2024-06-01", "open", 90, "2024-04-01")}) ==
          "0 0, 0 100, 0 100, -10 0, -10 0, 0 0");
    // Cancelled before it began.
    CHECK(committed({other, row("a", "2024-05-01", "2024-06-01", 100, "2024-01-01", "2024-03-01")}) ==
          "100 0, 100 0, 100 100, 100 100, 0 100, 0 0");
  }

  TEST_CASE("a row whose price changes within it is one row") {
    // Signed in January at 80 from March on, 100 from May on (a discount that ends), to July; cancelled in
    // April.
    const std::vector<SpanRow> rows{row("b", "2024-01-01", "open", 1),
                                    row("a", "2024-03-01", "2024-05-01", 80, "2024-01-15", "2024-04-10"),
                                    row("a", "2024-05-01", "2024-07-01", 100, "2024-01-15", "2024-04-10")};
    CHECK(committed(rows, "2024-06-30", {0, 1, 1}) == "80 0, 80 0, 0 0, 0 80, 0 100, 0 100");
  }

  TEST_CASE("the last day known cuts a period short") {
    const std::vector<SpanRow> rows{row("b", "2024-01-01", "open", 1),
                                    row("a", "2024-02-20", "open", 100, "2024-02-10"),
                                    row("c", "2024-01-01", "2024-02-20", 40, "open", "2024-02-10")};
    CHECK(committed(rows, "2024-02-09") == "0 0, 0 0");
    CHECK(committed(rows, "2024-02-15") == "0 0, 100 40");
    CHECK(committed(rows, "2024-02-29") == "0 0, 0 0");
  }

  TEST_CASE("random rows: as defined, day by day, in any order") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      naive::Random random(seed);
      std::vector<SpanRow> rows;
      const std::int64_t accounts = random.between(1, 12);
      for (std::int64_t account = 0; account < accounts; ++account) {
        auto start = static_cast<std::int32_t>(19723 + random.between(0, 100));
        for (std::int64_t i = random.between(1, 5); i > 0; --i) {
          const auto length = static_cast<std::int32_t>(random.between(0, 120));
          SpanRow each{fmt::format("A{}", account), start, start + length, random.between(0, 1000)};
          if (random.chance(70)) each.signed_on = static_cast<std::int32_t>(start - random.between(-20, 100));
          if (random.chance(40))
            each.cancel_requested = static_cast<std::int32_t>(start + random.between(-40, 130));
          each.quantity = random.between(0, 30);
          if (random.chance(15)) each.end = open;
          rows.push_back(each);
          start += random.chance(60) ? length : static_cast<std::int32_t>(random.between(0, 150));
        }
      }
      const auto as_of = static_cast<std::int32_t>(random.between(19723, 20200));
      const auto period = static_cast<Period>(random.between(1, 3));
      const auto ledger = mrr_ledger(Table(rows, Known::both), {.as_of = Date{as_of}, .period = period});
      const auto out = unit_economics(ledger);
      CAPTURE(seed);
      for (std::size_t i = 0; i < out.mrr.minor.size(); ++i) {
        const std::int32_t today = std::min(out.period_end.days[i], as_of);
        const Naive naive(rows, today);
        CHECK(out.signed_not_live.minor[i] == naive.signed_not_live);
        CHECK(out.known_churn.minor[i] == naive.known_churn);
        std::int64_t seats = 0;
        for (const auto& r : rows) seats += r.start <= today && today < r.end ? r.quantity : 0;
        CHECK(out.seats[i] == seats);
        if (seats > 0)
          CHECK(out.arpu[i] ==
                Approx(static_cast<double>(out.mrr.minor[i]) / 100 / static_cast<double>(seats)));
      }
      std::reverse(rows.begin(), rows.end());
      const auto again =
          unit_economics(mrr_ledger(Table(rows, Known::both), {.as_of = Date{as_of}, .period = period}));
      CHECK(again.carr.minor == out.carr.minor);
      CHECK(again.cmrr.minor == out.cmrr.minor);
      CHECK(again.seats == out.seats);
    }
  }

  TEST_CASE("seats: none known, and some rows without") {
    const std::vector<SpanRow> rows{row("a", "2024-01-01", "open", 3000, "open", "open", 10),
                                    row("b", "2024-02-01", "2024-03-01", 1000, "open", "open", 10)};
    const auto out = unit_economics(mrr_ledger(Table(rows, Known::seats), {.as_of = date("2024-03-31")}));
    CHECK(out.seats == Counts{10, 20, 10});
    CHECK(out.arpu == Reals{3, 2, 3});
    const auto unknown = unit_economics(mrr_ledger(Table(rows, Known::dates), {.as_of = date("2024-03-31")}));
    CHECK(unknown.seats == Counts{0, 0, 0});
    CHECK(std::isnan(unknown.arpu[0]));
    CHECK(unknown.signed_not_live.minor == Counts{0, 0, 0});

    auto spans = std::make_shared<MrrSpans>(*Table(rows, Known::seats).spans());
    spans->quantity = tables::with_nulls<std::int64_t>({10, 10}, {0});
    struct Spans {
      std::shared_ptr<const MrrSpans> spans_;
      std::shared_ptr<const MrrSpans> spans() const { return spans_; }
    };
    const auto some = unit_economics(mrr_ledger(Spans{spans}, {.as_of = date("2024-03-31")}));
    CHECK(some.seats == Counts{0, 10, 0});
    CHECK(some.arpu[1] == 1);  // 10.00 of the 40.00, over its own 10 seats
  }

  TEST_CASE("without costs and margin there is none of what needs them") {
    const auto out = unit_economics(textbook());
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(std::isnan(out.margin[i]));
      CHECK(std::isnan(out.ltv[i]));
      CHECK(std::isnan(out.cac[i]));
      CHECK(std::isnan(out.cac_payback_months[i]));
      CHECK(std::isnan(out.ltv_to_cac[i]));
    }
    CHECK(out.arpa == Reals{100, 100, 100});
    CHECK(out.complete == std::vector<std::uint8_t>{1, 1, 1});
  }

  TEST_CASE("amounts that leave 64 bits") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const auto of = [](const std::vector<SpanRow>& rows) {
      return unit_economics(mrr_ledger(Table(rows, Known::dates), {.as_of = date("2024-02-29")}));
    };
    CHECK(of({row("a", "2024-02-01", "open", most / 12)}).arr.minor[0] == most / 12 * 12);
    CHECK_THROWS_WITH_AS(of({row("a", "2024-02-01", "open", most / 12 + 1)}),
                         "unit_economics: arr = 2024-02 is beyond 64 bits of minor units", Overflow);
    CHECK_THROWS_WITH_AS(
        of({row("a", "2024-02-01", "open", 1), row("b", "2024-04-01", "open", most, "2024-01-01"),
            row("c", "2024-04-01", "open", most, "2024-01-01")}),
        "unit_economics: signed_not_live = 2024-02 is beyond 64 bits of minor units", Overflow);
    CHECK_THROWS_WITH_AS(
        of({row("a", "2024-02-01", "open", 1), row("b", "2024-04-01", "open", most, "2024-01-01")}),
        "unit_economics: carr = 2024-02 is beyond 64 bits of minor units", Overflow);
  }

  TEST_CASE("refuses options out of range, and costs in another currency") {
    const auto ledger = textbook();
    const auto message = [&](const UnitEconomicsOptions& options) -> std::string {
      try {
        unit_economics(ledger, options);
      } catch (const InvalidInput& error) {
        return error.what();
      }
      return "accepted";
    };
    CHECK(message({.margin = 1.01}) == "unit_economics: margin = 1.01 is not in [0, 1]");
    CHECK(message({.margin = std::numeric_limits<double>::quiet_NaN()}) ==
          "unit_economics: margin = nan is not in [0, 1]");
    CHECK(message({.cost_lag = -1}) == "unit_economics: cost_lag = -1 is negative");
    CHECK(message({.costs = costs(days({"2024-01-01"}), {1}, {}, "EUR")}) ==
          "unit_economics: costs = EUR is not the currency of the ledger, USD");
    const Costs nothing({.period = tables::Days{}, .sales_and_marketing = Reals{}, .currency = "EUR"});
    CHECK(message({.costs = nothing}) == "accepted");
  }

  TEST_CASE("empty, one day, and the columns in order") {
    const auto none = unit_economics(mrr_ledger(tables::subscriptions({})), {.margin = 0.5});
    CHECK(none.mrr.minor.empty());
    const auto one = unit_economics(
        mrr_ledger(tables::subscriptions({{"a", "9999-12-31", "open", 1}}), {.as_of = date("9999-12-31")}));
    CHECK(one.arr.minor == Counts{12});
    std::string names;
    UnitEconomics::each_column(none,
                               [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "period period_end accounts mrr arr signed_not_live known_churn carr cmrr arpa seats arpu asp "
          "quick_ratio margin ltv cac cac_payback_months ltv_to_cac complete ");
  }
}
