// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/logistic.hpp>
#include <fealty/health/logistic_partial.hpp>
#include <fealty/health/logistic_task.hpp>

#include <memory>

namespace fealty::health {

namespace detail {
class LogisticDriver;
}

/// The fit of logistic() to examples that no single place holds: coefficients are here, examples in
/// partitions.
///
/// A task goes down to all partitions, the states that they make of it come up and are merged, and tell the
/// next task. The first round surveys the examples, each step then takes one; a step that looks like
/// separation takes another, and so do robust standard errors. Settings and the model are those of
/// logistic(), whatever the partition, to about 12 digits.
///
/// \see McCullagh & Nelder (1989), Generalized Linear Models, ch. 4; cox_rounds.hpp
class LogisticRounds {
 public:
  /// \throws InvalidInput  as logistic() does for its options
  explicit LogisticRounds(LogisticOptions options);
  LogisticRounds(LogisticRounds&&) noexcept;
  LogisticRounds& operator=(LogisticRounds&&) noexcept;
  ~LogisticRounds();

  /// What all partitions are asked next; once the model is done, again the last.
  LogisticTask task() const;
  /// Takes the state of all examples, and goes on to the next round.
  ///
  /// \param all  made of task(), merged over partitions
  /// \throws InvalidInput  for a state of another task or of other examples than the survey's; as logistic()
  ///                       does for examples; when the model is done
  /// \throws NotConverged  as logistic() does
  void advance(const LogisticPartial& all);
  /// Whether there is a model.
  bool done() const;
  /// The model, once it is done.
  ///
  /// \throws InvalidInput  before
  LogisticModel model() const;

 private:
  std::unique_ptr<detail::LogisticDriver> driver_;
};

}  // namespace fealty::health

#include <fealty/health/detail/make_logistic_rounds.hpp>
