// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/no_figure.hpp>
#include <fealty/adoption/growth_segments.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

using fealty::detail::name_or;

inline constexpr std::int64_t most_customers = std::int64_t{1} << 31;  // so that sums of parts stay exact

/// Checks and reads the rows of a table of segments.
class GrowthReader {
 public:
  explicit GrowthReader(const GrowthSegmentColumns& columns)
      : c_(columns), rows_(columns.customers.size()), counted_(columns.onboarded.present()),
        check_(who, columns.on_error, rows_) {
    check_shape();
    check_segments();
    check_count(c_.customers, "customers");
    if (counted_) {
      check_count(c_.onboarded, "onboarded");
      check_count(c_.adopted, "adopted");
      check_part(c_.onboarded, "onboarded", c_.customers, "customers");
      check_part(c_.adopted, "adopted", c_.onboarded, "onboarded");
    } else {
      check_rate(c_.onboarding_rate, "onboarding_rate");
      check_rate(c_.adoption_rate, "adoption_rate");
    }
    if (c_.csms.present()) check_size(c_.csms, "csms", true);
    if (c_.target.present()) check_size(c_.target, "target", false);
    read();
  }

  std::vector<GrowthSegment> take_rows() { return std::move(read_); }
  std::vector<Finding> take_findings() { return check_.take_findings(); }

 private:
  static constexpr const char* who = "GrowthSegments";

