// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/partial_state.hpp>
#include <fealty/health/ces.hpp>
#include <fealty/health/csat.hpp>
#include <fealty/health/detail/answer_tally.hpp>
#include <fealty/health/nps.hpp>
#include <fealty/health/survey_options.hpp>
#include <fealty/health/surveys.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace fealty::health {

/// The partial state of nps(), csat() and ces(): how often each score was given, by group.
///
/// All answers of an account must be in one table of one part: only there is it known which answer of a user
/// is the last. Counts of such parts, and states from other processes, add up to those of all answers,
/// exactly and in any order; scores, errors and intervals are then those of the whole table, to the bit.
class SurveyCounts {
 public:
  /// \param kind     the answers that are counted
  /// \param options  those of nps(); as_of must be given, since each part has a last day of its own
  /// \throws InvalidInput  as nps() does for its options
  explicit SurveyCounts(SurveyKind kind = SurveyKind::nps, SurveyOptions options = {});

  /// Adds answers.
  ///
  /// \throws InvalidInput  without as_of; for a scale other than that of tables before, or groups that are
  ///                       integers after texts; by attributes, for a state that was read from bytes, which
  ///                       has no accounts. Nothing is added then
  void update(const Surveys& surveys);
  /// Adds the counts of another state.
  ///
  /// \throws InvalidInput  when its kind, settings or scale are others
  void merge(const SurveyCounts& other);

  /// Answers in the window so far.
  std::int64_t size() const { return tallies_.answers(); }
  /// The answers that are counted.
  SurveyKind kind() const { return tallies_.kind; }

  /// What nps() has of all answers.
  ///
  /// \throws InvalidInput  when answers of another kind were counted, as of the two others
  Nps nps() const;
  /// What csat() has of all answers.
  Csat csat() const;
  /// What ces() has of all answers.
  Ces ces() const;

  /// The state as bytes of version 1, for deserialize(). Accounts are not among them.
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static SurveyCounts deserialize(std::span<const std::uint8_t> bytes);

  const detail::AnswerTallies& tallies() const { return tallies_; }

 private:
  void add(const detail::AnswerTallies& more);

  detail::AnswerTallies tallies_;
};
static_assert(PartialState<SurveyCounts, Surveys>);

}  // namespace fealty::health

#include <fealty/health/detail/make_survey_counts.hpp>
