// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/cohort_rate.hpp>
#include <fealty/adoption/onboarding_rate.hpp>

namespace fealty::adoption {

inline OnboardingRate onboarding_rate(const Milestones& milestones, const OnboardingRateOptions& options) {
  using R = OnboardingRate;
  return detail::cohort_rate<R>("onboarding_rate", milestones, {"start", options.start},
                                {"onboarded", options.onboarded}, options,
                                {&R::started, &R::onboarded, &R::total_started, &R::total_onboarded});
}

}  // namespace fealty::adoption
