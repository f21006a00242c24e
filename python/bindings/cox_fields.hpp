// SPDX-License-Identifier: MIT
// What cox() is asked by, in one place and in partitions.
#pragma once

#include <fealty/survival/cox.hpp>

#include "bind.hpp"

namespace fealty::python {

inline Fields<survival::CoxOptions> cox_fields() {
  using O = survival::CoxOptions;
  return Fields<O>()
      .required("covariates", &O::covariates)
      .field("strata", &O::strata)
      .field("cluster", &O::cluster)
      .field("offset", &O::offset)
      .field("ties", &O::ties)
      .field("penalty", &O::penalty)
      .field("penalty_factors", &O::penalty_factors)
      .field("standardize", &O::standardize)
      .field("robust", &O::robust)
      .field("confidence", &O::confidence)
      .field("tolerance", &O::tolerance)
      .field("max_iterations", &O::max_iterations)
      .field("threads", &O::threads);
}

}  // namespace fealty::python