  [[noreturn]] static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({who, std::move(what), {}, std::move(value), std::move(rule)});
  }
  template <class AnyColumn>
  void need(const char* field, const AnyColumn& column) const {
    fealty::detail::require_column(who, field, column, rows_, "customers");
  }
  template <class AnyColumn>
  void may(const char* field, const AnyColumn& column) const {
    if (column.present()) need(field, column);
  }
  void check_shape() const {
    need("customers", c_.customers);
    const bool rates = c_.onboarding_rate.present() || c_.adoption_rate.present();
    if (rates && (counted_ || c_.adopted.present()))
      refuse("onboarded, adopted", "", "stand beside rates: give both counts or both rates");
    if (rates) {
      need("onboarding_rate", c_.onboarding_rate);
      need("adoption_rate", c_.adoption_rate);
    } else {
      need("onboarded", c_.onboarded);
      need("adopted", c_.adopted);
    }
    may("csms", c_.csms);
    may("target", c_.target);
    may("segment", c_.segment);
    if (!c_.segment.present() && rows_ > 1)
      refuse("segment", "", fmt::format("is missing; {} rows need this column", rows_));
  }
  void check_segments() {
    if (!c_.segment.present()) return;
    const auto codes = c_.segment.codes();
    const std::string name = name_or(c_.segment.name(), "segment");
    check_.rule(
        "null_segment", [&](std::size_t row) { return codes[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", "is null; every row needs a segment"};
        });
    std::vector<std::uint8_t> seen(c_.segment.ids()->size()), again(rows_);
    for (std::size_t row = 0; row < rows_; ++row)
      if (codes[row] != no_id) again[row] = std::exchange(seen[codes[row]], std::uint8_t{1});
    check_.rule(
        "duplicate_segment", [&](std::size_t row) { return again[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, c_.segment.text(row), "has another row before"};
        });
  }
  template <class T>
  std::string check_null(const Column<T>& column, const char* field) {
    const std::string name = name_or(column.name(), field);
    check_.cells(column, name);
    if (column.may_have_nulls())
      check_.rule(
          "null_count", [&](std::size_t row) { return !column.valid(row); },
          [&](std::size_t) {
            return ErrorDetail{"", name, {}, "", "is null; every row needs this number"};
          });
    return name;
  }
  void check_count(const Column<std::int64_t>& column, const char* field) {
    const std::string name = check_null(column, field);
    check_.rule(
        "negative_count", [&](std::size_t row) { return column[row] < 0; },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", column[row]), "is negative"};
        });
    check_.rule(
        "count_above_limit", [&](std::size_t row) { return column[row] > most_customers; },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", column[row]), "is above 2147483648"};
        });
  }
  void check_part(const Column<std::int64_t>& part, const char* field, const Column<std::int64_t>& whole,
                  const char* of) {
    check_.rule(
        "part_above_whole", [&](std::size_t row) { return part[row] > whole[row]; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(part.name(), field),
                             {},
                             fmt::format("{}", part[row]),
                             fmt::format("is above {} {}", name_or(whole.name(), of), whole[row])};
        });
  }
  void check_rate(const Column<double>& column, const char* field) {
    const std::string name = check_null(column, field);
    check_.rule(
        "share_out_of_range", [&](std::size_t row) { return !(column[row] >= 0 && column[row] <= 1); },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", column[row]), "is not in [0, 1]"};
        });
  }
  void check_size(const Column<double>& column, const char* field, bool needed) {
    const std::string name = needed ? check_null(column, field) : name_or(column.name(), field);
    if (!needed) check_.cells(column, name);
    check_.rule(
        "not_a_size",
        [&](std::size_t row) {
          return column.valid(row) && !(column[row] >= 0 && std::isfinite(column[row]));
        },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", column[row]), "is not a number >= 0"};
        });
  }

  GrowthSegment segment(std::size_t row) const {
    const auto customers = static_cast<double>(c_.customers[row]);
    GrowthSegment s{c_.segment.present() ? c_.segment.codes()[row] : no_id,
                    c_.customers[row],
                    no_figure,
                    no_figure,
                    no_figure,
                    no_figure,
                    c_.csms.present() ? c_.csms[row] : no_figure,
                    c_.target.present() && c_.target.valid(row) ? c_.target[row] : no_figure,
                    static_cast<std::int64_t>(row)};
    if (counted_) {
      s.onboarded = static_cast<double>(c_.onboarded[row]);
      s.successes = static_cast<double>(c_.adopted[row]);
      s.onboarding_rate = s.onboarded / customers;  // 0 / 0 is NaN, as it shall be
      s.adoption_rate = s.successes / s.onboarded;
    } else {
      s.onboarding_rate = c_.onboarding_rate[row];
      s.adoption_rate = c_.adoption_rate[row];
      s.onboarded = customers * s.onboarding_rate;
      s.successes = s.onboarded * s.adoption_rate;
    }
    return s;
  }
  void read() {
    std::int64_t customers = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      read_.push_back(segment(row));
      customers += read_.back().customers;
      if (customers > most_customers)
        refuse(name_or(c_.customers.name(), "customers"), "", "are more than 2147483648 altogether");
    }
    if (!c_.segment.present()) return;
    const auto rank = c_.segment.ids()->ranks();
    std::sort(read_.begin(), read_.end(), [&](const GrowthSegment& a, const GrowthSegment& b) {
      return rank[a.segment] < rank[b.segment];
    });
  }

  const GrowthSegmentColumns& c_;
  std::size_t rows_;
  bool counted_;
  fealty::detail::RowCheck check_;
  std::vector<GrowthSegment> read_;
};

/// All segments as one.
inline GrowthSegment all_segments(const std::vector<GrowthSegment>& rows) {
  GrowthSegment total{no_id, 0, 0, no_figure, no_figure, 0, rows.empty() ? no_figure : 0, no_figure, -1};
  for (const GrowthSegment& each : rows) {
    total.customers += each.customers;
    total.onboarded += each.onboarded;
    total.successes += each.successes;
    total.csms += each.csms;
    if (!std::isnan(each.target)) total.target = (std::isnan(total.target) ? 0 : total.target) + each.target;
  }
  total.onboarding_rate = total.onboarded / static_cast<double>(total.customers);
  total.adoption_rate = total.successes / total.onboarded;
  return total;
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline GrowthSegments::GrowthSegments(const GrowthSegmentColumns& columns) {
  detail::GrowthReader reader(columns);
  data_ = std::make_shared<const detail::GrowthRows>(
      detail::GrowthRows{columns.segment.present() ? columns.segment.ids() : nullptr, reader.take_rows()});
  findings_ = reader.take_findings();
}

}  // namespace fealty::adoption
