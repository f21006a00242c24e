// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/growth_rows.hpp>
#include <fealty/adoption/detail/result_findings.hpp>
#include <fealty/adoption/growth_equation.hpp>
#include <fealty/core/error.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// A quotient, NaN where there is nothing to divide by.
inline double growth_quotient(double part, double whole) { return whole > 0 ? part / whole : no_figure; }
/// Whether a rate can be that high; a rounded 1 can.
inline bool possible_rate(double rate) { return rate <= 1 + 1e-12; }

/// The rows of a result about segments: they, and all of them where they have names.
inline std::vector<GrowthSegment> with_total(const GrowthSegments& segments) {
  std::vector<GrowthSegment> rows = segments.data().rows;
  if (segments.data().ids != nullptr && !rows.empty()) rows.push_back(all_segments(segments.data().rows));
  return rows;
}
inline IdColumn segment_column(std::vector<std::uint32_t> codes, const std::shared_ptr<const Ids>& ids) {
  return ids == nullptr ? IdColumn{} : IdColumn(std::move(codes), ids);
}
inline std::string segment_text(const GrowthSegment& row, const std::shared_ptr<const Ids>& ids) {
  if (row.segment == no_id) return "all customers";
  return fmt::format("segment {}", ids->text(row.segment));
}

inline void add_state(GrowthEquation& out, const GrowthSegment& row) {
  out.customers.push_back(row.customers);
  out.onboarding_rate.push_back(row.onboarding_rate);
  out.adoption_rate.push_back(row.adoption_rate);
  out.successes.push_back(row.successes);
  out.csms.push_back(row.csms);
  out.successes_per_csm.push_back(growth_quotient(row.successes, row.csms));
  const double point = out.points / 100;
  out.per_onboarding_point.push_back(static_cast<double>(row.customers) * row.adoption_rate * point);
  out.per_adoption_point.push_back(row.onboarded * point);
}

inline void add_needs(GrowthEquation& out, const GrowthSegment& row) {
  const auto customers = static_cast<double>(row.customers);
  // Products first: of counts they are exact, so that what just suffices is exactly 1.
  const double onboarding = growth_quotient(row.target * row.onboarding_rate, row.successes);
  const double adoption = growth_quotient(row.target, row.onboarded);
  const double factor = std::sqrt(growth_quotient(row.target, row.successes));
  const double both_onboarding = factor * row.onboarding_rate, both_adoption = factor * row.adoption_rate;
  out.target.push_back(row.target);
  out.needed_success_rate.push_back(growth_quotient(row.target, customers));
  out.needed_onboarding_rate.push_back(onboarding);
  out.needed_adoption_rate.push_back(adoption);
  out.needed_factor.push_back(factor);
  out.needed_both_onboarding_rate.push_back(both_onboarding);
  out.needed_both_adoption_rate.push_back(both_adoption);
  out.needed_customers.push_back(growth_quotient(row.target * customers, row.successes));
  out.needed_csms.push_back(growth_quotient(row.target * row.csms, row.successes));
  out.onboarding_suffices.push_back(possible_rate(onboarding) ? 1 : 0);
  out.adoption_suffices.push_back(possible_rate(adoption) ? 1 : 0);
  out.both_suffice.push_back(possible_rate(both_onboarding) && possible_rate(both_adoption) ? 1 : 0);
}

inline std::string out_of_reach(const GrowthEquation& out, std::size_t row) {
  return fmt::format(
      "{:.6g} successes of {} customers need an onboarding rate of {:.4g} or an adoption rate of {:.4g}, or "
      "both {:.4g} times as high; rates end at 1",
      out.target[row], out.customers[row], out.needed_onboarding_rate[row], out.needed_adoption_rate[row],
      out.needed_factor[row]);
}

inline void note_growth(GrowthEquation& out, const std::vector<GrowthSegment>& rows,
                        const std::shared_ptr<const Ids>& ids) {
  note_result_rows(
      out.findings, "target_out_of_reach", Severity::warning, rows.size(),
      [&](std::size_t row) {
        return !std::isnan(rows[row].target) && out.onboarding_suffices[row] == 0 &&
               out.adoption_suffices[row] == 0 && out.both_suffice[row] == 0;
      },
      [&](std::size_t row) { return segment_text(rows[row], ids) + ": " + out_of_reach(out, row); });
  note_result_rows(
      out.findings, "successes_without_csm", Severity::information, rows.size(),
      [&](std::size_t row) { return rows[row].csms == 0 && rows[row].successes > 0; },
      [&](std::size_t row) {
        return fmt::format("{}: {:.6g} successes without a CSM; there are no successes per CSM",
                           segment_text(rows[row], ids), rows[row].successes);
      });
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline GrowthEquation growth_equation(const GrowthSegments& segments, const GrowthEquationOptions& options) {
  if (!(options.points > 0 && std::isfinite(options.points)))
    throw InvalidInput(
        {"growth_equation", "points", {}, fmt::format("{}", options.points), "is not a number above 0"});
  const std::vector<detail::GrowthSegment> rows = detail::with_total(segments);
  GrowthEquation out{};
  out.points = options.points;
  std::vector<std::uint32_t> codes;
  for (const detail::GrowthSegment& row : rows) {
    codes.push_back(row.segment);
    detail::add_state(out, row);
    detail::add_needs(out, row);
  }
  out.segment = detail::segment_column(std::move(codes), segments.data().ids);
  detail::note_growth(out, rows, segments.data().ids);
  return out;
}

}  // namespace fealty::adoption
