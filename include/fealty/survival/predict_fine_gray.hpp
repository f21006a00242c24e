// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/fine_gray.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of predict_fine_gray().
struct FineGrayPredictionOptions {
  std::vector<double> ages = {};  ///< at which the incidence is told, >= 0; by default all at which lives
                                  ///< ended by the cause
  double confidence = 0.95;       ///< coverage of the intervals, in (0, 1)
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which these are symmetric
};

/// The incidence of a cause among single lives, one row for each of them and age.
struct FineGrayPrediction {
  std::vector<std::int64_t> row;  ///< of the attributes, from 0
  std::vector<double> time;       ///< age
  std::vector<double> incidence;  ///< chance to have ended by the cause at the age, and not by another
                                  ///< before; NaN beyond what was seen of the stratum
  std::vector<double> std_error;  ///< of it
  std::vector<double> lower;      ///< of the interval
  std::vector<double> upper;      ///< of the interval
  std::string cause = {};         ///< that it is the incidence of
  double confidence = 0.95;       ///< coverage of the intervals
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which they are symmetric

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("time", self.time);
    f("incidence", self.incidence);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// How likely new lives are to end by the cause of a model by ages, where others compete.
///
/// The standard error is that of what each life moves the baseline and the coefficients by together, and the
/// chances to be watched where the model takes them as estimated. A life in which a covariate or the stratum
/// is missing has NaN. Incidences of several causes, each by a model of its own, may add up to more than 1.
///
/// \param model       as made by fine_gray()
/// \param attributes  one row for each life: the model's covariates and strata, by their names
/// \param options     ages, confidence
/// \returns           one row for each life and age
/// \throws InvalidInput  for a model that fine_gray() did not make, attributes that are not there, infinite
///                       values, texts that are no level or stratum of it; for ages that are no numbers >= 0;
///                       unless 0 < confidence < 1
/// \see Fine & Gray (1999), JASA 94:496-509, sec. 3.3
FineGrayPrediction predict_fine_gray(const FineGrayModel& model, const Frame& attributes,
                                     const FineGrayPredictionOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_predict_fine_gray.hpp>
