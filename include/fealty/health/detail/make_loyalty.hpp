// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/loyalty.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline LoyaltyField loyalty_field(double attitude, double behavior, const LoyaltyOptions& options) {
  if (std::isnan(attitude) || std::isnan(behavior)) return LoyaltyField::unknown;
  const bool thinks_well = attitude >= options.attitude_threshold;
  const bool acts = behavior >= options.behavior_threshold;
  if (thinks_well) return acts ? LoyaltyField::true_loyalty : LoyaltyField::latent_loyalty;
  return acts ? LoyaltyField::spurious_loyalty : LoyaltyField::no_loyalty;
}

inline void check_threshold(const char* what, double threshold) {
  if (!std::isfinite(threshold))
    throw InvalidInput({.who = "loyalty",
                        .what = what,
                        .where = {},
                        .value = fmt::format("{}", threshold),
                        .rule = "is not a finite number"});
}

inline void note_field(const char* code, Severity severity, LoyaltyField field, const char* says,
                       Loyalty& out) {
  Finding finding{.code = code, .severity = severity, .rows = {}, .message = {}};
  for (std::size_t row = 0; row < out.field.size(); ++row) {
    if (out.field[row] != field) continue;
    if (finding.rows.empty())
      finding.message = fmt::format("loyalty: account {} {}", out.account.text(row), says);
    finding.rows.push_back(static_cast<std::int64_t>(row));
  }
  if (!finding.rows.empty()) out.findings.push_back(std::move(finding));
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Loyalty loyalty(const LoyaltyScores& scores, const LoyaltyOptions& options) {
  detail::check_threshold("attitude_threshold", options.attitude_threshold);
  detail::check_threshold("behavior_threshold", options.behavior_threshold);
  Loyalty out;
  out.account = scores.account;
  out.attitude = scores.attitude;
  out.behavior = scores.behavior;
  out.attitude_threshold = options.attitude_threshold;
  out.behavior_threshold = options.behavior_threshold;
  for (std::size_t row = 0; row < out.attitude.size(); ++row)
    out.field.push_back(detail::loyalty_field(out.attitude[row], out.behavior[row], options));
  detail::note_field("spurious_loyalty", Severity::warning, LoyaltyField::spurious_loyalty,
                     "stays, and does not think well of it", out);
  detail::note_field("loyalty_unknown", Severity::information, LoyaltyField::unknown,
                     "has no attitude or no behavior that is known; it is in no field", out);
  return out;
}

inline LoyaltyCounts loyalty_counts(const Loyalty& loyalty) {
  std::array<std::int64_t, 5> counts{};
  for (const LoyaltyField field : loyalty.field) ++counts[static_cast<std::size_t>(field)];
  const std::int64_t known = counts[0] + counts[1] + counts[2] + counts[3];
  LoyaltyCounts out;
  for (std::size_t field = 0; field < counts.size(); ++field) {
    const bool has_share = field < 4 && known > 0;
    out.field.push_back(static_cast<LoyaltyField>(field));
    out.accounts.push_back(counts[field]);
    out.share.push_back(has_share ? static_cast<double>(counts[field]) / static_cast<double>(known)
                                  : std::numeric_limits<double>::quiet_NaN());
  }
  return out;
}

}  // namespace fealty::health
