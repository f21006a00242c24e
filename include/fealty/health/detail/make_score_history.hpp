// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/history_days.hpp>
#include <fealty/health/detail/make_scores.hpp>
#include <fealty/health/detail/observation_sweep.hpp>
#include <fealty/health/detail/score_findings.hpp>
#include <fealty/health/score_history.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Scores on many days, by one pass over the observations of some accounts after the other.
class HistoryMaker {
 public:
  HistoryMaker(const Scorecard& card, const Observations& observations, const ScoreHistoryOptions& options)
      : plan_(card.config()), observations_(observations),
        sweep_(observations.data(), read_measures(card.config()), read_baselines(card.config()),
               history_days(who, observations, options)) {
    run_.threads = thread_count(who, options.threads);
    out_.fingerprint = card.fingerprint();
    const Ids& ids = *observations.data().accounts;
    for (const std::uint32_t code : ids.sorted()) {
      const auto& days = sweep_.dates();
      const auto first = std::lower_bound(days.begin(), days.end(), sweep_.first_day()[code]) - days.begin();
      if (static_cast<std::size_t>(first) == days.size()) continue;
      accounts_.push_back(code);
      first_.push_back(static_cast<std::size_t>(first));
      rows_ += days.size() - first_.back();
      if (rows_ >= most_rows) score_some();
    }
    score_some();
    out_.account = IdColumn(std::move(codes_), observations.data().accounts);
    out_.band = IdColumn(std::move(bands_), band_ids(card.config()));
    find();
  }
  ScoreHistory take() { return std::move(out_); }

 private:
  static constexpr const char* who = "score_history";
  static constexpr std::size_t most_rows = 32'768;  // of a table that is scored at once

  void score_some() {
    const MeasureData data = sweep_.fill(accounts_, first_, observations_.data().accounts);
    const Scores scores = score_rows(plan_, data, run_, nullptr);
    const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    add(codes_, data.account.codes());
    add(bands_, scores.band.codes());
    add(out_.score, scores.score);
    add(out_.coverage, scores.coverage);
    add(out_.oldest_days, scores.oldest_days);
    for (const std::size_t first : first_)
      out_.as_of.days.insert(out_.as_of.days.end(),
                             sweep_.dates().begin() + static_cast<std::ptrdiff_t>(first),
                             sweep_.dates().end());
    accounts_.clear();
    first_.clear();
    rows_ = 0;
  }
  void find() {
    std::vector<std::string> never;
    for (const Measure& each : plan_.card().measures)
      if (!sweep_.occurs(each.id)) never.push_back(each.id);
    note_unobserved(never, out_.findings);
  }

  ScorePlan plan_;
  const Observations& observations_;
  ObservationSweep sweep_;
  ScoreRun run_;
  std::vector<std::uint32_t> accounts_, codes_, bands_;
  std::vector<std::size_t> first_;
  std::size_t rows_ = 0;
  ScoreHistory out_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline ScoreHistory score_history(const Scorecard& card, const Observations& observations,
                                  const ScoreHistoryOptions& options) {
  return detail::HistoryMaker(card, observations, options).take();
}

}  // namespace fealty::health
