// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/json_text.hpp>
#include <fealty/health/detail/card_rules.hpp>
#include <fealty/health/detail/scorecard_set_reader.hpp>
#include <fealty/health/detail/scorecard_writer.hpp>
#include <fealty/health/scorecard_set.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The order of conditions says nothing: by their names, equal sets are equal texts.
inline void sort_conditions(ScorecardSetConfig& config) {
  for (SelectionRule& rule : config.rules)
    std::stable_sort(
        rule.where.begin(), rule.where.end(),
        [](const AttributeCondition& a, const AttributeCondition& b) { return a.attribute < b.attribute; });
}

/// Checks who has which card. The cards themselves are checked as each is made.
class ScorecardSetCheck {
 public:
  explicit ScorecardSetCheck(const ScorecardSetConfig& config) : c_(config) {
    check_id("id", c_.id, who);
    check_name("version", c_.version, who);
    if (c_.rules.empty()) refuse("rules", "", "are empty; a set needs at least one");
    if (c_.rules.size() > 1000) refuse("", fmt::format("{} rules", c_.rules.size()), "are more than 1,000");
    for (std::size_t i = 0; i < c_.rules.size(); ++i) {
      check_where(i);
      const auto& from = c_.rules[i].valid_from;
      if (from && (from->days < min_day || from->days > max_day))
        refuse(rule(i) + ".valid_from", to_string(*from), "is not between 1900-01-01 and 9999-12-31");
      check_reached(i);
    }
  }
  std::vector<Scorecard> scorecards() const {
    std::vector<Scorecard> cards;
    for (std::size_t i = 0; i < c_.rules.size(); ++i) {
      cards.push_back(of_card(i, [&] { return Scorecard(c_.rules[i].scorecard); }));
      for (std::size_t j = 0; j < i; ++j) check_versions(cards, i, j);
    }
    return cards;
  }

 private:
  static constexpr const char* who = "ScorecardSet";
  using Where = std::vector<AttributeCondition>;

  [[noreturn]] static void refuse(std::string what, std::string value, std::string rule) {
    refuse_card(std::move(what), std::move(value), std::move(rule), who);
  }
  static std::string rule(std::size_t i) { return fmt::format("rules[{}]", i); }

  void check_where(std::size_t i) {
    Where sorted = c_.rules[i].where;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
      AttributeCondition& each = sorted[k];
      check_id(rule(i) + ".where", each.attribute, who);
      const std::string at = rule(i) + ".where[" + each.attribute + "]";
      if (k > 0 && each.attribute == sorted[k - 1].attribute) refuse(at, "", "stands there twice");
      if (each.values.empty()) refuse(at, "", "has no values");
      for (const std::string& value : each.values) check_name(at, value, who);
      std::sort(each.values.begin(), each.values.end());
      each.values.erase(std::unique(each.values.begin(), each.values.end()), each.values.end());
    }
    sorted_.push_back(std::move(sorted));
  }
  /// Whether any account is left for a rule on any day.
  void check_reached(std::size_t i) const {
    const auto first = [&](std::size_t j) {
      return c_.rules[j].valid_from ? c_.rules[j].valid_from->days : std::numeric_limits<std::int32_t>::min();
    };
    for (std::size_t j = 0; j < i; ++j) {
      if (sorted_[j].empty() && !sorted_[i].empty())
        refuse(rule(i), "", fmt::format("stands after {}, which takes every account", rule(j)));
      if (sorted_[j] == sorted_[i] && first(j) <= first(i))
        refuse(rule(i), "",
               fmt::format("is never reached: {} takes the same accounts, and no later", rule(j)));
    }
  }
  static void check_versions(const std::vector<Scorecard>& cards, std::size_t i, std::size_t j) {
    if (cards[i].id() != cards[j].id() || cards[i].version() != cards[j].version()) return;
    if (cards[i].fingerprint() == cards[j].fingerprint()) return;
    refuse(rule(i) + ".scorecard", cards[i].id() + " " + cards[i].version(),
           fmt::format("is another card than that of {}", rule(j)));
  }

  const ScorecardSetConfig& c_;
  std::vector<Where> sorted_;  // and without repeated values
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline ScorecardSet::ScorecardSet(ScorecardSetConfig config) {
  detail::sort_conditions(config);
  std::vector<Scorecard> cards = detail::ScorecardSetCheck(config).scorecards();
  std::string print = fealty::detail::text_fingerprint(detail::write_scorecard_set(config).dump());
  data_ = std::make_shared<const Data>(Data{std::move(config), std::move(cards), std::move(print)});
}

inline ScorecardSet ScorecardSet::from_json(std::string_view json) {
  return ScorecardSet(detail::ScorecardSetReader(json).take());
}

inline std::string ScorecardSet::to_json() const { return detail::write_scorecard_set(data_->config).dump(); }

}  // namespace fealty::health
