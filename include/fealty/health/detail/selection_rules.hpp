// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/scorecard_set.hpp>
#include <fealty/revenue/accounts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The rules of a set, in codes of a table of accounts.
class SelectionRules {
 public:
  SelectionRules(const char* who, const ScorecardSet& scorecards, const revenue::Accounts& accounts)
      : who_(who), accounts_(accounts) {
    const auto& rules = scorecards.config().rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      Rule rule{.valid_from = rules[i].valid_from, .conditions = {}};
      for (const AttributeCondition& each : rules[i].where) rule.conditions.push_back(coded(each, i));
      rules_.push_back(std::move(rule));
    }
  }

  /// The first rule that holds for an account on a day, -1 where none does; `no_id` is an account without
  /// attributes.
  std::int32_t of(std::uint32_t account, Date day) const {
    for (std::size_t i = 0; i < rules_.size(); ++i)
      if (holds(rules_[i], account, day)) return static_cast<std::int32_t>(i);
    return -1;
  }

 private:
  struct Condition {
    std::size_t attribute;
    std::vector<std::uint8_t> wanted;  // for each of the attribute's values
  };
  struct Rule {
    std::optional<Date> valid_from;
    std::vector<Condition> conditions;
  };

  Condition coded(const AttributeCondition& condition, std::size_t rule) const {
    std::size_t place = 0;
    while (place < accounts_.attribute_count() && accounts_.attribute_name(place) != condition.attribute)
      ++place;
    if (place == accounts_.attribute_count())
      throw InvalidInput({.who = who_,
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
  bool holds(const Rule& rule, std::uint32_t account, Date day) const {
    if (rule.valid_from && *rule.valid_from > day) return false;
    return std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const Condition& each) {
      const std::uint32_t value = accounts_.attribute_on(account, each.attribute, day);
      return value != no_id && each.wanted[value] != 0;
    });
  }

  const char* who_;
  const revenue::Accounts& accounts_;
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

/// Writes which card each row has, beside the rule.
void name_cards(const ScorecardSet& scorecards, auto& out) {
  const auto names = [&](auto name) { return names_of_cards(scorecards.scorecards(), out.rule, name); };
  out.scorecard = names([](const Scorecard& card) { return card.id(); });
  out.version = names([](const Scorecard& card) { return card.version(); });
  out.fingerprint = names([](const Scorecard& card) { return card.fingerprint(); });
  out.set_fingerprint = scorecards.fingerprint();
}

/// Tells of rows for which no rule holds.
///
/// \param say  names the first of them, and how many others there are
template <class Say>
void note_unmatched(const char* who, auto& out, Say say) {
  Finding finding{.code = "no_scorecard", .severity = Severity::warning, .rows = {}, .message = {}};
  for (std::size_t row = 0; row < out.rule.size(); ++row)
    if (out.rule[row] < 0) finding.rows.push_back(static_cast<std::int64_t>(row));
  if (finding.rows.empty()) return;
  const std::string rows = say(static_cast<std::size_t>(finding.rows[0]), finding.rows.size() - 1);
  finding.message = fmt::format("{}: no rule holds for {}", who, rows);
  out.findings.insert(out.findings.begin(), std::move(finding));
}
/// The first of some accounts, and a day.
inline std::string first_and_others(const std::string& first, std::size_t others,
                                    const std::optional<Date>& day) {
  return first + (others == 0 ? "" : fmt::format(" and {} more", others)) +
         (day ? " on " + to_string(*day) : "");
}

}  // namespace fealty::health::detail
