// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/scorecard.hpp>

#include <string>
#include <vector>

namespace fealty::health {

/// Settings of lint().
struct LintOptions {
  std::vector<std::string> bands = {};  ///< the bands that accounts have by this card, as scores give them
  double top_share = 0.8;               ///< a larger share in the healthiest band is a complaint, 0 to 1
};

/// What is to be said against a scorecard, one row for each complaint.
struct Lint {
  std::vector<std::string> code;     ///< which complaint
  std::vector<std::string> measure;  ///< the measure, or the flag of an exception; empty: the whole card
  std::vector<Severity> severity;    ///< warning where a score is likely to mislead
  std::vector<std::string> message;  ///< one sentence

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("code", self.code);
    f("measure", self.measure);
    f("severity", self.severity);
    f("message", self.message);
  }
};

/// Looks for what makes scorecards fail their readers, in a card that is valid.
///
/// Of the whole card: `version_unstated`, `no_min_coverage` (a score may be made of next to nothing),
/// `no_relationship_measure` (no measure says that it tells of people), and with bands `mostly_green` (more
/// than top_share of the accounts that have a score are in the healthiest band).
///
/// Of a measure: `polarity_unstated`, `validity_unstated` (an old value counts like a new one),
/// `constant_measure` (every value is worth the same), `neutral_is_healthy` (a value that is missing counts
/// as healthy) and `single_measure_crosses_band`: alone it can move the score by more than the narrowest band
/// that has others on both sides is wide; of a card with two bands, than the narrower one.
///
/// Of an exception: `override_never_expires`, `override_without_reason`, `override_makes_healthy` (it lifts
/// to, or sets, the healthiest band).
///
/// \param scorecard  a card
/// \param options    bands, top_share
/// \returns          the complaints: of the card, of its measures and of its exceptions, in their order
/// \throws InvalidInput  for a band that the card does not have, and a share that is not in [0, 1]
Lint lint(const Scorecard& scorecard, const LintOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_lint.hpp>
