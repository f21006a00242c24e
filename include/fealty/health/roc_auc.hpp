// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// How the interval of an area under the ROC curve is made.
enum class AucInterval {
  delong,    ///< normal, by DeLong's standard error, or Obuchowski's of accounts, cut to [0, 1]
  logit,     ///< the same of ln(auc / (1 - auc)): the better one near 1
  bootstrap  ///< percentiles of draws of rows, or of accounts
};
constexpr auto enum_names(AucInterval) {
  return std::array<std::string_view, 3>{"delong", "logit", "bootstrap"};
}

/// Settings of roc_auc().
struct RocAucOptions {
  std::string score = "score";          ///< attribute that holds the scores, of which the order matters
  bool higher_predicts_outcome = true;  ///< false for a health score and a churn
  AucInterval interval = AucInterval::delong;  ///< how the interval is made
  std::optional<bool> cluster = {};  ///< whether rows of one account are taken together; by default where
                                     ///< the examples have accounts
  std::int32_t draws = 2000;         ///< of the bootstrap, 2 to 1,000,000; 2000 as pROC has it
  std::uint64_t seed = 1;            ///< of the draws
  double confidence = 0.95;          ///< coverage of the interval, in (0, 1)
  std::int32_t threads = 0;          ///< of the bootstrap, at most so many; 0 for all of the machine's
};

/// How well a score tells rows with the outcome from the others: one row.
struct RocAuc {
  std::vector<double> auc;        ///< share of pairs of one with and one without the outcome that the score
                                  ///< has in order, ties counting half; NaN without a pair
  std::vector<double> std_error;  ///< of it; NaN with a single row, or account, of a kind
  std::vector<double> lower;      ///< of the interval; NaN where the standard error is 0 or none
  std::vector<double> upper;      ///< of the interval; NaN likewise
  std::vector<std::int64_t> examples;          ///< rows that were used
  std::vector<std::int64_t> outcomes;          ///< of them, with the outcome
  std::vector<std::int64_t> left_out;          ///< rows whose score is missing
  bool clustered = false;                      ///< whether rows of one account were taken together
  AucInterval interval = AucInterval::delong;  ///< how the interval was made
  double confidence = 0.95;                    ///< coverage of the interval
  std::vector<Finding> findings = {};          ///< codes: one_class, few_outcomes, many_rows, no_interval,
                                               ///< wrong_direction

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("auc", self.auc);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("examples", self.examples);
    f("outcomes", self.outcomes);
    f("left_out", self.left_out);
  }
};

/// The area under the ROC curve of a score, with its interval.
///
/// Without clusters and weights, DeLong's variance, by mid-ranks in n log n. Of accounts with several rows,
/// Obuchowski's, which takes their rows together. Weights count as often as they say; the variance then is
/// that of how much each row, or account, moves the area, which is DeLong's and Obuchowski's where they are
/// all alike. An interval of an area whose standard error is 0, as of a score that is the same for all or
/// has all in order, would say more than is known: there is none.
///
/// \param examples  as made by Examples
/// \param options   score, its direction, clusters, kind of interval
/// \returns         one row
/// \throws InvalidInput  for a name of no attribute, scores that are no numbers or infinite, clusters without
///                       accounts, draws out of range; unless 0 < confidence < 1
/// \see Hanley & McNeil (1982), Radiology 143:29-36; DeLong, DeLong & Clarke-Pearson (1988), Biometrics
///      44:837-845; Obuchowski (1997), Biometrics 53:567-578; Qin & Hotilovac (2008), Statistical Methods in
///      Medical Research 17:207-221; Sun & Xu (2014), IEEE Signal Processing Letters 21:1389-1393
RocAuc roc_auc(const Examples& examples, const RocAucOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_roc_auc.hpp>
