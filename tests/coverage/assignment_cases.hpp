// SPDX-License-Identifier: MIT
// Random accounts and CSMs, and what no cleverness can get wrong: every assignment tried, one by one.
#pragma once

#include <fealty/coverage/assignment.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace assignment_cases {

/// Accounts and CSMs by their numbers, as a naive reader would keep them.
struct Case {
  std::vector<double> hours, capacity;
  std::vector<int> home;  // -1: nobody, -2: somebody who has left
  std::vector<std::string> tier;
  std::vector<std::vector<std::string>> asked, offered;
  std::vector<std::int64_t> maximum, high_maximum;
  double handover_hours = 0;

  bool qualifies(std::size_t account, std::size_t csm) const {
    if (capacity[csm] <= 0) return false;
    for (const auto& each : asked[account])
      if (std::find(offered[csm].begin(), offered[csm].end(), each) == offered[csm].end()) return false;
    return true;
  }
  double total_capacity() const {
    double sum = 0;
    for (const double each : capacity) sum += each;
    return sum;
  }
  /// The objective of a complete assignment; infinite where it breaks a limit.
  double objective(const std::vector<std::size_t>& csm) const {
    std::vector<double> load(capacity.size());
    std::vector<std::int64_t> count(capacity.size()), high(capacity.size());
    double handovers = 0, most = 0;
    for (std::size_t a = 0; a < hours.size(); ++a) {
      const std::size_t i = csm[a];
      load[i] += hours[a];
      if (!qualifies(a, i) || ++count[i] > maximum[i] || (tier[a] == "high" && ++high[i] > high_maximum[i]))
        return std::numeric_limits<double>::infinity();
      if (home[a] != -1 && home[a] != static_cast<int>(i)) ++handovers;
    }
    for (std::size_t i = 0; i < load.size(); ++i)
      if (load[i] > 0) most = std::max(most, load[i] / capacity[i]);
    return most + handover_hours * handovers / total_capacity();
  }
  /// The least objective of all complete assignments; infinite where there is none.
  double least() const {
    std::vector<std::size_t> csm(hours.size());
    double best = std::numeric_limits<double>::infinity();
    for (;;) {
      best = std::min(best, objective(csm));
      std::size_t at = 0;
      while (at < csm.size() && ++csm[at] == capacity.size()) csm[at++] = 0;
      if (at == csm.size()) return best;
    }
  }

  static std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const auto& each : values) text += (text.empty() ? "" : ";") + each;
    return text;
  }
  fealty::coverage::AssignmentAccounts accounts(bool backwards = false) const {
    std::vector<std::string> id, csm, asks, tiers;
    std::vector<double> work;
    std::vector<std::uint32_t> csm_codes;
    for (std::size_t k = 0; k < hours.size(); ++k) {
      const std::size_t a = backwards ? hours.size() - 1 - k : k;
      id.push_back(fmt::format("a{:05}", a));
      work.push_back(hours[a]);
      csm.push_back(home[a] >= 0 ? fmt::format("c{:03}", home[a]) : "gone");
      csm_codes.push_back(home[a] == -1 ? fealty::no_id : 0);
      asks.push_back(joined(asked[a]));
      tiers.push_back(tier[a]);
    }
    const fealty::IdColumn all(csm);
    for (std::size_t k = 0; k < csm_codes.size(); ++k)
      if (csm_codes[k] != fealty::no_id) csm_codes[k] = all.codes()[k];
    return fealty::coverage::AssignmentAccounts({.account = id,
                                                 .hours = std::move(work),
                                                 .csm = fealty::IdColumn(std::move(csm_codes), all.ids()),
                                                 .tier = tiers,
                                                 .requirements = {{"skill", fealty::IdColumn(asks)}}});
  }
  fealty::coverage::AssignmentCsms csms(bool backwards = false) const {
    std::vector<std::string> id, offers;
    std::vector<double> time;
    std::vector<std::int64_t> most, most_high;
    for (std::size_t k = 0; k < capacity.size(); ++k) {
      const std::size_t i = backwards ? capacity.size() - 1 - k : k;
      id.push_back(fmt::format("c{:03}", i));
      time.push_back(capacity[i]);
      most.push_back(maximum[i]);
      most_high.push_back(high_maximum[i]);
      offers.push_back(joined(offered[i]));
    }
    fealty::Frame of_tier;
    of_tier.add("high", fealty::Column<std::int64_t>(std::move(most_high)));
    return fealty::coverage::AssignmentCsms({.csm = id,
                                             .hours = std::move(time),
                                             .maximum_accounts = std::move(most),
                                             .tier_maximum = of_tier,
                                             .offers = {{"skill", fealty::IdColumn(offers)}}});
  }
};

