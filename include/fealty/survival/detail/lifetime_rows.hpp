// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/survival/detail/age_scale.hpp>
#include <fealty/survival/detail/life_dates.hpp>
#include <fealty/survival/detail/lifetime_shape.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Checks and reads the rows of a table of lifetimes.
class LifetimeReader {
 public:
  explicit LifetimeReader(const LifetimeColumns& columns)
      : c_(columns), rows_(columns.duration.present() ? columns.duration.size() : columns.origin.size()),
        check_("Lifetimes", columns.on_error, rows_) {
    check_lifetime_shape(c_, rows_);
    if (c_.origin.present()) dates_ = LifeDates(c_, check_);
    check_ages();
    check_outcomes();
    check_weights();
    read();
    note();
  }

  std::shared_ptr<const LifetimeData> take() {
    return std::make_shared<const LifetimeData>(std::move(data_));
  }

 private:
  const DurationColumn& duration() const { return c_.origin.present() ? dates_.duration() : c_.duration; }

  void check_ages() {
    const DurationColumn& duration = this->duration();
    const std::string name = name_or(duration.name(), "duration");
    const auto says = [&](const char* rule) {
      return [&duration, name, rule](std::size_t row) {
        return ErrorDetail{"", name, {}, duration.valid(row) ? duration.text(row) : "", rule};
      };
    };
    check_.cells(duration, name);
    duration.visit([&](const auto& ages) {
      if (ages.may_have_nulls())
        check_.rule(
            "null_duration", [&](std::size_t row) { return !ages.valid(row); },
            says("is null; every row needs a duration"));
      if (!c_.entry.present()) whole_ = whole_places(ages);
      if (whole_) return;
      check_.rule(
          "unusable_duration",
          [values = ages.values().data()](std::size_t row) { return !is_age(values[row]); },
          says("is not a duration: a number >= 0"));
    });
    if (!c_.entry.present()) return;
    const std::string entry = name_or(c_.entry.name(), "entry");
    check_.cells(c_.entry, entry);
    check_.rule(
        "unusable_entry", [&](std::size_t row) { return c_.entry.valid(row) && !is_age(c_.entry[row]); },
        [&](std::size_t row) {
          return ErrorDetail{"", entry, {}, c_.entry.text(row), "is not an age: a number >= 0"};
        });
    check_.rule(
        "entry_not_before_exit",
        [&](std::size_t row) {
          return c_.entry.valid(row) &&
                 (c_.entry[row] >= duration[row] || same_age(c_.entry[row], duration[row]));
        },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             entry,
                             {},
                             c_.entry.text(row),
                             fmt::format("is not before {} {}", name, duration.text(row))};
        });
  }

  void check_outcomes() {
    if (c_.ended.present()) {
      const std::string name = name_or(c_.ended.name(), "ended");
      check_.cells(c_.ended, name);
      if (c_.ended.may_have_nulls())
        check_.rule(
            "null_ended", [&](std::size_t row) { return !c_.ended.valid(row); },
            [&](std::size_t) {
              return ErrorDetail{"", name, {}, "", "is null; every row ended or was last seen"};
            });
      check_.rule(
          "unusable_ended", [values = c_.ended.values().data()](std::size_t row) { return values[row] > 1; },
          [&](std::size_t row) {
            return ErrorDetail{"", name, {}, fmt::format("{}", c_.ended[row]), "is not 0 or 1"};
          });
    }
    if (!c_.cause.present()) return;
    std::vector<std::uint8_t> seen(c_.cause.ids()->size());
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row) && c_.cause.codes()[row] != no_id) seen[c_.cause.codes()[row]] = 1;
    const Ids& ids = *c_.cause.ids();
    for (std::uint32_t code = 0; code < ids.size(); ++code)
      if (seen[code] != 0 && ids.text(code) != c_.censored) causes_.push_back(code);
    std::sort(causes_.begin(), causes_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return cause_before(ids.text(a), ids.text(b)); });
    if (causes_.size() > 250)
      refuse_lifetimes(name_or(c_.cause.name(), "cause"), fmt::format("{} causes", causes_.size()),
                       "are more than 250");
  }

  void check_weights() {
    if (!c_.weight.present()) return;
    const std::string name = name_or(c_.weight.name(), "weight");
    const auto says = [&](const char* rule) {
      return [this, name, rule](std::size_t row) {
        return ErrorDetail{"", name, {}, c_.weight.valid(row) ? fmt::format("{}", c_.weight[row]) : "", rule};
      };
    };
    check_.cells(c_.weight, name);
    check_.rule(
        "unusable_weight",
        [&](std::size_t row) {
          return !c_.weight.valid(row) || !(c_.weight[row] > 0 && c_.weight[row] <= 1e15);
        },
        says("is not a weight: a number above 0, up to 1e15"));
    const auto in_part = [&](std::size_t row) { return c_.weight[row] != std::floor(c_.weight[row]); };
    if (c_.weight_kind == WeightKind::cases)
      check_.rule("weight_in_part", in_part,
                  says("is not a whole number of cases; say weight_kind = sampling or revenue"));
    data_.weight_kind = c_.weight_kind;
    if (c_.weight_kind) return;
    data_.weight_kind = WeightKind::cases;
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row) && in_part(row)) data_.weight_kind = WeightKind::sampling;
  }

  void read();
  void note();
  Column<std::uint8_t> outcomes() const;

  const LifetimeColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  LifeDates dates_;
  std::optional<WholePlaces> whole_;   // of durations
  std::vector<std::uint32_t> causes_;  // codes of the column, in order
  LifetimeData data_;
};

