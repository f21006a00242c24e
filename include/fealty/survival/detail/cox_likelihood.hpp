// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/cox.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/design_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fealty::survival::detail {

/// What lives that end in one cell come to, one after the other where they are ties.
struct TiedEnds {
  double log_denominators = 0;    // sum
  double hazard = 0;              // baseline increment, for those that stay
  double own_hazard = 0;          // the same for those that end
  double squares[3] = {0, 0, 0};  // of 1, a and a^2 over squared denominators, a the share that has ended
  double first[2] = {0, 0};       // of 1 and a over denominators
  double own_first[2] = {0, 0};   // the same times 1 - a

  /// \param weight  mean of those that end, `count` of them
  /// \param all, ended  sums of risks at the beginning, and of those that end
  TiedEnds(double weight, std::int64_t count, double all, double ended, CoxTies ties) {
    const auto one = [&](double a, double times) {
      const double denominator = all - a * ended, share = times * weight / denominator;
      log_denominators += times * weight * std::log(denominator);
      hazard += share;
      own_hazard += (1 - a) * share;
      const double terms[] = {1, a, a * a};
      for (int k = 0; k < 3; ++k) squares[k] += terms[k] * share / denominator;
      for (int k = 0; k < 2; ++k) {
        first[k] += terms[k] * share / denominator;
        own_first[k] += (1 - a) * terms[k] * share / denominator;
      }
    };
    const auto d = static_cast<double>(count);
    if (ties == CoxTies::breslow) one(0, d);
    else
      for (std::int64_t l = 0; l < count; ++l) one(static_cast<double>(l) / d, 1);
  }
};

/// The partial likelihood of a proportional hazards model, without a sort and without sums of squares over
/// risk sets: the information is the Gram matrix of the rows, each weighted by its risk and the baseline
/// hazard that it passed, less the squares of the means of the risk sets.
class CoxLikelihood {
 public:
  CoxLikelihood(const CoxData& data, const RowMatrix& x, CoxTies ties)
      : data_(data), x_(x), ties_(ties), cells_(data.cells()), risk_(data.rows()), hazard_(cells_),
        own_hazard_(cells_), weight_(cells_), ends_(cells_), linear_(Eigen::VectorXd::Zero(x.cols())) {
    for (std::size_t row = 0; row < data_.rows(); ++row) {
      if (data_.ended[row] == 0) continue;
      weight_[data_.exit[row]] += data_.weight_of(row);
      ++ends_[data_.exit[row]];
      linear_ += data_.weight_of(row) * x_.row(index(row)).transpose();
    }
    means_.resize(index(cells_), x.cols());
    own_means_.resize(index(cells_), x.cols());
  }

  double log_likelihood = 0;
  Eigen::VectorXd score;
  Eigen::MatrixXd information;

  /// \returns  whether everything is finite
  bool evaluate(const Eigen::VectorXd& beta) {
    log_likelihood = 0;
    score = linear_;
    information.setZero(x_.cols(), x_.cols());
    set_risks(beta);
    sum_cells();
    for (std::size_t s = 0; s + 1 < data_.first.size(); ++s) walk_back(s);
    add_gram();
    return std::isfinite(log_likelihood) && score.allFinite() && information.allFinite();
  }

  /// How much each row moves the score, times its weight: what robust errors are made of.
  RowMatrix score_residuals() const {
    RowMatrix residuals(x_.rows(), x_.cols());
    for (std::size_t row = 0; row < data_.rows(); ++row) {
      const auto x = x_.row(index(row));
      auto to = residuals.row(index(row));
      to.setZero();
      const std::uint32_t exit = data_.exit[row];
      const bool ended = data_.ended[row] != 0;
      // Hazards and means were summed up over cells: from the first of the stratum to each.
      const double passed = ended ? own_hazard_[exit] : hazard_[exit];
      to -= risk_[row] * (passed * x - (ended ? own_means_.row(index(exit)) : means_.row(index(exit))));
      if (!data_.entry.empty() && data_.entry[row] >= 0) {
        const auto entry = static_cast<std::size_t>(data_.entry[row]);
        to += risk_[row] * (hazard_[entry] * x - means_.row(index(entry)));
      }
      if (ended) to += data_.weight_of(row) * (x - end_means_.row(index(exit)));
    }
    return residuals;
  }

