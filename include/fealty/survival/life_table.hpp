// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/partial_state.hpp>
#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival {

/// Settings of a LifeTable.
struct LifeTableOptions {
  std::vector<std::string> by = {};      ///< attributes whose values make the groups
  std::vector<std::string> strata = {};  ///< attributes within whose values groups are compared
  std::int32_t threads = 0;              ///< at most so many; 0 for all of the machine's
};

/// The partial state of survival curves and of their comparison: how many lives were watched from each age
/// on, and how many ended, by cause, or were last seen at it; in each group and stratum.
///
/// Tables of partitions, batches of a stream and states from other processes add up to the table of all their
/// rows: exactly for counts and whole weights, in any order, and to 32 digits for others. A life in several
/// stretches, each with its entry, may be spread over states.
class LifeTable {
 public:
  /// \throws InvalidInput  for a negative number of threads
  explicit LifeTable(LifeTableOptions options = {});
  /// The table of all rows.
  explicit LifeTable(const Lifetimes& lives, LifeTableOptions options = {}) : LifeTable(std::move(options)) {
    update(lives);
  }

  /// Adds lives.
  ///
  /// \throws InvalidInput  when attributes of `by` or `strata` are not there, or make no groups; when these
  ///                       lives have weights and others had none, or of another kind; nothing is added then
  void update(const Lifetimes& lives);
  /// Adds the lives of another table.
  ///
  /// \throws InvalidInput  when its `by` or `strata` differ, or its weights are of another kind
  void merge(const LifeTable& other);

  /// Lives so far.
  std::int64_t size() const;
  /// Attributes whose values make the groups.
  const std::vector<std::string>& by() const { return by_; }
  /// Attributes within whose values groups are compared.
  const std::vector<std::string>& strata() const { return strata_; }
  /// What can end a life, in order; one without a name where no cause was told.
  const std::vector<std::string>& causes() const { return causes_; }
  /// What weights mean; none without weights.
  std::optional<WeightKind> weight_kind() const { return weight_kind_; }

  /// The state as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static LifeTable deserialize(std::span<const std::uint8_t> bytes);

  const detail::LifeGroups& groups() const { return groups_; }

 private:
  void accept(std::optional<WeightKind> kind) const;
  void add(detail::LifeGroups more, const std::vector<std::string>& causes, std::optional<WeightKind> kind);

  std::vector<std::string> by_, strata_, causes_;
  std::int32_t threads_;
  std::optional<WeightKind> weight_kind_;
  detail::LifeGroups groups_;
};
static_assert(PartialState<LifeTable, Lifetimes>);

}  // namespace fealty::survival

#include <fealty/survival/detail/life_table_bytes.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
