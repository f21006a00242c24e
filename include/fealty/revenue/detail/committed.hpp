// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/int128.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Sums of amounts that hold for stretches of days, at each period's last known day.
class PeriodSteps {
 public:
  PeriodSteps(const PeriodGrid& grid, std::int32_t as_of)
      : grid_(&grid), as_of_(as_of), steps_(grid.size() + 1) {}

  /// Adds an amount to the periods whose last known day is in [from, until).
  void add(std::int32_t from, std::int32_t until, fealty::detail::int128 amount) {
    const std::size_t first = reached(from), last = reached(until);
    if (first >= last) return;
    steps_[first] += amount;
    steps_[last] -= amount;
  }
  std::vector<fealty::detail::int128> sums() const {
    std::vector<fealty::detail::int128> sums(steps_.begin(), steps_.end() - 1);
    for (std::size_t i = 1; i < sums.size(); ++i) sums[i] += sums[i - 1];
    return sums;
  }

 private:
  /// The first period whose last known day is not before a day.
  std::size_t reached(std::int32_t day) const {
    if (day > as_of_) return grid_->size();
    return day < grid_->start(0).days ? 0 : grid_->index(day);
  }

  const PeriodGrid* grid_;
  std::int32_t as_of_;
  std::vector<fealty::detail::int128> steps_;
};

/// What is known at each period's end of the time after it.
struct Committed {
  PeriodSteps signed_not_live;
  PeriodSteps known_churn;

  Committed(const PeriodGrid& grid, std::int32_t as_of)
      : signed_not_live(grid, as_of), known_churn(grid, as_of) {}
};

/// Follows the rows of spans through the days on which they are known: from the signature or the start,
/// whichever comes first.
class CommittedRows {
 public:
  explicit CommittedRows(const MrrSpans& spans) : spans_(spans) {}

  void add_to(Committed& out) {
    if (!spans_.signed_on.present() && !spans_.cancel_requested.present()) return;
    find_takeovers();
    for (std::size_t i = 0, next = 0; i < spans_.size(); i = next) {
      next = spans_.next_row(i);
      if (spans_.end[next - 1] > spans_.start[i]) add_row(i, next, out);
    }
  }

 private:
  std::int32_t signed_on(std::size_t span) const {
    return spans_.signed_on.present() && spans_.signed_on.valid(span) ? spans_.signed_on[span] : open;
  }
  std::int32_t requested(std::size_t span) const {
    const auto& column = spans_.cancel_requested;
    return column.present() && column.valid(span) ? column[span] : open;
  }

  /// On which day the first row was signed that makes an account's rows of a later day take over.
  void find_takeovers() {
    for (std::size_t i = 0; i < spans_.size(); i = spans_.next_row(i)) {
      if (signed_on(i) >= spans_.start[i] || spans_.end[spans_.next_row(i) - 1] == spans_.start[i]) continue;
      const auto place = takeovers_.try_emplace({spans_.account[i], spans_.start[i]}, signed_on(i));
      place.first->second = std::min(place.first->second, signed_on(i));
    }
  }
  std::int32_t takeover(std::size_t span, std::int32_t end) const {
    const auto found = takeovers_.find({spans_.account[span], end});
    return found == takeovers_.end() ? open : found->second;
  }

  /// A row is spans `first` to `next`: its price may change within it.
  void add_row(std::size_t first, std::size_t next, Committed& out) const {
    const std::int32_t start = spans_.start[first], end = spans_.end[next - 1];
    const std::int32_t known = std::min(start, signed_on(first)), request = requested(first);
    out.signed_not_live.add(known, start, spans_.amount[first]);
    if (end == open) return;
    const std::int32_t replaced = takeover(first, end);
    for (std::size_t span = first; span < next; ++span) {
      const std::int32_t from = span == first ? known : spans_.start[span], until = spans_.end[span];
      out.signed_not_live.add(std::max(from, replaced), until, -fealty::detail::int128{spans_.amount[span]});
      out.known_churn.add(std::max(from, request), std::min(until, replaced), spans_.amount[span]);
    }
  }

  const MrrSpans& spans_;
  std::map<std::pair<std::uint32_t, std::int32_t>, std::int32_t> takeovers_;
};

}  // namespace fealty::revenue::detail
