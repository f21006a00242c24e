// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/growth_rows.hpp>
#include <fealty/adoption/detail/make_growth_equation.hpp>
#include <fealty/adoption/growth_change.hpp>
#include <fealty/core/error.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// To the nearest 2^-20.
inline double on_grid(double number) { return std::nearbyint(number * 0x1p20) * 0x1p-20; }

/// The parts of N factors in the change of their product, which add up to `change`.
template <std::size_t N>
std::array<double, N> shapley_parts(std::array<double, N> from, std::array<double, N> to, double change) {
  for (std::size_t i = 0; i < N; ++i) {
    if (std::isnan(from[i])) from[i] = std::isnan(to[i]) ? 0 : to[i];
    if (std::isnan(to[i])) to[i] = from[i];
  }
  // How many of all orders have exactly these factors, k of them, before the one in question.
  std::array<double, N> orders{};
  for (std::size_t k = 0; k < N; ++k) {
    double ways = static_cast<double>(N);  // N! / (k! (N - 1 - k)!) of them share one k
    for (std::size_t i = 0; i < k; ++i) ways *= static_cast<double>(N - 1 - i) / static_cast<double>(i + 1);
    orders[k] = ways;
  }
  std::array<double, N> parts{};
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t changed = 0; changed < std::size_t{1} << N; ++changed) {
      if ((changed >> i & 1) != 0) continue;
      double product = to[i] - from[i];
      std::size_t before = 0;
      for (std::size_t j = 0; j < N; ++j) {
        const bool is_changed = (changed >> j & 1) != 0;
        before += is_changed ? 1 : 0;
        if (j != i) product *= is_changed ? to[j] : from[j];
      }
      parts[i] += product / orders[before];
    }
    parts[i] = on_grid(parts[i]);
  }
  std::size_t largest = 0;
  double left = change;
  for (std::size_t i = 0; i < N; ++i) {
    left -= parts[i];
    if (std::abs(parts[i]) > std::abs(parts[largest])) largest = i;
  }
  parts[largest] += left;
  return parts;
}

/// A segment in both periods; in one that it is not in, it has no customers.
struct SegmentPair {
  std::uint32_t segment;
  GrowthSegment before;
  GrowthSegment now;
};
inline GrowthSegment no_customers() { return {no_id, 0, 0, no_figure, no_figure, 0, 0, no_figure, -1}; }

inline void check_same_names(const GrowthSegments& before, const GrowthSegments& now) {
  if (before.data().rows.empty() || now.data().rows.empty()) return;
  const auto refuse = [](const char* value, const char* rule) {
    throw InvalidInput({"growth_change", "now", {}, value, rule});
  };
  if ((before.data().ids == nullptr) != (now.data().ids == nullptr))
    refuse("", now.data().ids == nullptr ? "has no segments, as before has"
                                         : "has segments, which before has not");
  if (before.data().ids != nullptr && before.data().ids->is_text() != now.data().ids->is_text())
    refuse("", now.data().ids->is_text() ? "names segments by texts, and before by integers"
                                         : "names segments by integers, and before by texts");
}

/// The segments of either period, ascending, as codes of `ids`.
inline std::vector<SegmentPair> paired(const GrowthSegments& before, const GrowthSegments& now, Ids& ids) {
  std::vector<SegmentPair> pairs;
  const auto pair_of = [&](const GrowthSegment& row,
                           const std::shared_ptr<const Ids>& names) -> SegmentPair& {
    const std::uint32_t code = row.segment == no_id ? 0
                               : names->is_text()   ? ids.encode(names->view(row.segment))
                                                    : ids.encode(names->number(row.segment));
    while (pairs.size() <= code)
      pairs.push_back({row.segment == no_id ? no_id : code, no_customers(), no_customers()});
    return pairs[code];
  };
  for (const GrowthSegment& row : before.data().rows) pair_of(row, before.data().ids).before = row;
  for (const GrowthSegment& row : now.data().rows) pair_of(row, now.data().ids).now = row;
  if (ids.size() == 0) return pairs;
  std::vector<SegmentPair> ascending;
  for (const std::uint32_t code : ids.sorted()) ascending.push_back(pairs[code]);
  return ascending;
}

/// What a table says of all of its segments.
struct PeriodTotals {
  double customers = 0;
  bool has_csms = true;

  explicit PeriodTotals(const GrowthSegments& segments) {
    for (const GrowthSegment& row : segments.data().rows) {
      customers += static_cast<double>(row.customers);
      has_csms = has_csms && !std::isnan(row.csms);
    }
  }
  std::array<double, 4> factors(const GrowthSegment& row) const {
    return {customers, growth_quotient(static_cast<double>(row.customers), customers), row.onboarding_rate,
            row.adoption_rate};
  }
};

inline bool without_csm(const GrowthSegment& row) {
  return std::isnan(row.csms) || (row.csms == 0 && row.successes > 0);
}
inline std::array<double, 2> csm_factors(const GrowthSegment& row) {
  return {row.csms, growth_quotient(row.successes, row.csms)};
}

/// Adds a row: change, its four parts, and the two of CSMs.
inline void add_change(GrowthChange& out, double before, double now, const std::array<double, 4>& parts,
                       const std::array<double, 2>& csms) {
  out.before.push_back(before);
  out.now.push_back(now);
  out.change.push_back(now - before);
  out.customers.push_back(parts[0]);
  out.mix.push_back(parts[1]);
  out.onboarding.push_back(parts[2]);
  out.adoption.push_back(parts[3]);
  out.headcount.push_back(csms[0]);
  out.per_csm.push_back(csms[1]);
}
inline double exact_sum(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double each : numbers) sum += each;  // exact: whole multiples of 2^-20 below 2^33
  return sum;
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline GrowthChange growth_change(const GrowthSegments& before, const GrowthSegments& now) {
  detail::check_same_names(before, now);
  Ids ids;
  const auto pairs = detail::paired(before, now, ids);
  const detail::PeriodTotals first(before), second(now);
  const bool has_csms = first.has_csms && second.has_csms;
  const bool named = before.data().ids != nullptr || now.data().ids != nullptr;
  GrowthChange out;
  std::vector<std::uint32_t> codes;
  for (const detail::SegmentPair& pair : pairs) {
    const double from = detail::on_grid(pair.before.successes), to = detail::on_grid(pair.now.successes);
    std::array<double, 2> csms{detail::no_figure, detail::no_figure};
    if (has_csms && !detail::without_csm(pair.before) && !detail::without_csm(pair.now))
      csms =
          detail::shapley_parts(detail::csm_factors(pair.before), detail::csm_factors(pair.now), to - from);
    detail::add_change(out, from, to,
                       detail::shapley_parts(first.factors(pair.before), second.factors(pair.now), to - from),
                       csms);
    codes.push_back(pair.segment);
  }
  if (named && !pairs.empty()) {
    codes.push_back(no_id);
    const std::array<double, 4> parts{detail::exact_sum(out.customers), detail::exact_sum(out.mix),
                                      detail::exact_sum(out.onboarding), detail::exact_sum(out.adoption)};
    detail::add_change(out, detail::exact_sum(out.before), detail::exact_sum(out.now), parts,
                       {detail::exact_sum(out.headcount), detail::exact_sum(out.per_csm)});
  }
  if (named) out.segment = IdColumn(std::move(codes), std::make_shared<const Ids>(std::move(ids)));
  return out;
}

}  // namespace fealty::adoption
