// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/coverage/cadence.hpp>
#include <fealty/coverage/detail/account_groups.hpp>
#include <fealty/coverage/detail/cadence_walk.hpp>
#include <fealty/coverage/detail/gap_walk.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

inline Counting counting(const CadenceOptions& options) {
  return {options.as_of, options.channels, options.directions};
}
template <class Result>
Result begun(const CadenceWalk& walk, const CadenceOptions& options) {
  Result out;
  out.as_of = walk.as_of();
  out.as_of_inferred = !options.as_of && walk.as_of();
  out.counted = walk.counted();
  return out;
}

inline IdColumn owners_on(const char* who, const Owners& owners, const IdColumn& account, Date day) {
  const SpanTable& table = owners.data();
  const auto known = match_ids(who, "owners", *table.ids, *account.ids());
  std::vector<std::uint32_t> codes;
  for (const std::uint32_t code : account.codes()) {
    const Span* const span = known[code] == no_id ? nullptr : table.on(known[code], day.days);
    codes.push_back(span == nullptr ? no_id : span->value);
  }
  return {std::move(codes), table.values};
}

inline void add_account(const Stretch& stretch, const TierPlan& plan, std::int32_t as_of, Cadence& out) {
  const bool touched = !stretch.touches.empty();
  const std::int32_t mark = touched ? stretch.touches.back()->date : stretch.start();
  const double days = plan.cadence_days[stretch.pieces.back().tier];
  const std::int64_t since = std::int64_t{as_of} - mark;
  const std::int64_t due = std::isnan(days) ? open : mark + static_cast<std::int64_t>(days);
  const std::int64_t overdue = std::isnan(days) ? 0 : std::max<std::int64_t>(0, as_of - due);
  out.start.days.push_back(stretch.start());
  out.last_touch.days.push_back(touched ? mark : open);
  out.touches.push_back(static_cast<std::int64_t>(stretch.touches.size()));
  out.days_since.push_back(since);
  out.cadence_days.push_back(days);
  out.due.days.push_back(static_cast<std::int32_t>(due));
  out.overdue_days.push_back(overdue);
  out.gap.push_back(overdue > 0 ? 1 : 0);
}

/// What is known of the accounts of a group and tier.
struct ShareSum {
  std::int64_t accounts = 0, covered = 0, never = 0, overdue = 0;
};
/// How many touches say who moved first, and what they took, by response.
struct ResponseSum {
  std::array<std::int64_t, 3> touches{};
  std::array<double, 3> hours{};
};

/// A sum for each tier of the plan, in each group that has accounts.
template <class Sum>
class TierSums {
 public:
  TierSums(const AccountGroups& groups, const TierPlan& plan)
      : groups_(groups), plan_(plan), tiers_(plan.tier.size()), sums_(groups.count() * tiers_),
        seen_(groups.count(), groups.count() == 1 ? 1 : 0) {}

  Sum& at(std::uint32_t account, std::uint32_t tier) {
    const std::size_t group = groups_.of(account);
    seen_[group] = 1;
    return sums_[group * tiers_ + tier];
  }
  /// Calls `f` with each sum and its tier; it makes so many rows.
  template <class F>
  void for_each(std::size_t rows, F f) {
    for (std::size_t group = 0; group < seen_.size(); ++group)
      for (std::uint32_t tier = 0; seen_[group] != 0 && tier < tiers_; ++tier) {
        places_.insert(places_.end(), rows, group);
        tier_.insert(tier_.end(), rows, tier);
        f(std::as_const(sums_[group * tiers_ + tier]), tier);
      }
  }
  IdColumn groups() const { return groups_.column(places_); }
  IdColumn tiers() const { return tier_column(plan_, tier_); }

 private:
  const AccountGroups& groups_;
  const TierPlan& plan_;
  std::size_t tiers_;
  std::vector<Sum> sums_;
  std::vector<std::uint8_t> seen_;
  std::vector<std::size_t> places_;
  std::vector<std::uint32_t> tier_;
};

inline void add_responses(const Stretch& stretch, TierSums<ResponseSum>& sums) {
  std::size_t piece = 0;
  for (const TouchRow* const touch : stretch.touches) {
    while (stretch.pieces[piece].to <= touch->date) ++piece;
    ResponseSum& sum = sums.at(stretch.account, stretch.pieces[piece].tier);
    if (touch->response == no_id) continue;
    ++sum.touches[touch->response];
    if (!std::isnan(touch->hours)) sum.hours[touch->response] += touch->hours;
  }
}

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline Cadence cadence(const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
                       const CadenceOptions& options) {
  detail::CadenceWalk walk("cadence", touches, tiers, plan, detail::counting(options));
  const detail::AccountGroups checked("cadence", options.accounts, options.by, *walk.tiers().ids,
                                      walk.as_of());
  auto out = detail::begun<Cadence>(walk, options);
  std::vector<std::uint32_t> accounts, rows;
  walk.for_each([&](const detail::Stretch& stretch) {
    if (stretch.end() != open) return;
    accounts.push_back(stretch.account);
    rows.push_back(stretch.pieces.back().tier);
    detail::add_account(stretch, plan, out.as_of->days, out);
  });
  out.account = IdColumn(std::move(accounts), walk.tiers().ids);
  out.tier = detail::tier_column(plan, rows);
  if (options.owners && out.as_of)
    out.csm = detail::owners_on("cadence", *options.owners, out.account, *out.as_of);
  out.findings = walk.take_findings();
  return out;
}

