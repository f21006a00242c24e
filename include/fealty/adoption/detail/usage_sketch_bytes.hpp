// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/id_bytes.hpp>
#include <fealty/adoption/detail/member_days.hpp>
#include <fealty/adoption/usage_sketch.hpp>
#include <fealty/core/bytes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Writes and reads the cells of a sketch, account by account in the order of their ids.
class SketchBytes {
 public:
  static void write(ByteWriter& to, const SketchCells& cells) {
    to.write(static_cast<std::uint8_t>(cells.account_kind_));
    to.write(static_cast<std::uint8_t>(cells.user_kind_));
    to.write(cells.first_);
    to.write(cells.last_);
    write_ids(to, in_order(cells.accounts_));
    const std::vector<std::uint32_t> order =
        cells.by_account_ ? cells.accounts_.sorted() : std::vector<std::uint32_t>{0};
    for (const std::uint32_t account : order) {
      const auto first = cells.cells_.lower_bound({account, 0});
      const auto end = cells.cells_.upper_bound({account, 0xffff});
      to.write(static_cast<std::uint32_t>(std::distance(first, end)));
      for (auto cell = first; cell != end; ++cell) {
        to.write(cell->first.second);
        to.write(static_cast<std::uint8_t>(cell->second.dense().empty() ? 0 : 1));
        if (cell->second.dense().empty()) to.write_all(std::span(cell->second.sparse()));
        else to.write_all(std::span(cell->second.dense()));
      }
    }
  }

  static SketchCells read(ByteReader& from, int precision, bool by_account) {
    SketchCells cells(precision, by_account);
    cells.account_kind_ = read_kind(from);
    cells.user_kind_ = read_kind(from);
    cells.first_ = from.read<std::uint16_t>();
    cells.last_ = from.read<std::uint16_t>();
    if (cells.first_ > cells.last_) from.refuse("has a first day after its last");
    cells.accounts_ = read_ids(from);
    check_accounts(from, cells);
    const std::size_t owners = by_account ? cells.accounts_.size() : 1;
    for (std::uint32_t account = 0; account < owners; ++account)
      for (auto left = from.read<std::uint32_t>(); left > 0; --left) {
        const auto day = from.read<std::uint16_t>();
        const bool next =
            cells.cells_.empty() || cells.cells_.rbegin()->first < SketchCells::Key(account, day);
        if (!next || day < cells.first_ || day > cells.last_ || cells.is_empty())
          from.refuse("has days out of order");
        cells.cells_.emplace(SketchCells::Key(account, day), read_sketch(from, precision));
      }
    return cells;
  }

 private:
  static IdKind read_kind(ByteReader& from) {
    const auto kind = from.read<std::uint8_t>();
    if (kind > static_cast<std::uint8_t>(IdKind::texts)) from.refuse("has ids of an unknown kind");
    return static_cast<IdKind>(kind);
  }
  static void check_accounts(const ByteReader& from, const SketchCells& cells) {
    const bool any = cells.accounts_.size() > 0;
    const bool fit = any ? cells.by_account_ && SketchCells::kind_of(cells.accounts_) == cells.account_kind_
                         : !cells.by_account_ || cells.is_empty();
    if (!fit) from.refuse("has accounts that are none");
  }
  static HyperLogLog read_sketch(ByteReader& from, int precision) {
    const std::size_t registers = std::size_t{1} << precision, most = HyperLogLog::most_sparse(registers);
    const auto kind = from.read<std::uint8_t>();
    if (kind > 1) from.refuse("has a sketch of an unknown kind");
    const int highest = highest_rank(precision);
    if (kind == 1) {
      auto dense = from.read_all<std::uint8_t>();
      const auto used = dense.size() - static_cast<std::size_t>(std::count(dense.begin(), dense.end(), 0));
      if (dense.size() != registers || used <= most ||
          std::any_of(dense.begin(), dense.end(), [&](std::uint8_t rank) { return rank > highest; }))
        from.refuse("has registers that are none");
      return {precision, {}, std::move(dense)};
    }
    auto sparse = from.read_all<std::uint32_t>();
    bool good = !sparse.empty() && sparse.size() <= most;
    for (std::size_t i = 0; i < sparse.size(); ++i) {
      const std::uint32_t index = SketchEntry::index(sparse[i]), rank = SketchEntry::rank(sparse[i]);
      good = good && index < registers && rank >= 1 && rank <= static_cast<std::uint32_t>(highest) &&
             (i == 0 || SketchEntry::index(sparse[i - 1]) < index);
    }
    if (!good) from.refuse("has registers that are none");
    return {precision, std::move(sparse), {}};
  }
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline std::vector<std::uint8_t> UsageSketch::serialize() const {
  ByteWriter to("UsageSketch", 1);
  detail::write_names(to, events_);
  to.write(static_cast<std::uint8_t>(by_.empty() ? 0 : 1));
  to.write(static_cast<std::uint8_t>(precision()));
  to.write(static_cast<std::uint8_t>(scope_ ? 1 + static_cast<int>(*scope_) : 0));
  detail::SketchBytes::write(to, cells_);
  return to.take();
}

inline UsageSketch UsageSketch::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "UsageSketch", 1);
  UsageSketchOptions options{.events = detail::read_names(from)};
  const auto by = from.read<std::uint8_t>(), precision = from.read<std::uint8_t>();
  if (by > 1 || precision < 4 || precision > 18) from.refuse("has settings that are none");
  if (by == 1) options.by = {"account"};
  options.precision = precision;
  UsageSketch state(std::move(options));
  const auto scope = from.read<std::uint8_t>();
  if (scope > enum_names(UserScope{}).size()) from.refuse("has an unknown user_scope");
  state.cells_ = detail::SketchBytes::read(from, precision, by == 1);
  from.finish();
  if ((scope == 0) != state.cells_.is_empty()) from.refuse("has a user_scope and no user, or the reverse");
  if (scope > 0) state.scope_ = static_cast<UserScope>(scope - 1);
  return state;
}

}  // namespace fealty::adoption
