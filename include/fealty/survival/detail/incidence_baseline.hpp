// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/cox_influence.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// A baseline whose variance is that of what each life moves it by.
struct IncidenceBaseline : CoxBaseline {
  using CoxBaseline::CoxBaseline;

  RowMatrix with_beta;  // of each event: covariance of the hazard up to it and the coefficients
};

/// How much each cluster of lives moves the baseline hazard up to each event. Up to any age that is a sum of
/// few functions of age, times numbers of the life that change when it enters and leaves: products of these
/// are kept up to date instead of being summed up at each age.
class HazardInfluence {
 public:
  std::vector<double> squares;  // sum over clusters, of each event
  RowMatrix with_beta;          // times what they move the coefficients by

  /// \param cluster    of each life that is used
  /// \param moved      what each cluster moves the coefficients by
  /// \param factor     of each life's influence
  /// \param estimated  whether the chances to be watched are
  HazardInfluence(const CoxProblem& problem, const CoxLikelihood& likelihood,
                  const std::vector<std::uint32_t>& cluster, const RowMatrix& moved,
                  const std::vector<double>& factor, bool estimated)
      : data_(problem.data), likelihood_(likelihood), cluster_(cluster), moved_(moved), factor_(factor),
        estimated_(estimated), of_cluster_(static_cast<std::size_t>(moved.rows()), Terms::Zero()),
        with_beta_(moved.cols(), terms) {
    const std::vector<std::uint32_t> piece = piece_of_rows(data_);
    life_of_.resize(data_.rows);
    std::vector<std::vector<std::uint32_t>> early(data_.strata());  // lives from the beginning
    std::vector<std::uint32_t> stratum(data_.cells());
    for (std::uint32_t s = 0; s < data_.strata(); ++s)
      for (std::uint32_t cell = data_.first[s]; cell < data_.first[s + 1]; ++cell) stratum[cell] = s;
    for (std::uint32_t life = 0; life < data_.exit.size(); ++life) {
      life_of_[data_.exit[life]] = life;
      if (!data_.entry.empty() && data_.entry[life] != no_id) life_of_[data_.entry[life]] = life;
      else early[stratum[data_.pieces[piece[data_.exit[life]]].cell]].push_back(data_.exit[life]);
    }
    with_beta.resize(static_cast<Eigen::Index>(likelihood.sets().events()), moved.cols());
    for (std::size_t s = 0; s < data_.strata(); ++s) walk(s, early[s]);
  }

 private:
  /// The functions of age: 1, the squared hazard passed at risk and that passed lingering, and what the
  /// chances to be last seen and to enter do to the latter.
  enum Term : Eigen::Index { constant, at_risk, lingering, censoring, entering, terms };
  using Terms = Eigen::Matrix<double, terms, 1>;

  /// A sum over ages of how much a chance moves the hazard, of which the hazard passed later is a factor.
  struct Drift {
    double rate = 0, passed = 0;
    void add(double by, double hazard) { rate += by, passed += by * hazard; }
  };

