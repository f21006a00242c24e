// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/lifecycle.hpp>
#include <fealty/survival/lifetimes.hpp>

namespace fealty::adoption {

/// Times in stages as lifetimes, for curves and their comparison.
///
/// A life is one time that an account was in a stage, and lasts as many days; its causes are moved_on,
/// renewed and churned, and one that lasts on as_of is censored there. Its attributes are `account`, to
/// cluster by; `stage`; `visit`, 1 for the account's first time in the stage; and `entered`, its first day.
///
/// \param lifecycle  as made by lifecycle()
/// \returns          one life for each row, in their order
survival::Lifetimes stage_lifetimes(const Lifecycle& lifecycle);

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_stage_lifetimes.hpp>
