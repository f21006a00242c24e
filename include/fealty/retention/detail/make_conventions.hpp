// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/retention/conventions.hpp>
#include <fealty/retention/detail/convention_list.hpp>
#include <fealty/retention/detail/window_logos.hpp>
#include <fealty/retention/logo_retention.hpp>
#include <fealty/retention/revenue_retention.hpp>
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/policy_json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace fealty::retention::detail {

/// One row of the result.
struct ConventionRow {
  RetentionMeasure measure;
  std::string name = {}, definition = {}, used_by = {}, fingerprint = {};
  double value = 0;
  Interval interval{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  std::int64_t retained = 0, base = 0, retained_accounts = 0, base_accounts = 0;
};

/// Makes the rows of a ledger for one period and window.
class ConventionRows {
 public:
  ConventionRows(const revenue::MrrLedger& ledger, std::size_t period, const revenue::RatesPolicy& rates,
                 const ConventionsOptions& options)
      : ledger_(ledger), period_(period), window_(static_cast<std::size_t>(rates.window)), rates_(rates),
        options_(options), z_(normal_quantile(0.5 + rates.confidence / 2)),
        logos_(window_logos(ledger, period, window_)),
        fingerprint_(revenue::policy_fingerprint(ledger.policy())) {}

  ConventionRow revenue(RetentionMeasure measure, NetForm net, GrossForm gross, bool reactivation,
                        bool intervals) const {
    RevenueRetention out;
    revenue::RatesPolicy rates = rates_;
    rates.nrr_form = net;
    rates.grr_form = gross;
    rates.nrr_reactivation = reactivation;
    RevenueRetentionOptions options;
    options.draws = intervals ? options_.draws : 0;
    options.seed = options_.seed;
    RetentionRates(ledger_, rates, options, period_).append(period_, out);
    const bool is_net = measure == RetentionMeasure::nrr;
    return {.measure = measure,
            .fingerprint = fingerprint_,
            .value = is_net ? out.nrr[0] : out.grr[0],
            .interval = is_net ? Interval{out.nrr_lower[0], out.nrr_upper[0]}
                               : Interval{out.grr_lower[0], out.grr_upper[0]},
            .retained = is_net ? out.retained.minor[0] : out.gross_retained.minor[0],
            .base = out.base.minor[0],
            .base_accounts = out.base_accounts[0]};
  }
  ConventionRow logos(std::string_view form) const {
    ConventionRow row{.measure = RetentionMeasure::logo_retention,
                      .fingerprint = fingerprint_,
                      .retained_accounts = logos_.retained,
                      .base_accounts = logos_.base};
    if (form == "uninterrupted") row.retained_accounts = logos_.uninterrupted;
    if (form == "movement") row.retained_accounts = logos_.base - logos_.left;
    if (form == "opening_and_new") {
      row.base_accounts += logos_.fresh;
      row.retained_accounts = row.base_accounts - logos_.left;
    }
    row.value = form == "chained" ? logos_.chained : rate(row.retained_accounts, row.base_accounts);
    if (form == "cohort" || form == "uninterrupted")
      row.interval = wilson(row.retained_accounts, row.base_accounts, z_);
    return row;
  }
  ConventionRow form(const RateForm& form) const {
    const bool again = form.name.find("reactivation") != std::string_view::npos;
    const auto is = [&](std::string_view name) { return form.name.substr(0, name.size()) == name; };
    ConventionRow row;
    if (form.measure == RetentionMeasure::logo_retention) row = logos(form.name);
    else if (is("cohort")) row = revenue(form.measure, NetForm::cohort, GrossForm::cohort, false, true);
    else if (is("running_minimum"))
      row = revenue(form.measure, NetForm::cohort, GrossForm::running_minimum, false, true);
    else if (is("movement"))
      row = revenue(form.measure, NetForm::movement, GrossForm::movement, again, false);
    else if (is("chained")) row = revenue(form.measure, NetForm::chained, GrossForm::chained, again, false);
    else if (is("mean_annualized"))
      row = revenue(form.measure, NetForm::mean_annualized, GrossForm::chained, again, false);
    else row = revenue(form.measure, NetForm::weighted, GrossForm::chained, again, false);
    row.name = form.name;
    row.definition = form.definition;
    row.used_by = form.used_by;
    return row;
  }

 private:
  const revenue::MrrLedger& ledger_;
  std::size_t period_, window_;
  revenue::RatesPolicy rates_;
  const ConventionsOptions& options_;
  double z_;
  WindowLogos logos_;
  std::string fingerprint_;
};

/// The ledger of a variant; none when its table cannot be read so, or lacks what that takes, such as rates of
/// exchange of other days.
inline std::optional<revenue::MrrLedger> variant_ledger(const revenue::MrrLedger& ledger,
                                                        const LedgerVariant& variant) {
  if (!ledger.source().takes(variant.policy.ledger)) return std::nullopt;
  try {
    return ledger.with_policy(variant.policy);
  } catch (const InvalidInput&) {
    return std::nullopt;
  }
}

inline void append_convention(Conventions& out, const ConventionRow& row, std::int64_t small_base) {
  out.measure.push_back(row.measure);
  out.convention.push_back(row.name);
  out.value.push_back(row.value);
  out.lower.push_back(row.interval.lower);
  out.upper.push_back(row.interval.upper);
  out.retained.minor.push_back(row.retained);
  out.base.minor.push_back(row.base);
  out.retained_accounts.push_back(row.retained_accounts);
  out.base_accounts.push_back(row.base_accounts);
  out.small_base.push_back(row.base_accounts < small_base ? 1 : 0);
  out.definition.push_back(row.definition);
  out.used_by.push_back(row.used_by);
  out.fingerprint.push_back(row.fingerprint);
}

/// The three measures of a variant.
inline void add_variant(std::vector<ConventionRow>& rows, const LedgerVariant& variant,
                        const revenue::MrrLedger& made, std::int32_t first_day,
                        const revenue::RatesPolicy& rates, const ConventionsOptions& options) {
  const auto& days = made.periods().period.days;
  const auto found = std::find(days.begin(), days.end(), first_day);
  const auto period = static_cast<std::size_t>(found - days.begin());
  if (found == days.end() || period < static_cast<std::size_t>(rates.window)) return;
  const ConventionRows of(made, period, rates, options);
  const NetForm net = variant.movements ? NetForm::movement : NetForm::cohort;
  const GrossForm gross = variant.movements ? GrossForm::movement : GrossForm::cohort;
  const bool again = variant.policy.preset == revenue::Preset::chartmogul;
  std::string_view logos = variant.movements ? "movement" : "cohort";
  if (variant.policy.rates.logo_base == revenue::LogoBase::opening_and_new) logos = "opening_and_new";
  for (ConventionRow row : {of.revenue(RetentionMeasure::nrr, net, gross, again, false),
                            of.revenue(RetentionMeasure::grr, net, gross, false, false), of.logos(logos)}) {
    row.name = variant.name;
    row.definition = variant.definition;
    row.used_by = variant.used_by;
    rows.push_back(std::move(row));
  }
}

/// The period that was asked for, or the last complete one.
inline std::size_t convention_period(const revenue::MrrLedger& ledger, const ConventionsOptions& options,
                                     std::int32_t window) {
  const auto& complete = ledger.periods().complete;
  std::size_t period = complete.size();
  if (!options.period.empty())
    period = revenue::detail::find_period("conventions", ledger.data(), options.period);
  else if (const auto last = std::find(complete.rbegin(), complete.rend(), 1); last != complete.rend())
    period = static_cast<std::size_t>(complete.rend() - last) - 1;
  if (period == complete.size())
    throw InvalidInput({.who = "conventions",
                        .what = "period",
                        .where = {},
                        .value = "",
                        .rule = "is not given, and the ledger has no complete one"});
  if (period < static_cast<std::size_t>(window))
    throw InvalidInput({.who = "conventions",
                        .what = "window",
                        .where = {},
                        .value = fmt::format("{}", window),
                        .rule = fmt::format("reaches back beyond the ledger, which has {} periods before {}",
                                            period, ledger.data().grid->label(period))});
  return period;
}

}  // namespace fealty::retention::detail

namespace fealty::retention {

inline Conventions conventions(const revenue::MrrLedger& ledger, const ConventionsOptions& options) {
  RevenueRetentionOptions checked{.window = options.window};
  checked.draws = options.draws;
  checked.confidence = options.confidence;
  checked.small_base = options.small_base;
  const revenue::RatesPolicy rates = detail::retention_policy("conventions", ledger, checked).rates;
  const std::size_t period = detail::convention_period(ledger, options, rates.window);
  const std::int32_t first_day = ledger.periods().period.days[period];

  std::vector<detail::ConventionRow> rows;
  const detail::ConventionRows own(ledger, period, rates, options);
  for (const auto& form : detail::rate_forms()) rows.push_back(own.form(form));
  for (const auto& variant : detail::ledger_variants(ledger.policy()))
    if (const auto made = detail::variant_ledger(ledger, variant))
      detail::add_variant(rows, variant, *made, first_day, rates, options);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.measure < b.measure; });

  Conventions out;
  out.retained.currency = out.base.currency = ledger.currency();
  out.period = Date{first_day};
  out.period_end = Date{ledger.periods().period_end.days[period]};
  out.window = rates.window;
  out.policy = ledger.policy();
  for (const auto& row : rows) detail::append_convention(out, row, rates.small_base);
  return out;
}

}  // namespace fealty::retention