/// 0 for a life that was last seen, otherwise 1 + its cause.
inline Column<std::uint8_t> LifetimeReader::outcomes() const {
  if (c_.ended.present()) return c_.ended.kept();
  std::vector<std::uint8_t> outcomes(rows_);
  if (!c_.cause.present()) {
    for (std::size_t row = 0; row < rows_; ++row) outcomes[row] = dates_.ended(row) ? 1 : 0;
    return Column<std::uint8_t>(std::move(outcomes));
  }
  std::vector<std::uint8_t> outcome_of(c_.cause.ids()->size());
  for (std::size_t i = 0; i < causes_.size(); ++i) outcome_of[causes_[i]] = static_cast<std::uint8_t>(i + 1);
  for (std::size_t row = 0; row < rows_; ++row) {
    const std::uint32_t code = c_.cause.codes()[row];
    const bool ended = code != no_id && (!c_.origin.present() || dates_.ended(row));
    outcomes[row] = ended ? outcome_of[code] : 0;
  }
  return Column<std::uint8_t>(std::move(outcomes));
}

/// Keeps what calculators need of the rows that count.
inline void LifetimeReader::read() {
  std::vector<std::uint32_t> rows;
  const bool all = !check_.any_bad() && !dates_.any_begins_later();
  for (std::size_t row = 0; !all && row < rows_; ++row)
    if (!check_.is_bad(row) && !dates_.begins_later(row)) rows.push_back(static_cast<std::uint32_t>(row));
  const auto counting = [&](const auto& column) {
    return all ? column : fealty::detail::select_rows(column, rows);
  };
  const auto ages = [&](const DurationColumn& column) {
    return column.visit([&](const auto& each) { return DurationColumn(counting(each)); });
  };
  AgeScale scale = all && whole_ ? age_scale(*whole_) : age_scale(ages(duration()), ages(c_.entry));
  data_.rows = all ? rows_ : rows.size();
  data_.exit = std::move(scale.exit);
  data_.entry = std::move(scale.entry);
  data_.ages = std::move(scale.ages);
  data_.places = scale.places;
  data_.ended = counting(outcomes());
  data_.weight = counting(c_.weight).kept();
  data_.origin = counting(static_cast<const Column<std::int32_t>&>(c_.origin)).kept();
  data_.as_of = c_.as_of;
  data_.account = counting(c_.account);
  data_.attributes = fealty::detail::select_rows(c_.attributes, all ? nullptr : &rows);
  for (const std::uint32_t code : causes_) data_.causes.push_back(c_.cause.ids()->text(code));
  if (!c_.cause.present()) data_.causes.emplace_back();
}

inline void LifetimeReader::note() {
  const std::string name = name_or(duration().name(), "duration");
  check_.note(
      "begins_after_as_of", Severity::information, [&](std::size_t row) { return dates_.begins_later(row); },
      [&](std::size_t row) {
        return ErrorDetail{"",
                           name_or(c_.origin.name(), "origin"),
                           {},
                           to_string(Date{c_.origin[row]}),
                           fmt::format("is after as_of {}; the life was left out", to_string(*c_.as_of))};
      });
  if (!whole_ || whole_->least == 0)
    duration().visit([&](const auto& ages) {
      check_.note(
          "zero_duration", Severity::information,
          [values = ages.values().data(), this](std::size_t row) {
            return values[row] == 0 && !dates_.begins_later(row);
          },
          [&](std::size_t) {
            return ErrorDetail{"", name, {}, "0", "it ended or was last seen as soon as it began"};
          });
    });
  data_.findings = check_.take_findings();
  const auto outcomes = data_.ended.values();
  if (data_.rows > 0 && std::none_of(outcomes.begin(), outcomes.end(), [](auto each) { return each != 0; }))
    data_.findings.push_back({"none_ended",
                              Severity::warning,
                              {},
                              fmt::format("Lifetimes: none of {} lives has ended", data_.rows)});
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline Lifetimes::Lifetimes(const LifetimeColumns& columns) : data_(detail::LifetimeReader(columns).take()) {}

}  // namespace fealty::survival
