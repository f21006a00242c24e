// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::revenue::detail {

/// What a value of a field does to the numbers; without a value, what the field does.
struct PolicyMeaning {
  std::string_view field, value, text;
};

inline constexpr auto policy_meanings = std::to_array<PolicyMeaning>({
    {"preset", "none", "no product's conventions are claimed"},
    {"preset", "", "the cells that make this product's conventions may not be changed"},
    {"grain", "account", "all subscriptions of an account are one state"},
    {"grain", "subscription", "each subscription of an account is a state of its own"},
    {"grain", "item", "each item of a subscription is a state of its own"},
    {"grain", "parent", "an account and all below it are one state, that of the topmost"},
    {"netting", "period",
     "a movement is the difference of two period-end states, at most one per account and period"},
    {"netting", "event", "every change is a movement; what ends and begins on one day is one change"},
    {"period", "", "how time is cut; weeks run from Monday to Sunday"},
    {"fiscal_year_start", "", "first month of the fiscal year"},
    {"time_zone", "", "in which instants become days"},
    {"snapshot", "last_day", "a row counts in a period when start <= last day < end"},
    {"snapshot", "first_day", "a row counts in a period when start <= first day < end"},
    {"snapshot", "any_day", "a row counts in every period that it touches"},
    {"snapshot", "end_inclusive", "a row counts in a period when start <= last day <= end"},
    {"churn_date", "paid_period_end", "MRR ends when what was paid for ends, and not before the row"},
    {"churn_date", "cancel_request", "MRR ends when the customer asked to cancel"},
    {"churn_date", "service_end", "MRR ends with the row"},
    {"gap_days", "0", "every gap counts as churn"},
    {"gap_days", "", "gaps of at most so many days are bridged and do not count as churn"},
    {"reactivation_days", "none", "an account that comes back is reactivated, however long it was away"},
    {"reactivation_days", "", "an account that was away for more days than this is new again"},
    {"join_and_leave", "shown", "by event, an account that joins and leaves within a period moves"},
    {"join_and_leave", "ignored", "an account that joins and leaves within a period does not move"},
    {"week_factor", "per_year", "a week's amount x 52/12 is a month's"},
    {"week_factor", "times_4_33", "a week's amount x 4.33 is a month's"},
    {"week_factor", "times_4", "a week's amount x 4 is a month's"},
    {"week_factor", "zero", "weekly rows are no MRR"},
    {"day_factor", "per_year", "a day's amount x 365/12 is a month's"},
    {"day_factor", "times_30", "a day's amount x 30 is a month's"},
    {"day_factor", "zero", "daily rows are no MRR"},
    {"rounding", "half_even", "each row once, to the currency's minor unit, a half to the even one"},
    {"rounding", "half_up", "each row once, to the currency's minor unit, a half to the larger one"},
    {"discount", "all", "every discount lowers MRR as long as it lasts, never below 0"},
    {"discount", "recurring", "a discount that ends before its row does is one-time and lowers nothing"},
    {"discount", "none", "discounts lower nothing"},
    {"metered", "excluded", "metered charges are no MRR"},
    {"metered", "included", "metered charges are MRR, with the recurring ones"},
    {"metered", "separate", "this ledger is of metered charges alone"},
    {"paused", "hold", "a paused row counts in full"},
    {"paused", "zero_now", "a paused row counts nothing"},
    {"paused", "zero_at_paid_period_end", "a paused row counts up to the end of what was paid for"},
    {"past_due_days", "none", "a row that is past due counts in full"},
    {"past_due_days", "", "a row that is past due counts for so many days, then it is churn"},
    {"unpaid", "past_due", "a row that is unpaid counts like one that is past due"},
    {"unpaid", "churned", "a row that is unpaid counts nothing"},
    {"refund", "ignored", "refunds change no MRR"},
    {"refund", "negative_line", "a refund is a negative line for as long as its row lasts"},
    {"free", "active",
     "a customer at 0 after a full discount stays active; a free plan alone makes no customer"},
    {"free", "churned", "a customer at 0 is none"},
    {"merged", "recomputed", "the rows of a merged account are those of the account it went into"},
    {"merged", "separate", "a merged account keeps its rows"},
    {"exchange", "period_end", "a reporting currency takes the rates of each period's last day"},
    {"exchange", "service_start", "a reporting currency takes the rates of each row's start"},
    {"exchange", "fixed", "a reporting currency takes the rates of one day"},
    {"exchange_date", "", "the day of fixed rates"},
    {"window", "", "periods that retention looks back"},
    {"nrr_form", "cohort", "MRR now of the accounts that had MRR then, over their MRR then"},
    {"nrr_form", "movement", "opening + expansion - contraction - churn of the window, over opening"},
    {"nrr_form", "chained", "product of the periods' movement rates"},
    {"nrr_form", "mean_annualized", "mean of the periods' movement rates, each compounded to the window"},
    {"nrr_form", "weighted", "movement rate over all openings of the window, compounded to it"},
    {"grr_form", "cohort", "MRR now, no account for more than then, over MRR then"},
    {"grr_form", "running_minimum", "each account's least MRR within the window, over MRR then"},
    {"grr_form", "movement", "opening - contraction - churn of the window, over opening"},
    {"grr_form", "chained", "product of the periods' movement rates"},
    {"nrr_reactivation", "", "whether returning MRR is retained, where NRR is made of movements"},
    {"net_churn_reactivation", "", "whether returning MRR lowers net MRR churn"},
    {"quick_ratio_reactivation", "", "whether returning MRR raises the quick ratio"},
    {"logo_base", "opening", "logo churn is over the customers at the period's opening"},
    {"logo_base", "opening_and_new", "logo churn is over the customers at the opening and the new ones"},
    {"logo_base", "days_ago", "logo churn is over the customers 30 days before, 365 for yearly payers"},
    {"logo_base", "up_for_renewal", "logo churn is over the customers with a row that ends in the period"},
    {"currency", "constant", "both ends of a rate are taken at the rates of exchange of its base"},
    {"currency", "with_exchange", "each end of a rate is taken at its own rates of exchange"},
    {"confidence", "", "coverage of intervals"},
    {"small_base", "", "fewer accounts than this are flagged"},
});

constexpr std::string_view policy_meaning(std::string_view field, std::string_view value) {
  std::string_view any;
  for (const auto& each : policy_meanings) {
    if (each.field != field) continue;
    if (each.value == value) return each.text;
    if (each.value.empty()) any = each.text;
  }
  return any;
}

}  // namespace fealty::revenue::detail
