// SPDX-License-Identifier: MIT
#include <fealty/revenue/policy.hpp>

#include "revenue/tables.hpp"

#include <fealty/revenue/mrr_ledger.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::date;

namespace {

template <class Part>
std::string field_names(const Part& part) {
  std::string names;
  Part::each_field(part, [&](const char* name, const auto&) { names += std::string(name) + " "; });
  return names;
}

/// The error of a ledger made with a policy; "none" where it takes it.
std::string refusal(const RevenuePolicy& policy) {
  try {
    static_cast<void>(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100}}),
                                 {.as_of = date("2024-01-31"), .policy = policy}));
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "none";
}
std::string refusal(const LedgerPolicy& policy) { return refusal(RevenuePolicy{.ledger = policy}); }
std::string refusal(const RatesPolicy& policy) { return refusal(RevenuePolicy{.rates = policy}); }

}  // namespace

TEST_SUITE("revenue/policy") {
  TEST_CASE("the defaults of a ledger, each a decision") {
    const LedgerPolicy policy;
    CHECK(policy.grain == Grain::account);
    CHECK(policy.netting == Netting::period);
    CHECK(policy.period == Period::month);
    CHECK(policy.fiscal_year_start == 1);
    CHECK(policy.time_zone == "UTC");
    CHECK(policy.snapshot == Snapshot::last_day);
    CHECK(policy.churn_date == ChurnDate::paid_period_end);
    CHECK(policy.gap_days == 0);
    CHECK(policy.reactivation_days == std::nullopt);
    CHECK(policy.join_and_leave == JoinAndLeave::shown);
    CHECK(policy.week_factor == WeekFactor::per_year);
    CHECK(policy.day_factor == DayFactor::per_year);
    CHECK(policy.rounding == Rounding::half_even);
    CHECK(policy.discount == DiscountRule::all);
    CHECK(policy.metered == MeteredRule::excluded);
    CHECK(policy.paused == PausedRule::zero_at_paid_period_end);
    CHECK(policy.past_due_days == std::optional<std::int32_t>(30));
    CHECK(policy.unpaid == UnpaidRule::past_due);
    CHECK(policy.refund == RefundRule::ignored);
    CHECK(policy.free == FreeRule::active);
    CHECK(policy.merged == MergedRule::recomputed);
    CHECK(policy.exchange == ExchangeRule::period_end);
    CHECK(policy.exchange_date == std::nullopt);
  }

  TEST_CASE("the defaults of rates, each a decision") {
    const RatesPolicy policy;
    CHECK(policy.window == 12);
    CHECK(policy.nrr_form == NetForm::cohort);
    CHECK(policy.grr_form == GrossForm::cohort);
    CHECK_FALSE(policy.nrr_reactivation);
    CHECK_FALSE(policy.net_churn_reactivation);
    CHECK(policy.quick_ratio_reactivation);
    CHECK(policy.logo_base == LogoBase::opening);
    CHECK(policy.currency == RateCurrency::constant);
    CHECK(policy.confidence == 0.95);
    CHECK(policy.small_base == 30);
  }

  TEST_CASE("a policy is of no product, and has the defaults of both parts") {
    const RevenuePolicy policy;
    CHECK(policy.preset == Preset::none);
    CHECK(policy.ledger == LedgerPolicy{});
    CHECK(policy.rates == RatesPolicy{});
    CHECK(MrrLedgerOptions{}.policy == policy);
  }

  TEST_CASE("each_field visits all fields, in the order in which they are declared") {
    CHECK(field_names(RevenuePolicy{}) == "preset ledger rates ");
    CHECK(
        field_names(LedgerPolicy{}) ==
        "grain netting period fiscal_year_start time_zone snapshot churn_date gap_days reactivation_days "
        "join_and_leave week_factor day_factor rounding discount metered paused past_due_days unpaid refund "
        "free merged exchange exchange_date ");
    CHECK(
        field_names(RatesPolicy{}) ==
        "window nrr_form grr_form nrr_reactivation net_churn_reactivation quick_ratio_reactivation logo_base "
        "currency confidence small_base ");
    // As initialisers know them: every field, in order.
    const auto [grain, netting, period, fiscal, zone, snapshot, churn, gap, reactivation, join, week, day,
                round, discount, metered, paused, past_due, unpaid, refund, free, merged, exchange, on] =
        LedgerPolicy{};
    CHECK(free == FreeRule::active);
    const auto [window, net, gross, nrr, churned, quick, logo, currency, confidence, small] = RatesPolicy{};
    CHECK(small == 30);
  }

  TEST_CASE("each_field gives the fields themselves, each of its own name") {
    LedgerPolicy policy;
    LedgerPolicy::each_field(policy, [&](const std::string& name, auto& value) {
      if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::int32_t>)
        value = name == "gap_days" ? 14 : 4;
      else if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::optional<std::int32_t>>)
        value = name == "past_due_days" ? 7 : 90;
      else if constexpr (std::is_enum_v<std::decay_t<decltype(value)>>)
        value = static_cast<std::decay_t<decltype(value)>>(1);
    });
    CHECK(policy == LedgerPolicy{.grain = Grain::subscription,
                                 .netting = Netting::event,
                                 .period = Period::week,
                                 .fiscal_year_start = 4,
                                 .snapshot = Snapshot::first_day,
                                 .churn_date = ChurnDate::cancel_request,
                                 .gap_days = 14,
                                 .reactivation_days = 90,
                                 .join_and_leave = JoinAndLeave::ignored,
                                 .week_factor = WeekFactor::times_4_33,
                                 .day_factor = DayFactor::times_30,
                                 .rounding = Rounding::half_up,
                                 .discount = DiscountRule::recurring,
                                 .metered = MeteredRule::included,
                                 .paused = PausedRule::zero_now,
                                 .past_due_days = 7,
                                 .unpaid = UnpaidRule::churned,
                                 .refund = RefundRule::negative_line,
                                 .free = FreeRule::churned,
                                 .merged = MergedRule::separate,
                                 .exchange = ExchangeRule::service_start});
  }

  TEST_CASE("policies are equal when all of their fields are") {
    RevenuePolicy other;
    CHECK(other == RevenuePolicy{});
    other.rates.small_base = 29;
    CHECK(other != RevenuePolicy{});
    other = {};
    other.ledger.exchange_date = date("2024-01-01");
    CHECK(other != RevenuePolicy{});
    other = {};
    other.preset = Preset::smsb;  // of which every field is the default
    CHECK(other != RevenuePolicy{});
  }

  TEST_CASE("the options of a ledger stand for four fields of its policy") {
    const auto table = tables::subscriptions({{"a", "2024-01-05", "open", 100}});
    const auto ledger = mrr_ledger(table, {.policy = {.ledger = {.gap_days = 3}},
                                           .period = Period::quarter,
                                           .fiscal_year_start = 4,
                                           .netting = Netting::event});
    CHECK(ledger.policy().ledger ==
          LedgerPolicy{
              .netting = Netting::event, .period = Period::quarter, .fiscal_year_start = 4, .gap_days = 3});
    CHECK(mrr_ledger(table).policy() == RevenuePolicy{});
  }

  TEST_CASE("refuses what no ledger could be made with, in exact words") {
    CHECK(refusal(RevenuePolicy{}) == "none");
    CHECK(refusal({.fiscal_year_start = 0}) ==
          "mrr_ledger: fiscal_year_start = 0 is not a month from 1 to 12");
    CHECK(refusal({.fiscal_year_start = 13}) ==
          "mrr_ledger: fiscal_year_start = 13 is not a month from 1 to 12");
    CHECK(refusal({.fiscal_year_start = 12}) == "none");
    CHECK(refusal({.gap_days = -1}) == "mrr_ledger: gap_days = -1 is negative");
    CHECK(refusal({.reactivation_days = -1}) == "mrr_ledger: reactivation_days = -1 is negative");
    CHECK(refusal({.reactivation_days = 0}) == "none");
    CHECK(refusal({.past_due_days = -30}) == "mrr_ledger: past_due_days = -30 is negative");
    CHECK(refusal({.past_due_days = 0}) == "none");
    CHECK(refusal({.netting = Netting::event, .snapshot = Snapshot::any_day}) ==
          "mrr_ledger: snapshot = any_day stands beside netting event, which has no snapshots but last_day");
    CHECK(refusal({.exchange_date = date("2024-02-29")}) ==
          "mrr_ledger: exchange_date = 2024-02-29 belongs to exchange = fixed alone");
  }

  TEST_CASE("refuses rates out of range") {
    CHECK(refusal({.window = 0}) == "mrr_ledger: window = 0 is below 1");
    CHECK(refusal({.confidence = 0}) == "mrr_ledger: confidence = 0 is not in (0, 1)");
    CHECK(refusal({.confidence = 1}) == "mrr_ledger: confidence = 1 is not in (0, 1)");
    CHECK(refusal({.confidence = std::numeric_limits<double>::quiet_NaN()}) ==
          "mrr_ledger: confidence = nan is not in (0, 1)");
    CHECK(refusal({.confidence = std::numeric_limits<double>::infinity()}) ==
          "mrr_ledger: confidence = inf is not in (0, 1)");
    CHECK(refusal({.small_base = -1}) == "mrr_ledger: small_base = -1 is negative");
    CHECK(refusal({.window = 1, .confidence = 0.5, .small_base = 0}) == "none");
  }

  TEST_CASE("the largest gaps and limits are no overflow") {
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    CHECK(refusal({.gap_days = most}) == "none");
    CHECK(refusal({.reactivation_days = most}) == "none");
    CHECK(refusal({.past_due_days = most}) == "none");
    const auto back =
        tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100}, {"a", "2024-05-10", "open", 100}});
    const auto moved = [&](const LedgerPolicy& policy) {
      return tables::moves(mrr_ledger(back, {.as_of = date("2024-05-31"), .policy = {.ledger = policy}}));
    };
    CHECK(moved({.gap_days = most}) == "2024-01-01 a new_business 100");
    CHECK(moved({.reactivation_days = most}) ==
          "2024-01-01 a new_business 100\n2024-02-01 a churn 100\n2024-05-01 a reactivation 100");
  }
}
