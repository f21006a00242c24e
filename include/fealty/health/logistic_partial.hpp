// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/partial_state.hpp>
#include <fealty/health/detail/logistic_totals.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/health/logistic_task.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fealty::health {

/// The partial state of a round: what the examples of a partition come to. Its size is that of a matrix of
/// features, whatever the number of examples; that of influence holds a row for each account.
///
/// States of a task add up, in any order, to that of all examples: exactly for counts, and to about 15 digits
/// for sums. Examples of one account may be in any partition. A state without a task is that of no examples.
class LogisticPartial {
 public:
  /// The state of no examples.
  ///
  /// \param task  what LogisticRounds asks
  explicit LogisticPartial(LogisticTask task);
  LogisticPartial() = default;

  /// Adds examples.
  ///
  /// \throws InvalidInput  when features of the task are no attributes of theirs; for features that are no
  ///                       numbers, flags or texts, or are infinite; after the survey, for levels that were
  ///                       not in it; when these have accounts and others have not; for a state that was read
  ///                       from bytes. Nothing is added then
  void update(const Examples& examples);
  /// Adds the examples of another state.
  ///
  /// \throws InvalidInput  when it is of another task, or a feature is of texts in one and of numbers in the
  ///                       other, or one has accounts and the other has not
  void merge(const LogisticPartial& other);

  /// The number of the round; 0 without a task.
  std::int64_t number() const { return number_; }
  /// Examples so far, those that are left out included.
  std::int64_t size() const { return used_ + left_out_; }
  /// Examples in which a feature is missing.
  std::int64_t left_out() const { return left_out_; }

  /// The state as bytes of version 1, for deserialize(). The task is not among them.
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back, to be merged.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static LogisticPartial deserialize(std::span<const std::uint8_t> bytes);

  const detail::LogisticTotals& totals() const { return totals_; }

 private:
  void check(const LogisticPartial& other) const;

  std::shared_ptr<const LogisticTask> task_;           // none after deserialize()
  std::int64_t number_ = 0, used_ = 0, left_out_ = 0;  // of the round; 0 without a task
  std::uint64_t digest_ = 0;
  detail::LogisticTotals totals_;
};
static_assert(PartialState<LogisticPartial, Examples>);

}  // namespace fealty::health

#include <fealty/health/detail/logistic_partial_bytes.hpp>
#include <fealty/health/detail/make_logistic_partial.hpp>
