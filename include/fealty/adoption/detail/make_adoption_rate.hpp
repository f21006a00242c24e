// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/adoption_rate.hpp>
#include <fealty/adoption/detail/cohort_rate.hpp>

namespace fealty::adoption {

inline AdoptionRate adoption_rate(const Milestones& milestones, const AdoptionRateOptions& options) {
  using R = AdoptionRate;
  return detail::cohort_rate<R>("adoption_rate", milestones, {"onboarded", options.onboarded},
                                {"adopted", options.adopted}, options,
                                {&R::onboarded, &R::adopted, &R::total_onboarded, &R::total_adopted});
}

}  // namespace fealty::adoption
