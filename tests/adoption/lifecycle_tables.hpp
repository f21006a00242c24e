// SPDX-License-Identifier: MIT
// Milestones and contracts written by hand.
#pragma once

#include <fealty/adoption/milestones.hpp>
#include <fealty/revenue/contracts.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace lifecycle_tables {

struct Step {
  std::string account, milestone;
  std::int32_t day;
};
struct Term {
  std::string account;
  std::int32_t signed_on, start, end;
};

inline fealty::adoption::Milestones milestones(const std::vector<Step>& steps) {
  std::vector<std::string> account, milestone;
  std::vector<std::int32_t> date;
  for (const Step& step : steps) {
    account.push_back(step.account);
    milestone.push_back(step.milestone);
    date.push_back(step.day);
  }
  return fealty::adoption::Milestones({.account = account, .milestone = milestone, .date = date});
}

inline fealty::revenue::Contracts contracts(const std::vector<Term>& terms) {
  std::vector<std::string> account;
  std::vector<std::int32_t> signed_on, start, end;
  for (const Term& term : terms) {
    account.push_back(term.account);
    signed_on.push_back(term.signed_on);
    start.push_back(term.start);
    end.push_back(term.end);
  }
  return fealty::revenue::Contracts({.account = account,
                                     .signed_on = signed_on,
                                     .start = start,
                                     .end = end,
                                     .total_minor = std::vector<std::int64_t>(terms.size(), 100),
                                     .currency = "EUR"});
}

/// One account that comes all the way, one that leaves, and one that goes on.
inline std::vector<Step> three_accounts() {
  return {{"a", "signed", 0},       {"a", "first_value", 20}, {"a", "adopted", 50}, {"b", "signed", 10},
          {"b", "first_value", 50}, {"b", "churned", 70},     {"c", "signed", 40}};
}

}  // namespace lifecycle_tables
