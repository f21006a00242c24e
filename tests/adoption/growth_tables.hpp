// SPDX-License-Identifier: MIT
// Tables of segments by their counts.
#pragma once

#include <fealty/adoption/growth_segments.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace growth_tables {

struct Row {
  std::string segment;
  std::int64_t customers, onboarded, adopted;
  double csms;
  double target = 0;
};

inline fealty::adoption::GrowthSegments segments(const std::vector<Row>& rows) {
  std::vector<std::string> segment;
  std::vector<std::int64_t> customers, onboarded, adopted;
  std::vector<double> csms, target;
  for (const Row& row : rows) {
    segment.push_back(row.segment);
    customers.push_back(row.customers);
    onboarded.push_back(row.onboarded);
    adopted.push_back(row.adopted);
    csms.push_back(row.csms);
    target.push_back(row.target);
  }
  return fealty::adoption::GrowthSegments({.customers = customers,
                                           .onboarded = onboarded,
                                           .adopted = adopted,
                                           .csms = csms,
                                           .target = target,
                                           .segment = segment});
}

/// All customers as one row.
inline fealty::adoption::GrowthSegments together(const Row& row) {
  return fealty::adoption::GrowthSegments({.customers = std::vector{row.customers},
                                           .onboarded = std::vector{row.onboarded},
                                           .adopted = std::vector{row.adopted},
                                           .csms = std::vector{row.csms},
                                           .target = std::vector{row.target}});
}

}  // namespace growth_tables
