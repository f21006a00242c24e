// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/detail/score_column.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// What is odd about the examples that a score is proven on.
class DiscriminationFindings {
 public:
  DiscriminationFindings(const char* who, std::vector<Finding>& findings) : who_(who), findings_(findings) {}

  bool one_class(std::int64_t outcomes, std::int64_t others) {
    if (outcomes > 0 && others > 0) return false;
    say("one_class", fmt::format("the outcome happened in {} of {} rows; there is nothing to tell apart",
                                 outcomes, outcomes + others));
    return true;
  }
  /// Where there is nothing to tell apart, or little. False in the first case.
  bool classes(std::int64_t outcomes, std::int64_t others) {
    if (one_class(outcomes, others)) return false;
    if (std::min(outcomes, others) < enough)
      say("few_outcomes", fmt::format("the outcome happened in {} of {} rows; with fewer than {} of either "
                                      "kind, an interval covers less than it says",
                                      outcomes, outcomes + others, enough));
    return true;
  }
  void clusters(const Clustering& clustering) {
    if (!clustering.asked && clustering.repeated > 0)
      say("many_rows",
          fmt::format("{} accounts have several rows, which are not independent", clustering.repeated));
  }
  void no_interval(const std::string& why) { say("no_interval", why); }
  void wrong_direction(double upper) {
    if (upper < 0.5)
      say("wrong_direction", fmt::format("the area is below .5, with its whole interval up to {:.4f}: the "
                                         "score points the other way than higher_predicts_outcome says",
                                         upper));
  }

 private:
  static constexpr std::int64_t enough = 30;  // as the verdict of prove() asks

  void say(const char* code, std::string message) {
    findings_.push_back({code, Severity::warning, {}, std::string(who_) + ": " + std::move(message)});
  }

  const char* who_;
  std::vector<Finding>& findings_;
};

}  // namespace fealty::health::detail
