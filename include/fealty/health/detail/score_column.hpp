// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/examples.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// An attribute of examples as numbers: NaN where one is missing, and none that is infinite.
class ScoreColumnReader {
 public:
  ScoreColumnReader(const char* who, const Frame& attributes, const std::string& name, const char* what)
      : who_(who), name_(name) {
    const FrameColumn* const column = attributes.find(name);
    if (column == nullptr) {
      std::vector<std::string> known;
      for (std::size_t i = 0; i < attributes.size(); ++i) known.push_back(attributes.name(i));
      refuse(what, "\"" + name + "\"",
             fmt::format("is no attribute of the examples; there are {}",
                         known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))));
    }
    std::visit([&](const auto& each) { read(each); }, *column);
    check_finite_or_missing();
  }
  Column<double> take() { return std::move(values_); }

 private:
  [[noreturn]] void refuse(std::string what, std::string value, std::string rule,
                           std::optional<std::int64_t> where = {}) const {
    throw InvalidInput({.who = who_,
                        .what = std::move(what),
                        .where = where,
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  template <class T, class Value>
  void add(const Column<T>& column, Value value) {
    std::vector<double> values(column.size());
    for (std::size_t row = 0; row < values.size(); ++row)
      values[row] = column.valid(row) ? value(column[row]) : std::numeric_limits<double>::quiet_NaN();
    values_ = Column<double>(std::move(values));
  }
  void read(const Column<std::int64_t>& column) {
    add(column, [](std::int64_t value) { return static_cast<double>(value); });
  }
  void read(const Column<double>& column) {
    if (!column.may_have_nulls()) values_ = column;
    else add(column, [](double value) { return value; });
  }
  void read(const Flags& column) {
    add(column.flags, [](std::uint8_t flag) { return flag != 0 ? 1.0 : 0.0; });
  }
  void read(const DecimalColumn& column) {
    const double unit = std::pow(10.0, column.scale);
    add(column.unscaled, [unit](std::int64_t value) { return static_cast<double>(value) / unit; });
  }
  template <class Other>
  void read(const Other&) {
    refuse(name_, "", "holds texts, dates or times, which are no numbers");
  }
  void check_finite_or_missing() const {
    const double* const values = values_.values().data();
    constexpr double most = std::numeric_limits<double>::max();
    const auto infinite = [values](std::size_t row) { return std::abs(values[row]) > most; };
    if (!fealty::detail::AnyRow(values_.size(), infinite)) return;
    for (std::size_t row = 0; row < values_.size(); ++row)
      if (infinite(row))
        refuse(name_, fmt::format("{}", values[row]), "is not a finite number",
               static_cast<std::int64_t>(row));
  }

  const char* who_;
  std::string name_;
  Column<double> values_;
};

inline Column<double> score_column(const char* who, const Examples& examples, const std::string& name,
                                   const char* what) {
  return ScoreColumnReader(who, examples.data().attributes, name, what).take();
}

/// How many of the accounts have several rows.
inline std::int64_t repeated_accounts(const IdColumn& account) {
  std::vector<std::uint8_t> rows(account.ids()->size());
  for (const std::uint32_t code : account.codes())
    rows[code] = static_cast<std::uint8_t>(rows[code] + (rows[code] < 2 ? 1 : 0));
  return std::count(rows.begin(), rows.end(), std::uint8_t{2});
}

/// Whether rows of one account are to be taken together, and whether it matters.
struct Clustering {
  bool asked = false;         // or by default
  std::int64_t repeated = 0;  // accounts with several rows

  Clustering(const char* who, const ExampleData& data, const std::optional<bool>& cluster) {
    const bool there = data.account.present();
    if (cluster.value_or(false) && !there)
      throw InvalidInput({.who = who,
                          .what = "cluster",
                          .where = {},
                          .value = "true",
                          .rule = "needs examples with accounts"});
    asked = cluster.value_or(there);
    if (there) repeated = repeated_accounts(data.account);
  }
  bool matters() const { return asked && repeated > 0; }
};

}  // namespace fealty::health::detail
