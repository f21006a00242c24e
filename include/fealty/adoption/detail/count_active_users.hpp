// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_user_counts.hpp>
#include <fealty/adoption/detail/persons.hpp>
#include <fealty/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::adoption::detail {

inline void add_counts(const WindowCounts& from, std::size_t at, WindowCounts& to) {
  for (std::size_t measure = 0; measure < from.size(); ++measure)
    for (std::size_t row = 0; row < from[measure].size(); ++row) to[measure][at + row] += from[measure][row];
}

/// People of several accounts: each once in a group, whichever of its accounts saw them.
template <class Counts>
class SharedUsers {
 public:
  SharedUsers(const CountPlan& plan, Counts counts, WindowCounts& out)
      : plan_(plan), counts_(std::move(counts)), rows_(plan.dates.size()), counted_(3 * rows_),
        seen_by_(3 * plan.groups.count() * rows_), out_(out) {}

  /// \param lines  of all members that are shared, in their order
  void add(const std::vector<std::uint8_t>& lines) {
    const UsageData& data = plan_.data;
    std::vector<std::size_t> place(data.members());  // of a member's line
    for (std::size_t member = 0, next = 0; member < data.members(); ++member)
      if (data.is_shared(member)) place[member] = next++;
    const Persons persons(data);
    for (std::size_t person = 0; person < persons.size(); ++person) {
      const auto members = persons.members(person);
      if (!data.is_shared(members[0])) continue;
      for (const std::uint32_t member : members) {
        counts_.count(lines.data() + place[member] * counts_.line_bytes(), 1, counted_.data());
        plan_.for_each_piece(data.account[member],
                             [&](std::uint32_t group, std::size_t first, std::size_t end) {
                               add_once(person + 1, group, first, end);
                             });
      }
    }
  }

 private:
  void add_once(std::size_t person, std::size_t group, std::size_t first, std::size_t end) {
    for (std::size_t measure = 0; measure < 3; ++measure)
      for (std::size_t row = first; row < end; ++row) {
        std::size_t& seen = seen_by_[(measure * plan_.groups.count() + group) * rows_ + row];
        if (counted_[measure * rows_ + row] == 0 || seen == person) continue;
        seen = person;
        ++out_[measure][group * rows_ + row];
      }
  }

  const CountPlan& plan_;
  Counts counts_;
  std::size_t rows_;
  std::vector<std::uint8_t> counted_;
  std::vector<std::size_t> seen_by_;  // 1 + the last person that was counted, by measure, group and date
  WindowCounts& out_;
};

/// Distinct users of all blocks; each thread counts a part of them.
template <class Counts>
WindowCounts count_active_users(const CountPlan& plan, const QualifyingEvents& events, const Counts& counts,
                                std::size_t threads) {
  constexpr std::size_t cache = std::size_t{1} << 18;  // bytes of lines that stay close
  const MemberBlocks blocks(plan.data, events, cache / counts.line_bytes(), threads);
  const std::size_t rows = plan.dates.size();
  WindowCounts out = no_counts(plan.groups.count() * rows);
  // Accounts have rows of their own, which parts may share but for the account at their border.
  std::vector<WindowCounts> beside(threads);
  std::vector<std::unique_ptr<ActiveUserPart<Counts>>> parts(threads);
  for_each_chunk(threads, threads, [&](std::size_t chunk, std::size_t) {
    const bool first = chunk == 0;
    if (!first) beside[chunk] = no_counts(plan.by_account ? rows : plan.groups.count() * rows);
    WindowCounts& own = first || plan.by_account ? out : beside[chunk];
    parts[chunk] = std::make_unique<ActiveUserPart<Counts>>(plan, counts, blocks.block_members(), own);
    parts[chunk]->add(blocks, blocks.part(chunk, threads), blocks.part(chunk + 1, threads),
                      first || !plan.by_account ? nullptr : &beside[chunk]);
  });
  std::vector<std::uint8_t> shared;
  for (std::size_t chunk = 0; chunk < threads; ++chunk) {
    const auto& lines = parts[chunk]->shared();
    shared.insert(shared.end(), lines.begin(), lines.end());
    if (chunk == 0) continue;
    if (!plan.by_account) add_counts(beside[chunk], 0, out);
    else if (parts[chunk]->begun() != no_id)
      add_counts(beside[chunk], plan.groups.of(parts[chunk]->begun()).front().group * rows, out);
  }
  if (!shared.empty()) SharedUsers<Counts>(plan, counts, out).add(shared);
  return out;
}

}  // namespace fealty::adoption::detail
