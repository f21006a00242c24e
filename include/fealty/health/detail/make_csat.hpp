// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/csat.hpp>
#include <fealty/health/detail/counted_answers.hpp>

#include <vector>

namespace fealty::health {

inline Csat csat(const Surveys& surveys, const SurveyOptions& options) {
  detail::AnswerGroups groups("csat", SurveyKind::csat, surveys, options);
  Csat out;
  groups.fill(out, [&](const std::vector<double>& scores) {
    detail::add_scores(scores, groups.z(), out, out.satisfied,
                       [&](double score) { return score >= groups.scale().high - 1; });
  });
  return out;
}

}  // namespace fealty::health
