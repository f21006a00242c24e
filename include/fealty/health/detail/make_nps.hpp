// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/counted_answers.hpp>
#include <fealty/health/nps.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace fealty::health::detail {

/// A score of shares, and n times the square of its standard error.
struct NetScore {
  double score, variance;
};
inline NetScore net_score(double promoters, double detractors, double n) {
  const double p = promoters / n, d = detractors / n;
  return {p - d, std::max(0.0, p + d - (p - d) * (p - d))};
}

inline void add_net_score(const CountedScores& counts, double z, Nps& out) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const std::int64_t whole = respondents(counts);
  std::int64_t promoters = 0, detractors = 0;
  for (const auto& [score, count] : counts) {
    promoters += score >= 9 ? count : 0;
    detractors += score <= 6 ? count : 0;
  }
  out.promoters.push_back(promoters);
  out.passives.push_back(whole - promoters - detractors);
  out.detractors.push_back(detractors);
  const auto n = static_cast<double>(whole);
  const auto p = static_cast<double>(promoters), d = static_cast<double>(detractors);
  const NetScore net = net_score(p, d, n), wider = net_score(p + 0.75, d + 0.75, n + 3);
  const double half = z * std::sqrt(wider.variance / (n + 3));
  const bool any = whole > 0;
  out.nps.push_back(any ? 100 * net.score : none);
  out.std_error.push_back(any ? 100 * std::sqrt(net.variance / n) : none);
  out.lower.push_back(any ? 100 * std::max(-1.0, wider.score - half) : none);
  out.upper.push_back(any ? 100 * std::min(1.0, wider.score + half) : none);
}

inline Nps nps_of(AnswerGroups groups) {
  Nps out;
  groups.fill(out, [&](const CountedScores& counts) { add_net_score(counts, groups.z(), out); });
  return out;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Nps nps(const Surveys& surveys, const SurveyOptions& options) {
  return detail::nps_of(detail::AnswerGroups("nps", SurveyKind::nps, surveys, options));
}

}  // namespace fealty::health
