// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/detail/free_names.hpp>
#include <fealty/health/scores.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// What scores are made of, in micro-points (millionths of a point): in each row the lines add up to
/// `score_micro` exactly. A column for each measure bears its id.
struct Contributions {
  IdColumn account;                            ///< as in the scores
  std::vector<std::string> measure;            ///< ids, in the card's order
  std::vector<Column<std::int32_t>> measures;  ///< of each: its share of the card x its points
  Column<std::int64_t> renormalization;        ///< what others count for measures that are missing
  Column<std::int64_t> decay;                  ///< what points lose or gain as values age
  Column<std::int64_t> exception;              ///< what exceptions change
  Column<std::int64_t> clamp;                  ///< what is cut off at the ends of the scale
  Column<std::int64_t> rounding;               ///< to whole micro-points and to the card's decimals
  Column<std::int64_t> score_micro;            ///< the score that is shown, or would be with more coverage

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    detail::FreeNames names;
    f(names.take("account"), self.account);
    for (std::size_t i = 0; i < self.measures.size(); ++i) f(names.take(self.measure[i]), self.measures[i]);
    f(names.take("renormalization"), self.renormalization);
    f(names.take("decay"), self.decay);
    f(names.take("exception"), self.exception);
    f(names.take("clamp"), self.clamp);
    f(names.take("rounding"), self.rounding);
    f(names.take("score_micro"), self.score_micro);
  }
};

/// Opens scores into the lines that they are made of.
///
/// A measure's line is its nominal share of the card x its points, before they fade. Each line is rounded to
/// whole micro-points. So `rounding` is at most half a unit of the last decimal that is shown, and half a
/// micro-point for each line: errors do not fit in.
///
/// \param scores  as made by score()
/// \returns       a row for each of them
Contributions contributions(const Scores& scores);

}  // namespace fealty::health

#include <fealty/health/detail/make_contributions.hpp>
