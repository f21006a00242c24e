// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/detail/counted_answers.hpp>
#include <fealty/health/detail/survey_counts_bytes.hpp>
#include <fealty/health/survey_counts.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline void check_survey_options(const char* who, const SurveyOptions& options) {
  check_as_of(who, options.as_of);
  check_days_option(who, "window_days", options.window_days);
  fealty::detail::check_confidence(who, options.confidence);
}

/// Refuses counts of something else.
inline void require_same_answers(const AnswerTallies& mine, const AnswerTallies& other) {
  constexpr const char* who = "SurveyCounts";
  const auto same = [](const char* what, const std::string& a, const std::string& b) {
    require_same(who, what, a, b);
  };
  const SurveyOptions &a = mine.options, &b = other.options;
  const auto counted = [](CountedAnswers answers) {
    return std::string(enum_names(answers)[static_cast<std::size_t>(answers)]);
  };
  const auto scale = [](const SurveyScale& on) { return fmt::format("{} to {}", on.low, on.high); };
  same("kind", kind_name(mine.kind), kind_name(other.kind));
  same("as_of", text_of(a.as_of), text_of(b.as_of));
  same("window_days", text_of(a.window_days), text_of(b.window_days));
  same("counted", counted(a.counted), counted(b.counted));
  same("by", fmt::format("{}", fmt::join(a.by, ", ")), fmt::format("{}", fmt::join(b.by, ", ")));
  same("confidence", fmt::format("{}", a.confidence), fmt::format("{}", b.confidence));
  if (mine.scale && other.scale) same("scale", scale(*mine.scale), scale(*other.scale));
  check_labels(who, mine.groups, other.groups);
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline SurveyCounts::SurveyCounts(SurveyKind kind, SurveyOptions options)
    : tallies_{.kind = kind, .options = std::move(options)} {
  detail::check_survey_options("SurveyCounts", tallies_.options);
}

inline void SurveyCounts::update(const Surveys& surveys) {
  detail::require_as_of("SurveyCounts", tallies_.options.as_of);
  const detail::AnswerGroups groups("SurveyCounts", tallies_.kind, surveys, tallies_.options);
  add(groups.tallies());
}
inline void SurveyCounts::merge(const SurveyCounts& other) { add(detail::AnswerTallies(other.tallies_)); }

inline void SurveyCounts::add(const detail::AnswerTallies& more) {
  detail::require_same_answers(tallies_, more);
  if (!tallies_.scale) tallies_.scale = more.scale;
  tallies_.without_user += more.without_user;
  for (const auto& [label, tally] : more.groups) tallies_.groups[label].add(tally);
}

inline std::vector<std::uint8_t> SurveyCounts::serialize() const {
  ByteWriter to("SurveyCounts", 1);
  detail::write_answers(to, tallies_);
  return to.take();
}
inline SurveyCounts SurveyCounts::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "SurveyCounts", 1);
  SurveyCounts state;
  state.tallies_ = detail::read_answers(from);
  from.finish();
  detail::check_survey_options("SurveyCounts", state.tallies_.options);
  return state;
}

inline Nps SurveyCounts::nps() const {
  return detail::nps_of(detail::AnswerGroups("nps", SurveyKind::nps, tallies_));
}
inline Csat SurveyCounts::csat() const {
  return detail::csat_of(detail::AnswerGroups("csat", SurveyKind::csat, tallies_));
}
inline Ces SurveyCounts::ces() const {
  return detail::ces_of(detail::AnswerGroups("ces", SurveyKind::ces, tallies_));
}

}  // namespace fealty::health
