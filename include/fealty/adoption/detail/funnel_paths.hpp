// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/journeys.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// How far an account has come, and when.
struct FunnelPath {
  std::uint32_t account;
  std::vector<std::int32_t> day;   // by which it had come to each step and all before; `open` from there on
  std::vector<bool> out_of_order;  // whether it came to a step before the one before
  std::int32_t churn;
};

/// The paths of a funnel's accounts, and what is odd about them.
class FunnelPaths {
 public:
  FunnelPaths(Journeys& journeys, std::size_t steps) : journeys_(journeys), steps_(steps) {
    for (const Journey& journey : journeys.all()) add(journey);
  }
  std::vector<FunnelPath> take() { return std::move(paths_); }

 private:
  void add(const Journey& journey) {
    if (journey.day[0] == open) {
      for (std::size_t step = 1; step < steps_; ++step)
        if (journey.day[step] != open)
          note("milestone_without_start", journey, step,
               fmt::format("and never came to {}; it is left out", journeys_.name(0)));
      return;
    }
    if (journey.churn < journey.day[0]) {
      journeys_.findings().add("milestone_before_start", Severity::warning, journey.churn_row, [&] {
        return fmt::format("account {} came to {} on {}, before {} on {}; it is left out",
                           journeys_.account(journey), journeys_.churn(), to_string(Date{journey.churn}),
                           journeys_.name(0), to_string(Date{journey.day[0]}));
      });
      return;
    }
    FunnelPath path{journey.account, std::vector<std::int32_t>(steps_, open),
                    std::vector<bool>(steps_, false), journey.churn};
    path.day[0] = journey.day[0];
    for (std::size_t step = 1; step < steps_ && path.day[step - 1] != open; ++step)
      take_step(journey, step, path);
    note_skipped(journey, path);
    paths_.push_back(std::move(path));
  }
  void take_step(const Journey& journey, std::size_t step, FunnelPath& path) {
    const std::int32_t day = journey.day[step], before = path.day[step - 1];
    if (day == open) return;
    if (day > path.churn) {
      note("milestone_after_churn", journey, step,
           fmt::format("after it left on {}; it counts as one that left", to_string(Date{path.churn})));
      return;
    }
    path.day[step] = std::max(day, before);
    path.out_of_order[step] = day < before;
    if (day < before)
      note("step_out_of_order", journey, step,
           fmt::format("before it had come to {} and all before that; it counts, but not how long it took",
                       journeys_.name(step - 1)));
  }
  /// Steps that an account came to though it never came to one before.
  void note_skipped(const Journey& journey, const FunnelPath& path) {
    const auto reached =
        static_cast<std::size_t>(std::find(path.day.begin(), path.day.end(), open) - path.day.begin());
    for (std::size_t step = reached + 1; step < steps_; ++step)
      if (journey.day[step] != open && journey.day[reached] == open)
        note("skipped_step", journey, step,
             fmt::format("and never came to {}; it does not count", journeys_.name(reached)));
  }
  void note(const char* code, const Journey& journey, std::size_t step, const std::string& what) {
    journeys_.findings().add(code, Severity::warning, journey.row[step], [&] {
      return fmt::format("account {} came to {} on {}, {}", journeys_.account(journey), journeys_.name(step),
                         to_string(Date{journey.day[step]}), what);
    });
  }

  Journeys& journeys_;
  std::size_t steps_;
  std::vector<FunnelPath> paths_;
};

inline std::vector<FunnelPath> funnel_paths(Journeys& journeys, std::size_t steps) {
  return FunnelPaths(journeys, steps).take();
}

}  // namespace fealty::adoption::detail
