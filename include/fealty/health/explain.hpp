// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/scores.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// What a line of an explanation is of.
enum class ScoreLine {
  measure,          ///< a measure, with its nominal share of the card
  renormalization,  ///< what others count for measures that are missing
  decay,            ///< what points lose or gain as values age
  exception,        ///< what an exception changes
  clamp,            ///< what is cut off at the ends of the scale
  rounding          ///< to whole micro-points and to the card's decimals
};
constexpr auto enum_names(ScoreLine) {
  return std::array<std::string_view, 6>{"measure",   "renormalization", "decay",
                                         "exception", "clamp",           "rounding"};
}

/// One score, opened: lines that add up to it.
struct Explanation {
  std::vector<ScoreLine> line;             ///< what it is of
  std::vector<std::string> measure;        ///< the measure, or the flag of an exception; empty otherwise
  std::vector<std::string> group;          ///< the group of the measure; empty at the top
  std::vector<double> value;               ///< what was observed; NaN where there is none
  std::vector<double> age_days;            ///< how old it is; NaN where that is not known
  std::vector<std::uint8_t> counts;        ///< 1 where a value counts, 0 where it is missing or too old
  std::vector<double> points;              ///< what it is worth, or what stands in its place
  std::vector<double> weight;              ///< nominal share of the card
  std::vector<std::int64_t> micro_points;  ///< millionths of a point of the score
  std::vector<std::string> reason;         ///< why a flag is up, where it is told
  std::string account;                     ///< whose score it is
  double score = 0;                        ///< as it is shown; NaN where too little is known
  std::int64_t score_micro = 0;            ///< what the lines add up to, also without a score
  std::string band;                        ///< of the score
  double coverage = 0;                     ///< share of the card's weight that was observed
  std::string card;                        ///< id of the scorecard
  std::string version;                     ///< its version
  std::string fingerprint;                 ///< its fingerprint

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("line", self.line);
    f("measure", self.measure);
    f("group", self.group);
    f("value", self.value);
    f("age_days", self.age_days);
    f("counts", self.counts);
    f("points", self.points);
    f("weight", self.weight);
    f("micro_points", self.micro_points);
    f("reason", self.reason);
  }
};

/// Opens the score of an account into lines that add up to it exactly: one for each measure and for each
/// exception that holds, and one each for renormalization, decay, clamp and rounding.
///
/// A score that is unknown is explained as well: the lines say what is observed, and add up to `score_micro`.
///
/// \param scores   as made by score()
/// \param account  its id
/// \returns        a row for each line
/// \throws InvalidInput  for an account that has no row
Explanation explain(const Scores& scores, std::string_view account);
/// The same where ids are integers.
Explanation explain(const Scores& scores, std::int64_t account);

}  // namespace fealty::health

#include <fealty/health/detail/make_explain.hpp>
