// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/coverage/detail/touch_pairs.hpp>
#include <fealty/coverage/touch_effect.hpp>
#include <fealty/survival/detail/grouping.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Within what the rows of a study are compared.
class TouchStrata {
 public:
  TouchStrata(const char* who, const TouchStudyData& study, const TouchEffectOptions& options)
      : who_(who), study_(study), options_(options) {
    check();
    if (study.stratum.present()) {
      take_given();
    } else if (options.design == StudyDesign::before_after) {
      const auto codes = study.account.codes();
      stratum_.assign(codes.begin(), codes.end());
      count_ = study.account.ids()->size();
    } else if (pairs()) {
      const TouchPairs found(study, classes(), options.caliper.value_or(0.2));
      stratum_ = found.stratum();
      count_ = found.count();
      note_unknown_risk();
    } else {
      stratum_ = classes();
    }
    drop_lonely();
  }

  /// Of each row; `no_id` for those with nobody to be compared with.
  const std::vector<std::uint32_t>& stratum() const { return stratum_; }
  std::size_t count() const { return count_; }
  bool pairs() const { return options_.design == StudyDesign::matched && study_.has_risk; }
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  [[noreturn]] void refuse(const char* what, std::string value, std::string rule) const {
    throw InvalidInput(
        {.who = who_, .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  void check() const {
    if (!(options_.confidence > 0 && options_.confidence < 1))
      refuse("confidence", fmt::format("{}", options_.confidence), "is not in (0, 1)");
    if (options_.caliper && !(*options_.caliper > 0 && std::isfinite(*options_.caliper)))
      refuse("caliper", fmt::format("{}", *options_.caliper), "is not a number above 0");
    const bool given = study_.stratum.present(), own = options_.design == StudyDesign::before_after;
    if (options_.caliper && (given || !pairs()))
      refuse("caliper", fmt::format("{}", *options_.caliper),
             "is of pairs by risk: those of a matched study with risks and without strata");
    if (!options_.exact.empty() && (given || own))
      refuse("exact", fmt::format("{}", fmt::join(options_.exact, ", ")),
             given ? "stands beside strata: give one of the two"
                   : "is no use: accounts are compared with themselves");
    if (options_.design == StudyDesign::matched && !given && !pairs() && options_.exact.empty())
      refuse("design", "\"matched\"", "needs to know what is alike: strata, risks, or exact");
    std::string names;
    for (std::size_t i = 0; i < study_.attributes.size(); ++i)
      names += (i == 0 ? "" : ", ") + study_.attributes.name(i);
    for (const std::string& name : options_.exact)
      if (study_.attributes.find(name) == nullptr)
        refuse("exact", "\"" + name + "\"",
               "is no attribute of the study; there are " + (names.empty() ? std::string("none") : names));
  }
  void take_given() {
    const auto codes = study_.stratum.codes();
    stratum_.assign(codes.begin(), codes.end());
    count_ = study_.stratum.ids()->size();
    std::vector<std::int64_t> without;
    for (std::size_t row = 0; row < codes.size(); ++row)
      if (codes[row] == no_id) without.push_back(static_cast<std::int64_t>(row));
    note("without_stratum", std::move(without), "a row has no stratum; it was left out");
  }
  void note_unknown_risk() {
    std::vector<std::int64_t> unknown;
    for (std::size_t row = 0; row < study_.size(); ++row)
      if (std::isnan(study_.risk[row])) unknown.push_back(static_cast<std::int64_t>(row));
    note("unknown_risk", std::move(unknown), "the risk of a row is not known; it was left out");
  }
  void note(const char* code, std::vector<std::int64_t> rows, const char* what) {
    if (rows.empty()) return;
    std::string message = fmt::format("{}: row {}: {}", who_, rows.front(), what);
    findings_.push_back({code, Severity::warning, std::move(rows), std::move(message)});
  }
  /// Rows by the values of `exact`; all are in one class without.
  std::vector<std::uint32_t> classes() {
    const auto groups = survival::detail::grouping(study_.attributes, options_.exact, who_, "exact");
    std::vector<std::uint32_t> found(study_.size());
    for (std::size_t row = 0; row < found.size(); ++row) found[row] = groups.of(row);
    count_ = groups.count();
    return found;
  }
  void drop_lonely() {
    std::vector<std::uint8_t> seen(count_);  // 1 touched, 2 not, 3 both
    for (std::size_t row = 0; row < stratum_.size(); ++row)
      if (stratum_[row] != no_id)
        seen[stratum_[row]] =
            static_cast<std::uint8_t>(seen[stratum_[row]] | (study_.treated[row] != 0 ? 1 : 2));
    for (std::uint32_t& stratum : stratum_)
      if (stratum != no_id && seen[stratum] != 3) stratum = no_id;
  }

  const char* who_;
  const TouchStudyData& study_;
  const TouchEffectOptions& options_;
  std::vector<std::uint32_t> stratum_;
  std::size_t count_ = 0;
  std::vector<Finding> findings_;
};

}  // namespace fealty::coverage::detail