 private:
  static Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }

  /// Each row's weight x exp(linear predictor), in units in which the largest of a stratum is 1.
  void set_risks(const Eigen::VectorXd& beta) {
    const Eigen::VectorXd eta = x_ * beta;
    std::vector<double> predictor(data_.rows()),
        largest(data_.first.size(), -std::numeric_limits<double>::max());
    for (std::size_t row = 0; row < data_.rows(); ++row) {
      predictor[row] = eta[index(row)] + (data_.offset.empty() ? 0 : data_.offset[row]);
      double& most = largest[stratum(data_.exit[row])];
      most = std::max(most, predictor[row]);
    }
    for (std::size_t row = 0; row < data_.rows(); ++row) {
      const double above = predictor[row] - largest[stratum(data_.exit[row])];
      risk_[row] = data_.weight_of(row) * std::exp(above);
      if (data_.ended[row] != 0) log_likelihood += data_.weight_of(row) * above;
    }
  }
  std::size_t stratum(std::uint32_t cell) const {
    if (data_.first.size() == 2) return 0;
    return static_cast<std::size_t>(std::upper_bound(data_.first.begin(), data_.first.end(), cell) -
                                    data_.first.begin()) -
           1;
  }
  /// Risks that leave each cell, less those that enter after it; and of those that end.
  void sum_cells() {
    left_.assign(cells_, 0);
    ended_.assign(cells_, 0);
    left_x_.setZero(index(cells_), x_.cols());
    ended_x_.setZero(index(cells_), x_.cols());
    const auto columns = static_cast<std::size_t>(x_.cols());
    const auto add = [&](double risk, const double* x, std::size_t cell, double& sum, RowMatrix& sums) {
      sum += risk;
      double* const to = sums.data() + cell * columns;
      for (std::size_t j = 0; j < columns; ++j) to[j] += risk * x[j];
    };
    const double* x = x_.data();
    for (std::size_t row = 0; row < data_.rows(); ++row, x += columns) {
      const std::size_t exit = data_.exit[row];
      if (data_.ended[row] != 0) add(risk_[row], x, exit, ended_[exit], ended_x_);
      else add(risk_[row], x, exit, left_[exit], left_x_);
      if (data_.entry.empty() || data_.entry[row] < 0) continue;
      const auto entry = static_cast<std::size_t>(data_.entry[row]);
      add(-risk_[row], x, entry, left_[entry], left_x_);
    }
    for (std::size_t cell = 0; cell < cells_; ++cell) left_[cell] += ended_[cell];
    left_x_ += ended_x_;
  }
  /// From the last age of a stratum to the first: risk sets grow; then the hazards are summed up forwards.
  void walk_back(std::size_t s) {
    double all = 0;
    Eigen::RowVectorXd all_x = Eigen::RowVectorXd::Zero(x_.cols());
    if (end_means_.rows() != means_.rows()) end_means_.resize(means_.rows(), x_.cols());
    for (std::size_t cell = data_.first[s + 1]; cell-- > data_.first[s];) {
      all += left_[cell];
      all_x += left_x_.row(index(cell));
      hazard_[cell] = own_hazard_[cell] = 0;
      means_.row(index(cell)).setZero();
      own_means_.row(index(cell)).setZero();
      if (ends_[cell] != 0) take(cell, all, all_x);
    }
    for (std::size_t cell = data_.first[s] + 1; cell < data_.first[s + 1]; ++cell) {
      own_hazard_[cell] += hazard_[cell - 1];
      hazard_[cell] += hazard_[cell - 1];
      own_means_.row(index(cell)) += means_.row(index(cell - 1));
      means_.row(index(cell)) += means_.row(index(cell - 1));
    }
  }
  void take(std::size_t cell, double all, const Eigen::RowVectorXd& all_x) {
    const auto count = static_cast<double>(ends_[cell]);
    const TiedEnds ends(weight_[cell] / count, ends_[cell], all, ended_[cell], ties_);
    const auto of_ended = ended_x_.row(index(cell));
    log_likelihood -= ends.log_denominators;
    hazard_[cell] = ends.hazard;
    own_hazard_[cell] = ties_ == CoxTies::breslow ? ends.hazard : ends.own_hazard;
    // Sums of weight x mean of what is left, over the ties; `first` has one more denominator.
    const Eigen::RowVectorXd means = ends.first[0] * all_x - ends.first[1] * of_ended;
    means_.row(index(cell)) = means;
    own_means_.row(index(cell)) =
        ties_ == CoxTies::breslow
            ? means
            : Eigen::RowVectorXd(ends.own_first[0] * all_x - ends.own_first[1] * of_ended);
    add_ends(cell, all, all_x, of_ended);
    information.noalias() -= ends.squares[0] * all_x.transpose() * all_x;
    information.noalias() += ends.squares[1] * (all_x.transpose() * of_ended + of_ended.transpose() * all_x);
    information.noalias() -= ends.squares[2] * of_ended.transpose() * of_ended;
  }
  /// The mean of the risk sets in which the lives of a cell end.
  template <class Row>
  void add_ends(std::size_t cell, double all, const Eigen::RowVectorXd& all_x, const Row& of_ended) {
    const auto count = static_cast<double>(ends_[cell]);
    Eigen::RowVectorXd mean = Eigen::RowVectorXd::Zero(x_.cols());
    if (ties_ == CoxTies::breslow) {
      mean = all_x / all;
    } else {
      double whole = 0, part = 0;
      for (std::int64_t l = 0; l < ends_[cell]; ++l) {
        const double a = static_cast<double>(l) / count, denominator = all - a * ended_[cell];
        whole += 1 / denominator;
        part += a / denominator;
      }
      mean = (whole * all_x - part * of_ended) / count;
    }
    end_means_.row(index(cell)) = mean;
    score -= weight_[cell] * mean.transpose();
  }
  void add_gram() {
    constexpr Eigen::Index tile = 512;
    RowMatrix scaled;
    for (Eigen::Index begin = 0; begin < x_.rows(); begin += tile) {
      const Eigen::Index rows = std::min(tile, x_.rows() - begin);
      Eigen::VectorXd passed(rows);
      for (Eigen::Index i = 0; i < rows; ++i) {
        const auto row = static_cast<std::size_t>(begin + i);
        const std::uint32_t exit = data_.exit[row];
        double hazard = data_.ended[row] != 0 ? own_hazard_[exit] : hazard_[exit];
        if (!data_.entry.empty() && data_.entry[row] >= 0)
          hazard -= hazard_[static_cast<std::size_t>(data_.entry[row])];
        passed[i] = risk_[row] * hazard;
      }
      scaled = passed.asDiagonal() * x_.middleRows(begin, rows);
      information.noalias() += x_.middleRows(begin, rows).transpose() * scaled;
    }
  }

  const CoxData& data_;
  const RowMatrix& x_;
  CoxTies ties_;
  std::size_t cells_;
  std::vector<double> risk_;                 // of each row
  std::vector<double> hazard_, own_hazard_;  // by cell, summed up from the stratum's first
  std::vector<double> weight_;               // of those that end in a cell
  std::vector<std::int64_t> ends_;           // how many these are
  std::vector<double> left_, ended_;         // sums of risks
  RowMatrix left_x_, ended_x_;               // of risk x covariates
  RowMatrix means_, own_means_;              // hazards x means of risk sets, summed up like the hazards
  RowMatrix end_means_;                      // of the risk sets in which a cell's lives end
  Eigen::VectorXd linear_;                   // of those that end
};

}  // namespace fealty::survival::detail
