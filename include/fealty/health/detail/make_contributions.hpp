// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/health/contributions.hpp>
#include <fealty/health/detail/make_scores.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::health::detail {

/// The lines of scores, which are computed again where they were not kept.
inline std::shared_ptr<const ScoreLines> lines_of(const Scores& scores) {
  const ScoreSource& source = *scores.source;
  if (source.lines) return source.lines;
  const ScorePlan plan(source.card.config());
  ScoreLineRoom room(plan, source.measures->size());
  ScoreRun run;
  run.threads = thread_count("contributions", 0);
  score_rows(plan, *source.measures, run, &room);
  return std::make_shared<const ScoreLines>(room.take());
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Contributions contributions(const Scores& scores) {
  Contributions out;
  if (!scores.source) return out;
  const auto lines = detail::lines_of(scores);
  out.account = scores.account;
  for (const Measure& each : scores.source->card.config().measures) out.measure.push_back(each.id);
  out.measures = lines->measures;
  out.renormalization = lines->renormalization;
  out.decay = lines->decay;
  out.exception = lines->exception;
  out.clamp = lines->clamp;
  out.rounding = lines->rounding;
  out.score_micro = scores.score_micro;
  return out;
}

}  // namespace fealty::health
