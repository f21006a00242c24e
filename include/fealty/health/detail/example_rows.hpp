// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/table_checks.hpp>
#include <fealty/health/examples.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Checks and reads a table of examples.
class ExampleReader {
 public:
  explicit ExampleReader(const ExampleColumns& columns)
      : c_(columns), rows_(columns.outcome.size()), check_(who, columns.on_error, rows_) {
    check_shape();
    check_flags(check_, c_.outcome, "outcome");
    if (c_.account.present()) check_ids(check_, "null_account", c_.account, "account");
    if (c_.as_of.present()) check_days(check_, c_.as_of, "as_of");
    if (c_.weight.present()) check_weight();
    read();
  }
  ExampleData take() { return std::move(data_); }
  std::vector<Finding> take_findings() { return check_.take_findings(); }

 private:
  static constexpr const char* who = "Examples";
  // Beyond these, products of weights are no numbers any more, and errors say that any coefficient will do.
  static constexpr double most_weight = 1e15, least_weight = 1e-9;

  void check_shape() const {
    const std::string outcome = fealty::detail::name_or(c_.outcome.name(), "outcome");
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column(who, field, column, rows_, outcome);
    };
    require("outcome", c_.outcome);
    if (c_.account.present()) require("account", c_.account);
    if (c_.as_of.present()) require("as_of", c_.as_of);
    if (c_.weight.present()) require("weight", c_.weight);
    check_frame(who, "attributes", c_.attributes, rows_, outcome);
  }
  void check_weight() {
    const auto bad = [&](std::size_t row) {
      return !c_.weight.valid(row) || !(c_.weight[row] > 0 && c_.weight[row] <= most_weight);
    };
    check_.rule("unusable_weight", bad, [&](std::size_t row) {
      return ErrorDetail{"",
                         fealty::detail::name_or(c_.weight.name(), "weight"),
                         {},
                         c_.weight.valid(row) ? fmt::format("{}", c_.weight[row]) : "",
                         c_.weight.valid(row) ? "is not a number above 0, and at most 1e15" : "is null"};
    });
    double largest = 0;
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) largest = std::max(largest, c_.weight[row]);
    if (largest > 0 && largest < least_weight)
      throw InvalidInput({.who = who,
                          .what = fealty::detail::name_or(c_.weight.name(), "weight"),
                          .where = {},
                          .value = fmt::format("{}", largest),
                          .rule = "is the largest; one at least has to be 1e-9 or more"});
  }
  void read() {
    if (!check_.any_bad()) {
      data_ = {c_.outcome.kept(), fealty::detail::select_rows(c_.attributes, nullptr), c_.account,
               c_.as_of.kept(), c_.weight.kept()};
    } else {
      std::vector<std::uint32_t> rows;
      for (std::size_t row = 0; row < rows_; ++row)
        if (!check_.is_bad(row)) rows.push_back(static_cast<std::uint32_t>(row));
      data_ = {fealty::detail::select_rows(c_.outcome, rows),
               fealty::detail::select_rows(c_.attributes, &rows),
               fealty::detail::select_rows(c_.account, rows), fealty::detail::select_rows(c_.as_of, rows),
               fealty::detail::select_rows(c_.weight, rows)};
    }
    for (const std::uint8_t each : data_.outcome.values()) data_.outcomes += each;
  }

  const ExampleColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  ExampleData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Examples::Examples(const ExampleColumns& columns) {
  detail::ExampleReader reader(columns);
  findings_ = reader.take_findings();
  data_ = std::make_shared<const detail::ExampleData>(reader.take());
}

}  // namespace fealty::health
