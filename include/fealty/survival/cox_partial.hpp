// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/partial_state.hpp>
#include <fealty/survival/cox_task.hpp>
#include <fealty/survival/detail/cox_survey.hpp>
#include <fealty/survival/detail/cox_totals.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fealty::survival {

/// The partial state of a round: what the lives of a partition come to. Its size is that of the ages that
/// occur, times twice the columns of covariates, whatever the number of lives.
///
/// States of a task add up, in any order, to that of all lives: exactly for counts, and to about 15 digits
/// for sums. Lives of one age or stratum may be in any partition. A state without a task is that of no lives.
class CoxPartial {
 public:
  /// The state of no lives.
  ///
  /// \param task  what CoxRounds asks
  explicit CoxPartial(CoxTask task);
  CoxPartial() = default;

  /// Adds lives.
  ///
  /// \throws InvalidInput  when names of the task are no attributes of theirs; for covariates that are no
  ///                       numbers, flags or texts, or are infinite; after the survey, for ages, strata and
  ///                       levels that were not in it; when their weights are of another kind than those of
  ///                       others; for a state that was read from bytes. Nothing is added then
  void update(const Lifetimes& lives);
  /// Adds the lives of another state.
  ///
  /// \throws InvalidInput  when it is of another task, or lives are told otherwise
  void merge(const CoxPartial& other);

  /// The number of the round; 0 without a task.
  std::int64_t number() const { return number_; }
  /// Lives so far, those that are left out included.
  std::int64_t size() const { return used_ + left_out_; }
  /// Lives in which a covariate, a stratum or the offset is missing.
  std::int64_t left_out() const { return left_out_; }

  /// The state as bytes of version 1, for deserialize(). The task is not among them.
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back, to be merged.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static CoxPartial deserialize(std::span<const std::uint8_t> bytes);

  const detail::CoxSurvey& survey() const { return survey_; }
  const detail::CoxTotals& totals() const { return totals_; }

 private:
  void check(const CoxPartial& other) const;

  std::shared_ptr<const CoxTask> task_;                // none after deserialize()
  std::int64_t number_ = 0, used_ = 0, left_out_ = 0;  // of the round; 0 without a task
  std::uint64_t digest_ = 0;
  detail::CoxSurvey survey_;
  detail::CoxTotals totals_;
};
static_assert(PartialState<CoxPartial, Lifetimes>);

}  // namespace fealty::survival

#include <fealty/survival/detail/cox_partial_bytes.hpp>
#include <fealty/survival/detail/make_cox_partial.hpp>
