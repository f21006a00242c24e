// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/cox.hpp>
#include <fealty/survival/cox_partial.hpp>
#include <fealty/survival/cox_task.hpp>

#include <memory>

namespace fealty::survival {

namespace detail {
class CoxDriver;
}

/// The fit of cox() to lives that no single place holds: the coefficients are here, lives are in partitions.
///
/// A task goes down to all partitions, the states that they make of it come up and are merged, and tell the
/// next task. The first round surveys the lives. Each step then takes two: sums of risks by age come up, the
/// baseline hazard goes down, a matrix comes up. Robust standard errors take one more. Settings and the model
/// are those of cox(), with all that follows from one, whatever the partition.
///
/// \see Therneau & Grambsch (2000), Modeling Survival Data, ch. 3; Lu et al. (2015), Journal of the American
///      Medical Informatics Association 22:1212-1219, for sums of partitions
class CoxRounds {
 public:
  /// \throws InvalidInput  as cox() does; for exact ties, which need all lives at once
  explicit CoxRounds(CoxOptions options);
  CoxRounds(CoxRounds&&) noexcept;
  CoxRounds& operator=(CoxRounds&&) noexcept;
  ~CoxRounds();

  /// What all partitions are asked next; once the model is done, again the last.
  CoxTask task() const;
  /// Takes the state of all lives, and goes on to the next round.
  ///
  /// \param all  made of task(), merged over partitions
  /// \throws InvalidInput  for a state of another task or of other lives than the survey's; for no lives, or
  ///                       none that ended; when the model is done
  /// \throws NotConverged  as cox() does
  void advance(const CoxPartial& all);
  /// Whether there is a model.
  bool done() const;
  /// The model, once it is done.
  ///
  /// \throws InvalidInput  before
  CoxModel model() const;

 private:
  std::unique_ptr<detail::CoxDriver> driver_;
};

}  // namespace fealty::survival

#include <fealty/survival/detail/make_cox_rounds.hpp>
