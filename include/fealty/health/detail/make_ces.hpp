// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/ces.hpp>
#include <fealty/health/detail/counted_answers.hpp>

#include <vector>

namespace fealty::health::detail {

inline Ces ces_of(AnswerGroups groups) {
  Ces out;
  groups.fill(out, [&](const CountedScores& counts) {
    add_scores(counts, groups.z(), out, out.agreeing,
               [&](double score) { return score > (groups.scale().low + groups.scale().high) / 2; });
  });
  return out;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Ces ces(const Surveys& surveys, const SurveyOptions& options) {
  return detail::ces_of(detail::AnswerGroups("ces", SurveyKind::ces, surveys, options));
}

}  // namespace fealty::health
