// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/account_intervals.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// A value that an id has from one day to the day before another.
struct Span {
  std::uint32_t value = no_id;  // a code, `no_id` for none
  double amount = 0;            // a number that holds as long; NaN where it is unknown
  std::int32_t from = 0, to = open;
  std::int64_t row = 0;

  bool holds(std::int32_t day) const { return from <= day && day < to; }
};

/// The spans of each id, by day; no two of an id hold on one day.
struct SpanTable {
  std::shared_ptr<const Ids> ids = std::make_shared<const Ids>();
  std::shared_ptr<const Ids> values = std::make_shared<const Ids>();
  std::vector<std::size_t> begin = {0};  // by code of ids, and one more
  std::vector<Span> spans;
  std::vector<Finding> findings;

  std::span<const Span> of(std::uint32_t id) const {
    return std::span<const Span>(spans).subspan(begin[id], begin[id + std::size_t{1}] - begin[id]);
  }
  /// The span that holds on a day, null if none does.
  const Span* on(std::uint32_t id, std::int32_t day) const {
    for (const Span& each : of(id))
      if (each.holds(day)) return &each;
    return nullptr;
  }
};

/// What tables of spans have, under the names that errors use.
struct SpanColumns {
  const char* who;
  const char* id_field;
  const IdColumn& id;
  const char* value_field;  // null for a table without values
  const IdColumn* value;
  bool value_may_be_null;
  const char* amount_field;
  const Column<double>* amount;
  double largest_amount;
  const Column<std::int32_t>&valid_from, &valid_to;
  bool needs_valid_from;
  OnError on_error;
};

/// Checks and reads the rows of such a table.
class SpanReader {
 public:
  explicit SpanReader(const SpanColumns& columns)
      : c_(columns), id_(columns.id.named(revenue::detail::name_or(columns.id.name(), columns.id_field))),
        rows_(columns.id.size()), check_(columns.who, columns.on_error, rows_),
        intervals_(id_, columns.valid_from, columns.valid_to) {
    check_shape();
    check_present(c_.id_field, id_);
    if (c_.value != nullptr && !c_.value_may_be_null) check_present(c_.value_field, *c_.value);
    if (c_.needs_valid_from) revenue::detail::check_days(check_, c_.valid_from, "valid_from");
    intervals_.check_days(check_);
    check_amounts();
    intervals_.check_overlaps(check_, id_.ids()->size());
    intervals_.note_empty(check_);
  }

  SpanTable take() {
    SpanTable table;
    table.ids = id_.ids();
    if (c_.value != nullptr && c_.value->present()) table.values = c_.value->ids();
    table.begin.clear();
    for (std::size_t id = 0; id < table.ids->size(); ++id) {
      table.begin.push_back(table.spans.size());
      for (const std::uint32_t row : intervals_.rows_of(id))
        if (!check_.is_bad(row) && !intervals_.is_empty(row)) table.spans.push_back(span_of(row));
    }
    table.begin.push_back(table.spans.size());
    table.findings = check_.take_findings();
    return table;
  }

 private:
  void check_shape() const {
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column(c_.who, field, column, rows_, c_.id_field);
    };
    require(c_.id_field, c_.id);
    if (c_.value != nullptr) require(c_.value_field, *c_.value);
    if (c_.amount->present()) require(c_.amount_field, *c_.amount);
    if (c_.needs_valid_from || c_.valid_from.present()) require("valid_from", c_.valid_from);
    if (c_.valid_to.present()) require("valid_to", c_.valid_to);
  }
  void check_present(const char* field, const IdColumn& column) {
    const std::string name = revenue::detail::name_or(column.name(), field);
    const std::string rule = fmt::format("is null; every row needs one");
    check_.rule(
        std::string(field) == "account" ? "null_account" : "null_name",
        [&](std::size_t row) { return column.codes()[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", rule};
        });
  }
  void check_amounts() {
    const Column<double>& amount = *c_.amount;
    if (!amount.present()) return;
    const std::string name = revenue::detail::name_or(amount.name(), c_.amount_field);
    check_.cells(amount, name);
    check_.rule(
        "number_out_of_range",
        [&](std::size_t row) {
          return amount.valid(row) && !std::isnan(amount[row]) &&
                 !(amount[row] >= 0 && amount[row] <= c_.largest_amount);
        },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             fmt::format("{}", amount[row]),
                             fmt::format("is not between 0 and {:g}", c_.largest_amount)};
        });
  }
  Span span_of(std::uint32_t row) const {
    const Column<double>& amount = *c_.amount;
    return {.value = c_.value != nullptr ? c_.value->codes()[row] : no_id,
            .amount = amount.present() && amount.valid(row) ? amount[row]
                                                            : std::numeric_limits<double>::quiet_NaN(),
            .from = intervals_.from(row),
            .to = intervals_.to(row),
            .row = std::int64_t{row}};
  }

  const SpanColumns& c_;
  IdColumn id_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  revenue::detail::AccountIntervals intervals_;
};

}  // namespace fealty::coverage::detail
