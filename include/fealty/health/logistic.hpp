// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/examples.hpp>
#include <fealty/health/logistic_model.hpp>

namespace fealty::health {

/// Logistic regression: how features move the log odds of an outcome, with a ridge penalty and bounds of
/// signs where asked for.
///
/// Texts are features by their levels, each against the first in order; missing values leave the row out.
/// Weights say how many rows one stands for. A feature that is constant, or, without a penalty, told by those
/// before it, has no coefficient. Where features tell without error who has the outcome (separation), no
/// finite coefficient is best: then a weak prior holds coefficients, normal about 0, of standard
/// deviation 2.5 for each two standard deviations of a feature, and for the step of one of two values. The
/// intercept is never penalized. Signs hold exactly: a coefficient is on its side or 0. Standard errors come
/// from the curvature of what is largest; robust ones from how much each account moves it, times G / (G - 1)
/// of G accounts.
///
/// \param examples  as made by Examples
/// \param options   features, signs, penalty
/// \returns         the coefficients
/// \throws InvalidInput  for names of no attribute, features that are no numbers, flags or texts, infinite
///                       values, no rows, rows of one outcome only; for signs or penalty_factors that are not
///                       one for each feature; unless penalty >= 0, 0 < confidence < 1, 0 < tolerance < 1 and
///                       max_iterations >= 1
/// \throws NotConverged  when max_iterations steps do not suffice
/// \see McCullagh & Nelder (1989), Generalized Linear Models, ch. 4; Albert & Anderson (1984), Biometrika
///      71:1-10; Gelman et al. (2008), Annals of Applied Statistics 2:1360-1383, for the prior; Friedman et
///      al. (2010), Journal of Statistical Software 33(1), for the penalty; Peduzzi et al. (1996), Journal of
///      Clinical Epidemiology 49:1373-1379, for ten outcomes a coefficient
LogisticModel logistic(const Examples& examples, const LogisticOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_logistic.hpp>
