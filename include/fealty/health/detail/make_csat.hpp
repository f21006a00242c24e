// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/csat.hpp>
#include <fealty/health/detail/counted_answers.hpp>

#include <vector>

namespace fealty::health::detail {

inline Csat csat_of(AnswerGroups groups) {
  Csat out;
  groups.fill(out, [&](const CountedScores& counts) {
    add_scores(counts, groups.z(), out, out.satisfied,
               [&](double score) { return score >= groups.scale().high - 1; });
  });
  return out;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Csat csat(const Surveys& surveys, const SurveyOptions& options) {
  return detail::csat_of(detail::AnswerGroups("csat", SurveyKind::csat, surveys, options));
}

}  // namespace fealty::health
