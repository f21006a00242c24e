// SPDX-License-Identifier: MIT
// Small tables written by hand, and ledgers as text.
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tables {

using Texts = std::vector<std::string>;
using Days = std::vector<std::int32_t>;
using Counts = std::vector<std::int64_t>;
using Reals = std::vector<double>;

/// Days since 1970-01-01 of YYYY-MM-DD; "open" is the end of what lasts.
inline std::int32_t day(std::string_view text) {
  return text == "open" ? fealty::open : fealty::parse_date(text).days;
}
inline Days days(std::initializer_list<std::string_view> texts) {
  Days out;
  for (const auto text : texts) out.push_back(day(text));
  return out;
}
inline fealty::Date date(std::string_view text) { return fealty::parse_date(text); }

/// Three rows of which nothing is odd.
inline fealty::revenue::SubscriptionColumns good() {
  return {.account = Texts{"a", "b", "c"},
          .start = days({"2024-01-01", "2024-01-01", "2024-02-01"}),
          .end = days({"open", "2024-03-01", "open"}),
          .mrr = Reals{1, 2, 3},
          .currency = "USD"};
}
/// The same, priced per interval.
inline fealty::revenue::SubscriptionColumns priced() {
  fealty::revenue::SubscriptionColumns columns = good();
  columns.mrr = {};
  columns.amount = Reals{1, 2, 3};
  return columns;
}

struct Row {
  std::string account;
  std::string_view start;
  std::string_view end;
  std::int64_t mrr_minor;
};

inline fealty::revenue::Subscriptions subscriptions(const std::vector<Row>& rows,
                                                    std::string currency = "USD") {
  Texts account;
  Days start, end;
  Counts mrr;
  for (const auto& row : rows) {
    account.push_back(row.account);
    start.push_back(day(row.start));
    end.push_back(day(row.end));
    mrr.push_back(row.mrr_minor);
  }
  return fealty::revenue::Subscriptions(
      {.account = account, .start = start, .end = end, .mrr_minor = mrr, .currency = std::move(currency)});
}

/// A column of which the rows listed are missing.
template <class T>
fealty::Column<T> with_nulls(std::vector<T> values, std::initializer_list<std::size_t> missing) {
  struct Memory {
    std::vector<T> values;
    std::vector<std::uint8_t> bits;
  };
  auto memory = std::make_shared<Memory>(Memory{std::move(values), {}});
  memory->bits.assign(memory->values.size() / 8 + 1, 0xff);
  for (const auto row : missing) memory->bits[row / 8] &= static_cast<std::uint8_t>(~(1U << (row % 8)));
  return {std::span<const T>(memory->values), memory->bits.data(), 0, memory};
}
/// The same for ids; a missing one is written as "".
inline fealty::IdColumn ids_with_nulls(const Texts& texts) {
  auto ids = std::make_shared<fealty::Ids>();
  std::vector<std::uint32_t> codes;
  for (const auto& text : texts) codes.push_back(text.empty() ? fealty::no_id : ids->encode(text));
  return {codes, ids};
}

/// Every movement, such as "2024-01-01 a new_business 5000", one on a line.
inline std::string moves(const fealty::revenue::MrrLedger& ledger) {
  const auto moved = ledger.movements();
  std::string out;
  for (std::size_t i = 0; i < moved.kind.size(); ++i)
    out += fmt::format("{}{} {} {} {}", i == 0 ? "" : "\n", to_string(fealty::Date{moved.period.days[i]}),
                       moved.account.text(i),
                       enum_names(fealty::revenue::MovementKind{})[static_cast<std::size_t>(moved.kind[i])],
                       moved.amount.minor[i]);
  return out;
}

/// The codes of findings, each once.
inline std::string codes(const std::vector<fealty::Finding>& findings) {
  std::string out;
  for (const auto& finding : findings) out += (out.empty() ? "" : " ") + finding.code;
  return out;
}
/// The finding of a code; none when there is not exactly one.
inline std::optional<fealty::Finding> find(const std::vector<fealty::Finding>& findings,
                                           std::string_view code) {
  std::optional<fealty::Finding> out;
  for (const auto& finding : findings) {
    if (finding.code != code) continue;
    if (out) return std::nullopt;
    out = finding;
  }
  return out;
}

template <class T>
std::string text(const std::vector<T>& values) {
  return fmt::format("{}", fmt::join(values, " "));
}

}  // namespace tables
