// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/cox_gram.hpp>
#include <fealty/survival/detail/cox_sums.hpp>
#include <fealty/survival/detail/lingering.hpp>
#include <fealty/survival/detail/row_matrix.hpp>
#include <fealty/survival/detail/tied_ends.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Lives that end: the sum of weight x covariates, and of each cell how many they are and weigh.
struct EndedLives {
  Eigen::VectorXd linear;
  std::vector<std::int64_t> count;
  std::vector<double> weight;

  EndedLives() = default;
  EndedLives(const CoxData& data, const TiledMatrix& x, std::size_t threads)
      : linear(ended_sums(data, x, threads)), count(data.cells()), weight(data.cells()) {
    for (const Piece& piece : data.pieces) {
      if (piece.step != Step::ends) continue;
      count[piece.cell] += piece.end - piece.begin;
      for (std::size_t row = piece.begin; row < piece.end; ++row) weight[piece.cell] += data.weight_of(row);
    }
  }
};

/// The risk sets of the cells in which lives end ("events" here): their sums, from the last to the first, and
/// the baseline hazards that come of them.
class RiskSets {
 public:
  RiskSets(const CoxData& data, const EndedLives& ended, bool efron, std::size_t threads)
      : data_(data), efron_(efron), threads_(threads), p_(ended.linear.size()), linear_(ended.linear),
        upto_(data.cells()) {
    for (std::size_t s = 0; s < data.strata(); ++s) {
      first_.push_back(cell_.size());
      for (std::uint32_t cell = data.first[s]; cell < data.first[s + 1]; ++cell) {
        if (ended.count[cell] > 0) add_event(cell, ended);
        upto_[cell] = cell_.size() == first_.back() ? 0 : cell_.size();
      }
    }
    first_.push_back(cell_.size());
    const auto events = static_cast<Eigen::Index>(cell_.size());
    for (RowMatrix* each : {&all_x_, &ended_x_, &means_, &own_means_, &end_means_}) each->resize(events, p_);
    all_.resize(cell_.size()), ended_.resize(cell_.size()), increment_.resize(cell_.size());
    own_increment_.resize(cell_.size()), log_denominators_.resize(cell_.size());
    squares_.resize(cell_.size());
  }