class Random {
 public:
  explicit Random(std::uint64_t seed) : bits_(seed) {}
  double uniform() { return (static_cast<double>(bits_.next() >> 11) + .5) * 0x1p-53; }
  bool chance(double p) { return uniform() < p; }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits_.next() % n); }
  double lognormal(double sigma) {
    const double radius = std::sqrt(-2 * std::log(uniform()));
    return std::exp(sigma * radius * std::cos(2 * 3.14159265358979323846 * uniform()));
  }

 private:
  fealty::detail::SplitMix64 bits_;
};

/// Up to 8 accounts and 3 CSMs: whole or real hours, skills, present CSMs, handovers that cost from nothing
/// to much, and at times maxima.
inline Case small_case(std::uint64_t seed) {
  Random random(seed);
  Case made;
  const std::size_t accounts = 1 + random.below(8), csms = 1 + random.below(3);
  const bool whole = random.chance(.5), skilled = random.chance(.6), limited = random.chance(.4);
  constexpr double costs[] = {0, .1, .5, 2};
  made.handover_hours = costs[random.below(4)];
  const std::vector<std::string> skills{"en", "de", "ja"};
  for (std::size_t i = 0; i < csms; ++i) {
    made.capacity.push_back(random.chance(.3) ? 10 : 5 + 10 * random.uniform());
    made.offered.emplace_back();
    for (const auto& skill : skills)
      if (random.chance(.7)) made.offered.back().push_back(skill);
    made.maximum.push_back(limited ? static_cast<std::int64_t>(2 + random.below(4)) : 100);
    made.high_maximum.push_back(limited ? static_cast<std::int64_t>(1 + random.below(3)) : 100);
  }
  for (std::size_t a = 0; a < accounts; ++a) {
    made.hours.push_back(whole ? static_cast<double>(1 + random.below(6)) : random.lognormal(.8));
    made.asked.emplace_back();
    if (skilled && random.chance(.6)) made.asked.back().push_back(skills[random.below(3)]);
    made.tier.push_back(random.chance(.3) ? "high" : "low");
    made.home.push_back(random.chance(.3)   ? -1
                        : random.chance(.1) ? -2
                                            : static_cast<int>(random.below(csms)));
  }
  return made;
}

/// How a large case is made.
struct Shape {
  std::size_t accounts = 2000, csms = 40;
  double sigma = .8;     ///< of lognormal hours; 0 for three sizes, as of tiers
  bool skilled = true;   ///< five regions, two languages and a product
  bool owned = true;     ///< most have a CSM now, some CSMs many
  double places = 1.15;  ///< of each CSM, as a multiple of what is even
  double high_places = 1.3;
  double handover_hours = 1;
  double utilization = .9;  ///< hours of all accounts over those of all CSMs
};
inline Case large_case(std::uint64_t seed, const Shape& shape) {
  Random random(seed);
  Case made;
  made.handover_hours = shape.handover_hours;
  std::size_t high = 0;
  double work = 0, time = 0;
  for (std::size_t a = 0; a < shape.accounts; ++a) {
    const double hours = shape.sigma > 0      ? random.lognormal(shape.sigma)
                         : random.chance(.15) ? 8
                         : random.chance(.4)  ? 3
                                              : 1;
    made.hours.push_back(hours);
    work += hours;
    made.tier.push_back(hours > 2 ? "high" : "low");
    high += hours > 2 ? 1U : 0U;
    made.asked.emplace_back();
    if (shape.skilled) {
      made.asked.back().push_back(fmt::format("region{}", random.below(5)));
      made.asked.back().push_back(random.chance(.8) ? "en" : "ja");
      if (random.chance(.2)) made.asked.back().push_back("billing");
    }
    made.home.push_back(!shape.owned || random.chance(.1) ? -1
                        : random.chance(.05)
                            ? -2
                            : static_cast<int>(std::min(random.below(shape.csms), random.below(shape.csms))));
  }
  for (std::size_t i = 0; i < shape.csms; ++i) {
    made.capacity.push_back(i % 5 == 4 ? .6 : .9 + .2 * random.uniform());
    time += made.capacity.back();
    made.offered.push_back({"en", fmt::format("region{}", i % 5), fmt::format("region{}", (i + 1) % 5)});
    if (i % 3 == 0) made.offered.back().push_back("ja");
    if (i % 2 == 0) made.offered.back().push_back("billing");
  }
  const auto even = [&](std::size_t count, double factor) {
    return static_cast<std::int64_t>(
        std::ceil(factor * static_cast<double>(count) / static_cast<double>(shape.csms)));
  };
  made.maximum.assign(shape.csms, even(shape.accounts, shape.places));
  made.high_maximum.assign(shape.csms, even(high, shape.high_places));
  for (double& each : made.capacity) each *= work / time / shape.utilization;
  return made;
}

}  // namespace assignment_cases
