// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/coverage/detail/event_counts.hpp>
#include <fealty/coverage/detail/ratio_interval.hpp>

#include <boost/math/special_functions/beta.hpp>

#include <cmath>
#include <cstdint>
#include <utility>

namespace fealty::coverage::detail {

/// A group's events out of those of all groups: of Poisson counts a binomial number, whatever the level of
/// the risk model, so that its ratio to the others can be told exactly.
class AmongOthers {
 public:
  /// \param share  of what is expected that is the group's, in (0, 1)
  AmongOthers(std::int64_t all, double share, bool mid)
      : all_(all), share_(share), mid_(mid), count_{static_cast<double>(all), share} {}

  /// The group's odds to have an event over what is expected of them; NaN where others have none.
  double ratio(double events) const {
    const double others = static_cast<double>(all_) - events;
    return others > 0 ? events / others * ((1 - share_) / share_) : no_answer;
  }
  double p_value(std::int64_t seen) const { return tails().p_value(seen); }
  double z(std::int64_t seen) const {
    const double n = count_.size;
    return n > 0 ? (static_cast<double>(seen) - n * share_) / std::sqrt(n * share_ * (1 - share_))
                 : no_answer;
  }
  std::pair<double, double> limits(double tail) const {
    const auto events = tails().limits(tail);
    return {ratio(events.first), ratio(events.second)};
  }
  /// The ratios at which neither tail of what was seen is below `tail`.
  Interval interval(std::int64_t seen, double tail) const {
    if (all_ == 0) return {no_answer, no_answer};
    const auto n = static_cast<double>(seen), rest = static_cast<double>(all_ - seen);
    const double low = seen == 0 ? 0 : boost::math::ibeta_inv(n, rest + 1, tail);
    const double high = seen == all_ ? 1 : boost::math::ibetac_inv(n + 1, rest, tail);
    if (!mid_) return {ratio_at(low), ratio_at(high)};
    const auto above = [&](double share) {
      const BinomialCount count{count_.size, share};
      return Tails<BinomialCount>{count, true}.above(seen) - tail;
    };
    const auto below = [&](double share) {
      const BinomialCount count{count_.size, share};
      return Tails<BinomialCount>{count, true}.below(seen) - tail;
    };
    return {ratio_at(seen == 0 ? 0 : root_between(above, low, high)),
            ratio_at(seen == all_ ? 1 : root_between(below, low, high))};
  }

 private:
  Tails<BinomialCount> tails() const { return {count_, mid_}; }
  double ratio_at(double share) const {
    return share < 1 ? share / (1 - share) * ((1 - share_) / share_) : no_answer;
  }

  std::int64_t all_;
  double share_;
  bool mid_;
  BinomialCount count_;
};

}  // namespace fealty::coverage::detail
