// SPDX-License-Identifier: MIT
// Milestones written by hand, and random ones.
#pragma once

#include <fealty/adoption/milestones.hpp>
#include <fealty/core/date.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::test {

struct Reached {
  std::string account, milestone;
  std::string_view date;
};

inline adoption::Milestones milestones(const std::vector<Reached>& rows) {
  std::vector<std::string> account, milestone;
  std::vector<std::int32_t> date;
  for (const auto& row : rows) {
    account.push_back(row.account);
    milestone.push_back(row.milestone);
    date.push_back(parse_date(row.date).days);
  }
  return adoption::Milestones({.account = account, .milestone = milestone, .date = date});
}

/// Days 1, 2, 2, … of twelve accounts that signed on day 0: 1 value, 2 churn, 0 neither, which is why each
/// has a last day of its own, on which it was seen.
struct Twelve {
  static constexpr std::int32_t as_of = 10;
  std::vector<std::int64_t> account;
  std::vector<std::string> milestone;
  std::vector<std::int32_t> date;

  Twelve() {
    const std::vector<std::int32_t> days{1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 10};
    const std::vector<int> what{1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 2};
    for (std::size_t i = 0; i < days.size(); ++i) {
      const auto id = static_cast<std::int64_t>(i + 1);
      const std::int32_t start = what[i] == 0 ? as_of - days[i] : 0;
      account.push_back(id), milestone.emplace_back("signed"), date.push_back(start);
      if (what[i] == 0) continue;
      account.push_back(id), milestone.emplace_back(what[i] == 1 ? "first_report" : "churned");
      date.push_back(start + days[i]);
    }
  }
  adoption::Milestones table() const {
    return adoption::Milestones({.account = account, .milestone = milestone, .date = date});
  }
};

/// Random rows of accounts, integers, that come to "signed", "value" and "churned" in any order, or not.
struct RandomMilestones {
  std::vector<std::int64_t> account;
  std::vector<std::string> milestone;
  std::vector<std::int32_t> date;

  RandomMilestones(std::uint64_t seed, std::size_t accounts, std::vector<std::string> names) {
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < accounts; ++i) {
      auto day = static_cast<std::int32_t>(random() % 60);
      for (const std::string& name : names) {
        const auto chance = random() % 20;
        if (chance < 4) continue;
        account.push_back(static_cast<std::int64_t>(i));
        milestone.push_back(name);
        date.push_back(day);
        day += static_cast<std::int32_t>(random() % 25) - (chance == 4 ? 12 : 0);
      }
    }
  }
  adoption::Milestones table() const {
    return adoption::Milestones({.account = account, .milestone = milestone, .date = date});
  }
};

}  // namespace fealty::test
