// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/scores.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Why a score changed.
enum class ChangeReason {
  value,          ///< a measure that counts in both has another value
  staleness,      ///< and another age, so that its points have faded more or less
  missingness,    ///< a measure counts in only one of the two: seen anew, too old, gone
  exception,      ///< a flag went up or down, or expired
  configuration,  ///< the scorecard is another one, or another version
  rounding        ///< what remains of rounding both scores
};
constexpr auto enum_names(ChangeReason) {
  return std::array<std::string_view, 6>{"value",     "staleness",     "missingness",
                                         "exception", "configuration", "rounding"};
}

/// The change of one score, split: rows that add up to it.
struct ScoreChange {
  std::vector<ChangeReason> change;        ///< why
  std::vector<std::string> measure;        ///< of which measure or flag; empty for configuration and rounding
  std::vector<double> value_before;        ///< what was observed; NaN where there was none
  std::vector<double> value_after;         ///< what is
  std::vector<std::int64_t> micro_points;  ///< millionths of a point of the score
  std::string account;                     ///< whose score it is
  double score_before = 0;                 ///< as it was shown; NaN where too little was known
  double score_after = 0;                  ///< as it is
  std::int64_t change_micro = 0;           ///< what the rows add up to, also without a score
  std::string band_before;                 ///< of the score
  std::string band_after;                  ///< of the score
  std::string fingerprint_before;          ///< of the scorecard
  std::string fingerprint_after;           ///< of the scorecard; another one is another scorecard

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("change", self.change);
    f("measure", self.measure);
    f("value_before", self.value_before);
    f("value_after", self.value_after);
    f("micro_points", self.micro_points);
  }
};

/// Splits the change of an account's score into what made it, by scoring along a path from the one to the
/// other.
///
/// The path begins with the card and the measures of `before`. First each measure that counts in both gets
/// its new value, one after the other in the card's order; then each of these its new age; then each other
/// measure that the card reads what it has now; then the flags are those of `after`; last the card is. Each
/// row is what its step changes, before the score is rounded, so that many small steps are not lost. Another
/// order of steps would share out what two of them do together otherwise; the sum is the same.
///
/// An account without a row in one of the two is one of which nothing is known there.
///
/// \param before   as made by score()
/// \param after    likewise, with the same card or another one
/// \param account  its id
/// \returns        the steps that change something
/// \throws InvalidInput  for an account that has a row in neither
ScoreChange explain_change(const Scores& before, const Scores& after, std::string_view account);
/// The same where ids are integers.
ScoreChange explain_change(const Scores& before, const Scores& after, std::int64_t account);

}  // namespace fealty::health

#include <fealty/health/detail/make_explain_change.hpp>
