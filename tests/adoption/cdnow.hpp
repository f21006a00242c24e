// SPDX-License-Identifier: MIT
// The purchases of CDNOW, where the data lie beside the tree: a customer is a user, a purchase an event.
#pragma once

#include <fealty/adoption/usage.hpp>
#include <fealty/core/date.hpp>

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace cdnow {

/// None, with a message, without the data.
inline std::optional<fealty::adoption::Usage> purchases() {
  std::ifstream file("../../shared/data/cdnow/CDNOW_master.txt");
  if (!file) {
    MESSAGE("skipped: ../shared/data/cdnow is not there");
    return std::nullopt;
  }
  std::string line;
  std::getline(file, line);  // names of the columns
  std::vector<std::int64_t> customers;
  std::vector<std::int32_t> days;
  std::int64_t customer = 0;
  std::int32_t day = 0;
  for (std::string discs, dollars; file >> customer >> day >> discs >> dollars;) {
    customers.push_back(customer);
    days.push_back(fealty::make_date(day / 10000, day / 100 % 100, day % 100).days);
  }
  REQUIRE(customers.size() == 69659);
  return fealty::adoption::Usage({.account = std::vector<std::string>(customers.size(), "CDNOW"),
                                  .user = customers,
                                  .time = days});
}

}  // namespace cdnow
