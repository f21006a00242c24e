// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/scorecard_config.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace fealty::health {

/// A validated scorecard: how measures become a score. It is plain data, and reading one runs no code. Copies
/// are cheap.
///
/// A measure's weight is relative within its group, a group's within its parent. A stated polarity has to
/// agree with the transform; ratio and percentile need one.
///
/// \throws InvalidInput  naming the measure, on what contradicts itself: a name that is empty or repeated, a
///                       weight that is not above 0, bands or steps that do not ascend, overlap or leave a
///                       gap, points outside the scale, a group that is empty, unknown or its own ancestor, a
///                       reference to a measure that is neither scored nor an input, a field that the
///                       transform's kind does not have, a polarity that contradicts the transform, a sum of
///                       measures that may be left out
class Scorecard {
 public:
  explicit Scorecard(ScorecardConfig config);

  /// Reads a scorecard. What a text does not say is as in ScorecardConfig.
  ///
  /// \param json  an object as to_json() writes it, of at most 4,194,304 characters
  /// \throws InvalidInput  on what is no JSON object, a key that is unknown or repeated, a value of another
  ///                       type or out of range, a format that is newer than this version, and on all that
  ///                       the constructor refuses
  static Scorecard from_json(std::string_view json);
  /// The scorecard as JSON: every field, in a fixed order, so that equal scorecards are equal texts.
  std::string to_json() const;
  /// A short name for it: 16 hexadecimal digits, equal for equal scorecards; the 64-bit FNV-1a hash of
  /// to_json().
  const std::string& fingerprint() const { return data_->fingerprint; }

  /// Its name.
  const std::string& id() const { return data_->config.id; }
  /// Which state of it.
  const std::string& version() const { return data_->config.version; }
  /// Everything that it says.
  const ScorecardConfig& config() const { return data_->config; }

 private:
  struct Data {
    ScorecardConfig config;
    std::string fingerprint;
  };
  std::shared_ptr<const Data> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/make_scorecard.hpp>
