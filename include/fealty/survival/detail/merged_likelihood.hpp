// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/cox_gram.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_totals.hpp>
#include <fealty/survival/detail/risk_sets.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// The partial likelihood of lives that are elsewhere, of what they come to. Each cell has a piece of those
/// that are last seen less those that enter, and where lives end, one of them.
class MergedLikelihood : public CoxLikelihood {
 public:
  /// What is to be known next.
  enum class Next { risks, hazards, nothing };

  /// \param shift  of each stratum, at first
  MergedLikelihood(const CoxData& data, const TiledMatrix& x, const EndedLives& ended, bool efron,
                   std::size_t threads, std::vector<double> shift)
      : CoxLikelihood(data, x, ended, efron, threads), data_(data) {
    set_next_shift(std::move(shift));
  }

  /// \returns  risks where they are needed with another shift, nothing where they are not finite
  Next take_risks(const CoxTotals& totals) {
    own_sets().set_linear(Eigen::Map<const Eigen::VectorXd>(totals.linear.data(),
                                                            static_cast<Eigen::Index>(totals.linear.size())));
    const std::size_t p = totals.linear.size();
    const double* stay = totals.stay.data();
    const double* end = totals.end.data();
    for (std::size_t i = 0; i < pieces().size(); ++i) {
      const double*& from = data_.pieces[i].step == Step::ends ? end : stay;
      pieces()[i] = {*from, 0, most(totals, data_.pieces[i].cell)};
      std::copy_n(from + 1, p, sums().begin() + static_cast<std::ptrdiff_t>(i * p));
      from += p + 1;
      last_end_ = data_.pieces[i].step == Step::ends ? i : last_end_;
    }
    pieces()[last_end_].log_risk = totals.log_risk.value();
    if (!measure_most() || (totals.finite == 0 && !give_up())) return Next::nothing;
    if (shift_again()) return Next::risks;
    own_sets().update(pieces(), sums());
    return Next::hazards;
  }
  /// \returns  whether everything is finite
  bool take_gram(const CoxTotals& totals) { return take(totals.gram); }

 private:
  double most(const CoxTotals& totals, std::uint32_t cell) const {
    const auto after = std::upper_bound(data_.first.begin(), data_.first.end(), cell);
    return totals.most[static_cast<std::size_t>(after - data_.first.begin()) - 1];
  }

  const CoxData& data_;
  std::size_t last_end_ = 0;
};

}  // namespace fealty::survival::detail
