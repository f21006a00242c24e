// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/ces.hpp>
#include <fealty/health/detail/counted_answers.hpp>

#include <vector>

namespace fealty::health {

inline Ces ces(const Surveys& surveys, const SurveyOptions& options) {
  detail::AnswerGroups groups("ces", SurveyKind::ces, surveys, options);
  Ces out;
  groups.fill(out, [&](const std::vector<double>& scores) {
    detail::add_scores(scores, groups.z(), out, out.agreeing,
                       [&](double score) { return score > (groups.scale().low + groups.scale().high) / 2; });
  });
  return out;
}

}  // namespace fealty::health
