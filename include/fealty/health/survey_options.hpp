// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/revenue/accounts.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Which answers of the window count.
enum class CountedAnswers {
  every,           ///< each one: who answers often counts often
  last_of_user,    ///< the last of each user of an account; those of nobody known count each
  last_of_account  ///< the last of each account
};
constexpr auto enum_names(CountedAnswers) {
  return std::array<std::string_view, 3>{"every", "last_of_user", "last_of_account"};
}

/// Settings of nps(), csat() and ces().
struct SurveyOptions {
  std::optional<Date> as_of = {};                ///< last day known; by default the last with an answer
  std::optional<std::int32_t> window_days = {};  ///< days up to as_of whose answers count, >= 1; by default
                                                 ///< all
  CountedAnswers counted = CountedAnswers::last_of_user;  ///< which answers of the window count; by default
                                                          ///< nobody counts twice, which the intervals assume
  std::vector<std::string> by = {};                       ///< "account", or attributes of `accounts` on as_of
  std::optional<revenue::Accounts> accounts = {};         ///< whose attributes make groups
  double confidence = 0.95;                               ///< coverage of the intervals, in (0, 1)
};

}  // namespace fealty::health
