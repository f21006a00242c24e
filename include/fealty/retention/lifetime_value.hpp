// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fealty::retention {

/// What a customer is taken to pay a month.
enum class LifetimeArpa {
  by_age,  ///< what customers of the same age paid
  flat     ///< ARPA of the ledger's last period
};
constexpr auto enum_names(LifetimeArpa) { return std::array<std::string_view, 2>{"by_age", "flat"}; }

/// Settings of lifetime_value() from a ledger.
struct LifetimeValueOptions {
  double margin = 1.0;                ///< gross margin, in [0, 1]; 1 gives revenue
  double annual_discount_rate = 0.0;  ///< of money, >= 0: a month's factor is (1 + rate)^(-1/12)
  std::optional<std::int32_t> horizon_months =
      {};                                    ///< months that count, >= 1; by default all that were seen
  LifetimeArpa arpa = LifetimeArpa::by_age;  ///< what a customer is taken to pay
  std::int32_t gap_days = 0;                 ///< gaps of at most so many days do not end a life, >= 0
};

/// Settings of lifetime_value() from a curve.
struct CurveLifetimeValueOptions {
  double arpa;                        ///< what a customer pays a month, in major units, >= 0
  double margin = 1.0;                ///< gross margin, in [0, 1]; 1 gives revenue
  double annual_discount_rate = 0.0;  ///< of money, >= 0: a month's factor is (1 + rate)^(-1/12)
  std::optional<std::int32_t> horizon_months = {};  ///< months that count, >= 1; by default all of the curve
};

/// A survival curve as columns: a step function that is 1 before its first day.
struct SurvivalColumns {
  Column<double> time;      ///< days, ascending, >= 0
  Column<double> survival;  ///< share of customers that last longer, in [0, 1], not rising
};

/// What a customer brings over a lifetime, month by month of age. Real numbers of money are in major units.
struct LifetimeValue {
  std::optional<double> value = {};          ///< sum of `contribution`; none without a month that was seen
  std::optional<double> textbook = {};       ///< arpa x margin / churn, for comparison; none without churn
  std::optional<double> flat_arpa = {};      ///< ARPA of the ledger's last period
  std::optional<double> monthly_churn = {};  ///< losses / months at risk, over all ages
  std::int64_t horizon_months = 0;           ///< months that were summed
  std::int64_t support_months = 0;           ///< months that were seen
  bool truncated = false;  ///< customers are left at the end of what was seen, short of the horizon
  double remaining = 1.0;  ///< survival at the end of the sum: who would go on to bring more
  double margin = 1.0;     ///< as it was chosen
  double annual_discount_rate = 0.0;                  ///< as it was chosen
  LifetimeArpa arpa_form = LifetimeArpa::flat;        ///< as it was chosen
  Currency currency = {};                             ///< of all amounts; none from a curve
  std::optional<revenue::RevenuePolicy> policy = {};  ///< what the ledger was made with; none from a curve
  std::vector<Finding> findings = {};                 ///< code: horizon_beyond_support
  std::vector<std::int64_t> month;                    ///< of age, from 0
  std::vector<std::int64_t> customers;  ///< seen at its beginning; 0 from a curve, which does not say
  std::vector<double> survival;         ///< share of customers that reach its beginning
  std::vector<double> arpa;             ///< what one pays in it
  std::vector<double> discount;         ///< factor that brings it to the day of the first payment
  std::vector<double> contribution;     ///< survival x arpa x margin x discount
  std::vector<double> cumulative;       ///< sum of the contributions up to it

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("month", self.month);
    f("customers", self.customers);
    f("survival", self.survival);
    f("arpa", self.arpa);
    f("discount", self.discount);
    f("contribution", self.contribution);
    f("cumulative", self.cumulative);
  }
};

/// What a customer brings over a lifetime: the sum over months t = 0, 1, … of survival(t) x arpa(t) x
/// margin x discount^t.
///
/// A month is paid at its beginning, by those who are customers then: so with a constant churn and no
/// discount the sum comes to the textbook's arpa x margin / churn, which assumes just that. survival(t) is
/// Kaplan-Meier's by month of age, of all spells of customer_lifetimes() (one that comes after a return is
/// a life of its own); ages are counted in months of the calendar, since most subscriptions end with
/// these. Nothing is extrapolated: the sum ends with the last month of age that anyone was seen to
/// complete, and says so in `truncated` and in the finding horizon_beyond_support (a warning where more
/// months were asked for); `remaining` tells how many customers it leaves out.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  margin, annual_discount_rate, horizon_months, arpa, gap_days
/// \returns        the value, the textbook's beside it, and one row for each month
/// \throws InvalidInput  unless 0 <= margin <= 1, annual_discount_rate is a number >= 0,
///                       horizon_months >= 1 and gap_days >= 0
/// \see Fader & Hardie (2010), Marketing Science 29:85-93, for the value of a contractual customer;
///      Kaplan & Meier (1958), JASA 53:457-481
LifetimeValue lifetime_value(const revenue::MrrLedger& ledger, const LifetimeValueOptions& options = {});

/// The same from any survival curve, for a customer who pays the same every month.
///
/// The curve is read at the beginning of each month of 365/12 days. A curve that does not reach 0 ends with
/// its last day: whole months up to there are summed.
///
/// \param curve    days and survival
/// \param options  arpa, margin, annual_discount_rate, horizon_months
/// \returns        the value, and one row for each month
/// \throws InvalidInput  as above; unless the columns are there and of one length, days are ascending and
///                       within [0, 2958463], survival is within [0, 1] and does not rise; unless arpa is a
///                       number >= 0
LifetimeValue lifetime_value(const SurvivalColumns& curve, const CurveLifetimeValueOptions& options);

}  // namespace fealty::retention

#include <fealty/retention/detail/lifetime_value_sums.hpp>
