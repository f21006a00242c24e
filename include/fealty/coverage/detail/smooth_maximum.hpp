// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/coverage/detail/books.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace fealty::coverage::detail {

/// How much a change saves: the power mean of utilizations, weighted by capacity, stands for their maximum,
/// so that it counts too when one of several that are alike gets better. With the power it comes to the
/// maximum.
///
/// Powers are of two, by multiplications and square roots alone: all machines make the same books.
class SmoothMaximum {
 public:
  SmoothMaximum(const Books& books, int doublings) : books_(books), doublings_(doublings) { refresh(); }

  /// To be called after a change, so that errors do not add up.
  void refresh() {
    const BookProblem& problem = books_.problem();
    scale_ = std::max(books_.largest_utilization(), std::numeric_limits<double>::min());
    terms_.assign(problem.csms(), 0);
    sum_ = 0;
    for (std::size_t i = 0; i < terms_.size(); ++i) sum_ += terms_[i] = term(i, books_.load(i));
    const double now = root(sum_);
    for (std::size_t i = 0; i < most_.size(); ++i) {
      const double allowed = now - problem.handover * (static_cast<double>(i) - 2);
      most_[i] = allowed > 0 ? power(allowed / scale_) * problem.total_capacity - sum_ * (1 + 1e-9)
                             : -std::numeric_limits<double>::infinity();
    }
  }

  /// What the sum changes by when one CSM passes hours to another.
  double change(std::size_t giver, std::size_t taker, double hours) const {
    return term(giver, books_.load(giver) - hours) + term(taker, books_.load(taker) + hours) - terms_[giver] -
           terms_[taker];
  }
  /// Whether a change saves anything, with so many more handovers, -2 to 2.
  bool saves(double change, int handovers) const {
    return change < most_[static_cast<std::size_t>(handovers + 2)];
  }
  /// The objective after a change.
  double after(double change, int handovers) const {
    return root(sum_ + change) + books_.problem().handover * handovers;
  }
  /// Whether two CSMs are so little used that nothing between them matters.
  bool negligible(std::size_t i, std::size_t j) const { return terms_[i] + terms_[j] < 1e-9 * sum_; }

 private:
  double power(double base) const {
    for (int i = 0; i < doublings_; ++i) base *= base;
    return base;
  }
  double root(double sum) const {
    double mean = sum / books_.problem().total_capacity;
    for (int i = 0; i < doublings_; ++i) mean = std::sqrt(mean);
    return mean * scale_;
  }
  double term(std::size_t csm, double load) const {
    const double capacity = books_.problem().capacity[csm];
    if (books_.within_hours() && is_over(load, capacity)) return std::numeric_limits<double>::infinity();
    return capacity > 0 ? capacity * power(std::max(load, 0.0) / capacity / scale_) : 0;
  }

  const Books& books_;
  int doublings_;
  double scale_ = 1, sum_ = 0;
  std::vector<double> terms_;
  std::array<double, 5> most_{};
};

}  // namespace fealty::coverage::detail
