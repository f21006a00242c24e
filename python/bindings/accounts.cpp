// SPDX-License-Identifier: MIT
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/exchange.hpp>

#include <string>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"

namespace fealty::python {

namespace {

using namespace fealty::revenue;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_account_table(const Scope& scope) {
  using C = AccountColumns;
  table_class<Accounts>(scope, "Accounts",
                        TableFields<C>()
                            .field("account", &C::account)
                            .field("parent", &C::parent)
                            .field("merged_into", &C::merged_into)
                            .field("valid_from", &C::valid_from)
                            .field("valid_to", &C::valid_to)
                            .field("attributes", &C::attributes)
                            .field("on_error", &C::on_error));
}

void bind_exchange(const Scope& scope) {
  Class<Rate>(scope, "Rate")
      .property("base", &Rate::base)
      .property("quote", &Rate::quote)
      .property("date", &Rate::date)
      .property("pivot", &Rate::pivot)
      .property("value", &Rate::value)
      .shown_as([](const Rate& rate) {
        return fmt::format("Rate(1 {} = {} {} on {})", rate.base().code(), rate.value(), rate.quote().code(),
                           to_string(rate.date()));
      });
  using C = ExchangeRateColumns;
  table_class<ExchangeRates>(scope, "ExchangeRates",
                             TableFields<C>()
                                 .field("date", &C::date)
                                 .field("base", &C::base)
                                 .field("quote", &C::quote)
                                 .field("rate", &C::rate)
                                 .field("max_age_days", &C::max_age_days)
                                 .field("on_error", &C::on_error))
      .property("max_age_days", &ExchangeRates::max_age_days)
      .method("rate", &ExchangeRates::rate, {{"base"}, {"quote"}, {"day"}})
      .method("try_rate", &ExchangeRates::try_rate, {{"base"}, {"quote"}, {"day"}});
  function(scope, "convert", &convert, {{"minor"}, {"rate"}, {"rounding", py::str("half_even")}});
}

}  // namespace

void bind_accounts(const Scope& scope) {
  bind_account_table(scope);
  bind_exchange(scope);
}

}  // namespace fealty::python
