// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/study_ages.hpp>
#include <fealty/survival/detail/study_check.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace fealty::survival::detail {

/// The values of covariates, and whether each is had by long lives alone.
class StudyLevels {
 public:
  StudyLevels(const LifetimeData& data, const StudyAges& ages, double significance)
      : data_(data), ages_(ages), significance_(significance) {}

  /// Adds the values of a covariate.
  ///
  /// \param most  with more values than this it is left out, as an id is
  void add(const std::string& name, const IdColumn& column, std::size_t most) {
    const std::size_t count = column.ids()->size();
    std::vector<std::uint8_t> there(count);
    for (const std::uint32_t code : column.codes())
      if (code != no_id) there[code] = 1;
    if (static_cast<std::size_t>(std::count(there.begin(), there.end(), 1)) > most) return;
    std::vector<Level> levels(count);
    for (std::size_t row = 0; row < data_.rows; ++row) {
      const std::uint32_t code = column.codes()[row];
      if (code == no_id) continue;
      levels[code].earliest = std::min(levels[code].earliest, data_.exit[row]);
      levels[code].first_places.push_back(StudyAges::first_place(data_, row));
      levels[code].rows.push_back(static_cast<std::int64_t>(row));
    }
    for (std::uint32_t code = 0; code < count; ++code) {
      if (there[code] == 0) continue;
      levels[code].name = fmt::format("{} = \"{}\"", name, column.ids()->text(code));
      test(levels[code]);
    }
  }

  StudyCheck check() const {
    if (tested_ == 0) return StudyCheck::not_made("the lives have no covariates of few values");
    StudyCheck check;
    std::vector<const Level*> found;
    for (const Level& each : unlikely_)
      if (adjusted(each.log_p) <= significance_) found.push_back(&each);
    check.p_value = adjusted(smallest_);
    check.found = !found.empty();
    if (!check.found) {
      check.message = fmt::format("each of {} values of covariates is had by short lives too", tested_);
      return check;
    }
    std::string names;
    for (const Level* each : found) {
      names +=
          fmt::format("{}{} before age {}, by which {} others had ended", names.empty() ? "" : "; ",
                      each->name, data_.age(static_cast<std::size_t>(each->earliest)), each->others_ended);
      check.rows.insert(check.rows.end(), each->rows.begin(), each->rows.end());
    }
    std::sort(check.rows.begin(), check.rows.end());
    check.rows.erase(std::unique(check.rows.begin(), check.rows.end()), check.rows.end());
    check.share = share_of(check.rows.size(), data_.rows);
    check.message =
        "no life ended, or was last seen, with " + names +
        ": if lives come to it with age, split them where they do (entry), or take what was known "
        "when they began";
    return check;
  }

 private:
  static constexpr double protected_hazard = 0.25;

  struct Level {
    std::string name;
    std::int32_t earliest = std::numeric_limits<std::int32_t>::max();  // place at which one is gone
    std::vector<std::size_t> first_places;
    std::vector<std::int64_t> rows;
    std::int64_t others_ended = 0;
    double log_p = 0;
  };
  double adjusted(double log_p) const {
    return std::min(1.0, std::exp(log_p) * static_cast<double>(tested_));
  }

  /// The chance that all who ended before the first of the level was gone are others, were the hazard of the
  /// level so much of theirs: it may protect.
  void test(Level& level) {
    std::sort(level.first_places.begin(), level.first_places.end());
    std::size_t at_risk = 0;
    for (std::size_t place = 0; place < static_cast<std::size_t>(level.earliest); ++place) {
      while (at_risk < level.first_places.size() && level.first_places[at_risk] <= place) ++at_risk;
      level.others_ended += ages_.ended[place];
      const double hazard = protected_hazard * static_cast<double>(at_risk);
      const std::int64_t others = ages_.at_risk[place] - static_cast<std::int64_t>(at_risk);
      for (std::int64_t ended = 0; at_risk > 0 && ended < ages_.ended[place]; ++ended)
        level.log_p += std::log1p(-hazard / (hazard + static_cast<double>(others - ended)));
    }
    ++tested_;
    smallest_ = std::min(smallest_, level.log_p);
    if (std::exp(level.log_p) <= significance_) unlikely_.push_back(std::move(level));
  }

  const LifetimeData& data_;
  const StudyAges& ages_;
  double significance_;
  std::size_t tested_ = 0;
  double smallest_ = 0;          // log p of any
  std::vector<Level> unlikely_;  // before it is told how many are tested
};

/// Adds the named attributes, or all texts and flags but one.
inline void add_covariates(StudyLevels& levels, const LifetimeData& data,
                           const std::vector<std::string>& names, const std::string& but) {
  constexpr std::size_t most_levels = 50, any = std::numeric_limits<std::size_t>::max();
  for (const std::string& name : names)
    levels.add(name, grouping(data.attributes, {name}, "study_audit", "covariates").group, any);
  if (!names.empty()) return;
  for (std::size_t i = 0; i < data.attributes.size(); ++i) {
    const std::string& name = data.attributes.name(i);
    const FrameColumn& column = data.attributes.column(i);
    if (name == but || !(std::holds_alternative<IdColumn>(column) || std::holds_alternative<Flags>(column)))
      continue;
    levels.add(name, grouping(data.attributes, {name}, "study_audit", "covariates").group, most_levels);
  }
}

}  // namespace fealty::survival::detail
