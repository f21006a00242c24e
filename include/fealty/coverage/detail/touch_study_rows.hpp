// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/coverage/touch_study.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Checks and reads the rows of a study.
class TouchStudyReader {
 public:
  explicit TouchStudyReader(const TouchStudyColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_("TouchStudy", columns.on_error, rows_) {
    check_shape();
    check_.rule(
        "null_account", [&](std::size_t row) { return c_.account.codes()[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{"", named(c_.account, "account"), {}, "", "is null; every row needs an account"};
        });
    check_flag(c_.treated, named(c_.treated, "treated"));
    check_flag(c_.outcome, named(c_.outcome, "outcome"));
    if (c_.risk.present())
      check_.rule(
          "unusable_risk", [&](std::size_t row) { return c_.risk.valid(row) && std::isinf(c_.risk[row]); },
          [&](std::size_t row) {
            return ErrorDetail{
                "", named(c_.risk, "risk"), {}, fmt::format("{}", c_.risk[row]), "is not a finite number"};
          });
    read();
  }
  TouchStudyData take() { return std::move(data_); }
  std::vector<Finding> take_findings() { return check_.take_findings(); }

 private:
  template <class AnyColumn>
  static std::string named(const AnyColumn& column, const char* field) {
    return fealty::detail::name_or(column.name(), field);
  }
  void check_shape() const {
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column("TouchStudy", field, column, rows_, named(c_.account, "account"));
    };
    require("account", c_.account);
    require("treated", c_.treated);
    require("outcome", c_.outcome);
    if (c_.stratum.present()) require("stratum", c_.stratum);
    if (c_.risk.present()) require("risk", c_.risk);
    if (c_.attributes.size() > 0 && c_.attributes.rows() != rows_)
      throw InvalidInput({.who = "TouchStudy",
                          .what = "attributes",
                          .where = {},
                          .value = fmt::format("{} rows", c_.attributes.rows()),
                          .rule = fmt::format("does not match the {} rows of account", rows_)});
  }
  void check_flag(const Column<std::uint8_t>& column, const std::string& name) {
    check_.cells(column, name);
    check_.rule(
        "unusable_flag", [&](std::size_t row) { return !column.valid(row) || column[row] > 1; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             column.valid(row) ? fmt::format("{}", column[row]) : "",
                             column.valid(row) ? "is not 0 or 1" : "is null; every row needs 0 or 1"};
        });
  }
  void read() {
    data_.has_risk = c_.risk.present();
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      rows.push_back(static_cast<std::uint32_t>(row));
      data_.treated.push_back(c_.treated[row]);
      data_.outcome.push_back(c_.outcome[row]);
      if (data_.has_risk)
        data_.risk.push_back(c_.risk.valid(row) ? c_.risk[row] : std::numeric_limits<double>::quiet_NaN());
    }
    data_.account = fealty::detail::select_rows(c_.account, rows);
    data_.stratum = fealty::detail::select_rows(c_.stratum, rows);
    data_.attributes = fealty::detail::select_rows(c_.attributes, &rows);
  }

  const TouchStudyColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  TouchStudyData data_;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline TouchStudy::TouchStudy(const TouchStudyColumns& columns) {
  detail::TouchStudyReader reader(columns);
  findings_ = reader.take_findings();
  data_ = std::make_shared<const detail::TouchStudyData>(reader.take());
}

}  // namespace fealty::coverage
