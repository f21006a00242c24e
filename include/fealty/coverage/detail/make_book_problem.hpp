// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/assignment_tables.hpp>
#include <fealty/coverage/detail/book_problem.hpp>
#include <fealty/coverage/detail/value_sets.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Makes numbers of the two tables.
class MakeBookProblem {
 public:
  MakeBookProblem(const AssignmentAccountTable& accounts, const AssignmentCsmTable& csms,
                  double handover_hours)
      : accounts_(accounts), csms_(csms) {
    problem_.hours = accounts.hours;
    problem_.capacity = csms.hours;
    problem_.maximum = csms.maximum;
    for (const double hours : csms.hours) problem_.total_capacity += hours;
    if (problem_.total_capacity > 0) problem_.handover = handover_hours / problem_.total_capacity;
    add_homes();
    add_kinds();
    add_tier_maximum();
  }
  BookProblem take() { return std::move(problem_); }

 private:
  static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({.who = "assignment",
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }

  void add_homes() {
    problem_.home.assign(problem_.accounts(), no_id);
    for (const std::uint32_t csm : accounts_.csm) problem_.owned.push_back(csm != no_id ? 1 : 0);
    if (accounts_.csm_ids == nullptr || accounts_.csm_ids->size() == 0 || csms_.ids->size() == 0) return;
    const Ids& theirs = *accounts_.csm_ids;
    const Ids& own = *csms_.ids;
    if (theirs.is_text() != own.is_text())
      refuse("csm", theirs.is_text() ? "texts" : "integers",
             fmt::format("of the accounts are not of the kind of those of the CSMs, {}",
                         own.is_text() ? "texts" : "integers"));
    std::vector<std::uint32_t> place(own.size(), no_id);
    for (std::uint32_t i = 0; i < csms_.csm.size(); ++i) place[csms_.csm[i]] = i;
    for (std::size_t a = 0; a < problem_.accounts(); ++a) {
      const std::uint32_t csm = accounts_.csm[a];
      if (csm == no_id) continue;
      const auto found = own.is_text() ? own.find(theirs.view(csm)) : own.find(theirs.number(csm));
      if (found) problem_.home[a] = place[*found];
    }
  }

  const ValueSets& offers_of(const std::string& name) const {
    std::string names;
    for (const auto& each : csms_.offers) {
      if (each.name == name) return each;
      names += (names.empty() ? "" : ", ") + each.name;
    }
    refuse("requirements", "\"" + name + "\"",
           fmt::format("is not among what the CSMs offer: {}", names.empty() ? "nothing" : names));
    return csms_.offers.front();  // never come to
  }
  /// Accounts with the same requirements and tier are one kind; who qualifies is asked once for each.
  void add_kinds() {
    std::vector<const ValueSets*> offers;
    for (const auto& each : accounts_.requirements) offers.push_back(&offers_of(each.name));
    std::map<std::uint32_t, std::uint32_t> tier_places;
    std::map<std::vector<std::uint32_t>, std::uint32_t> kinds;
    for (std::size_t a = 0; a < problem_.accounts(); ++a) {
      const std::uint32_t tier =
          tier_places.emplace(accounts_.tier[a], static_cast<std::uint32_t>(tier_places.size()))
              .first->second;
      std::vector<std::uint32_t> key{tier};
      for (const auto& each : accounts_.requirements) key.push_back(each.of_row[a]);
      const auto [kind, is_first] = kinds.emplace(key, static_cast<std::uint32_t>(kinds.size()));
      problem_.kind.push_back(kind->second);
      if (!is_first) continue;
      problem_.tier_of.push_back(tier);
      for (std::size_t i = 0; i < problem_.csms(); ++i)
        problem_.qualified.push_back(is_qualified(a, i, offers));
    }
    problem_.tiers = tier_places.size();
    tier_codes_.assign(problem_.tiers, no_id);
    for (const auto& [code, place] : tier_places) tier_codes_[place] = code;
  }
  std::uint8_t is_qualified(std::size_t account, std::size_t csm,
                            const std::vector<const ValueSets*>& offers) const {
    if (!(problem_.capacity[csm] > 0)) return 0;
    for (std::size_t r = 0; r < offers.size(); ++r)
      if (!covers(offers[r]->of(csm), accounts_.requirements[r].of(account))) return 0;
    return 1;
  }
  void add_tier_maximum() {
    problem_.tier_maximum.assign(problem_.csms() * problem_.tiers, no_maximum);
    if (csms_.tier_maximum.empty()) return;
    if (accounts_.tier_ids == nullptr)
      refuse("tier_maximum", csms_.tier_maximum.front().first,
             "is a maximum of a tier, but accounts have no tier");
    for (std::size_t tier = 0; tier < problem_.tiers; ++tier)
      for (const auto& [name, most] : csms_.tier_maximum) {
        if (tier_codes_[tier] == no_id || accounts_.tier_ids->text(tier_codes_[tier]) != name) continue;
        for (std::size_t i = 0; i < problem_.csms(); ++i)
          problem_.tier_maximum[i * problem_.tiers + tier] = most[i];
      }
  }

  const AssignmentAccountTable& accounts_;
  const AssignmentCsmTable& csms_;
  BookProblem problem_;
  std::vector<std::uint32_t> tier_codes_;  // of each tier, in the accounts' dictionary
};

}  // namespace fealty::coverage::detail
