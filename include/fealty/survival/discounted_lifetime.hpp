// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/renewal_model.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// Whose payments count, and when the first is. S is the survival of one who has renewed `renewals` times, v
/// 1 / (1 + discount).
enum class PaymentTiming {
  new_customer,    ///< of one yet to be won, who pays at once: the sum of S(t) v^t from t = 0 on (DEL)
  before_renewal,  ///< of a customer whose renewal is due now: of S(t) v^(t - 1) from t = 1 on (DERL)
  after_renewal    ///< of one who has just renewed and paid: of S(t) v^t from t = 1 on (DERL)
};
constexpr auto enum_names(PaymentTiming) {
  return std::array<std::string_view, 3>{"new_customer", "before_renewal", "after_renewal"};
}

/// Settings of discounted_lifetime().
struct DiscountedLifetimeOptions {
  double discount;                                     ///< per period, >= 0
  PaymentTiming timing = PaymentTiming::new_customer;  ///< whose payments
  std::int64_t renewals = 0;                           ///< so often it has renewed; 0 for a new customer
};

/// Payments to come, in payments of today: times the margin of one they are a lifetime value.
struct DiscountedLifetime {
  IdColumn group;                           ///< as the model has it; only with groups
  std::vector<double> discounted_lifetime;  ///< NaN where it is infinite, or the group has no alpha
  std::vector<double> beyond;               ///< share of it from renewals later than any that were seen
  PaymentTiming timing = PaymentTiming::new_customer;  ///< whose payments
  double discount = 0;                                 ///< per period
  std::int64_t renewals = 0;                           ///< so often they have renewed
  std::vector<Finding> findings = {};  ///< code: horizon_beyond_support, where 1% or more are beyond

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.discounted_lifetime.empty()) f("group", self.group);
    f("discounted_lifetime", self.discounted_lifetime);
    f("beyond", self.beyond);
  }
};

/// The discounted expected lifetime (DEL), or residual lifetime (DERL), of customers of a renewal model.
/// `beyond` tells how much of it was never seen: it is the model's.
///
/// \param model    as made by shifted_beta_geometric() or beta_discrete_weibull()
/// \param options  discount, timing, renewals
/// \returns        one row for each group
/// \throws InvalidInput  unless the discount is a number >= 0 and 0 <= renewals <= 1,000,000; for a new
///                       customer with renewals
/// \see Fader & Hardie (2010), Marketing Science 29:85-93, equations 4 to 8
DiscountedLifetime discounted_lifetime(const RenewalModel& model, const DiscountedLifetimeOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_discounted_lifetime.hpp>
