// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/journeys.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::adoption::detail {

/// How waiting for something has come out, so far.
enum class WaitOutcome : std::uint8_t { waiting, reached, churned };

/// How long an account has waited from one day for something.
struct Wait {
  std::uint32_t account;
  std::int32_t start, days;
  WaitOutcome outcome;
};

/// The wait that begins on a day: what comes first counts, and on one day reaching before leaving.
inline Wait wait_of(std::uint32_t account, std::int32_t start, std::int32_t reached, std::int32_t churn,
                    std::int32_t as_of) {
  if (reached != open && reached <= churn) return {account, start, reached - start, WaitOutcome::reached};
  if (churn != open) return {account, start, churn - start, WaitOutcome::churned};
  return {account, start, as_of - start, WaitOutcome::waiting};
}

/// The waits of accounts for the second of two milestones since the first, and what is odd about them.
class Waits {
 public:
  explicit Waits(Journeys& journeys) : journeys_(journeys) {
    for (const Journey& journey : journeys.all()) add(journey);
  }
  const std::vector<Wait>& all() const { return waits_; }

 private:
  void add(const Journey& journey) {
    const std::int32_t start = journey.day[0], reached = journey.day[1], churn = journey.churn;
    const std::string& began = journeys_.name(0);
    const std::string& value = journeys_.name(1);
    if (start == open) {
      if (reached != open)
        note("milestone_without_start", journey, journey.row[1], value, reached,
             fmt::format("and never came to {}; it is left out", began));
      return;
    }
    const std::string before = fmt::format("before {} on {}; it is left out", began, to_string(Date{start}));
    if (reached < start) note("milestone_before_start", journey, journey.row[1], value, reached, before);
    if (churn < start)
      note("milestone_before_start", journey, journey.churn_row, journeys_.churn(), churn, before);
    if (reached < start || churn < start) return;
    if (reached != open && reached > churn)
      note("milestone_after_churn", journey, journey.row[1], value, reached,
           fmt::format("after it left on {}; it counts as one that left", to_string(Date{churn})));
    waits_.push_back(wait_of(journey.account, start, reached, churn, journeys_.as_of()->days));
  }
  void note(const char* code, const Journey& journey, std::int64_t row, const std::string& milestone,
            std::int32_t day, const std::string& what) {
    journeys_.findings().add(code, Severity::warning, row, [&] {
      return fmt::format("account {} came to {} on {}, {}", journeys_.account(journey), milestone,
                         to_string(Date{day}), what);
    });
  }

  Journeys& journeys_;
  std::vector<Wait> waits_;
};

}  // namespace fealty::adoption::detail
