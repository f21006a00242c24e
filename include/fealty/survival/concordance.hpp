// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/lifetimes.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// How much the pairs of a life that ends count, by its age. S is the Kaplan-Meier curve just before the age,
/// G that of being seen until then, n the number at risk.
enum class PairWeight {
  harrell,     ///< 1: as often as there are pairs
  uno,         ///< 1 / G^2: as if none had been lost from sight
  survival,    ///< N S / n, as the Peto-Prentice test has it
  schemper,    ///< N S / (G n)
  information  ///< 1 / n, as a proportional hazards model has it
};
constexpr auto enum_names(PairWeight) {
  return std::array<std::string_view, 5>{"harrell", "uno", "survival", "schemper", "information"};
}

/// Settings of concordance().
struct ConcordanceOptions {
  std::string score;  ///< attribute that holds the scores: numbers, of which the order matters
  std::vector<std::string> strata = {};          ///< attributes within whose values lives are compared
  std::string cluster = {};                      ///< attribute of lives that are not independent
  PairWeight pair_weight = PairWeight::harrell;  ///< how much pairs count
  std::optional<double> horizon = {};            ///< ends after this age count as not seen
  bool higher_ends_earlier = true;  ///< as hazards have it; false for a predicted lifetime or survival
  double confidence = 0.95;         ///< coverage of the interval, in (0, 1)
};

/// How often a score tells which of two lives ends first: one row.
struct Concordance {
  std::vector<double>
      concordance;  ///< share of pairs in order, ties of the score counting half; NaN without any
  std::vector<double> std_error;   ///< of it, by how much each life, or cluster, matters
  std::vector<double> lower;       ///< of a normal interval, cut off at 0
  std::vector<double> upper;       ///< of a normal interval, cut off at 1
  std::vector<double> somers_d;    ///< 2 concordance - 1
  std::vector<double> concordant;  ///< pairs in order, as they count
  std::vector<double> discordant;  ///< pairs in the wrong order
  std::vector<double> tied_score;  ///< pairs with one score
  std::vector<double> tied_age;    ///< pairs that end at one age, not compared
  std::vector<double> tied_both;   ///< of one score too
  std::int64_t lives = 0;          ///< rows that were used
  std::int64_t left_out = 0;       ///< rows whose score or stratum is missing
  double confidence = 0.95;        ///< coverage of the interval

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("concordance", self.concordance);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("somers_d", self.somers_d);
    f("concordant", self.concordant);
    f("discordant", self.discordant);
    f("tied_score", self.tied_score);
    f("tied_age", self.tied_age);
    f("tied_both", self.tied_both);
  }
};

/// Concordance of a score with lifetimes: of the pairs in which one life ends while the other is at risk, the
/// share in which the one that ends has the higher score.
///
/// A life that is last seen at the age at which another ends outlives it. Work grows with n log n. The
/// standard error takes the weights by age as given.
///
/// \param lives    as made by Lifetimes; also stretches of lives
/// \param options  score, strata, cluster, weights of pairs, horizon
/// \returns        one row
/// \throws InvalidInput  for names of no attribute, scores that are no numbers or infinite, a horizon that is
/// no
///                       age, weights uno and schemper of lives with a delayed entry; unless
///                       0 < confidence < 1
/// \see Harrell, Califf, Pryor, Lee & Rosati (1982), JAMA 247:2543-2546; Uno, Cai, Pencina, D'Agostino & Wei
///      (2011), Statistics in Medicine 30:1105-1117; Therneau & Watson (2017), Mayo Clinic report 85
Concordance concordance(const Lifetimes& lives, const ConcordanceOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_concordance.hpp>