inline CoverageShare coverage_share(const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
                                    const CadenceOptions& options) {
  detail::CadenceWalk walk("coverage_share", touches, tiers, plan, detail::counting(options));
  const detail::AccountGroups groups("coverage_share", options.accounts, options.by, *walk.tiers().ids,
                                     walk.as_of());
  detail::TierSums<detail::ShareSum> sums(groups, plan);
  walk.for_each([&](const detail::Stretch& stretch) {
    if (stretch.end() != open) return;
    Cadence one;
    detail::add_account(stretch, plan, walk.as_of()->days, one);
    detail::ShareSum& sum = sums.at(stretch.account, stretch.pieces.back().tier);
    ++sum.accounts;
    sum.covered += one.gap.front() == 0 ? 1 : 0;
    sum.never += stretch.touches.empty() ? 1 : 0;
    sum.overdue += one.overdue_days.front();
  });
  auto out = detail::begun<CoverageShare>(walk, options);
  sums.for_each(1, [&](const detail::ShareSum& sum, std::uint32_t tier) {
    const bool none = sum.accounts == 0 || std::isnan(plan.cadence_days[tier]);
    out.accounts.push_back(sum.accounts);
    out.covered.push_back(sum.covered);
    out.never_touched.push_back(sum.never);
    out.share.push_back(none ? std::numeric_limits<double>::quiet_NaN()
                             : static_cast<double>(sum.covered) / static_cast<double>(sum.accounts));
    out.overdue_days.push_back(sum.overdue);
  });
  out.group = sums.groups();
  out.tier = sums.tiers();
  return out;
}

inline CoverageGaps coverage_gaps(const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
                                  const CadenceOptions& options) {
  detail::CadenceWalk walk("coverage_gaps", touches, tiers, plan, detail::counting(options));
  const detail::AccountGroups checked("coverage_gaps", options.accounts, options.by, *walk.tiers().ids,
                                      walk.as_of());
  auto out = detail::begun<CoverageGaps>(walk, options);
  std::vector<std::uint32_t> accounts, rows;
  walk.for_each([&](const detail::Stretch& stretch) {
    const std::int32_t as_of = out.as_of->days;
    for (const detail::Gap& gap : detail::gaps_of(stretch, plan.cadence_days, as_of)) {
      const bool lasts = stretch.end() == open && !gap.touched && gap.to == as_of + 1;
      accounts.push_back(stretch.account);
      rows.push_back(gap.tier);
      out.start.days.push_back(gap.from);
      out.end.days.push_back(lasts ? open : gap.to);
      out.days.push_back(gap.to - gap.from);
      out.touched.push_back(gap.touched ? 1 : 0);
    }
  });
  out.account = IdColumn(std::move(accounts), walk.tiers().ids);
  out.tier = detail::tier_column(plan, rows);
  return out;
}

inline ResponseMix response_mix(const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
                                const CadenceOptions& options) {
  detail::CadenceWalk walk("response_mix", touches, tiers, plan, detail::counting(options));
  const detail::AccountGroups groups("response_mix", options.accounts, options.by, *walk.tiers().ids,
                                     walk.as_of());
  auto out = detail::begun<ResponseMix>(walk, options);
  detail::TierSums<detail::ResponseSum> sums(groups, plan);
  walk.for_each([&](const detail::Stretch& stretch) { detail::add_responses(stretch, sums); });
  if (touches.data().has_response)
    sums.for_each(3, [&](const detail::ResponseSum& sum, std::uint32_t) {
      const std::int64_t all = sum.touches[0] + sum.touches[1] + sum.touches[2];
      for (std::size_t i = 0; i < 3; ++i) {
        out.response.push_back(static_cast<Response>(i));
        out.touches.push_back(sum.touches[i]);
        out.share.push_back(all == 0 ? std::numeric_limits<double>::quiet_NaN()
                                     : static_cast<double>(sum.touches[i]) / static_cast<double>(all));
        out.hours.push_back(sum.hours[i]);
      }
    });
  else
    out.findings.push_back({"response_not_told",
                            Severity::information,
                            {},
                            "response_mix: touches have no column response; there is no mix"});
  out.group = sums.groups();
  out.tier = sums.tiers();
  return out;
}

}  // namespace fealty::coverage
