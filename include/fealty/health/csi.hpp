// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/points_scorecard.hpp>
#include <fealty/health/psi.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of csi().
struct CsiOptions {
  std::vector<std::string> features = {};  ///< attributes; with `points` none: then all of its attributes
  std::int32_t bins = 10;                  ///< of numbers, of about as many rows of the reference, 1 to 1,000
  double smoothing = 0.5;                  ///< rows added to both cells of a bin of which one is empty, > 0
  double confidence = 0.95;  ///< of what chance alone may bring about, and of the intervals, in (0, 1)
  std::optional<PointsScorecard> points = {};  ///< whose bins are taken, and whose points move
  std::string account = {};                    ///< as in psi()
  std::string fingerprint = {};  ///< attribute that tells under which configuration a row was scored
};

/// How far attributes have moved, one row for each, those that moved most first.
struct CharacteristicStability {
  std::vector<std::string> feature;      ///< the attribute; among equals by its bytes
  std::vector<double> csi;               ///< its stability index; NaN of an empty sample
  std::vector<double> std_error;         ///< of it; NaN of one bin, or one account
  std::vector<double> lower;             ///< of its interval, as in psi(); NaN without an error
  std::vector<double> upper;             ///< likewise
  std::vector<DriftReading> reading;     ///< how that is usually read
  std::vector<double> share_of_all;      ///< of the sum of the indices
  std::vector<std::int64_t> bins;        ///< how many hold rows
  std::vector<double> expected;          ///< the index that chance brings about on average
  std::vector<double> limit;             ///< what chance exceeds in 1 - confidence of cases
  std::vector<double> p_value;           ///< that chance alone brings about as much
  std::vector<double> points_shift;      ///< points that a mean score has moved by through it; NaN without
                                         ///< points
  std::vector<std::string> largest_bin;  ///< the bin that contributes most, as text
  double points_shift_sum = 0;           ///< of the score; NaN without points
  double confidence = 0.95;              ///< of `limit` and the intervals
  std::vector<Finding> findings = {};    ///< codes: empty_sample, one_bin, drift, within_chance,
                                         ///< unseen_value, configuration_changed

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("feature", self.feature);
    f("csi", self.csi);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("reading", self.reading);
    f("share_of_all", self.share_of_all);
    f("bins", self.bins);
    f("expected", self.expected);
    f("limit", self.limit);
    f("p_value", self.p_value);
    f("points_shift", self.points_shift);
    f("largest_bin", self.largest_bin);
  }
};

/// The characteristic stability index: which of a score's attributes have moved, and by how many points.
///
/// Each attribute's index is that of psi(). With a points scorecard its bins are taken, and points_shift is
/// the sum over bins of (current share - reference share) times points: what the attribute has moved the mean
/// score by. Values that no bin of the scorecard holds are left out, and a finding says so.
///
/// \param reference  rows as they were, such as when a model was made
/// \param current    rows as they are
/// \param options    features, or points; bins, fingerprint
/// \returns          a row for each attribute
/// \throws InvalidInput  without features and points, or with both; for an attribute that is named twice; and
///                       as psi() does
/// \see Siddiqi (2006), Credit Risk Scorecards, ch. 8 (characteristic analysis); psi()
CharacteristicStability csi(const Frame& reference, const Frame& current, const CsiOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_csi.hpp>
