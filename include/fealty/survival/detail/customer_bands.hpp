// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
#include <fealty/survival/detail/robust_options.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Customers of one age.
struct SameAge {
  std::int64_t customers = 0;
  double weight = 0;
};
/// Customers by group, then by where their band begins, then by age.
using CustomerBands = std::map<Label, std::map<double, std::map<double, SameAge>>>;

/// Reads customers of today.
class CustomerReader {
 public:
  /// \param by       attributes that make the groups
  /// \param options  given, weight, bands
  template <class Options>
  CustomerReader(const char* who, const Frame& customers, const std::vector<std::string>& by,
                 const Options& options)
      : who_(who), starts_(options.bands) {
    check_bands();
    const Column<double> ages = number_attribute(who, customers, options.given, "given");
    Column<double> weights;
    if (!options.weight.empty()) weights = number_attribute(who, customers, options.weight, "weight");
    const Grouping group = grouping(customers, by, who, "by");
    const std::vector<Label> names = labels(group);
    for (std::size_t row = 0; row < customers.rows(); ++row) {
      const double age = checked(options.given, row, ages[row], "is not an age: a number >= 0");
      const double weight =
          weights.present() ? checked(options.weight, row, weights[row], "is not a number >= 0") : 1;
      SameAge& same = bands_[names[group.of(row)]][band_of(options.given, row, age)][age];
      same.customers += 1;
      same.weight += weight;
    }
  }
  CustomerBands take() { return std::move(bands_); }

 private:
  void check_bands() const {
    double before = -1;
    for (const double band : starts_) {
      if (!(checked_age(who_, "bands", band) > before))
        throw InvalidInput({.who = who_,
                            .what = "bands",
                            .where = {},
                            .value = fmt::format("{}", band),
                            .rule = fmt::format("is not above {}, the one before", before)});
      before = band;
    }
  }
  double checked(const std::string& what, std::size_t row, double value, const char* rule) const {
    if (value >= 0 && std::isfinite(value)) return value;
    throw InvalidInput({.who = who_,
                        .what = what,
                        .where = static_cast<std::int64_t>(row),
                        .value = std::isnan(value) ? std::string("null") : fmt::format("{}", value),
                        .rule = rule});
  }
  double band_of(const std::string& what, std::size_t row, double age) const {
    if (starts_.empty()) return age;
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), age);
    if (after == starts_.begin())
      throw InvalidInput({.who = who_,
                          .what = what,
                          .where = static_cast<std::int64_t>(row),
                          .value = fmt::format("{}", age),
                          .rule = fmt::format("is below {}, the first of the bands", *after)});
    return *(after - 1);
  }

  const char* who_;
  const std::vector<double>& starts_;
  CustomerBands bands_;
};

}  // namespace fealty::survival::detail
