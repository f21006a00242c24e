// SPDX-License-Identifier: MIT
#include <fealty/revenue/policy_enums.hpp>

#include <cstddef>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <doctest/doctest.h>

using namespace fealty::revenue;

namespace {

/// Enumerators with the places that they must have: files and other languages keep them.
template <class Enum>
std::string in_order(std::initializer_list<Enum> enumerators) {
  const auto names = enum_names(Enum{});
  std::string out;
  for (const Enum each : enumerators) {
    const auto place = static_cast<std::size_t>(each);
    if (place >= names.size()) return fmt::format("no name at {}", place);
    out += fmt::format("{}{}={}", out.empty() ? "" : " ", place, names[place]);
  }
  return enumerators.size() == names.size() ? out : "another number of names";
}

}  // namespace

TEST_SUITE("revenue/policy_enums") {
  TEST_CASE("each enumerator stands at the place of its name, the default of its field where it is said") {
    CHECK(in_order({Grain::account, Grain::subscription, Grain::item, Grain::parent}) ==
          "0=account 1=subscription 2=item 3=parent");
    CHECK(in_order({Netting::period, Netting::event}) == "0=period 1=event");
    CHECK(in_order({Snapshot::last_day, Snapshot::first_day, Snapshot::any_day, Snapshot::end_inclusive}) ==
          "0=last_day 1=first_day 2=any_day 3=end_inclusive");
    CHECK(in_order({ChurnDate::paid_period_end, ChurnDate::cancel_request, ChurnDate::service_end}) ==
          "0=paid_period_end 1=cancel_request 2=service_end");
    CHECK(in_order({JoinAndLeave::shown, JoinAndLeave::ignored}) == "0=shown 1=ignored");
    CHECK(in_order({WeekFactor::per_year, WeekFactor::times_4_33, WeekFactor::times_4, WeekFactor::zero}) ==
          "0=per_year 1=times_4_33 2=times_4 3=zero");
    CHECK(in_order({DayFactor::per_year, DayFactor::times_30, DayFactor::zero}) ==
          "0=per_year 1=times_30 2=zero");
    CHECK(in_order({Rounding::half_even, Rounding::half_up}) == "0=half_even 1=half_up");
    CHECK(in_order({DiscountRule::all, DiscountRule::recurring, DiscountRule::none}) ==
          "0=all 1=recurring 2=none");
    CHECK(in_order({MeteredRule::excluded, MeteredRule::included, MeteredRule::separate}) ==
          "0=excluded 1=included 2=separate");
    CHECK(in_order({PausedRule::hold, PausedRule::zero_now, PausedRule::zero_at_paid_period_end}) ==
          "0=hold 1=zero_now 2=zero_at_paid_period_end");
    CHECK(in_order({UnpaidRule::past_due, UnpaidRule::churned}) == "0=past_due 1=churned");
    CHECK(in_order({RefundRule::ignored, RefundRule::negative_line}) == "0=ignored 1=negative_line");
    CHECK(in_order({FreeRule::active, FreeRule::churned}) == "0=active 1=churned");
    CHECK(in_order({MergedRule::recomputed, MergedRule::separate}) == "0=recomputed 1=separate");
    CHECK(in_order({ExchangeRule::period_end, ExchangeRule::service_start, ExchangeRule::fixed}) ==
          "0=period_end 1=service_start 2=fixed");
    CHECK(in_order({NetForm::cohort, NetForm::movement, NetForm::chained, NetForm::mean_annualized,
                    NetForm::weighted}) == "0=cohort 1=movement 2=chained 3=mean_annualized 4=weighted");
    CHECK(in_order({GrossForm::cohort, GrossForm::running_minimum, GrossForm::movement,
                    GrossForm::chained}) == "0=cohort 1=running_minimum 2=movement 3=chained");
    CHECK(in_order({LogoBase::opening, LogoBase::opening_and_new, LogoBase::days_ago,
                    LogoBase::up_for_renewal}) == "0=opening 1=opening_and_new 2=days_ago 3=up_for_renewal");
    CHECK(in_order({RateCurrency::constant, RateCurrency::with_exchange}) == "0=constant 1=with_exchange");
    CHECK(in_order({Preset::none, Preset::chartmogul, Preset::stripe, Preset::baremetrics, Preset::profitwell,
                    Preset::chargebee, Preset::smsb}) ==
          "0=none 1=chartmogul 2=stripe 3=baremetrics 4=profitwell 5=chargebee 6=smsb");
  }

  TEST_CASE("names are constants of the compiler's") {
    static_assert(enum_names(Grain{})[3] == "parent");
    static_assert(enum_names(Preset{}).size() == 7);
    static_assert(enum_names(WeekFactor{})[1] == "times_4_33");
  }

  TEST_CASE("names are identifiers, and each of an enum's is its own") {
    std::size_t enums = 0;
    const auto check = [&](const auto names) {
      ++enums;
      std::set<std::string_view> all;
      for (const std::string_view name : names) {
        CAPTURE(std::string(name));
        CHECK(all.insert(name).second);
        CHECK(!name.empty());
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos);
        CHECK(name.find_first_of("0123456789_") != 0);
      }
    };
    check(enum_names(Grain{}));
    check(enum_names(Netting{}));
    check(enum_names(Snapshot{}));
    check(enum_names(ChurnDate{}));
    check(enum_names(JoinAndLeave{}));
    check(enum_names(WeekFactor{}));
    check(enum_names(DayFactor{}));
    check(enum_names(Rounding{}));
    check(enum_names(DiscountRule{}));
    check(enum_names(MeteredRule{}));
    check(enum_names(PausedRule{}));
    check(enum_names(UnpaidRule{}));
    check(enum_names(RefundRule{}));
    check(enum_names(FreeRule{}));
    check(enum_names(MergedRule{}));
    check(enum_names(ExchangeRule{}));
    check(enum_names(NetForm{}));
    check(enum_names(GrossForm{}));
    check(enum_names(LogoBase{}));
    check(enum_names(RateCurrency{}));
    check(enum_names(Preset{}));
    CHECK(enums == 21);
  }
}
