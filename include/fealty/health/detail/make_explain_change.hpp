// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/match_codes.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/make_scores.hpp>
#include <fealty/health/detail/one_account.hpp>
#include <fealty/health/detail/score_engine.hpp>
#include <fealty/health/explain_change.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Scores an account along a path from one card and its measures to another.
class ChangePath {
 public:
  ChangePath(const Scores& before, std::optional<std::size_t> row_before, const Scores& after,
             std::optional<std::size_t> row_after)
      : old_(before.source->card.config()), new_(after.source->card.config()),
        from_(*before.source->measures), to_(*after.source->measures), row_from_(row_before),
        row_to_(row_after), plan_(old_), names_(read_measures(old_)) {
    plan_steps();
    walk();
    out_.score_before = row_from_ ? before.score[*row_from_] : no_points;
    out_.score_after = row_to_ ? after.score[*row_to_] : no_points;
    out_.band_before = row_from_ ? before.band.text(*row_from_) : "unknown";
    out_.band_after = row_to_ ? after.band.text(*row_to_) : "unknown";
    out_.fingerprint_before = before.source->card.fingerprint();
    out_.fingerprint_after = after.source->card.fingerprint();
  }
  ScoreChange take() { return std::move(out_); }

 private:
  static constexpr std::size_t all_along = 0;  // a step that is taken before the path begins
  struct Step {
    ChangeReason reason;
    std::string measure;
  };
  /// From which step on a measure is as in `after`.
  struct Turn {
    std::size_t value = all_along, age = all_along;
  };

  /// Whether a measure counts, by the card of `before`.
  std::vector<std::uint8_t> counting(const MeasureData& data, std::optional<std::size_t> row) const {
    const MeasureData one = one_row(old_, data, row);
    const ScoreEngine engine(plan_, one, false, SimdLevel::baseline);
    std::vector<std::uint8_t> counts(plan_.measures().size());
    for (std::size_t i = 0; i < counts.size(); ++i)
      counts[plan_.measures()[i].at] = std::isnan(engine.measures().points_at(i, 0)) ? 0 : 1;
    return counts;
  }
  bool is_flag(const std::string& measure) const {
    return std::any_of(old_.exceptions.begin(), old_.exceptions.end(),
                       [&](const ScoreException& each) { return each.when == measure; });
  }
  std::size_t step(ChangeReason reason, const std::string& measure) {
    steps_.push_back({reason, measure});
    return steps_.size();
  }
  void plan_steps() {
    turns_.resize(names_.size());
    const auto before = counting(from_, row_from_), after = counting(to_, row_to_);
    const std::size_t scored = old_.measures.size();
    const auto in_both = [&](std::size_t i) { return i < scored && before[i] != 0 && after[i] != 0; };
    // what is read for its own sake comes first, inputs of others before what remains
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (in_both(i) && !is_flag(names_[i])) turns_[i].value = step(ChangeReason::value, names_[i]);
    for (std::size_t i = scored; i < names_.size(); ++i)
      if (!is_flag(names_[i])) turns_[i].value = turns_[i].age = step(ChangeReason::value, names_[i]);
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (in_both(i) && !is_flag(names_[i])) turns_[i].age = step(ChangeReason::staleness, names_[i]);
    for (std::size_t i = 0; i < scored; ++i)
      if (!in_both(i) && !is_flag(names_[i]))
        turns_[i].value = turns_[i].age = step(ChangeReason::missingness, names_[i]);
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (is_flag(names_[i])) turns_[i].value = turns_[i].age = step(ChangeReason::exception, names_[i]);
  }
  /// A row for each state along the path.
  MeasureData states() const {
    const std::size_t rows = steps_.size() + 1;
    SmallTable table(rows);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto old = SmallTable::cell(from_, row_from_, names_[i]),
                 now = SmallTable::cell(to_, row_to_, names_[i]);
      std::vector<SmallTable::Cell> cells;
      for (std::size_t row = 0; row < rows; ++row)
        cells.push_back(
            {row >= turns_[i].value ? now.value : old.value, row >= turns_[i].age ? now.age : old.age});
      table.add(names_[i], cells);
    }
    for (const auto& each : read_baselines(old_)) {
      const std::size_t turn =
          turns_[static_cast<std::size_t>(std::find(names_.begin(), names_.end(), each.measure) -
                                          names_.begin())]
              .value;
      const double old = SmallTable::baseline(from_, row_from_, each.measure, each.days);
      const double now = SmallTable::baseline(to_, row_to_, each.measure, each.days);
      std::vector<double> values;
      for (std::size_t row = 0; row < rows; ++row) values.push_back(row >= turn ? now : old);
      table.add_baseline(each.measure, each.days, std::move(values));
    }
    return table.take();
  }
  /// The scores of all rows, in micro-points, before and after they are rounded to decimals.
  struct Path {
    Column<std::int64_t> exact, shown;
  };
  static Path score_path(const ScorecardConfig& card, const MeasureData& data) {
    ScorecardConfig fine = card;
    fine.decimals = 6;
    const ScorePlan plan(fine), rounded(card);
    const ScoreRun run{.strict = false};
    return {score_rows(plan, data, run, nullptr).score_micro,
            score_rows(rounded, data, run, nullptr).score_micro};
  }
  void walk() {
    const Path path = score_path(old_, states());
    for (std::size_t i = 0; i < steps_.size(); ++i)
      add(steps_[i].reason, steps_[i].measure, path.exact[i + 1] - path.exact[i]);
    const Path last = score_path(new_, one_row(new_, to_, row_to_));
    add(ChangeReason::configuration, "", last.exact[0] - path.exact[steps_.size()]);
    out_.change_micro = last.shown[0] - path.shown[0];
    add(ChangeReason::rounding, "", (last.shown[0] - last.exact[0]) - (path.shown[0] - path.exact[0]));
  }
  void add(ChangeReason reason, const std::string& measure, std::int64_t micro_points) {
    if (micro_points == 0) return;
    out_.change.push_back(reason);
    out_.measure.push_back(measure);
    out_.value_before.push_back(SmallTable::cell(from_, row_from_, measure).value);
    out_.value_after.push_back(SmallTable::cell(to_, row_to_, measure).value);
    out_.micro_points.push_back(micro_points);
  }

  const ScorecardConfig &old_, &new_;
  const MeasureData &from_, &to_;
  std::optional<std::size_t> row_from_, row_to_;
  ScorePlan plan_;
  std::vector<std::string> names_;  // what the card of `before` reads, scored measures first
  std::vector<Turn> turns_;
  std::vector<Step> steps_;
  ScoreChange out_;
};

template <class Id>
ScoreChange make_explain_change(const Scores& before, const Scores& after, Id account) {
  if (before.account.present() && after.account.present() &&
      !fealty::detail::comparable(*before.account.ids(), *after.account.ids()))
    throw InvalidInput({.who = "explain_change",
                        .what = "account",
                        .where = {},
                        .value = id_text(account),
                        .rule = "is a text in one of the two and an integer in the other"});
  const std::optional<std::size_t> from = row_of(before, account), to = row_of(after, account);
  if ((!from && !to) || !before.source || !after.source)
    refuse_account("explain_change", before.account.size() > 0 ? before : after, account);
  ScoreChange out = ChangePath(before, from, after, to).take();
  out.account = id_text(account);
  return out;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline ScoreChange explain_change(const Scores& before, const Scores& after, std::string_view account) {
  return detail::make_explain_change(before, after, account);
}
inline ScoreChange explain_change(const Scores& before, const Scores& after, std::int64_t account) {
  return detail::make_explain_change(before, after, account);
}

}  // namespace fealty::health