  void update(const std::vector<PieceSums>& pieces, const std::vector<double>& sums) {
    for (std::size_t s = 0; s < data_.strata(); ++s) walk_back(s, pieces, sums);
    if (lingering()) add_lingering(data_, first_, cell_, pieces, sums, all_, all_x_);
    for_each_events([&](std::size_t, std::size_t begin, std::size_t end) {
      for (std::size_t e = begin; e < end; ++e) take(e);
    });
    log_risk_ = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i)
      if (data_.pieces[i].step == Step::ends) log_risk_ += pieces[i].log_risk;
  }

  /// Sets the sum of weight x covariates of those that end.
  void set_linear(Eigen::VectorXd linear) { linear_ = std::move(linear); }

  /// Cells in which lives end.
  std::size_t events() const { return cell_.size(); }
  std::uint32_t cell(std::size_t event) const { return cell_[event]; }
  /// The first event of each stratum, and the end of the last.
  const std::vector<std::size_t>& first() const { return first_; }
  /// Of each cell: the number of events up to it and of strata before; 0 before the stratum's first.
  const std::vector<std::size_t>& upto() const { return upto_; }
  double weight(std::size_t event) const { return weight_[event]; }
  std::int64_t count(std::size_t event) const { return count_[event]; }
  double increment(std::size_t event) const { return increment_[event]; }
  /// Of the variance of the hazard.
  double squared_increment(std::size_t event) const { return squares_[event][0] / all_[event] / all_[event]; }
  /// The same of lives that end at the event.
  double own_squared_increment(std::size_t event) const {
    return (squares_[event][0] - squares_[event][1]) / all_[event] / all_[event];
  }
  auto end_mean(std::size_t event) const { return end_means_.row(static_cast<Eigen::Index>(event)); }

  double log_likelihood() const {
    double sum = log_risk_;
    for (const double each : log_denominators_) sum -= each;
    return sum;
  }
  Eigen::VectorXd score() const {
    Eigen::VectorXd sum = linear_;
    for (std::size_t e = 0; e < events(); ++e) sum -= weight_[e] * end_mean(e).transpose();
    return sum;
  }

  /// \param factor  of each increment
  Hazards hazards(const std::vector<double>& factor = {}) const {
    Hazards sums{increment_, own_increment_, &upto_};
    each_stratum([&](std::size_t begin, std::size_t end) {
      double before = 0;
      for (std::size_t e = begin; e < end; ++e) {
        const double f = factor.empty() ? 1 : factor[e];
        sums.own[e] = before + f * own_increment_[e];
        sums.all[e] = before += f * increment_[e];
      }
    });
    if (lingering())
      sums.later = later_sums(data_, first_, cell_, 0.0, [&](std::size_t e) {
        return (factor.empty() ? 1 : factor[e]) * increment_[e];
      });
    return sums;
  }
  /// Hazards times means of risk sets, summed up likewise.
  RowMatrix passed_means(bool own) const {
    RowMatrix sums = own ? own_means_ : means_;
    each_stratum([&](std::size_t begin, std::size_t end) {
      Eigen::RowVectorXd before = Eigen::RowVectorXd::Zero(p_);
      for (std::size_t e = begin; e < end; ++e) {
        const auto event = static_cast<Eigen::Index>(e);
        sums.row(event) += before;
        before += means_.row(event);
      }
    });
    return sums;
  }
  /// Whether lives that end by another cause stay in later risk sets.
  bool lingering() const { return !data_.watching.chance.empty(); }
  /// Of each cell: hazards times means of risk sets, of lives that linger from it on.
  std::vector<Eigen::RowVectorXd> later_means() const {
    return later_sums(data_, first_, cell_, Eigen::RowVectorXd(Eigen::RowVectorXd::Zero(p_)),
                      [&](std::size_t e) { return means_.row(static_cast<Eigen::Index>(e)); });
  }
  /// The sum of hazards times squares of the means of risk sets.
  Eigen::MatrixXd squares(const std::vector<double>& factor = {}) const {
    std::vector<Eigen::MatrixXd> parts(chunks(), Eigen::MatrixXd::Zero(p_, p_));
    for_each_events([&](std::size_t chunk, std::size_t begin, std::size_t end) {
      for (std::size_t e = begin; e < end; ++e) add_square(e, factor.empty() ? 1 : factor[e], parts[chunk]);
    });
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(p_, p_);
    for (const Eigen::MatrixXd& part : parts) sum += part;
    return sum.selfadjointView<Eigen::Lower>();
  }

 private:
  static constexpr std::size_t chunk_size = 256;
  std::size_t chunks() const { return (events() + chunk_size - 1) / chunk_size; }
  template <class F>
  void for_each_events(F f) const {
    for_each_chunk(chunks(), threads_, [&](std::size_t chunk, std::size_t) {
      f(chunk, chunk * chunk_size, std::min(events(), (chunk + 1) * chunk_size));
    });
  }
  template <class F>
  void each_stratum(F f) const {
    for (std::size_t s = 0; s + 1 < first_.size(); ++s) f(first_[s], first_[s + 1]);
  }

  void add_event(std::uint32_t cell, const EndedLives& ended) {
    cell_.push_back(cell);
    weight_.push_back(ended.weight[cell]);
    count_.push_back(ended.count[cell]);
  }
  /// From the last cell of a stratum to the first: risk sets grow.
  void walk_back(std::size_t s, const std::vector<PieceSums>& pieces, const std::vector<double>& sums) {
    double all = 0;
    Eigen::RowVectorXd all_x = Eigen::RowVectorXd::Zero(p_);
    std::size_t event = first_[s + 1];
    for (std::uint32_t cell = data_.first[s + 1]; cell-- > data_.first[s];) {
      const bool any = event > first_[s] && cell_[event - 1] == cell;
      const auto row = static_cast<Eigen::Index>(event) - 1;
      if (any) ended_[event - 1] = 0, ended_x_.row(row).setZero();
      for (std::size_t i = data_.pieces_of[cell]; i < data_.pieces_of[cell + 1]; ++i) {
        const Eigen::Map<const Eigen::RowVectorXd> x(sums.data() + i * static_cast<std::size_t>(p_), p_);
        const Step step = data_.pieces[i].step;
        if (step == Step::enters) all -= pieces[i].risk, all_x -= x;
        else all += pieces[i].risk, all_x += x;
        if (step == Step::ends) ended_[event - 1] += pieces[i].risk, ended_x_.row(row) += x;
      }
      if (!any) continue;
      --event;
      all_[event] = all;
      all_x_.row(row) = all_x;
    }
  }
  void take(std::size_t e) {
    const TiedEnds ends(weight_[e] / static_cast<double>(count_[e]), count_[e], all_[e], ended_[e], efron_);
    log_denominators_[e] = ends.log_denominators;
    increment_[e] = ends.hazard;
    own_increment_[e] = ends.own_hazard;
    std::copy_n(ends.squares, 3, squares_[e].begin());
    const auto row = static_cast<Eigen::Index>(e);
    all_x_.row(row) /= all_[e];
    ended_x_.row(row) /= all_[e];
    const auto all = all_x_.row(row), ended = ended_x_.row(row);
    means_.row(row) = ends.means[0] * all - ends.means[1] * ended;
    own_means_.row(row) = ends.own_means[0] * all - ends.own_means[1] * ended;
    end_means_.row(row) = ends.end_mean[0] * all - ends.end_mean[1] * ended;
  }
  /// s0 uu' - s1 (uv' + vu') + s2 vv', as squares of u - (s1 / s0) v and of v; the lower triangle of it.
  void add_square(std::size_t e, double factor, Eigen::MatrixXd& to) const {
    const auto& [s0, s1, s2] = squares_[e];
    const auto row = static_cast<Eigen::Index>(e);
    const double part = s1 / s0;
    const Eigen::VectorXd u = (all_x_.row(row) - part * ended_x_.row(row)).transpose();
    to.selfadjointView<Eigen::Lower>().rankUpdate(u, factor * s0);
    if (s1 == 0 && s2 == 0) return;
    const Eigen::VectorXd v = ended_x_.row(row).transpose();
    to.selfadjointView<Eigen::Lower>().rankUpdate(v, factor * (s2 - part * s1));
  }

  const CoxData& data_;
  bool efron_;
  std::size_t threads_;
  Eigen::Index p_;
  Eigen::VectorXd linear_;          // sum of weight x covariates of those that end
  std::vector<std::size_t> upto_;   // of each cell
  std::vector<std::size_t> first_;  // event of each stratum
  // Of each event:
  std::vector<std::uint32_t> cell_;
  std::vector<double> weight_;       // of those that end
  std::vector<std::int64_t> count_;  // of them
  std::vector<double> all_, ended_;  // sums of risks: of the risk set, and of those that end
  RowMatrix all_x_, ended_x_;        // of risk x covariates; then as shares of all_
  std::vector<double> increment_, own_increment_, log_denominators_;
  std::vector<std::array<double, 3>> squares_;
  RowMatrix means_, own_means_, end_means_;
  double log_risk_ = 0;
};

}  // namespace fealty::survival::detail
