// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/band_counts.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of churn_by_band().
struct ChurnByBandOptions {
  std::vector<std::string> order;      ///< all bands, the worst first
  std::string band = "band";           ///< attribute that holds the band
  bool worse_predicts_outcome = true;  ///< whether the outcome is expected of bad bands, as churn is; a
                                       ///< renewal is not
  std::int32_t exact_outcomes = 50;    ///< up to so many outcomes, or rows without, the trend's p is exact; a
                                       ///< choice of cost
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1); neighbors are said to be alike
                             ///< where p is above 1 - confidence
};

/// How often the outcome happens in each band, the worst first.
struct ChurnByBand {
  IdColumn band;                       ///< as in `order`
  std::vector<std::int64_t> examples;  ///< rows in the band
  std::vector<std::int64_t> outcomes;  ///< of them, with the outcome
  std::vector<double> rate;            ///< share of outcomes; NaN of an empty band
  std::vector<double> lower;           ///< of Wilson's interval
  std::vector<double> upper;           ///< likewise
  std::vector<double> monotone_rate;   ///< isotonic fit: the nearest rates that never go the wrong way; NaN
                                       ///< of an empty band
  std::vector<double> next_p_value;    ///< that the next band that has examples is of the same rate, by a
                                       ///< score test; NaN of the last
  bool monotone = false;               ///< whether rates never go the wrong way
  double trend = 0;                    ///< Cochran and Armitage's z; above 0 where worse bands have more
                                       ///< outcomes; NaN where nothing differs
  double p_value = 1;                  ///< two-sided, of the trend; NaN likewise
  bool exact = false;                  ///< whether p_value is of all ways in which outcomes may fall on bands
  std::int64_t left_out = 0;           ///< rows without a band
  bool worse_predicts_outcome = true;  ///< what was expected
  double confidence = 0.95;            ///< coverage of the intervals
  std::vector<Finding> findings = {};  ///< codes: missing_band, no_examples, one_class, empty_band,
                                       ///< not_monotone, bands_alike, many_rows

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("band", self.band);
    f("examples", self.examples);
    f("outcomes", self.outcomes);
    f("rate", self.rate);
    f("lower", self.lower);
    f("upper", self.upper);
    f("monotone_rate", self.monotone_rate);
    f("next_p_value", self.next_p_value);
  }
};

/// Whether bands mean something: how often the outcome happens in each, and whether it happens less the
/// better the band.
///
/// The trend is that of Cochran and Armitage over bands that lie one step apart. With few outcomes its p is
/// exact: the share of all ways in which the outcomes may fall on these rows whose trend is as far from none.
/// Rows count as independent: finding many_rows where several are of one account. Weights do not count.
///
/// \param examples  bands that were known, and what happened
/// \param options   the bands in their order
/// \returns         one row for each band
/// \throws InvalidInput  without an order, for a band that is empty or there twice, or one of the examples
///                       that is not in the order; for an attribute that is not there, or is neither texts
///                       nor integers; unless 0 < confidence < 1 and 0 <= exact_outcomes <= 1,000
/// \see Cochran (1954), Biometrics 10:417-451; Armitage (1955), Biometrics 11:375-386
ChurnByBand churn_by_band(const Examples& examples, const ChurnByBandOptions& options);
/// The same of counts, which know neither rows nor accounts: missing_band names no rows, and there is no
/// many_rows.
ChurnByBand churn_by_band(const BandCounts& counts, const ChurnByBandOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_churn_by_band.hpp>
