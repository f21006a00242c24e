// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/ledger_sums.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::revenue::detail {

/// The kind of a movement, by what the account was and is: looked up, since a branch on it would be
/// mispredicted.
struct MovementKinds {
  enum Kind : std::uint8_t { nothing, new_business, reactivation, expansion, contraction, churn };

  constexpr MovementKinds() {
    for (const bool fresh : {false, true})
      for (const bool more : {false, true})
        for (const bool less : {false, true}) {
          of_[index(false, true, fresh, more, less)] = fresh ? new_business : reactivation;
          of_[index(true, false, fresh, more, less)] = churn;
          of_[index(true, true, fresh, more, less)] = more ? expansion : less ? contraction : nothing;
        }
  }
  /// \param fresh  whether one who comes is new
  constexpr Kind operator()(bool was, bool is, bool fresh, std::int64_t moved) const {
    return of_[index(was, is, fresh, moved > 0, moved < 0)];
  }

 private:
  static constexpr std::size_t index(bool was, bool is, bool fresh, bool more, bool less) {
    return std::size_t{was} | std::size_t{is} << 1 | std::size_t{fresh} << 2 | std::size_t{more} << 3 |
           std::size_t{less} << 4;
  }

  std::array<Kind, 32> of_{};
};
inline constexpr MovementKinds movement_kinds;

/// Sums of movements by period and kind, to which adding takes no branch.
class KindSums {
 public:
  explicit KindSums(std::size_t periods) : sums_(periods) {}

  void add(std::size_t period, MovementKinds::Kind kind, std::int64_t moved) {
    Sum& sum = sums_[period][kind];
    sum.amount += moved;
    ++sum.count;
  }
  void withdraw(std::size_t period, MovementKinds::Kind kind, std::int64_t moved) {
    Sum& sum = sums_[period][kind];
    sum.amount -= moved;
    --sum.count;
  }
  /// Adds all to sums by period; leaves closings alone.
  void add_to(std::vector<PeriodSums>& to) const {
    using Kinds = MovementKinds;
    for (std::size_t p = 0; p < to.size(); ++p) {
      const auto& from = sums_[p];
      to[p].new_business += from[Kinds::new_business].amount;
      to[p].new_accounts += from[Kinds::new_business].count;
      to[p].reactivation += from[Kinds::reactivation].amount;
      to[p].reactivation_accounts += from[Kinds::reactivation].count;
      to[p].expansion += from[Kinds::expansion].amount;
      to[p].expansion_accounts += from[Kinds::expansion].count;
      to[p].contraction -= from[Kinds::contraction].amount;
      to[p].contraction_accounts += from[Kinds::contraction].count;
      to[p].churn -= from[Kinds::churn].amount;
      to[p].churn_accounts += from[Kinds::churn].count;
    }
  }

 private:
  struct Sum {
    std::int64_t amount = 0, count = 0;
  };
  std::vector<std::array<Sum, 6>> sums_;
};

}  // namespace fealty::revenue::detail
