// SPDX-License-Identifier: MIT
#include <fealty/revenue/reconciliation.hpp>

#include "revenue/tables.hpp"

#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/reconcile.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;

namespace {

/// The names and the lengths of a result's columns, such as "period 1, cell 1".
template <class Table>
std::string columns(const Table& table) {
  std::string out;
  Table::each_column(table, [&](std::string_view name, const auto& column) {
    using Kind = std::remove_cvref_t<decltype(column)>;
    std::size_t size = 0;
    if constexpr (std::is_same_v<Kind, DateColumn>) size = column.days.size();
    else if constexpr (std::is_same_v<Kind, MoneyColumn>) size = column.minor.size();
    else size = column.size();
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name, size);
    if constexpr (std::is_same_v<Kind, MoneyColumn>) out += " " + column.currency.code();
  });
  return out;
}

}  // namespace

TEST_SUITE("revenue/reconciliation") {
  TEST_CASE("columns of equal length, under their names, amounts in the ledger's currency") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100}}, "EUR"),
                                   {.as_of = tables::date("2024-01-31")});
    SummaryColumns said;
    said.period = tables::Texts{"2024-01"};
    said.closing_minor = tables::Counts{90};
    said.churn_minor = tables::Counts{0};
    said.closing_accounts = tables::Counts{2};
    said.currency = "EUR";
    const auto found = reconcile(ledger, Summary(said));
    CHECK(columns(found.amounts) ==
          "period 1, account 1, cell 1, ledger 1 EUR, summary 1 EUR, difference 1 EUR, reason 1");
    CHECK(columns(found.counts) == "period 1, cell 1, ledger 1, summary 1, difference 1, reason 1");
    CHECK(columns(found.totals) ==
          "period 2, cell 2, ledger 2 EUR, summary 2 EUR, difference 2 EUR, explained 2 EUR, "
          "within_tolerance 2 EUR");
    said.period = tables::Texts{};
    said.closing_minor = said.churn_minor = said.closing_accounts = tables::Counts{};
    CHECK(columns(reconcile(ledger, Summary(said)).amounts) ==
          "period 0, account 0, cell 0, ledger 0 EUR, summary 0 EUR, difference 0 EUR, reason 0");
  }

  TEST_CASE("a name for every reason") {
    const auto names = enum_names(DifferenceReason{});
    CHECK(names[static_cast<std::size_t>(DifferenceReason::missing_in_summary)] == "missing_in_summary");
    CHECK(names[static_cast<std::size_t>(DifferenceReason::moved_period)] == "moved_period");
    CHECK(names[static_cast<std::size_t>(DifferenceReason::currency_units)] == "currency_units");
    CHECK(names[static_cast<std::size_t>(DifferenceReason::amount_differs)] == "amount_differs");
    CHECK(names.size() == 1 + static_cast<std::size_t>(DifferenceReason::amount_differs));
  }
}
