// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/sketch_cells.hpp>
#include <fealty/adoption/usage.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/partial_state.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption {

/// Settings of a UsageSketch.
struct UsageSketchOptions {
  std::vector<std::string> events = {};  ///< names of the events that count; by default all do
  std::vector<std::string> by = {};      ///< "account": a sketch for each, of which segments can be made
  std::int32_t precision = 14;  ///< 2 to this power are a sketch's registers, 4 to 18; 14 errs by 0.8%
};

/// The approximate partial state of distinct users: a HyperLogLog sketch for each day, of all accounts
/// together or of each.
///
/// A sketch takes at most 2^precision bytes however many users it has seen, and names none of them. A user
/// has the same hash in every process, so tables of partitions, batches and states from elsewhere add up to
/// the state of all their rows, in any order and bit by bit. Estimates err by 1.04 / sqrt(2^precision) of the
/// number (its standard error), and by less where it is small.
///
/// \see Flajolet, Fusy, Gandouet, Meunier: HyperLogLog, AofA 2007; Ertl: New cardinality estimation
/// algorithms
///      for HyperLogLog sketches, arXiv:1702.01284 (2017)
class UsageSketch {
 public:
  /// \throws InvalidInput  unless 4 <= precision <= 18 and `by` is nothing or "account"
  explicit UsageSketch(UsageSketchOptions options = {});
  /// The state of all rows.
  explicit UsageSketch(const Usage& usage, UsageSketchOptions options = {})
      : UsageSketch(std::move(options)) {
    update(usage);
  }

  /// Adds a table's users. A batch need not have any of the events that count.
  ///
  /// \throws InvalidInput  when its ids or its user_scope are of another kind than those so far; nothing is
  ///                       added then
  void update(const Usage& usage);
  /// Adds those of another state.
  ///
  /// \throws InvalidInput  when its settings, its ids or its user_scope are others; nothing is added then
  void merge(const UsageSketch& other);

  /// Sketches: days, or days of accounts, on which anyone was active.
  std::int64_t size() const { return cells_.size(); }
  /// Distinct users so far, estimated.
  double users() const { return cells_.distinct(); }
  /// Standard error of an estimate, relative to it.
  double std_error() const;
  /// Names of the events that count, in order; empty where all do.
  const std::vector<std::string>& events() const { return events_; }
  /// What there is a sketch for each of.
  const std::vector<std::string>& by() const { return by_; }
  /// 2 to this power are a sketch's registers.
  std::int32_t precision() const { return cells_.precision(); }
  /// Whether one user id in two accounts is one person; none before the first row.
  std::optional<UserScope> user_scope() const { return scope_; }
  /// First day with an event, also with one that does not count.
  std::optional<Date> first_day() const { return cells_.first_day(); }
  /// Last day with an event, also with one that does not count.
  std::optional<Date> last_day() const { return cells_.last_day(); }

  /// The state as bytes of version 1, for deserialize(). Equal states have equal bytes.
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static UsageSketch deserialize(std::span<const std::uint8_t> bytes);

  const detail::SketchCells& cells() const { return cells_; }

 private:
  std::vector<std::string> events_, by_;
  std::optional<UserScope> scope_;
  detail::SketchCells cells_;
};
static_assert(PartialState<UsageSketch, Usage>);

}  // namespace fealty::adoption

#include <fealty/adoption/detail/usage_sketch_bytes.hpp>
#include <fealty/adoption/detail/usage_sketch_rows.hpp>
