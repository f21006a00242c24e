// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/class_totals.hpp>
#include <fealty/health/detail/delong.hpp>
#include <fealty/health/detail/discrimination_findings.hpp>
#include <fealty/health/detail/resampling.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/detail/scored_rows.hpp>
#include <fealty/health/roc_auc.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Makes the row.
class RocAucMaker {
 public:
  RocAucMaker(const Examples& examples, const RocAucOptions& options)
      : data_(examples.data()), options_(options), threads_(thread_count(who, options.threads)),
        clustering_(who, data_, options.cluster), score_(score_column(who, examples, options.score, "score")),
        notes_(who, found_.findings) {
    fealty::detail::check_confidence(who, options.confidence);
    check_draws(who, options.draws, false);
    found_.clustered = clustering_.asked;
    found_.interval = options.interval;
    found_.confidence = options.confidence;
    const bool whole = !clustering_.matters() && !data_.weight.present();
    if (whole && options.interval != AucInterval::bootstrap) count_whole();
    else weigh();
  }
  RocAuc take() { return std::move(found_); }

 private:
  static constexpr const char* who = "roc_auc";
  static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

  /// Whole numbers, without a look at who is who.
  void count_whole() {
    const std::size_t rows = data_.size();
    const auto memory = fealty::detail::big_array<std::uint64_t>(rows + 1);
    std::uint64_t* const keys = memory.get();
    // Keys of the one kind grow from the front, of the other from the back; the next overwrites what is
    // missing.
    std::size_t others = 0, outcomes = 0;
    const std::uint64_t flip = options_.higher_predicts_outcome ? 0 : ~std::uint64_t{0};
    for (std::size_t row = 0; row < rows; ++row) {
      const bool known = !std::isnan(score_[row]), happened = data_.outcome[row] != 0;
      keys[happened ? rows - outcomes : others] = ordered_bits(score_[row]) ^ flip;
      outcomes += known && happened ? 1 : 0;
      others += known && !happened ? 1 : 0;
    }
    if (!count(outcomes, others)) return;
    const AucEstimate found = delong({keys + (rows + 1 - outcomes), outcomes}, {keys, others});
    put(found.auc, std::sqrt(found.variance));
  }
  void weigh() {
    const ScoredRows rows(data_, {score_}, clustering_.matters());
    if (!count(static_cast<std::size_t>(rows.outcomes), static_cast<std::size_t>(rows.others()))) return;
    const RiskGroups groups(rows, score_, options_.higher_predicts_outcome);
    const AucInfluence influence(rows, groups);
    const double variance = covariance(influence, influence);
    if (options_.interval != AucInterval::bootstrap || std::isnan(variance) || variance == 0) {
      below_zero_ = variance < 0;
      put(influence.auc, std::sqrt(variance));
      return;
    }
    const auto tell = [](const ClassTotals& totals, double* to) { *to = area(totals); };
    const Resampling draws(rows, groups, {}, options_.seed);
    const DrawnInterval drawn(draws.run(options_.draws, 1, threads_, tell), 0, 1, options_.confidence);
    const bool spread = drawn.std_error > 0;
    write(influence.auc, drawn.std_error, spread ? drawn.lower : missing, spread ? drawn.upper : missing);
  }
  /// False without a pair.
  bool count(std::size_t outcomes, std::size_t others) {
    found_.examples = {static_cast<std::int64_t>(outcomes + others)};
    found_.outcomes = {static_cast<std::int64_t>(outcomes)};
    found_.left_out = {static_cast<std::int64_t>(data_.size() - outcomes - others)};
    const bool pairs = notes_.classes(found_.outcomes[0], static_cast<std::int64_t>(others));
    if (!pairs) write(missing, missing, missing, missing);
    else notes_.clusters(clustering_);
    return pairs;
  }
  void put(double auc, double std_error) {
    const double half = fealty::detail::normal_quantile(0.5 + options_.confidence / 2) * std_error;
    if (std::isnan(std_error) || std_error == 0) {
      write(auc, std_error, missing, missing);
    } else if (options_.interval == AucInterval::logit && auc > 0 && auc < 1) {
      const double middle = std::log(auc / (1 - auc)), wide = half / (auc * (1 - auc));
      write(auc, std_error, 1 / (1 + std::exp(wide - middle)), 1 / (1 + std::exp(-wide - middle)));
    } else {
      write(auc, std_error, std::max(0.0, auc - half), std::min(1.0, auc + half));
    }
  }
  void write(double auc, double std_error, double lower, double upper) {
    found_.auc = {auc};
    found_.std_error = {std_error};
    found_.lower = {lower};
    found_.upper = {upper};
    if (std::isnan(lower) && !std::isnan(auc))
      notes_.no_interval(
          below_zero_
              ? "accounts have rows of both kinds that cancel out: their variance comes out below 0, and "
                "there is no interval; the bootstrap may have one"
          : std::isnan(std_error) ? "a single row or account of a kind has no spread; there is no interval"
                                  : "all pairs are alike: in order, in the wrong order or tied; the standard "
                                    "error is 0, and there "
                                    "is no interval");
    notes_.wrong_direction(upper);
  }

  const ExampleData& data_;
  const RocAucOptions& options_;
  std::size_t threads_;
  bool below_zero_ = false;  // the variance
  Clustering clustering_;
  Column<double> score_;
  RocAuc found_;
  DiscriminationFindings notes_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline RocAuc roc_auc(const Examples& examples, const RocAucOptions& options) {
  return detail::RocAucMaker(examples, options).take();
}

}  // namespace fealty::health
