// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fealty::revenue {

/// A day from which on an attribute has a value.
struct AttributeChange {
  std::int32_t from_day = 0;  ///< since 1970-01-01; the least int32 where it always had it
  std::uint32_t value = 0;    ///< a code of the attribute's ids; `no_id` where it is unknown from then on

  bool operator==(const AttributeChange&) const = default;
};

}  // namespace fealty::revenue

namespace fealty::revenue::detail {

inline constexpr std::int32_t since_ever = std::numeric_limits<std::int32_t>::min();

/// One attribute of all accounts.
struct AttributeTable {
  std::string name;
  std::shared_ptr<const Ids> ids;
  std::vector<std::uint64_t> begin;  // by account, and one more
  std::vector<AttributeChange> changes;

  std::span<const AttributeChange> of(std::uint32_t account) const {
    return std::span<const AttributeChange>(changes).subspan(
        static_cast<std::size_t>(begin[account]),
        static_cast<std::size_t>(begin[account + 1] - begin[account]));
  }
};

inline std::uint32_t value_on(std::span<const AttributeChange> changes, std::int32_t day) {
  const auto after =
      std::upper_bound(changes.begin(), changes.end(), day,
                       [](std::int32_t d, const AttributeChange& each) { return d < each.from_day; });
  return after == changes.begin() ? no_id : (after - 1)->value;
}

/// What a table of accounts keeps, by account.
struct AccountTable {
  std::shared_ptr<const Ids> ids;
  std::size_t rows = 0;
  std::vector<std::uint8_t> has_row;
  std::vector<std::uint32_t> final_account, topmost_parent;
  std::vector<AttributeTable> attributes;
  std::vector<Finding> findings;
};

/// Which accounts come back to themselves when one follows the links; `no_id` is the end of a chain.
inline std::vector<std::uint8_t> on_cycles(const std::vector<std::uint32_t>& links) {
  enum : std::uint8_t { unseen, on_path, done };
  std::vector<std::uint8_t> state(links.size(), unseen), cycles(links.size());
  std::vector<std::uint32_t> path;
  for (std::uint32_t start = 0; start < links.size(); ++start) {
    path.clear();
    std::uint32_t at = start;
    for (; at != no_id && state[at] == unseen; at = links[at]) {
      state[at] = on_path;
      path.push_back(at);
    }
    if (at != no_id && state[at] == on_path)
      for (auto each = std::find(path.begin(), path.end(), at); each != path.end(); ++each) cycles[*each] = 1;
    for (const auto each : path) state[each] = done;
  }
  return cycles;
}

/// The end of each account's chain of links, which have no cycles.
inline std::vector<std::uint32_t> ends_of(const std::vector<std::uint32_t>& links) {
  std::vector<std::uint32_t> ends(links.size(), no_id), path;
  for (std::uint32_t start = 0; start < links.size(); ++start) {
    path.clear();
    std::uint32_t at = start;
    for (; ends[at] == no_id && links[at] != no_id; at = links[at]) path.push_back(at);
    const std::uint32_t end = ends[at] == no_id ? at : ends[at];
    ends[at] = end;
    for (const auto each : path) ends[each] = end;
  }
  return ends;
}

/// The accounts along a cycle, such as "a -> b -> a".
inline std::string cycle_text(const Ids& ids, const std::vector<std::uint32_t>& links, std::uint32_t start) {
  constexpr std::size_t most = 8;
  std::string text = ids.text(start);
  std::size_t count = 1;
  for (std::uint32_t at = links[start]; at != start; at = links[at], ++count)
    if (count < most) text += " -> " + ids.text(at);
  if (count > most) text += fmt::format(" -> ... ({} accounts)", count);
  return text + " -> " + ids.text(start);
}

}  // namespace fealty::revenue::detail
