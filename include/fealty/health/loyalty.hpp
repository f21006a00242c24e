// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/loyalty_scores.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Which of the four fields of attitude and behavior an account is in.
enum class LoyaltyField {
  true_loyalty,      ///< thinks well of us and stays: both are high
  latent_loyalty,    ///< thinks well of us, but does not act on it: attitude is high, behavior low
  spurious_loyalty,  ///< stays without thinking well of us, as long as it has to: behavior is high, attitude
                     ///< low
  no_loyalty,        ///< both are low
  unknown            ///< one side is not known: it is not guessed
};
constexpr auto enum_names(LoyaltyField) {
  return std::array<std::string_view, 5>{"true_loyalty", "latent_loyalty", "spurious_loyalty", "no_loyalty",
                                         "unknown"};
}

/// Settings of loyalty(). The thresholds are the middle of a scale from 0 to 100: a choice of this library.
struct LoyaltyOptions {
  double attitude_threshold = 50;  ///< from which on an attitude is high
  double behavior_threshold = 50;  ///< from which on behavior is high
};

/// The field of each account, by account id.
struct Loyalty {
  IdColumn account;                    ///< whose
  std::vector<double> attitude;        ///< NaN where it is not known
  std::vector<double> behavior;        ///< NaN where it is not known
  std::vector<LoyaltyField> field;     ///< which
  double attitude_threshold = 50;      ///< from which on an attitude is high
  double behavior_threshold = 50;      ///< from which on behavior is high
  std::vector<Finding> findings = {};  ///< by rows of the result: spurious_loyalty, loyalty_unknown

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("attitude", self.attitude);
    f("behavior", self.behavior);
    f("field", self.field);
  }
};

/// How many accounts each field has: one row for each, in their order.
struct LoyaltyCounts {
  std::vector<LoyaltyField> field;     ///< which
  std::vector<std::int64_t> accounts;  ///< in it
  std::vector<double> share;  ///< of those whose field is known; NaN for the unknown, and without any

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("field", self.field);
    f("accounts", self.accounts);
    f("share", self.share);
  }
};

/// Holds what customers think against what they do.
///
/// A green score on behavior alone is where a lost champion hides: the account is used, and nobody there
/// would choose it again.
///
/// \param scores   two numbers for each account, as made by LoyaltyScores or loyalty_scores()
/// \param options  from which numbers on a side is high
/// \returns        one row for each account
/// \throws InvalidInput  for a threshold that is not finite
/// \see Dick & Basu (1994), Journal of the Academy of Marketing Science 22(2):99-113
Loyalty loyalty(const LoyaltyScores& scores, const LoyaltyOptions& options = {});

/// How many accounts are in each of the four fields.
///
/// \param loyalty  as made by loyalty()
/// \returns        one row for each field, and one for the unknown
LoyaltyCounts loyalty_counts(const Loyalty& loyalty);

}  // namespace fealty::health

#include <fealty/health/detail/make_loyalty.hpp>
