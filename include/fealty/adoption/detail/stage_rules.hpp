// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/lifecycle_rules.hpp>
#include <fealty/core/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace fealty::adoption::detail {

/// Checks the options of lifecycle(), and tells them in words.
class StageRules {
 public:
  /// Places of milestones: those of stages, then these.
  static constexpr std::size_t renewed = 4, churn = 5, none = 6;

  explicit StageRules(const LifecycleOptions& options)
      : options_(options), names_{options.onboarding, options.adoption, options.expansion,
                                  options.renewal,    options.renewed,  options.churn} {
    check_names();
    check_numbers();
  }

  /// What a milestone is for.
  std::size_t place(const std::string& milestone) const {
    std::size_t at = 0;
    while (at < none && (names_[at].empty() || names_[at] != milestone)) ++at;
    return at;
  }
  std::optional<std::int32_t> limit(LifecycleStage stage) const {
    const std::array limits{options_.onboarding_limit, options_.adoption_limit, options_.expansion_limit,
                            options_.renewal_limit};
    return limits[static_cast<std::size_t>(stage)];
  }

  std::string words() const {
    std::string text = "onboarding begins with " + names_[0];
    for (std::size_t i = 1; i < 3; ++i)
      if (!names_[i].empty()) text += fmt::format("; {} with {}", enum_names(LifecycleStage{})[i], names_[i]);
    if (options_.contracts)
      text += fmt::format("; renewal {} days before a contract ends, until one that ends later is signed",
                          options_.renewal_days);
    else if (!names_[3].empty())
      text += fmt::format("; renewal with {}{}", names_[3], names_[4].empty() ? "" : ", until " + names_[4]);
    text += names_[5].empty() ? "; nobody leaves" : "; all ends with " + names_[5];
    std::string limits;
    for (std::size_t i = 0; i < 4; ++i)
      if (const auto days = limit(static_cast<LifecycleStage>(i)))
        limits += fmt::format("{} days in {}, ", *days, enum_names(LifecycleStage{})[i]);
    return text + fmt::format("; stalled beyond {}{}quantile {} of those that moved on or renewed", limits,
                              limits.empty() ? "" : "otherwise beyond ", options_.stalled_quantile);
  }

 private:
  static constexpr std::array<const char*, 6> fields{"onboarding", "adoption", "expansion",
                                                     "renewal",    "renewed",  "churn"};

  [[noreturn]] static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({.who = "lifecycle",
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void check_names() const {
    if (names_[0].empty()) refuse("onboarding", "\"\"", "is no milestone");
    for (std::size_t i = 0; i < names_.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (!names_[i].empty() && names_[i] == names_[j])
          refuse(fields[i], fmt::format("\"{}\"", names_[i]),
                 fmt::format("is {} too; they are two milestones", fields[j]));
    for (const std::size_t i : {std::size_t{3}, renewed})
      if (options_.contracts && !names_[i].empty())
        refuse(fields[i], fmt::format("\"{}\"", names_[i]),
               "stands beside contracts; one of the two tells renewals");
    if (!names_[renewed].empty() && names_[3].empty())
      refuse("renewed", fmt::format("\"{}\"", names_[renewed]), "needs the milestone that begins a renewal");
  }
  void check_numbers() const {
    if (options_.renewal_days < 0)
      refuse("renewal_days", fmt::format("{}", options_.renewal_days), "is below 0");
    for (std::size_t i = 0; i < 4; ++i)
      if (const auto days = limit(static_cast<LifecycleStage>(i)); days && *days < 0)
        refuse(fmt::format("{}_limit", fields[i]), fmt::format("{}", *days), "is below 0");
    if (!(options_.stalled_quantile > 0 && options_.stalled_quantile < 1))
      refuse("stalled_quantile", fmt::format("{}", options_.stalled_quantile), "is not in (0, 1)");
    if (options_.as_of && (options_.as_of->days < min_day || options_.as_of->days > max_day))
      refuse("as_of", to_string(*options_.as_of), "is not between 1900-01-01 and 9999-12-31");
  }

  const LifecycleOptions& options_;
  std::array<std::string, 6> names_;
};

}  // namespace fealty::adoption::detail
