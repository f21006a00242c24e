// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/select_scorecards.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The rules of a set that are used on a day, in codes of a table of accounts.
class RulesOfDay {
 public:
  RulesOfDay(const ScorecardSet& scorecards, const revenue::Accounts& accounts, Date day)
      : accounts_(accounts), day_(day) {
    const auto& rules = scorecards.config().rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      Rule rule{.place = static_cast<std::int32_t>(i), .conditions = {}};
      for (const AttributeCondition& each : rules[i].where) rule.conditions.push_back(coded(each, i));
      if (!rules[i].valid_from || *rules[i].valid_from <= day) rules_.push_back(std::move(rule));
    }
  }

  /// The place of the first rule that holds, -1 where none does.
  std::int32_t of(std::uint32_t account) const {
    for (const Rule& rule : rules_)
      if (holds(rule, account)) return rule.place;
    return -1;
  }

 private:
  struct Condition {
    std::size_t attribute;
    std::vector<std::uint8_t> wanted;  // for each of the attribute's values
  };
  struct Rule {
    std::int32_t place;
    std::vector<Condition> conditions;
  };

  Condition coded(const AttributeCondition& condition, std::size_t rule) const {
    std::size_t place = 0;
    while (place < accounts_.attribute_count() && accounts_.attribute_name(place) != condition.attribute)
      ++place;
    if (place == accounts_.attribute_count())
      throw InvalidInput({.who = "select_scorecards",
                          .what = fmt::format("rules[{}].where", rule),
                          .where = {},
                          .value = condition.attribute,
                          .rule = "is no attribute of the accounts"});
    const Ids& values = *accounts_.attribute_ids(place);
    Condition coded{place, std::vector<std::uint8_t>(values.size())};
    for (std::uint32_t code = 0; code < values.size(); ++code)
      coded.wanted[code] = std::find(condition.values.begin(), condition.values.end(), values.text(code)) !=
                           condition.values.end();
    return coded;
  }
  bool holds(const Rule& rule, std::uint32_t account) const {
    return std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const Condition& each) {
      const std::uint32_t value = accounts_.attribute_on(account, each.attribute, day_);
      return value != no_id && each.wanted[value] != 0;
    });
  }

  const revenue::Accounts& accounts_;
  Date day_;
  std::vector<Rule> rules_;
};

/// What the card of each rule is called, for each account.
template <class Name>
IdColumn names_of_cards(const std::vector<Scorecard>& cards, const std::vector<std::int32_t>& rules,
                        Name name) {
  std::vector<std::string> texts;
  for (const Scorecard& card : cards) texts.push_back(name(card));
  const IdColumn names(texts);
  std::vector<std::uint32_t> codes;
  for (const std::int32_t rule : rules)
    codes.push_back(rule < 0 ? no_id : names.codes()[static_cast<std::size_t>(rule)]);
  return {std::move(codes), names.ids()};
}

inline void note_unmatched(SelectedScorecards& out) {
  Finding finding{.code = "no_scorecard", .severity = Severity::warning, .rows = {}, .message = {}};
  for (std::size_t row = 0; row < out.rule.size(); ++row)
    if (out.rule[row] < 0) finding.rows.push_back(static_cast<std::int64_t>(row));
  if (finding.rows.empty()) return;
  const std::size_t others = finding.rows.size() - 1;
  const std::string first = out.account.text(static_cast<std::size_t>(finding.rows[0]));
  finding.message = fmt::format("select_scorecards: no rule holds for {}{} on {}", first,
                                others == 0 ? "" : fmt::format(" and {} more", others), to_string(out.as_of));
  out.findings.push_back(std::move(finding));
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline SelectedScorecards select_scorecards(const ScorecardSet& scorecards, const revenue::Accounts& accounts,
                                            Date as_of) {
  detail::check_as_of("select_scorecards", as_of);
  const detail::RulesOfDay rules(scorecards, accounts, as_of);
  SelectedScorecards out;
  out.as_of = as_of;
  out.set_fingerprint = scorecards.fingerprint();
  std::vector<std::uint32_t> codes;
  for (const std::uint32_t account : accounts.ids()->sorted()) {
    if (!accounts.has_row(account)) continue;
    codes.push_back(account);
    out.rule.push_back(rules.of(account));
  }
  out.account = IdColumn(std::move(codes), accounts.ids());
  const std::vector<Scorecard>& cards = scorecards.scorecards();
  const auto names = [&](auto name) { return detail::names_of_cards(cards, out.rule, name); };
  out.scorecard = names([](const Scorecard& card) { return card.id(); });
  out.version = names([](const Scorecard& card) { return card.version(); });
  out.fingerprint = names([](const Scorecard& card) { return card.fingerprint(); });
  detail::note_unmatched(out);
  return out;
}

}  // namespace fealty::health
