// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/activity_lines.hpp>
#include <fealty/adoption/detail/member_blocks.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/detail/usage_groups.hpp>
#include <fealty/adoption/detail/window_dates.hpp>
#include <fealty/core/detail/big_array.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Distinct users on days, in weeks and in longer windows: for each group a row for each date.
using WindowCounts = std::array<std::vector<std::int32_t>, 3>;

inline WindowCounts no_counts(std::size_t rows) {
  WindowCounts counts;
  for (auto& each : counts) {
    fealty::detail::reserve_big(each, rows);
    each.resize(rows);
  }
  return counts;
}

/// What all parts of a count share.
struct CountPlan {
  const UsageData& data;
  const UsageGroups& groups;
  const WindowDates& dates;
  bool by_account;

  bool is_shared(std::size_t member) const { return !by_account && data.is_shared(member); }
  /// Whether two members count for the same group throughout.
  bool together(std::size_t a, std::size_t b) const {
    if (data.account[a] == data.account[b]) return true;
    const auto of_a = groups.of(data.account[a]), of_b = groups.of(data.account[b]);
    return of_a.size() == 1 && of_b.size() == 1 && of_a[0].group == of_b[0].group;
  }
  /// The dates on which an account is in each of its groups: f(group, first, end).
  template <class F>
  void for_each_piece(std::uint32_t account, F f) const {
    const auto pieces = groups.of(account);
    const auto at = [&](std::int32_t day) {
      return static_cast<std::size_t>(std::lower_bound(dates.days.begin(), dates.days.end(), day) -
                                      dates.days.begin());
    };
    for (std::size_t i = 0; i < pieces.size(); ++i)
      f(pieces[i].group, i == 0 ? 0 : at(pieces[i].from),
        i + 1 < pieces.size() ? at(pieces[i + 1].from) : dates.size());
  }
};

/// Counts the users of some blocks, as `Counts` counts lines.
template <class Counts>
class ActiveUserPart {
 public:
  /// \param out  where counts are added
  ActiveUserPart(const CountPlan& plan, Counts counts, std::size_t block_members, WindowCounts& out)
      : plan_(plan), counts_(std::move(counts)), lines_(block_members, counts_.line_bytes(), counts_.bits()),
        out_(out), counted_(3 * plan.dates.size()) {}

  /// \param beside  where counts of the account that another part has begun are added instead
  void add(const MemberBlocks& blocks, std::size_t first, std::size_t end, WindowCounts* beside) {
    const std::size_t begin = blocks.first_member(first);
    if (beside != nullptr && begin > 0 && begin < plan_.data.members() &&
        plan_.data.account[begin] == plan_.data.account[begin - 1])
      begun_ = plan_.data.account[begin];
    beside_ = beside;
    for (std::size_t block = first; block < end; ++block) {
      lines_.fill(blocks.rows(block));
      const std::size_t member = blocks.first_member(block);
      add_members(member, std::min(plan_.data.members(), member + blocks.block_members()));
    }
  }
  /// The account that another part has begun; no_id if there is none.
  std::uint32_t begun() const { return begun_; }
  /// Lines of members whose person is in several accounts, which were not counted.
  const std::vector<std::uint8_t>& shared() const { return shared_; }

 private:
  /// Members one after the other that are in one group throughout are counted at once.
  void add_members(std::size_t first, std::size_t end) {
    for (std::size_t member = first; member < end;) {
      const std::uint8_t* const line = lines_.line(member - first);
      if (plan_.is_shared(member)) {
        shared_.insert(shared_.end(), line, line + lines_.bytes());
        ++member;
        continue;
      }
      std::size_t last = member + 1;
      const std::size_t most = std::min(end, member + Counts::most_members);
      while (last < most && !plan_.is_shared(last) && plan_.together(member, last)) ++last;
      counts_.count(line, last - member, counted_.data());
      add_counted(plan_.data.account[member]);
      member = last;
    }
  }
  void add_counted(std::uint32_t account) {
    const std::size_t rows = plan_.dates.size();
    const bool aside = account == begun_;
    plan_.for_each_piece(account, [&](std::uint32_t group, std::size_t first, std::size_t end) {
      for (std::size_t measure = 0; measure < 3; ++measure) {
        std::int32_t* const out = aside ? (*beside_)[measure].data() : out_[measure].data() + group * rows;
        const std::uint8_t* const counted = counted_.data() + measure * rows;
        for (std::size_t row = first; row < end; ++row) out[row] += counted[row];
      }
    });
  }

  const CountPlan& plan_;
  Counts counts_;
  ActivityLines lines_;
  WindowCounts& out_;
  WindowCounts* beside_ = nullptr;
  std::uint32_t begun_ = no_id;
  std::vector<std::uint8_t> counted_;  // of some members: each measure's rows
  std::vector<std::uint8_t> shared_;
};

}  // namespace fealty::adoption::detail
