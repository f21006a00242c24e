// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/calibrator.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <string>

namespace fealty::health {

/// Settings of isotonic().
struct IsotonicOptions {
  std::string score = "score";          ///< attribute that holds the score
  bool higher_predicts_outcome = true;  ///< whether probabilities rise with the score; of a health score and
                                        ///< churn they fall
  std::int64_t least_outcomes = 30;     ///< fewer rows with the outcome, or without, are found; an assumption
};

/// Isotonic regression: the probabilities that never fall with the score and are nearest to what happened.
///
/// Neighbors that go the wrong way are pooled (pool adjacent violators); rows of the same score always are.
/// Weights count as so many rows. Each pool has a knot at its lowest and its highest score; between knots
/// probabilities are linear, beyond the outermost they stay what they are there. It learns more of a large
/// table than a curve does, and more that is chance of a small one.
///
/// \param examples  what was known, and what happened
/// \param options   the score, and which way it points
/// \returns         a calibrator for calibrate(), with its knots
/// \throws InvalidInput  for a score that is no attribute, is no column of numbers, or is infinite; unless
///                       least_outcomes >= 0
/// \see Ayer, Brunk, Ewing, Reid & Silverman (1955), Annals of Mathematical Statistics 26:641-647; Zadrozny &
///      Elkan (2002), KDD, 694-699
Calibrator isotonic(const Examples& examples, const IsotonicOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_isotonic.hpp>
