// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Why an attribute cannot have been known beforehand.
enum class LeakKind {
  none,                ///< nothing says so
  known_later,         ///< it was made of something dated after as_of
  same_as_outcome,     ///< it is the outcome, or the contrary, under another name
  separates_outcomes,  ///< it tells nearly every row with the outcome from the others
  missing_separates    ///< whether it is missing does
};
constexpr auto enum_names(LeakKind) {
  return std::array<std::string_view, 5>{"none", "known_later", "same_as_outcome", "separates_outcomes",
                                         "missing_separates"};
}

/// Settings of leakage().
struct LeakageOptions {
  std::vector<std::string> attributes = {};  ///< to look at; by default all
  std::string known_on = {};  ///< attribute that holds the latest date of anything a row was made of; it is
                              ///< compared with as_of
  double auc = 0.98;          ///< an area under the ROC curve above it is too good to be true, in (.5, 1); an
                              ///< assumption: no honest score of customers comes near
  std::int64_t least_outcomes = 30;  ///< accounts with the outcome, and without, of fewer of which an area
                                     ///< tells nothing; >= 1
};

/// What each attribute gives away, one row for each, in their order.
struct Leakage {
  std::vector<std::string> attribute;  ///< its name
  std::vector<LeakKind> kind;          ///< why it cannot have been known beforehand
  std::vector<double> auc;          ///< area under its ROC curve, whichever way it points; NaN of one class
  std::vector<double> missing_auc;  ///< the same of whether it is missing; NaN where it never is
  std::vector<std::int64_t> rows;   ///< that show it: dated after as_of, or all with a value
  double limit = 0.98;              ///< of the areas, as chosen
  std::int64_t leaks = 0;           ///< attributes with a kind
  std::vector<Finding> findings = {};  ///< codes: no_examples, one_class, few_outcomes

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("attribute", self.attribute);
    f("kind", self.kind);
    f("auc", self.auc);
    f("missing_auc", self.missing_auc);
    f("rows", self.rows);
  }
};

/// Looks for attributes that know the outcome: dated later, too good to be true, or told only where it
/// happened.
///
/// Numbers and flags are taken as they are, dates as days from as_of. Of texts the rate of outcomes among
/// other accounts with the same text is taken, so that a text of each account's own says nothing. A date that
/// is told only of those who left shows by where it is missing. Something that is known later and tells
/// little does not show: dates of what rows are made of (`known_on`) are the better proof.
///
/// \param examples  as made by Examples; rows of one account are taken together
/// \param options   attributes, known_on, auc, least_outcomes
/// \returns         one row for each attribute, that of known_on first
/// \throws InvalidInput  for names of no attribute, a known_on that holds no dates or is without as_of;
///                       unless .5 < auc < 1 and least_outcomes >= 1
/// \see Kaufman, Rosset, Perlich & Stitelman (2012), ACM Transactions on Knowledge Discovery from Data 6:15
Leakage leakage(const Examples& examples, const LeakageOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_leakage.hpp>
