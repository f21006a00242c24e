// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/scorecard.hpp>
#include <fealty/health/scorecard_set_config.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Validated scorecards of which each account has one: the first rule that holds for it on a day selects. A
/// new version of a card stands above the old one with the day from which it is used, so that a past day
/// finds the card of its time. Copies are cheap.
///
/// \throws InvalidInput  naming the rule, without rules; on an attribute without values or named twice, a
///                       rule with conditions after one that takes every account, a rule that is never
///                       reached, two different cards of one id and version, and on what Scorecard refuses
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
