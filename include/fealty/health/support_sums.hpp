// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/partial_state.hpp>
#include <fealty/health/detail/ticket_tally.hpp>
#include <fealty/health/support.hpp>
#include <fealty/health/support_options.hpp>
#include <fealty/health/tickets.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace fealty::health {

/// The partial state of support(): how many tickets there are, by group, and how many lasted so many days.
///
/// Tickets may be in any part. Sums of parts, and states from other processes, add up to those of all
/// tickets, exactly and in any order: rows are those of the whole table.
class SupportSums {
 public:
  /// \param options  as_of must be given, since each part has a last day of its own
  /// \throws InvalidInput  as support() does for its options
  explicit SupportSums(SupportOptions options = {});

  /// Adds tickets.
  ///
  /// \throws InvalidInput  without as_of; for groups that are integers after texts; by attributes, for a
  ///                       state that was read from bytes, which has no accounts. Nothing is added then
  void update(const Tickets& tickets);
  /// Adds the sums of another state.
  ///
  /// \throws InvalidInput  when its settings are others
  void merge(const SupportSums& other);

  /// Tickets opened in the window so far.
  std::int64_t size() const;

  /// What support() has of all tickets.
  Support support() const;

  /// The state as bytes of version 1, for deserialize(). Accounts are not among them.
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static SupportSums deserialize(std::span<const std::uint8_t> bytes);

  const detail::TicketTallies& tallies() const { return tallies_; }

 private:
  void check() const;
  void add(const detail::TicketTallies& more);

  detail::TicketTallies tallies_;
};
static_assert(PartialState<SupportSums, Tickets>);

}  // namespace fealty::health

#include <fealty/health/detail/make_support_sums.hpp>
