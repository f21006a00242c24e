// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/health/scorecard.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

/// Validated scorecards of which each account has one: the first rule that holds for it on a day selects. A
/// new version of a card stands above the old one with the day from which it is used, so that a past day
/// finds the card of its time. Copies are cheap.
///
/// \throws InvalidInput  naming the rule, without rules; on an attribute without values or named twice, a
/// rule
///                       with conditions after one that takes every account, a rule that is never reached,
///                       two different cards of one id and version, and on what Scorecard refuses
class ScorecardSet {
 public:
  explicit ScorecardSet(ScorecardSetConfig config);

  /// Reads a set: {"id", "version", "rules": [{"where": {"stage": ["live"]}, "valid_from", "scorecard"}]}.
  ///
  /// \param json  an object as to_json() writes it, of at most 16,777,216 characters
  /// \throws InvalidInput  as Scorecard.from_json(), and on all that the constructor refuses
  static ScorecardSet from_json(std::string_view json);
  /// The set as JSON: every field, in a fixed order, so that equal sets are equal texts.
  std::string to_json() const;
  /// A short name for it: 16 hexadecimal digits, equal for equal sets; the 64-bit FNV-1a hash of to_json().
  const std::string& fingerprint() const { return data_->fingerprint; }

  /// Its name.
  const std::string& id() const { return data_->config.id; }
  /// Which state of it.
  const std::string& version() const { return data_->config.version; }
  /// Everything that it says.
  const ScorecardSetConfig& config() const { return data_->config; }
  /// The cards, one for each rule.
  const std::vector<Scorecard>& scorecards() const { return data_->scorecards; }

 private:
  struct Data {
    ScorecardSetConfig config;
    std::vector<Scorecard> scorecards;
    std::string fingerprint;
  };
  std::shared_ptr<const Data> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/make_scorecard_set.hpp>
