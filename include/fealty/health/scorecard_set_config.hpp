// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/health/scorecard_config.hpp>

#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// What an attribute of an account has to be.
struct AttributeCondition {
  std::string attribute = {};            ///< a name in the accounts table, such as stage
  std::vector<std::string> values = {};  ///< any of these; integers are written as texts

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("attribute", self.attribute);
    f("values", self.values);
  }
  bool operator==(const AttributeCondition&) const = default;
};

/// Who has a scorecard, and since when.
struct SelectionRule {
  std::vector<AttributeCondition> where = {};  ///< all have to hold; none: every account
  std::optional<Date> valid_from = {};         ///< the first day on which it is used; none: from ever
  ScorecardConfig scorecard = {};              ///< the card

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("where", self.where);
    f("valid_from", self.valid_from);
    f("scorecard", self.scorecard);
  }
  bool operator==(const SelectionRule&) const = default;
};

/// Scorecards by segment, stage and time, as plain data: ScorecardSet checks it.
struct ScorecardSetConfig {
  std::string id = {};                    ///< its name
  std::string version = {};               ///< which state of it: a day, a number
  std::vector<SelectionRule> rules = {};  ///< the first that holds selects

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("id", self.id);
    f("version", self.version);
    f("rules", self.rules);
  }
  bool operator==(const ScorecardSetConfig&) const = default;
};

}  // namespace fealty::health
