// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/concordance.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/pair_counter.hpp>
#include <fealty/survival/detail/robust_options.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// How much the ends of each cell count.
inline std::vector<double> pair_factors(const CoxData& data, PairWeight kind, double horizon) {
  std::vector<double> factor(data.cells());
  for (std::size_t s = 0; s < data.strata(); ++s) {
    std::vector<double> change[3];  // sums of weights that leave, end and enter at each cell
    for (auto& each : change) each.resize(data.first[s + 1] - data.first[s]);
    double at_risk = 0, total = 0, survival = 1, seen = 1;
    for (std::size_t i = data.pieces_of[data.first[s]]; i < data.pieces_of[data.first[s + 1]]; ++i) {
      const Piece& piece = data.pieces[i];
      double sum = 0;
      for (std::size_t row = piece.begin; row < piece.end; ++row) sum += data.weight_of(row);
      change[static_cast<std::size_t>(piece.step)][piece.cell - data.first[s]] += sum;
      if (piece.step != Step::enters) total += sum;
      at_risk += piece.step == Step::enters ? -sum : sum;
    }
    for (std::uint32_t cell = data.first[s]; cell < data.first[s + 1]; ++cell) {
      const std::size_t at = cell - data.first[s];
      const double left = change[0][at], ended = change[1][at];
      double& to = factor[cell];
      switch (kind) {
        case PairWeight::harrell:
          to = 1;
          break;
        case PairWeight::uno:
          to = 1 / (seen * seen);
          break;
        case PairWeight::survival:
          to = total * survival / at_risk;
          break;
        case PairWeight::schemper:
          to = total * survival / (seen * at_risk);
          break;
        case PairWeight::information:
          to = 1 / at_risk;
          break;
      }
      if (data.age[cell] > horizon || ended == 0) to = 0;
      if (ended > 0) survival *= 1 - ended / at_risk;
      if (left > 0 && at_risk > ended) seen *= 1 - left / (at_risk - ended);
      at_risk += change[2][at] - left - ended;
    }
  }
  return factor;
}

/// Makes the row.
class ConcordanceMaker {
 public:
  ConcordanceMaker(const Lifetimes& lives, const ConcordanceOptions& options)
      : options_(options), z_(band_width("concordance", options.confidence)) {
    const LifetimeData& data = lives.data();
    if (options.horizon) checked_age("concordance", "horizon", *options.horizon);
    const bool cases = data.weight_kind == WeightKind::cases;
    const bool of_seen =
        options.pair_weight == PairWeight::uno || options.pair_weight == PairWeight::schemper;
    if (of_seen && data.entry.present())
      throw InvalidInput({.who = "concordance",
                          .what = "pair_weight",
                          .where = {},
                          .value = options.pair_weight == PairWeight::uno ? "uno" : "schemper",
                          .rule = "needs lives that were watched from the beginning"});
    const Column<double> score = number_attribute("concordance", data.attributes, options.score, "score");
    const Grouping strata = grouping(data.attributes, options.strata, "concordance", "strata");
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < data.rows; ++row) {
      if (std::isinf(score[row])) refuse(row, score[row]);
      const bool placed = !strata.group.present() || strata.group.codes()[row] != no_id;
      if (placed && !std::isnan(score[row])) rows.push_back(static_cast<std::uint32_t>(row));
    }
    const CoxData steps = CoxSteps(data, rows, strata).take();
    const double horizon = options.horizon.value_or(std::numeric_limits<double>::infinity());
    std::size_t ranks = 0;
    const std::vector<std::uint32_t> rank = rank_rows(steps, rows, score, ranks);
    found_.lives = static_cast<std::int64_t>(rows.size());
    found_.left_out = static_cast<std::int64_t>(data.rows) - found_.lives;
    found_.confidence = options.confidence;
    const PairCounter pairs(steps, rank, ranks, pair_factors(steps, options.pair_weight, horizon), cases);
    std::vector<std::uint32_t> cluster;
    if (!options.cluster.empty())
      cluster = clusters_of(grouping(data.attributes, {options.cluster}, "concordance", "cluster"), rows);
    // Of cases, each of so many lives moves the share by as much as the others.
    std::vector<double> alike;
    if (cases && cluster.empty())
      for (const std::uint32_t row : rows) alike.push_back(data.weight[row]);
    tell(pairs, cluster, alike);
  }
  Concordance take() { return std::move(found_); }

 private:
  [[noreturn]] void refuse(std::size_t row, double value) const {
    throw InvalidInput({.who = "concordance",
                        .what = options_.score,
                        .where = static_cast<std::int64_t>(row),
                        .value = fmt::format("{}", value),
                        .rule = "is not a finite number"});
  }
  /// The rank of each row's score: higher ranks should end first.
  std::vector<std::uint32_t> rank_rows(const CoxData& steps, const std::vector<std::uint32_t>& rows,
                                       const Column<double>& score, std::size_t& ranks) const {
    const double sign = options_.higher_ends_earlier ? 1 : -1;
    std::vector<double> values;
    for (const std::uint32_t row : rows) values.push_back(sign * score[row]);
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    ranks = values.size();
    std::vector<std::uint32_t> rank(steps.rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto at = std::lower_bound(values.begin(), values.end(), sign * score[rows[i]]);
      rank[steps.exit[i]] = static_cast<std::uint32_t>(at - values.begin());
      if (!steps.entry.empty() && steps.entry[i] != no_id) rank[steps.entry[i]] = rank[steps.exit[i]];
    }
    return rank;
  }
  void tell(const PairCounter& pairs, const std::vector<std::uint32_t>& cluster,
            const std::vector<double>& alike) {
    const PairSums& sums = pairs.sums;
    const double all = sums.all();
    const double share = all > 0 ? (sums.concordant + sums.tied_score / 2) / all : nan;
    std::vector<double> influence(pairs.of_life.size());
    for (std::size_t life = 0; life < pairs.of_life.size(); ++life) {
      const PairSums& own = pairs.of_life[life];
      influence[cluster.empty() ? life : cluster[life]] +=
          (own.concordant + own.tied_score / 2 - share * own.all()) / all;
    }
    double squares = 0;
    for (std::size_t i = 0; i < influence.size(); ++i)
      squares += influence[i] * influence[i] / (alike.empty() ? 1 : alike[i]);
    const double std_error = all > 0 ? std::sqrt(squares) : nan;
    found_.concordance = {share};
    found_.std_error = {std_error};
    found_.lower = {all > 0 ? std::max(0.0, share - z_ * std_error) : nan};
    found_.upper = {all > 0 ? std::min(1.0, share + z_ * std_error) : nan};
    found_.somers_d = {2 * share - 1};
    found_.concordant = {sums.concordant};
    found_.discordant = {sums.discordant};
    found_.tied_score = {sums.tied_score};
    found_.tied_age = {pairs.tied_age};
    found_.tied_both = {pairs.tied_both};
  }

  const ConcordanceOptions& options_;
  double z_;
  Concordance found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline Concordance concordance(const Lifetimes& lives, const ConcordanceOptions& options) {
  return detail::ConcordanceMaker(lives, options).take();
}

}  // namespace fealty::survival
