// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/make_scores.hpp>
#include <fealty/health/detail/one_account.hpp>
#include <fealty/health/detail/score_engine.hpp>
#include <fealty/health/detail/score_lines.hpp>
#include <fealty/health/explain.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Opens the score of one row.
class Explainer {
 public:
  Explainer(const Scores& scores, std::size_t row)
      : scores_(scores), row_(row), source_(*scores.source), plan_(source_.card.config()),
        data_(one_row(source_.card.config(), *source_.measures, row)),
        engine_(plan_, data_, false, SimdLevel::baseline), room_(plan_, 1) {
    score_rows(plan_, data_, {.strict = false}, &room_);
    lines_ = room_.take();
    out_.account = scores.account.text(row);
    out_.score = scores.score[row];
    out_.score_micro = scores.score_micro[row];
    out_.band = scores.band.text(row);
    out_.coverage = scores.coverage[row];
    out_.card = source_.card.id();
    out_.version = source_.card.version();
    out_.fingerprint = source_.card.fingerprint();
  }
  Explanation take() {
    std::vector<std::size_t> places(plan_.measures().size());
    for (std::size_t i = 0; i < places.size(); ++i) places[plan_.measures()[i].at] = i;
    for (const std::size_t i : places) add_measure(i);
    add(ScoreLine::renormalization, lines_.renormalization[0]);
    add(ScoreLine::decay, lines_.decay[0]);
    add_exceptions();
    add(ScoreLine::clamp, lines_.clamp[0]);
    add(ScoreLine::rounding, lines_.rounding[0]);
    return std::move(out_);
  }

 private:
  void add(ScoreLine line, std::int64_t micro_points) {
    out_.line.push_back(line);
    out_.measure.emplace_back();
    out_.group.emplace_back();
    out_.value.push_back(no_points);
    out_.age_days.push_back(no_points);
    out_.counts.push_back(0);
    out_.points.push_back(no_points);
    out_.weight.push_back(no_points);
    out_.micro_points.push_back(micro_points);
    out_.reason.emplace_back();
  }
  void add_measure(std::size_t i) {
    const PlanMeasure& plan = plan_.measures()[i];
    const double points = engine_.measures().points_at(i, 0);
    add(ScoreLine::measure, lines_.measures[plan.at][0]);
    out_.measure.back() = plan.measure->id;
    out_.group.back() = plan.measure->group;
    tell(plan.measure->id);
    out_.counts.back() = std::isnan(points) ? 0 : 1;
    out_.points.back() = std::isnan(points) ? plan.fill : points;
    out_.weight.back() = plan_.sum() ? plan.share : plan.share / plan_.shares();
  }
  /// What the table has of a measure.
  void tell(const std::string& measure) {
    const MeasureSeries* const series = source_.measures->find(measure);
    if (series == nullptr) return;
    out_.value.back() = series->values[row_];
    if (series->ages.present()) out_.age_days.back() = series->ages[row_];
    if (series->reasons.present() && series->reasons.codes()[row_] != no_id)
      out_.reason.back() = series->reasons.text(row_);
  }
  /// Each with what it changes of what those before it have left, as it was computed.
  void add_exceptions() {
    double points = engine_.before_exceptions();
    double changed = 0;
    for (std::size_t e = 0; e < plan_.card().exceptions.size(); ++e) {
      if (!engine_.active(e, 0)) continue;
      const ScoreException& exception = plan_.card().exceptions[e];
      const double change = ScoreEngine::after(exception, points + changed) - (points + changed);
      changed += change;
      add(ScoreLine::exception, static_cast<std::int64_t>(nearest(change * micro)));
      out_.measure.back() = exception.when;
      tell(exception.when);
      out_.counts.back() = 1;
      out_.points.back() = exception.points;
    }
  }

  const Scores& scores_;
  std::size_t row_;
  const ScoreSource& source_;
  ScorePlan plan_;
  MeasureData data_;
  ScoreEngine engine_;
  ScoreLineRoom room_;
  ScoreLines lines_;
  Explanation out_;
};

template <class Id>
Explanation make_explain(const Scores& scores, Id account) {
  const std::optional<std::size_t> row = row_of(scores, account);
  if (!row || !scores.source) refuse_account("explain", scores, account);
  return Explainer(scores, *row).take();
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Explanation explain(const Scores& scores, std::string_view account) {
  return detail::make_explain(scores, account);
}
inline Explanation explain(const Scores& scores, std::int64_t account) {
  return detail::make_explain(scores, account);
}

}  // namespace fealty::health