  void walk(std::size_t s, const std::vector<std::uint32_t>& early) {
    std::fill(of_cluster_.begin(), of_cluster_.end(), Terms::Zero());
    products_.setZero();
    with_beta_.setZero();
    passed_ = passed_later_ = risk_ = 0;
    seen_ = late_ = {};
    const RiskSets& sets = likelihood_.sets();
    for (const std::uint32_t row : early) add(row, entered(row));
    std::size_t event = sets.first()[s];
    for (std::uint32_t cell = data_.first[s]; cell < data_.first[s + 1]; ++cell) {
      const bool ends = event < sets.first()[s + 1] && sets.cell(event) == cell;
      const double before = passed_, chance = data_.watching.chance[cell];
      if (ends) {
        passed_ += sets.squared_increment(event);
        passed_later_ += chance * sets.squared_increment(event);
      }
      const double own = ends ? before + sets.own_squared_increment(event) : before;
      const double jump = ends ? sets.increment(event) / sets.weight(event) : 0;
      take(cell, chance, own, jump);
      if (ends) put(event++);
    }
  }
  /// The lives that enter or leave at a cell.
  void take(std::uint32_t cell, double chance, double own, double jump) {
    const Watching& watching = data_.watching;
    each_row(cell, Step::lingers, [&](std::uint32_t row) { risk_ += likelihood_.risk(row) / chance; });
    const double by_seen = estimated_ && watching.censored[cell] > 0 ? risk_ / watching.at_risk[cell] : 0;
    const double by_late = estimated_ && watching.entered[cell] > 0 ? risk_ / watching.stayed[cell] : 0;
    const auto leave = [&](std::uint32_t row, double passed) {
      Terms change = Terms::Zero();
      change[at_risk] = likelihood_.risk(row);
      change[constant] = -likelihood_.risk(row) * passed;
      drift(change, -data_.weight_of(row), seen_, censoring);
      drift(change, data_.weight_of(row), late_, entering);
      return change;
    };
    each_row(cell, Step::ends, [&](std::uint32_t row) {
      Terms change = leave(row, own);
      change[constant] += data_.weight_of(row) * jump;
      add(row, change);
    });
    each_row(cell, Step::lingers, [&](std::uint32_t row) {
      Terms change = leave(row, passed_);
      later(change, -likelihood_.risk(row) / chance);
      add(row, change);
    });
    if (by_seen > 0) seen_.add(by_seen * watching.censored[cell] / watching.at_risk[cell], passed_later_);
    each_row(cell, Step::leaves, [&](std::uint32_t row) {
      Terms change = leave(row, passed_);
      later(change, data_.weight_of(row) * by_seen);
      add(row, change);
    });
    each_row(cell, Step::enters, [&](std::uint32_t row) {
      Terms change = entered(row);
      later(change, -data_.weight_of(row) * by_late);
      add(row, change);
    });
    if (by_late > 0) late_.add(by_late * watching.entered[cell] / watching.stayed[cell], passed_later_);
  }
  /// A life begins to be at risk.
  Terms entered(std::uint32_t row) const {
    Terms change = Terms::Zero();
    change[at_risk] = -likelihood_.risk(row);
    change[constant] = likelihood_.risk(row) * passed_;
    drift(change, data_.weight_of(row), seen_, censoring);
    drift(change, -data_.weight_of(row), late_, entering);
    return change;
  }
  /// From now on `by` times what lingering lives pass.
  void later(Terms& change, double by) const {
    change[lingering] += by;
    change[constant] -= by * passed_later_;
  }
  /// Begins (or ends) to count a drift, by `from` times what there was of it so far.
  static void drift(Terms& change, double from, const Drift& so_far, Term term) {
    change[term] -= from;
    change[lingering] += from * so_far.rate;
    change[constant] -= from * so_far.passed;
  }
  template <class F>
  void each_row(std::uint32_t cell, Step step, F f) const {
    for (std::size_t i = data_.pieces_of[cell]; i < data_.pieces_of[cell + 1]; ++i)
      if (data_.pieces[i].step == step)
        for (std::uint32_t row = data_.pieces[i].begin; row < data_.pieces[i].end; ++row) f(row);
  }
  void add(std::uint32_t row, const Terms& change) {
    const std::uint32_t life = life_of_[row];
    Terms& of = of_cluster_[cluster_[life]];
    const Terms scaled = factor_[life] * change;
    products_ += of * scaled.transpose() + scaled * of.transpose() + scaled * scaled.transpose();
    of += scaled;
    with_beta_ += moved_.row(static_cast<Eigen::Index>(cluster_[life])).transpose() * scaled.transpose();
  }
  void put(std::size_t event) {
    Terms at;
    at << 1, passed_, passed_later_, passed_later_ * seen_.rate - seen_.passed,
        passed_later_ * late_.rate - late_.passed;
    squares.push_back(std::max(0.0, at.dot(products_ * at)));
    with_beta.row(static_cast<Eigen::Index>(event)) = (with_beta_ * at).transpose();
  }

  const CoxData& data_;
  const CoxLikelihood& likelihood_;
  const std::vector<std::uint32_t>& cluster_;
  const RowMatrix& moved_;
  const std::vector<double>& factor_;
  bool estimated_;
  std::vector<std::uint32_t> life_of_;  // of each row
  std::vector<Terms> of_cluster_;
  Eigen::Matrix<double, terms, terms> products_;            // sum over clusters
  Eigen::Matrix<double, Eigen::Dynamic, terms> with_beta_;  // likewise, times what moves the coefficients
  double passed_ = 0, passed_later_ = 0;  // squared hazards; the latter times the chance to be watched
  double risk_ = 0;                       // of lives that linger, over their chance
  Drift seen_, late_;
};

}  // namespace fealty::survival::detail
