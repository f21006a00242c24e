// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/match_ids.hpp>
#include <fealty/coverage/detail/planned_work.hpp>
#include <fealty/coverage/detail/span_rows.hpp>
#include <fealty/coverage/owners.hpp>
#include <fealty/coverage/staff.hpp>
#include <fealty/revenue/detail/account_ids.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fealty::coverage::detail {

/// The CSMs of a plan, by id, who has which account, and the time of each.
class CsmTime {
 public:
  /// \param overhead   share of the hours of staff that is not for accounts
  /// \param full_time  minutes for accounts of each owner in a week, without staff
  CsmTime(const PlannedWork& work, const std::optional<Owners>& owners, const std::optional<Staff>& staff,
          double overhead, std::int64_t full_time)
      : work_(work), overhead_(overhead), ids_(std::make_shared<Ids>()) {
    if (staff) add(*staff->data().ids);
    std::vector<std::uint32_t> owner(work.accounts().size(), no_id);
    if (owners && work.as_of()) read_owners(owners->data(), owner);
    sorted_ = ids_->sorted();
    const auto rank = ids_->ranks();
    for (const std::uint32_t code : owner) of_.push_back(code == no_id ? ids_->size() : rank[code]);
    supply_.assign(ids_->size() * work.weeks(), 0);
    if (staff) read_staff(staff->data(), rank);
    else std::fill(supply_.begin(), supply_.end(), full_time);
  }

  /// How many CSMs there are; accounts that nobody has come after them.
  std::size_t count() const { return ids_->size(); }
  /// The place of the CSM of the i-th account; count() for nobody.
  std::size_t of(std::size_t account) const { return of_[account]; }
  std::int64_t supply(std::size_t csm, std::size_t week) const {
    return csm < count() ? supply_[csm * work_.weeks() + week] : 0;
  }
  std::string text(std::size_t csm) const { return ids_->text(sorted_[csm]); }
  IdColumn column(const std::vector<std::size_t>& places) const {
    std::vector<std::uint32_t> codes;
    codes.reserve(places.size());
    for (const std::size_t place : places) codes.push_back(place < count() ? sorted_[place] : no_id);
    return {std::move(codes), ids_};
  }

 private:
  std::uint32_t add(const Ids& from, std::uint32_t code) {
    if (!revenue::detail::ids_fit(*ids_, from))
      work_.refuse("staff", ids_->is_text() ? "texts" : "integers",
                   "cannot be matched with owners of another kind");
    return revenue::detail::encode_from(*ids_, from, code);
  }
  void add(const Ids& from) {
    for (std::uint32_t code = 0; code < from.size(); ++code) add(from, code);
  }
  void read_owners(const SpanTable& owners, std::vector<std::uint32_t>& owner) {
    const auto known = match_ids("capacity", "owners", *owners.ids, *work_.tiers().ids);
    for (std::size_t i = 0; i < owner.size(); ++i) {
      const std::uint32_t account = known[work_.accounts()[i].account];
      const Span* const span = account == no_id ? nullptr : owners.on(account, work_.as_of()->days);
      if (span != nullptr && span->value != no_id) owner[i] = add(*owners.values, span->value);
    }
  }
  void read_staff(const SpanTable& staff, const std::vector<std::uint32_t>& rank) {
    for (std::uint32_t code = 0; code < staff.ids->size(); ++code) {
      const std::size_t csm = rank[revenue::detail::encode_from(*ids_, *staff.ids, code)];
      for (const Span& span : staff.of(code)) {
        if (std::isnan(span.amount)) continue;
        const std::int64_t minutes = std::llround(span.amount * 60 * (1 - overhead_));
        for (std::size_t week = 0; week < work_.weeks(); ++week) {
          const std::int64_t from = std::max<std::int64_t>(span.from, work_.monday(week));
          const std::int64_t to = std::min<std::int64_t>(span.to, work_.monday(week + 1));
          if (from < to) supply_[csm * work_.weeks() + week] += minutes * (to - from) / 7;
        }
      }
    }
  }

  const PlannedWork& work_;
  double overhead_;
  std::shared_ptr<Ids> ids_;
  std::vector<std::uint32_t> sorted_;
  std::vector<std::size_t> of_;
  std::vector<std::int64_t> supply_;
};

}  // namespace fealty::coverage::detail
